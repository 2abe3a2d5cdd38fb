// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/hostkeys.h"
#include "backends/transport/libsshpipe.h"
#include "tests/backends/transport/pipewatcher.h"
#include "tests/backends/transport/sshhost.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace paceline;
using Kind = LoginQuestion::Kind;

/// Host keys, jumps, bytes and ends of a pipe over the SSH library, against real sshds.
class TestLibsshPipe : public QObject
{
    Q_OBJECT
private slots:
    void unknownHostKey_isShownAndRemembered();
    void unknownHostKey_acceptedOnceIsAskedForAgain();
    void unknownHostKey_isRefusedWhereTheConfigurationIsStrict();
    void unknownHostKey_isTakenWhereTheConfigurationSaysSo();
    void changedHostKey_isRefusedWithBothFingerprints();
    void revokedHostKey_isRefused();
    void recordedKeyType_isAskedForFirst();
    void jump_everyHostHasItsOwnKeyAndQuestions();
    void jump_failureNamesItsHost();
    void jump_carriesManyBytes();
    void largeOutput_arrivesWhole();
    void largeInput_arrivesWhole();
    void refusedChannel_isSaid();
    void endOfTheCommand_isToldOnceWithItsWords();
    void killedConnection_isNoticed();
    void closeInsideAReceiver_isHarmless();
    void destroyedAtAnyMoment_isHarmless();

private:
    static QByteArray readFile(const QString &path);
};

#define SERVER(name, ...)                                                                                              \
    SshServer name(SshServerOptions{__VA_ARGS__});                                                                     \
    if (const QString why = name.start(); !why.isEmpty())                                                              \
    QSKIP(qPrintable(why))
#define LOGIN(route)                                                                                                   \
    LibsshPipe pipe(route);                                                                                            \
    PipeWatcher watcher(pipe)
#define VERIFY_OPENED()                                                                                                \
    QTRY_VERIFY_WITH_TIMEOUT(watcher.isDecided(), 15000);                                                              \
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail))

QByteArray TestLibsshPipe::readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestLibsshPipe::unknownHostKey_isShownAndRemembered()
{
    SERVER(server);
    SshHostConfig host = hostOf(server);
    host.userKnownHostsFiles = {server.filePath(QStringLiteral("fresh/known_hosts"))};
    const QByteArray pub = readFile(server.hostKeyFile() + QLatin1String(".pub"));
    const HostKey key{"ssh-ed25519", QByteArray::fromBase64(pub.split(' ').value(1))};
    {
        LOGIN(SshRoute{host});
        watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("yes")}; };
        pipe.open("cat");
        VERIFY_OPENED();
        QCOMPARE(watcher.questions.size(), size_t(1));
        QCOMPARE(watcher.questions[0].kind, Kind::HostKey);
        QCOMPARE(watcher.questions[0].keyType, QStringLiteral("ED25519"));
        QCOMPARE(watcher.questions[0].fingerprint, key.fingerprint());
        QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::Silent);
    }
    const QByteArray line = QStringLiteral("[127.0.0.1]:%1 ssh-ed25519 ").arg(server.port()).toLatin1();
    QVERIFY(readFile(host.userKnownHostsFiles.first()).startsWith(line));
    LOGIN(SshRoute{host});
    pipe.open("cat");
    VERIFY_OPENED();
    QVERIFY(watcher.questions.empty());
}

void TestLibsshPipe::unknownHostKey_acceptedOnceIsAskedForAgain()
{
    SERVER(server);
    SshHostConfig host = hostOf(server);
    host.userKnownHostsFiles = {server.filePath(QStringLiteral("fresh"))};
    LOGIN(SshRoute{host});
    watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("once")}; };
    pipe.open("cat");
    VERIFY_OPENED();
    QVERIFY(!QFile::exists(host.userKnownHostsFiles.first()));
    QCOMPARE(pipe.reconnectMeans(), ReconnectMeans::NeedsPerson);
}

void TestLibsshPipe::unknownHostKey_isRefusedWhereTheConfigurationIsStrict()
{
    SERVER(server);
    SshHostConfig host = hostOf(server);
    host.userKnownHostsFiles = {server.filePath(QStringLiteral("fresh"))};
    host.hostKeyCheck = SshHostConfig::HostKeyCheck::Strict;
    LOGIN(SshRoute{host});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::HostKeyUnknown);
    QVERIFY(watcher.reason.detail.contains(QLatin1String("SHA256:")));
    QVERIFY(watcher.questions.empty());
}

