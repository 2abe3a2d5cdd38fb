// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/tcpconnect.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace paceline;

class TestTcpConnect : public QObject
{
    Q_OBJECT
private slots:
    void families_takeTurns();
    void name_isResolvedAndTheSocketTuned();
    void deadAddress_doesNotHoldUpTheNext();
    void everyAddressRefused_namesThemAll();
    void silence_endsAtTheLimit();
    void destroyedWhileResolving_isHarmless();
};

/// A host that leads to both loopback addresses, or nothing where there is no IPv6.
static bool hasIpv6Loopback()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHostIPv6);
}

void TestTcpConnect::families_takeTurns()
{
    const QHostAddress a(QStringLiteral("2001:db8::1")), b(QStringLiteral("2001:db8::2")),
        c(QStringLiteral("192.0.2.1")), d(QStringLiteral("192.0.2.2"));
    QCOMPARE(interleavedAddresses({a, b, c, d}), (QList<QHostAddress>{a, c, b, d}));
    QCOMPARE(interleavedAddresses({c, a, b}), (QList<QHostAddress>{c, a, b}));
    QVERIFY(interleavedAddresses({}).isEmpty());
}

void TestTcpConnect::name_isResolvedAndTheSocketTuned()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpConnect connection;
    QSignalSpy connected(&connection, &TcpConnect::connected);
    connection.start(QStringLiteral("localhost"), server.serverPort(), TcpConnect::Family::Ipv4);
    QTRY_COMPARE(connected.size(), 1);
    const int fd = connected[0][0].toInt();
    int noDelay = 0;
    socklen_t size = sizeof noDelay;
    QCOMPARE(::getsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &noDelay, &size), 0);
    QCOMPARE(noDelay, 1);
    QCOMPARE(connected[0][1].toString(), QStringLiteral("127.0.0.1"));
    ::close(fd);
}

void TestTcpConnect::deadAddress_doesNotHoldUpTheNext()
{
    if (!hasIpv6Loopback())
        QSKIP("no IPv6 here");
    QTcpServer server; // on IPv4 only: "localhost" leads to ::1 too, where nobody listens
    QVERIFY(server.listen(QHostAddress::LocalHost));
    TcpConnect connection;
    QSignalSpy connected(&connection, &TcpConnect::connected);
    connection.start(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(connected.size(), 1);
    QCOMPARE(connected[0][1].toString(), QStringLiteral("127.0.0.1"));
    ::close(connected[0][0].toInt());
}

void TestTcpConnect::everyAddressRefused_namesThemAll()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    TcpConnect connection;
    QSignalSpy failed(&connection, &TcpConnect::failed);
    connection.start(QStringLiteral("127.0.0.1"), port);
    QTRY_COMPARE(failed.size(), 1);
    const auto error = failed[0][0].value<Error>();
    QCOMPARE(error.kind, ErrorKind::Unreachable);
    QVERIFY2(error.detail.contains(QStringLiteral("127.0.0.1 port %1").arg(port)), qPrintable(error.detail));
}

void TestTcpConnect::silence_endsAtTheLimit()
{
    // A listener whose queue is full does not answer.
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listener, 0), 0);
    QCOMPARE(::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size), 0);
    std::vector<int> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        ::connect(fillers.back(), reinterpret_cast<sockaddr *>(&address), size);
    }
    TcpConnect connection;
    QSignalSpy failed(&connection, &TcpConnect::failed);
    connection.start(QStringLiteral("127.0.0.1"), ntohs(address.sin_port), TcpConnect::Family::Any, 400);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::Unreachable);
    for (const int fd : fillers)
        ::close(fd);
    ::close(listener);
}

void TestTcpConnect::destroyedWhileResolving_isHarmless()
{
    auto connection = std::make_unique<TcpConnect>();
    QSignalSpy failed(connection.get(), &TcpConnect::failed);
    connection->start(QStringLiteral("localhost"), 1);
    connection.reset();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(failed.size(), 0);
}

QTEST_GUILESS_MAIN(TestTcpConnect)
#include "tst_tcpconnect.moc"
