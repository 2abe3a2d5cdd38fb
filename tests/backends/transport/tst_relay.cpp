// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/localpipe.h"
#include "backends/transport/piperelay.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <csignal>

using namespace paceline;

/// The relay's shell under each shell that may be /bin/sh, and its behaviour when things go wrong.
class TestRelay : public QObject
{
    Q_OBJECT
private slots:
    void eachShell_data();
    void eachShell();
    void loginShells_data();
    void loginShells();
    void noRelay_isShellUnusableWithWhatWasPrinted();
    void silentHost_isShellUnusableAfterATime();
    void hungHost_isNoticed();
    void deadMan_endsEverythingOnTheHost();
    void killedRelay_isDisconnectedAndLeavesNothing();
    void anyThread_mayAsk();
    void destroyedRelay_keepsItsPromises();
    void steadyUse_leavesNoZombies();
};

static constexpr int kWaitMs = 30000;

struct Host
{
    explicit Host(PipeRelayOptions options = {},
                  QStringList loginShell = {QStringLiteral("/bin/sh"), QStringLiteral("-c")})
        : relay(std::make_unique<LocalPipe>(std::move(loginShell)), std::move(options))
        , ready(&relay, &Relay::ready)
        , ended(&relay, &Relay::ended)
    {
        QObject::connect(&relay, &Relay::streamData, &relay,
                         [this](RequestId, const QByteArray &bytes) { out += bytes; });
        QObject::connect(&relay, &Relay::streamEnded, &relay,
                         [this](RequestId, int status, const Error &) { statuses += status; });
        relay.start();
    }
    bool isReadySoon()
    {
        return QTest::qWaitFor([this] { return !ready.isEmpty(); }, kWaitMs);
    }
    QByteArray outputOf(const QByteArray &command)
    {
        const auto pending = relay.run({.command = command});
        if (!QTest::qWaitFor([&] { return pending.result.isFinished(); }, kWaitMs) || !pending.result.result())
            return "no answer";
        return pending.result.result()->out;
    }
    ErrorKind reason() const { return ended.at(0).at(0).value<Error>().kind; }

    PipeRelay relay;
    QSignalSpy ready, ended;
    QByteArray out;
    QList<int> statuses;
};

static bool isRunning(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    return file.open(QIODevice::ReadOnly) && !file.readAll().contains(") Z ");
}

void TestRelay::eachShell_data()
{
    QTest::addColumn<QByteArray>("shell");
    QTest::newRow("sh") << QByteArray("/bin/sh");
    QTest::newRow("dash") << QByteArray("dash");
    QTest::newRow("bash") << QByteArray("bash");
    QTest::newRow("bash as sh") << QByteArray("bash --posix");
    QTest::newRow("busybox ash") << QByteArray("busybox sh");
    QTest::newRow("busybox ash, busybox tools") << QByteArray("env PATH=/tmp/paceline-test-busybox busybox sh");
}

