// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probesource.h"
#include "backends/sources/probestep.h"
#include "resources/resources.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

constexpr JobId kJob{42};
const QByteArray kCheck = "probe check 42";

std::vector<NodeName> nodes()
{
    return {NodeName(QStringLiteral("n001")), NodeName(QStringLiteral("n002"))};
}

struct Bench
{
    FakeRelay relay;
    FakeClock clock;
    ProbeSource source{relay, clock};
    std::vector<Batch> batches;

    Bench()
    {
        source.setReconnectMs(50);
        QObject::connect(&source, &Source::batchReady, &source,
                         [this](const Batch &batch) { batches.push_back(batch); });
    }
    ProbeStatus status() const
    {
        for (auto it = batches.rbegin(); it != batches.rend(); ++it) {
            if (!it->probes.empty())
                return it->probes.back();
        }
        return {};
    }
    int columns(const char *metric) const
    {
        int count = 0;
        for (const Batch &batch : batches) {
            for (const SampleColumn &column : batch.samples)
                count += column.metric.value == QLatin1String(metric) ? 1 : 0;
        }
        return count;
    }
    FakeRelay::Stream stream() const { return relay.streams().back(); }
    void say(const QByteArray &text) { emit relay.streamData(stream().id, text); }
    void fail(int status, const QByteArray &err, ErrorKind kind = ErrorKind::Internal)
    {
        const RequestId id = stream().id;
        emit relay.streamError(id, err);
        relay.endStream(id, status, Error{kind, {}});
    }
};

} // namespace

class TestProbeSource : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void watched_startsOneStepAndTicks();
    void answers_becomeColumns();
    void splitLines_areJoined();
    void command_asksForNothingOfItsOwn();
    void busyGpus_areLeftToTheJob_data();
    void busyGpus_areLeftToTheJob();
    void command_survivesTheShell();
    void oldStep_isWaitedFor();
    void silentNode_isNoticed();
    void otherUsersJob_isRefusedInSlurmsWords();
    void refusal_isNotTriedAgain();
    void noSlurm_isSaid();
    void endedJob_isSaid();
    void pendingJob_isWaitedFor();
    void lostConnection_isReconnectedWithoutASecondStep();
    void unwatched_endsByTheEndOfInput();
    void otherNodes_startAnew();
};

void TestProbeSource::initTestCase()
{
    initResources();
}

void TestProbeSource::watched_startsOneStepAndTicks()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n42.batch|batch\n42.0|train\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Starting);
    QVERIFY(bench.stream().lines.isEmpty());
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Running);
    QCOMPARE(bench.status().rung, ProbeRung::OverlapStep);
    QTRY_VERIFY(bench.stream().lines.size() >= 3);
    QCOMPARE(bench.stream().lines.mid(0, 3), (QList<QByteArray>{"1 300", "2", "3"}));
    bench.source.watch(kJob, nodes(), 300);
    QCOMPARE(bench.relay.streams().size(), std::size_t(1));
}

void TestProbeSource::answers_becomeColumns()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    bench.say("0: P1 t=1 u=10 l=1\n1: P1 t=1 u=20 l=2\n");
    QCOMPARE(bench.columns("cpu.load1"), 1);
    QTRY_VERIFY(bench.stream().lines.size() >= 2);
    bench.clock.advance(300);
    bench.say("0: P1 t=2 u=10.3 l=1\n1: P1 t=2 u=20.3 l=2\n");
    QCOMPARE(bench.columns("cpu.load1"), 2);
}

void TestProbeSource::splitLines_areJoined()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    for (const char byte :
         QByteArray("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n0: P1 t=1 u=10 l=1\n1: P1 t=1 u=20 l=2\n"))
        bench.say(QByteArray(1, byte));
    QCOMPARE(bench.columns("cpu.load1"), 1);
}

