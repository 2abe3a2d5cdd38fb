// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/probe.h"
#include "tests/backends/sources/probeshell.h"

#include <QTemporaryDir>
#include <csignal>

using namespace paceline;
using namespace probeshell;

class TestProbeScript : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data();
    void oneLine_isOneSample();
    void longFile_isReadEveryTenthTickWhereSysShowsTheSame();
    void otherInterfacesInSys_areNotTrusted();
    void unreadableFiles_areSaidOnce();
    void endOfInput_endsWithStatusZero();
    void signal_endsWithStatusZero_data();
    void signal_endsWithStatusZero();
    void unwritableOutput_endsWithStatusZero();
    void slurmsNodeName_goesFirst();
    void thisMachine_isRead();
    void loop_startsNoProcess();
};

void TestProbeScript::initTestCase_data()
{
    addShells();
}

void TestProbeScript::oneLine_isOneSample()
{
    QTemporaryDir root;
    makeNode(QDir(root.path()));
    const Output output = sample(root.path(), "1\n2\n");
    QCOMPARE(output.status, 0);
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(
        output.lines,
        (QList<QByteArray>{"P1 node=n007 step=",
                           "P1 t=1 u=4321.07 c=11,12,13,14,15,16,17,18,19,20 l=0.75 m=2000,500 n=eth0:1000000001:2002 "
                           "s=15,15,15 j=123456,999 i=0,0,0,0,0",
                           "P1 t=2 u=4321.07 c=11,12,13,14,15,16,17,18,19,20 l=0.75 m=2000,500 n=eth0:1000000001:2002 "
                           "s=15,15,15 j=123456,999"}));
}

void TestProbeScript::longFile_isReadEveryTenthTickWhereSysShowsTheSame()
{
    QTemporaryDir root;
    const QDir dir(root.path());
    makeNode(dir);
    for (const char *name : {"lo", "eth0", "ib0"}) {
        put(dir, QStringLiteral("sys/class/net/%1/statistics/rx_bytes").arg(QLatin1String(name)), "1000000009\n");
        put(dir, QStringLiteral("sys/class/net/%1/statistics/tx_bytes").arg(QLatin1String(name)), "3000\n");
    }
    const Output output = sample(root.path(), "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
    QCOMPARE(output.status, 0);
    for (qsizetype tick = 1; tick <= 12; ++tick) {
        const bool isLong = tick % 10 == 1;
        QVERIFY2(output.lines[tick].contains(isLong ? " n=eth0:1000000001:2002 " : " n=eth0:1000000009:3000 "),
                 output.lines[tick].constData());
    }
}

void TestProbeScript::otherInterfacesInSys_areNotTrusted()
{
    QTemporaryDir root;
    const QDir dir(root.path());
    makeNode(dir); // the machine's /sys in a container: eth0 is another one
    for (const char *name : {"lo", "eth0", "eth1"}) {
        put(dir, QStringLiteral("sys/class/net/%1/statistics/rx_bytes").arg(QLatin1String(name)), "9999999999\n");
        put(dir, QStringLiteral("sys/class/net/%1/statistics/tx_bytes").arg(QLatin1String(name)), "9999999999\n");
    }
    for (const QByteArray &line : sample(root.path(), "1\n2\n3\n").lines.mid(1))
        QVERIFY2(line.contains(" n=eth0:1000000001:2002 "), line.constData());
}

void TestProbeScript::unreadableFiles_areSaidOnce()
{
    QTemporaryDir root;
    makeNode(QDir(root.path()));
    QFile::remove(root.filePath(QStringLiteral("proc/loadavg")));
    QFile::remove(root.filePath(QStringLiteral("proc/stat")));
    const Output output = sample(root.path(), "1\n2\n");
    QCOMPARE(output.status, 0);
    QCOMPARE(output.err, QByteArray());
    QCOMPARE(output.lines[1], QByteArray("P1 t=1 u=4321.07 m=2000,500 n=eth0:1000000001:2002 s=15,15,15 j=123456,999 "
                                         "i=0,0,0,0,0 a=stat,loadavg"));
    QCOMPARE(output.lines[2], QByteArray("P1 t=2 u=4321.07 m=2000,500 n=eth0:1000000001:2002 s=15,15,15 j=123456,999"));
    const Output nothing = sample(QStringLiteral("/nonexistent"), "1\n2\n");
    QCOMPARE(nothing.status, 0);
    QCOMPARE(nothing.lines[1], QByteArray("P1 t=1 a=uptime,stat,loadavg,meminfo,net,pressure,job,mountstats"));
    QCOMPARE(nothing.lines[2], QByteArray("P1 t=2"));
}

void TestProbeScript::endOfInput_endsWithStatusZero()
{
    QCOMPARE(sample(QString(), "").status, 0);
    QCOMPARE(sample(QString(), "1\nhalf a line").status, 0);
}

void TestProbeScript::signal_endsWithStatusZero_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("HUP") << SIGHUP;
    QTest::newRow("INT") << SIGINT;
    QTest::newRow("TERM") << SIGTERM;
    QTest::newRow("USR1") << SIGUSR1;
    QTest::newRow("USR2") << SIGUSR2;
    QTest::newRow("ALRM") << SIGALRM;
    QTest::newRow("QUIT") << SIGQUIT;
}

void TestProbeScript::signal_endsWithStatusZero()
{
    QFETCH(int, signal);
    QProcess process;
    start(process, QString());
    QVERIFY(process.waitForReadyRead(10000)); // it has said who it is, so its traps are set
    ::kill(pid_t(process.processId()), signal);
    // A signal just before a shell's read() only counts after it: the next tick at the latest ends the probe.
    for (int tick = 1; tick <= 50 && !process.waitForFinished(100); ++tick)
        process.write("1\n");
    QCOMPARE(process.state(), QProcess::NotRunning);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProbeScript::unwritableOutput_endsWithStatusZero()
{
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    start(process, QString());
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProbeScript::slurmsNodeName_goesFirst()
{
    const Output output =
        sample(QString(), "", {QStringLiteral("SLURMD_NODENAME=gpu01"), QStringLiteral("SLURM_STEP_ID=3")});
    QCOMPARE(output.lines.front(), QByteArray("P1 node=gpu01 step=3"));
}

void TestProbeScript::thisMachine_isRead()
{
    const Output output = sample(QString(), "1\n");
    const auto line = parseProbeLine(output.closing(1));
    QVERIFY(line.has_value());
    QVERIFY2(line->sample.uptimeS && line->sample.cpu && line->sample.load1 && line->sample.memoryTotalKiB,
             output.closing(1).constData());
}

void TestProbeScript::loop_startsNoProcess()
{
    // Without a PATH nothing but builtins can run.
    QTemporaryDir root;
    makeNode(QDir(root.path()));
    const Output output = sample(root.path(), "1\n2\n", {QStringLiteral("PATH=/nonexistent")});
    QCOMPARE(output.status, 0);
    QVERIFY2(output.lines[2].startsWith("P1 t=2 u=4321.07 c=11,"), output.lines[2].constData());
}

QTEST_GUILESS_MAIN(TestProbeScript)
#include "tst_probescript.moc"