void TestLibsshPipe::unknownHostKey_isTakenWhereTheConfigurationSaysSo()
{
    SERVER(server);
    SshHostConfig host = hostOf(server);
    host.userKnownHostsFiles = {server.filePath(QStringLiteral("fresh"))};
    host.hostKeyCheck = SshHostConfig::HostKeyCheck::AcceptNew;
    host.hashKnownHosts = true;
    LOGIN(SshRoute{host});
    pipe.open("cat");
    VERIFY_OPENED();
    QVERIFY(watcher.questions.empty());
    QVERIFY(readFile(host.userKnownHostsFiles.first()).startsWith("|1|"));
}

void TestLibsshPipe::changedHostKey_isRefusedWithBothFingerprints()
{
    SERVER(server);
    const QByteArray before = readFile(server.knownHostsFile());
    const HostKey old{"ssh-ed25519", QByteArray::fromBase64(before.simplified().split(' ').value(2))};
    const QString stale = server.filePath(QStringLiteral("stale"));
    server.stop();
    server.renewHostKeys();
    QCOMPARE(server.start(), QString());
    SshHostConfig host = hostOf(server);
    QFile file(stale);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# mine\n" + host.hostKeyName().toUtf8() + " ssh-ed25519 " + old.blob.toBase64() + "\n");
    file.close();
    host.userKnownHostsFiles = {stale};
    host.hostKeyCheck = SshHostConfig::HostKeyCheck::Off; // even then
    LOGIN(SshRoute{host});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::HostKeyChanged);
    QVERIFY2(watcher.reason.detail.contains(old.fingerprint()), qPrintable(watcher.reason.detail));
    QVERIFY(watcher.reason.detail.contains(stale + QLatin1String(":2")));
    QCOMPARE(watcher.reason.detail.count(QLatin1String("SHA256:")), 2);
}

void TestLibsshPipe::revokedHostKey_isRefused()
{
    SERVER(server);
    SshHostConfig host = hostOf(server);
    const QString revoked = server.filePath(QStringLiteral("revoked"));
    QFile file(revoked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("@revoked * " + readFile(server.hostKeyFile() + QLatin1String(".pub")));
    file.close();
    host.globalKnownHostsFiles = {revoked};
    LOGIN(SshRoute{host});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::HostKeyRevoked);
    QVERIFY(watcher.reason.detail.contains(revoked + QLatin1String(":1")));
}

void TestLibsshPipe::recordedKeyType_isAskedForFirst()
{
    SERVER(server, .hostKeyTypes = {QStringLiteral("ed25519"), QStringLiteral("rsa")});
    SshHostConfig host = hostOf(server);
    const QString only = server.filePath(QStringLiteral("only_rsa"));
    QFile file(only);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(host.hostKeyName().toUtf8() + ' ' +
               readFile(server.hostKeyFile(QStringLiteral("rsa")) + QLatin1String(".pub")));
    file.close();
    host.userKnownHostsFiles = {only};
    LOGIN(SshRoute{host});
    pipe.open("cat");
    VERIFY_OPENED();
    QVERIFY(watcher.questions.empty());
}

void TestLibsshPipe::jump_everyHostHasItsOwnKeyAndQuestions()
{
    SERVER(gate);
    SERVER(inner);
    SshRoute route{hostOf(gate, QStringLiteral("gate")), hostOf(inner, QStringLiteral("inner"))};
    route[0].userKnownHostsFiles = {gate.filePath(QStringLiteral("fresh"))};
    route[1].userKnownHostsFiles = {inner.filePath(QStringLiteral("fresh"))};
    LOGIN(route);
    watcher.reply = [](const LoginQuestion &) { return QStringList{QStringLiteral("yes")}; };
    pipe.open("echo $SSH_CONNECTION; cat");
    VERIFY_OPENED();
    QCOMPARE(watcher.questions.size(), size_t(2));
    QCOMPARE(watcher.questions[0].host, QStringLiteral("gate"));
    QCOMPARE(watcher.questions[1].host, QStringLiteral("inner"));
    QVERIFY(watcher.questions[0].fingerprint != watcher.questions[1].fingerprint);
    QTRY_VERIFY(watcher.out.endsWith(' ' + QByteArray::number(inner.port()) + '\n'));
    pipe.write("through two\n");
    QTRY_VERIFY(watcher.out.endsWith("through two\n"));
    gate.endSessions();
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Disconnected);
}

void TestLibsshPipe::jump_failureNamesItsHost()
{
    SERVER(gate);
    SERVER(inner);
    const SshRoute route{hostOf(gate, QStringLiteral("gate")), hostOf(inner, QStringLiteral("inner"))};
    inner.stop();
    LOGIN(route);
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Unreachable);
    QCOMPARE(watcher.progress.back().host, QStringLiteral("inner"));
    QVERIFY(!watcher.reason.detail.isEmpty());
}