void TestProbeSource::command_asksForNothingOfItsOwn()
{
    for (const GpuAccess access : {GpuAccess::Shared, GpuAccess::None}) {
        const QByteArray command = probeCommand(kJob, 16, "echo 'x'", access);
        for (const char *option : {" --overlap ", " --jobid=42 ", " -N16 ", " --ntasks-per-node=1 ", " --mem=0 ",
                                   " -J paceline ", " --kill-on-bad-exit=0 ", " -l ", " -u "})
            QVERIFY2(command.contains(option), option);
        QCOMPARE(command.contains(" --gres=none "), access == GpuAccess::None);
        QCOMPARE(command.contains(" --immediate="), access == GpuAccess::Shared);
    }
}

void TestProbeSource::busyGpus_areLeftToTheJob_data()
{
    QTest::addColumn<QByteArray>("err");
    QTest::addColumn<bool>("waits");
    QTest::newRow("srun gives up") << QByteArray(
                                          "srun: error: Unable to create step for job 42: Requested nodes are busy\n")
                                   << false;
    QTest::newRow("srun of before 22.05 waits")
        << QByteArray("srun: Job 42 step creation temporarily disabled, retrying (Requested nodes are busy)\n") << true;
    QTest::newRow("a site that wants them asked for")
        << QByteArray("srun: error: Unable to create step for job 42: Invalid generic resource (gres) specification\n")
        << false;
}

void TestProbeSource::busyGpus_areLeftToTheJob()
{
    QFETCH(QByteArray, err);
    QFETCH(bool, waits);
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    const RequestId first = bench.stream().id;
    QVERIFY(bench.stream().request.command.contains("--immediate="));
    emit bench.relay.streamError(first, err);
    QVERIFY(bench.stream().stopped);
    bench.relay.endStream(first, waits ? 137 : 1, Error{ErrorKind::Internal, {}});
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(2));
    QVERIFY(bench.stream().request.command.contains("--gres=none"));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Running);
}

void TestProbeSource::command_survivesTheShell()
{
    // A srun of the test's own runs what it is given, so that the quoting is the shell's own judgement.
    QTemporaryDir folder;
    QFile srun(folder.filePath(QStringLiteral("srun")));
    QVERIFY(srun.open(QIODevice::WriteOnly));
    srun.write("#!/bin/sh\nwhile [ $# -gt 3 ]; do shift; done\nexec \"$@\"\n");
    srun.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    srun.close();
    QProcess shell;
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), folder.path() + QStringLiteral(":/usr/bin:/bin"));
    environment.insert(QStringLiteral("SLURMD_NODENAME"), QStringLiteral("it's"));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QString::fromUtf8(probeCommand(kJob, 1, probeScript(), GpuAccess::None))});
    shell.write("17\n");
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(10'000));
    QCOMPARE(shell.exitCode(), 0);
    const QByteArray out = shell.readAllStandardOutput();
    QVERIFY2(out.startsWith("P1 node=it's step=\nP1 t=17 ") && out.contains("\nP1 t=17 u="),
             (out + shell.readAllStandardError()).constData());
}

void TestProbeSource::oldStep_isWaitedFor()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n42.0|train\n42.3|paceline\n");
    bench.relay.script(kCheck, "RUNNING|2\n42.0|train\n42.4|not|paceline\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE_WITH_TIMEOUT(bench.relay.count(kCheck), 2, 10'000);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    QCOMPARE(bench.relay.count(kCheck), 2);
}

void TestProbeSource::silentNode_isNoticed()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    bench.say("0: P1 t=1 u=10 l=1\n");
    bench.clock.advance(5000);
    QTRY_COMPARE(bench.status().silentNodes, (std::vector<NodeName>{NodeName(QStringLiteral("n002"))}));
    QVERIFY(bench.status().silentSinceMs > 0);
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Running);
    const int tick = bench.stream().lines.back().split(' ').front().toInt();
    bench.say("1: P1 t=" + QByteArray::number(tick) + " u=20 l=1\n");
    QTRY_VERIFY(bench.status().silentNodes.empty());
    QCOMPARE(bench.status().silentSinceMs, 0);
}

