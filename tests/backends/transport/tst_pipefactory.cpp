// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/fallbackpipe.h"
#include "backends/transport/pipefactory.h"
#include "tests/backends/transport/pipewatcher.h"
#include "tests/support/sshserver.h"

#include <QFile>
#include <QTest>

using namespace paceline;

/// Which pipe serves which host.
class TestPipeFactory : public QObject
{
    Q_OBJECT
private slots:
    void badHostName_isRefusedBeforeAnythingRuns();
    void plainHost_isServedByTheLibrary();
    void whatOnlyOpenSshCanDo_isServedByItsProgram_data();
    void whatOnlyOpenSshCanDo_isServedByItsProgram();
    void openControlMaster_isUsed();
    void fallback_turnsToTheSecondWhenUnsupported();
    void fallback_leavesOtherErrorsAlone();
    void goneContext_isNotCalled();

private:
    Result<std::unique_ptr<BytePipe>> make(const PipeSpec &spec);
    static QString extend(const SshServer &server, const QByteArray &text);
};

Result<std::unique_ptr<BytePipe>> TestPipeFactory::make(const PipeSpec &spec)
{
    std::optional<Result<std::unique_ptr<BytePipe>>> made;
    makePipe(spec, this, [&](Result<std::unique_ptr<BytePipe>> result) { made = std::move(result); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(made, 20000); }();
    return made ? std::move(*made) : failure(ErrorKind::Internal);
}

/// The server's client configuration with more on top.
QString TestPipeFactory::extend(const SshServer &server, const QByteArray &text)
{
    QFile before(server.clientConfigFile());
    QFile after(server.filePath(QStringLiteral("extended")));
    if (!before.open(QIODevice::ReadOnly) || !after.open(QIODevice::WriteOnly))
        qFatal("no configuration");
    after.write(text + before.readAll());
    return after.fileName();
}

#define SERVER(name)                                                                                                   \
    SshServer name;                                                                                                    \
    if (const QString why = name.start(); !why.isEmpty())                                                              \
    QSKIP(qPrintable(why))

void TestPipeFactory::badHostName_isRefusedBeforeAnythingRuns()
{
    const auto made = make({.host = QStringLiteral("-oProxyCommand=touch /tmp/x")});
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Malformed);
}

void TestPipeFactory::plainHost_isServedByTheLibrary()
{
    SERVER(server);
    const auto made = make({.host = QStringLiteral("testhost"), .configFile = server.clientConfigFile()});
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
    QCOMPARE((*made)->objectName(), QStringLiteral("libssh"));
    PipeWatcher watcher(**made);
    (*made)->write("early\n");
    (*made)->open("cat");
    QTRY_VERIFY_WITH_TIMEOUT(watcher.isDecided(), 15000);
    QVERIFY2(watcher.opened, qPrintable(watcher.reason.detail));
    QTRY_COMPARE(watcher.out, QByteArray("early\n"));
    (*made)->close();
    QTRY_COMPARE(watcher.closedCount, 1);
}

void TestPipeFactory::whatOnlyOpenSshCanDo_isServedByItsProgram_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("ProxyCommand") << QByteArray("Host testhost\n ProxyCommand nc %h %p\n");
    QTest::newRow("PKCS11Provider") << QByteArray("Host testhost\n PKCS11Provider /usr/lib/token.so\n");
    QTest::newRow("HostbasedAuthentication") << QByteArray("Host testhost\n HostbasedAuthentication yes\n");
}

void TestPipeFactory::whatOnlyOpenSshCanDo_isServedByItsProgram()
{
    QFETCH(QByteArray, config);
    SERVER(server);
    PipeSpec spec{.host = QStringLiteral("testhost"), .configFile = extend(server, config)};
    const auto made = make(spec);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
    QVERIFY((*made)->objectName() != QLatin1String("libssh"));
    spec.kind = PipeSpec::Kind::Libssh; // who insists gets it
    const auto insisted = make(spec);
    QVERIFY(insisted.has_value());
    QCOMPARE((*insisted)->objectName(), QStringLiteral("libssh"));
}

void TestPipeFactory::openControlMaster_isUsed()
{
    SERVER(server);
    const QString socket = server.filePath(QStringLiteral("cm"));
    const QString config = extend(server, "Host testhost\n ControlPath " + socket.toUtf8() + "\n");
    const PipeSpec spec{.host = QStringLiteral("testhost"), .configFile = config};
    const auto before = make(spec);
    QVERIFY(before.has_value());
    QCOMPARE((*before)->objectName(), QStringLiteral("libssh"));
    QProcess master;
    master.start(QStringLiteral("ssh"), {QStringLiteral("-F"), config, QStringLiteral("-M"), QStringLiteral("-N"),
                                         QStringLiteral("testhost")});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(socket), 15000);
    const auto made = make(spec);
    master.terminate();
    master.waitForFinished();
    QVERIFY(made.has_value());
    QVERIFY((*made)->objectName() != QLatin1String("libssh"));
}

namespace {

class ScriptedPipe : public BytePipe
{
public:
    void open(const QByteArray &command) override { opened_ = command; }
    void write(const QByteArray &bytes) override { written += bytes; }
    qint64 pendingBytes() const override { return 0; }
    void close() override { emit closed({ErrorKind::Cancelled, {}}); }
    QByteArray opened_, written;
};

} // namespace

void TestPipeFactory::fallback_turnsToTheSecondWhenUnsupported()
{
    auto first = std::make_unique<ScriptedPipe>();
    ScriptedPipe *one = first.get();
    ScriptedPipe *two = nullptr;
    FallbackPipe pipe(std::move(first), [&two] {
        auto second = std::make_unique<ScriptedPipe>();
        second->setObjectName(QStringLiteral("second"));
        two = second.get();
        return second;
    });
    PipeWatcher watcher(pipe);
    pipe.write("early");
    pipe.open("command");
    QCOMPARE(one->opened_, QByteArray("command"));
    emit one->closed({ErrorKind::Unsupported, QStringLiteral("why")});
    QVERIFY(two);
    QCOMPARE(two->opened_, QByteArray("command"));
    QCOMPARE(pipe.objectName(), QStringLiteral("second"));
    QCOMPARE(watcher.closedCount, 0);
    QVERIFY(watcher.notes().contains(QStringLiteral("why")));
    emit two->opened();
    QCOMPARE(two->written, QByteArray("early"));
    emit two->closed({ErrorKind::Unsupported, {}});
    QCOMPARE(watcher.closedCount, 1);
}

void TestPipeFactory::fallback_leavesOtherErrorsAlone()
{
    auto first = std::make_unique<ScriptedPipe>();
    ScriptedPipe *one = first.get();
    FallbackPipe pipe(std::move(first), [] { return std::unique_ptr<BytePipe>(); });
    PipeWatcher watcher(pipe);
    pipe.open("command");
    emit one->closed({ErrorKind::AuthenticationFailed, {}});
    QCOMPARE(watcher.closedCount, 1);
    QCOMPARE(watcher.reason.kind, ErrorKind::AuthenticationFailed);
}

void TestPipeFactory::goneContext_isNotCalled()
{
    auto context = std::make_unique<QObject>();
    bool called = false;
    makePipe({.host = QStringLiteral("bad host")}, context.get(), [&](auto) { called = true; });
    makePipe({.host = QStringLiteral("somewhere"), .configFile = QStringLiteral("none")}, context.get(),
             [&](auto) { called = true; });
    context.reset();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestPipeFactory)
#include "tst_pipefactory.moc"