void TestLibsshPipe::jump_carriesManyBytes()
{
    SERVER(gate);
    SERVER(inner);
    LOGIN((SshRoute{hostOf(gate), hostOf(inner)}));
    watcher.keep = false;
    pipe.open("head -c 50000000 /dev/zero; cat | wc -c");
    VERIFY_OPENED();
    QTRY_COMPARE_WITH_TIMEOUT(watcher.total, 50'000'000, 60000);
}

void TestLibsshPipe::largeOutput_arrivesWhole()
{
    SERVER(server);
    LOGIN(SshRoute{hostOf(server)});
    watcher.keep = false;
    pipe.open("head -c 200000000 /dev/zero; echo done");
    QTRY_COMPARE_WITH_TIMEOUT(watcher.closedCount, 1, 60000);
    QCOMPARE(watcher.total, 200'000'005);
}

void TestLibsshPipe::largeInput_arrivesWhole()
{
    SERVER(server);
    LOGIN(SshRoute{hostOf(server)});
    pipe.write("early ");
    pipe.open("head -c 20000006 | tee /dev/stderr 2>/dev/null | md5sum");
    VERIFY_OPENED();
    QByteArray bytes(20'000'000, 'x');
    for (qsizetype i = 0; i < bytes.size(); i += 7)
        bytes[i] = char(i);
    pipe.write(bytes);
    QVERIFY(pipe.pendingBytes() > 0);
    const QByteArray sum = QCryptographicHash::hash("early " + bytes, QCryptographicHash::Md5).toHex();
    QTRY_VERIFY_WITH_TIMEOUT(watcher.out.contains("-"), 30000);
    QVERIFY2(watcher.out.startsWith(sum), watcher.out);
    QCOMPARE(pipe.pendingBytes(), 0);
}

void TestLibsshPipe::refusedChannel_isSaid()
{
    SERVER(server, .maxSessions = 0);
    LOGIN(SshRoute{hostOf(server)});
    pipe.open("cat");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Refused);
    QVERIFY2(watcher.reason.detail.contains(QLatin1String("open failed")), qPrintable(watcher.reason.detail));
}

void TestLibsshPipe::endOfTheCommand_isToldOnceWithItsWords()
{
    SERVER(server, .maxSessions = 1);
    LOGIN(SshRoute{hostOf(server)});
    pipe.open("echo out; echo no such shell >&2; exit 3");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.out, QByteArray("out\n"));
    QCOMPARE(watcher.reason.kind, ErrorKind::Disconnected);
    QVERIFY2(watcher.reason.detail.contains(QLatin1String("exit status 3")), qPrintable(watcher.reason.detail));
    QVERIFY(watcher.reason.detail.contains(QLatin1String("no such shell")));
    pipe.close();
    pipe.write("late");
    QCoreApplication::sendPostedEvents();
    QCOMPARE(watcher.closedCount, 1);
}

void TestLibsshPipe::killedConnection_isNoticed()
{
    SERVER(server);
    LOGIN(SshRoute{hostOf(server)});
    pipe.open("cat");
    VERIFY_OPENED();
    server.endSessions();
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Disconnected);
}

void TestLibsshPipe::closeInsideAReceiver_isHarmless()
{
    SERVER(server);
    LOGIN(SshRoute{hostOf(server)});
    connect(&pipe, &BytePipe::received, &pipe, &BytePipe::close);
    pipe.open("head -c 3000000 /dev/zero");
    QTRY_COMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::Cancelled);
    const qint64 total = watcher.total;
    QCoreApplication::sendPostedEvents();
    QCOMPARE(watcher.total, total);
}

void TestLibsshPipe::destroyedAtAnyMoment_isHarmless()
{
    SERVER(gate);
    SERVER(inner);
    const SshRoute route{hostOf(gate), hostOf(inner)};
    for (int steps = 0; steps < 24; ++steps) {
        auto pipe = std::make_unique<LibsshPipe>(route);
        int left = steps;
        QObject counter;
        connect(pipe.get(), &BytePipe::progressed, &counter, [&] { --left; });
        connect(pipe.get(), &BytePipe::received, &counter, [&] { --left; });
        pipe->open("while echo x; do :; done");
        QTRY_VERIFY(left <= 0);
        pipe.reset();
    }
}

QTEST_GUILESS_MAIN(TestLibsshPipe)
#include "tst_libsshpipe.moc"