void TestRelay::eachShell()
{
    QFETCH(QByteArray, shell);
    QTemporaryDir tools;
    if (shell.contains("busybox") && !QFile::exists(QStringLiteral("/bin/busybox")))
        QSKIP("no busybox");
    if (shell.contains("PATH=")) {
        for (const char *tool : {"base64", "mktemp", "mkfifo", "stat", "date", "renice", "setsid", "rm", "head", "dd",
                                 "cat", "sleep", "locale", "seq", "readlink", "grep", "busybox"})
            QFile::link(QStringLiteral("/bin/busybox"), tools.filePath(QLatin1String(tool)));
        shell.replace("/tmp/paceline-test-busybox", tools.path().toUtf8());
        QFile::link(QStringLiteral("/bin/busybox"), tools.filePath(QStringLiteral("sh")));
    }
    Host host({.shell = shell});
    QVERIFY(host.isReadySoon());
    const auto run = host.relay.run({.command = "printf 'a\\000b'; echo e >&2; exit 9"});
    QTRY_VERIFY_WITH_TIMEOUT(run.result.isFinished(), kWaitMs);
    QCOMPARE(run.result.result()->out, QByteArray("a\0b", 3));
    QCOMPARE(run.result.result()->err, QByteArray("e\n"));
    QCOMPARE(run.result.result()->exitStatus, 9);
    const QString path = tools.filePath(QStringLiteral("file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(200000, 'x') + "end");
    file.close();
    const auto pull = host.relay.pull({.path = path.toUtf8(), .offset = 199999});
    QTRY_VERIFY_WITH_TIMEOUT(pull.result.isFinished(), kWaitMs);
    QCOMPARE(pull.result.result()->bytes, QByteArray("xend"));
    QCOMPARE(pull.result.result()->size, 200003);
    const auto missing = host.relay.pull({.path = path.toUtf8() + "2"});
    QTRY_VERIFY_WITH_TIMEOUT(missing.result.isFinished(), kWaitMs);
    QCOMPARE(missing.result.result().error().kind, ErrorKind::NotFound);
    const auto late = host.relay.run({.command = "sleep 100", .timeoutMs = 300});
    QTRY_VERIFY_WITH_TIMEOUT(late.result.isFinished(), kWaitMs);
    QCOMPARE(late.result.result().error().kind, ErrorKind::TimedOut);
    const RequestId stream = host.relay.openStream({.command = "while read -r x; do echo \"<$x>\"; done; exit 4"});
    host.relay.sendLine(stream, "one");
    QTRY_COMPARE_WITH_TIMEOUT(host.out, QByteArray("<one>\n"), kWaitMs);
    host.relay.stopStream(stream, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(host.statuses, QList<int>{4}, kWaitMs);
    const RequestId flood = host.relay.openStream({.command = "seq 100000"});
    Q_UNUSED(flood)
    QTRY_COMPARE_WITH_TIMEOUT(host.statuses.size(), 2, kWaitMs);
    QCOMPARE(host.out.count('\n'), 100001);
    QVERIFY(host.out.endsWith("\n100000\n"));
}

void TestRelay::loginShells_data()
{
    QTest::addColumn<QString>("shell");
    for (const char *shell : {"/bin/sh", "/bin/bash", "/usr/bin/tcsh", "/usr/bin/fish", "/usr/bin/zsh", "/bin/ksh"})
        QTest::newRow(shell) << QString::fromLatin1(shell);
}

void TestRelay::loginShells()
{
    QFETCH(QString, shell);
    if (!QFile::exists(shell))
        QSKIP("not installed");
    Host host({}, {shell, QStringLiteral("-c")});
    QVERIFY(host.isReadySoon());
    QCOMPARE(host.outputOf("echo \"it's\" '!' $((1+1))"), QByteArray("it's ! 2\n"));
}

void TestRelay::noRelay_isShellUnusableWithWhatWasPrinted()
{
    Host host({}, {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                   QStringLiteral("echo This account is disabled; echo why >&2")});
    QTRY_COMPARE_WITH_TIMEOUT(host.ended.size(), 1, kWaitMs);
    QCOMPARE(host.reason(), ErrorKind::ShellUnusable);
    const QString detail = host.ended[0][0].value<Error>().detail;
    QVERIFY2(detail.contains(QLatin1String("This account is disabled")) && detail.contains(QLatin1String("why")),
             qPrintable(detail));
    QCOMPARE(host.ready.size(), 0);
}

void TestRelay::silentHost_isShellUnusableAfterATime()
{
    Host host({.readyTimeoutMs = 300},
              {QStringLiteral("/bin/sh"), QStringLiteral("-c"), QStringLiteral("echo Menu; exec sleep 100")});
    QTRY_COMPARE_WITH_TIMEOUT(host.ended.size(), 1, kWaitMs);
    QCOMPARE(host.reason(), ErrorKind::ShellUnusable);
    QVERIFY(host.ended[0][0].value<Error>().detail.contains(QLatin1String("Menu")));
}

void TestRelay::hungHost_isNoticed()
{
    Host host({.pingIntervalMs = 100, .silenceMs = 500});
    QVERIFY(host.isReadySoon());
    const qint64 pid = host.outputOf("cut -d' ' -f5 /proc/$PPID/stat").trimmed().toLongLong();
    QVERIFY(pid > 1);
    const auto pending = host.relay.run({.command = "sleep 100"});
    QVERIFY(::kill(pid_t(-pid), SIGSTOP) == 0);
    QTRY_COMPARE_WITH_TIMEOUT(host.ended.size(), 1, kWaitMs);
    ::kill(pid_t(-pid), SIGCONT);
    QCOMPARE(host.reason(), ErrorKind::Disconnected);
    QVERIFY(pending.result.isFinished());
    QCOMPARE(pending.result.result().error().kind, ErrorKind::Disconnected);
}

void TestRelay::deadMan_endsEverythingOnTheHost()
{
    Host host({.pingIntervalMs = 3600000, .deadManS = 1}); // a client that has vanished: it pings once
    QVERIFY(host.isReadySoon());
    const QByteArray outFile = host.outputOf("readlink /proc/$$/fd/1").trimmed();
    const QByteArray folder = outFile.left(outFile.lastIndexOf('/'));
    QVERIFY(folder.contains("/paceline."));
    const RequestId stream = host.relay.openStream({.command = "trap '' TERM HUP; echo $$; while :; do sleep 1; done"});
    Q_UNUSED(stream)
    QTRY_VERIFY_WITH_TIMEOUT(host.out.endsWith('\n'), kWaitMs);
    const qint64 pid = host.out.trimmed().toLongLong();
    QVERIFY(isRunning(pid));
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(pid), kWaitMs);
    QTRY_COMPARE_WITH_TIMEOUT(host.ended.size(), 1, kWaitMs);
    QCOMPARE(host.reason(), ErrorKind::Disconnected);
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(QString::fromUtf8(folder)), kWaitMs);
}

void TestRelay::killedRelay_isDisconnectedAndLeavesNothing()
{
    Host host({.deadManS = 1});
    QVERIFY(host.isReadySoon());
    const qint64 pid = host.outputOf("cut -d' ' -f5 /proc/$PPID/stat").trimmed().toLongLong();
    host.relay.openStream({.command = "echo $$; exec sleep 1000"});
    QTRY_VERIFY_WITH_TIMEOUT(host.out.endsWith('\n'), kWaitMs);
    QVERIFY(::kill(pid_t(pid), SIGKILL) == 0); // the shell alone; what it started does not hear of it
    QTRY_COMPARE_WITH_TIMEOUT(host.ended.size(), 1, kWaitMs);
    QCOMPARE(host.reason(), ErrorKind::Disconnected);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(host.out.trimmed().toLongLong()), kWaitMs);
}