void TestProbeSource::otherUsersJob_isRefusedInSlurmsWords()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.fail(1, "srun: error: Unable to create step for job 42: Access/permission denied\n");
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Stopped);
    QCOMPARE(bench.status().rung, ProbeRung::QueueOnly);
    QCOMPARE(bench.status().why->kind, ErrorKind::Refused);
    QCOMPARE(bench.status().why->detail,
             QStringLiteral("srun: error: Unable to create step for job 42: Access/permission denied"));
}

void TestProbeSource::refusal_isNotTriedAgain()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.fail(1, "srun: error: Unable to create step for job 42: Access/permission denied\n");
    bench.source.watch(kJob, nodes(), 300);
    QCOMPARE(bench.relay.count(kCheck), 1);
    bench.source.unwatch(kJob);
    bench.source.watch(kJob, nodes(), 300);
    QCOMPARE(bench.relay.count(kCheck), 2);
}

void TestProbeSource::noSlurm_isSaid()
{
    Bench bench;
    bench.relay.script(kCheck, CommandOutput{127, {}, "sh: 1: squeue: not found\n", false});
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.status().phase, ProbeStatus::Phase::Stopped);
    QCOMPARE(bench.status().why->kind, ErrorKind::NoSlurm);
}

void TestProbeSource::endedJob_isSaid()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.relay.script(kCheck, CommandOutput{1, {}, "slurm_load_jobs error: Invalid job id specified\n", false});
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    bench.fail(0, "0: slurmstepd-n001: error: *** STEP 42.6 ON n001 CANCELLED AT 2026-11-24T02:32:02 ***\n");
    QTRY_COMPARE_WITH_TIMEOUT(bench.status().phase, ProbeStatus::Phase::Stopped, 10'000);
    QCOMPARE(bench.status().why->kind, ErrorKind::JobEnded);
    QCOMPARE(bench.relay.streams().size(), std::size_t(1));
}

void TestProbeSource::pendingJob_isWaitedFor()
{
    Bench bench;
    bench.relay.script(kCheck, "PENDING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_VERIFY(bench.status().why.has_value());
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Starting);
    QCOMPARE(bench.status().why.value(), (Error{ErrorKind::JobEnded, QStringLiteral("PENDING")}));
    QVERIFY(bench.relay.streams().empty());
}

void TestProbeSource::lostConnection_isReconnectedWithoutASecondStep()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.relay.script(kCheck, failure(ErrorKind::Disconnected));
    bench.relay.script(kCheck, "RUNNING|2\n42.1|paceline\n");
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    bench.fail(-1, "", ErrorKind::Disconnected);
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Starting);
    QCOMPARE(bench.status().why->kind, ErrorKind::Disconnected);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(2));
    QCOMPARE(bench.relay.count(kCheck), 4); // not before the old step was gone
    bench.say("1: P1 node=n001 step=2\n0: P1 node=n002 step=2\n");
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Running);
    QVERIFY(!bench.status().why);
}

void TestProbeSource::unwatched_endsByTheEndOfInput()
{
    Bench bench;
    QSignalSpy allEnded(&bench.source, &ProbeSource::allEnded);
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.say("0: P1 node=n001 step=1\n1: P1 node=n002 step=1\n");
    bench.source.unwatchAll();
    if (allEnded.isEmpty()) {
        QVERIFY(bench.stream().stopped);
        bench.relay.endStream(bench.stream().id, 0, Error{ErrorKind::Cancelled, {}});
    }
    QTRY_COMPARE(allEnded.size(), 1);
    QCOMPARE(bench.status().phase, ProbeStatus::Phase::Off);
    QCOMPARE(bench.source.running(), 0);
}

void TestProbeSource::otherNodes_startAnew()
{
    Bench bench;
    bench.relay.script(kCheck, "RUNNING|2\n");
    bench.source.watch(kJob, nodes(), 300);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(1));
    bench.source.watch(kJob, {NodeName(QStringLiteral("n003"))}, 300);
    QVERIFY(bench.relay.streams().front().stopped);
    QTRY_COMPARE(bench.relay.streams().size(), std::size_t(2));
    QVERIFY(bench.stream().request.command.contains(" -N1 "));
}

QTEST_GUILESS_MAIN(TestProbeSource)
#include "tst_probesource.moc"