void TestRelay::anyThread_mayAsk()
{
    auto *relay = new PipeRelay(std::make_unique<LocalPipe>());
    QThread thread;
    relay->moveToThread(&thread);
    connect(&thread, &QThread::finished, relay, &QObject::deleteLater);
    QSignalSpy ready(relay, &Relay::ready);
    thread.start();
    QMetaObject::invokeMethod(relay, &PipeRelay::start);
    std::vector<Pending<CommandOutput>> pending;
    for (int i = 0; i < 20; ++i)
        pending.push_back(relay->run({.command = "echo " + QByteArray::number(i)}));
    for (int i = 0; i < 20; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(pending[size_t(i)].result.isFinished(), kWaitMs);
        QCOMPARE(pending[size_t(i)].result.result()->out, QByteArray::number(i) + '\n');
    }
    thread.quit();
    QVERIFY(thread.wait(kWaitMs));
}

void TestRelay::destroyedRelay_keepsItsPromises()
{
    Pending<CommandOutput> pending;
    {
        Host host;
        QVERIFY(host.isReadySoon());
        pending = host.relay.run({.command = "sleep 100"});
    }
    QVERIFY(pending.result.isFinished());
    QCOMPARE(pending.result.result().error().kind, ErrorKind::Cancelled);
}

void TestRelay::steadyUse_leavesNoZombies()
{
    Host host({.pingIntervalMs = 200});
    QVERIFY(host.isReadySoon());
    const QByteArray relayPid = host.outputOf("cut -d' ' -f5 /proc/$PPID/stat").trimmed();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(host.outputOf("echo x"), QByteArray("x\n"));
    QTRY_VERIFY_WITH_TIMEOUT(
        host.outputOf("cat /proc/[0-9]*/stat 2>/dev/null | grep -c ') Z " + relayPid + " '").toInt() <= 2, kWaitMs);
}

QTEST_GUILESS_MAIN(TestRelay)
#include "tst_relay.moc"
