// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/slurmsource.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"
#include "tests/support/fixtures.h"

#include <QSignalSpy>
#include <QTest>

using namespace paceline;

static const QByteArray kIdentity =
    "alice\nslurm-wlm 22.05.8\nClusterName             = atlas\nSLURM_VERSION           = 22.05.8\n"
    "PartitionName=batch Default=NO Nodes=cpu1 State=UP\nPartitionName=gpu Default=YES Nodes=gpu1 State=UP\n";

static QByteArray row(int id, const QByteArray &state, const QByteArray &name = "train")
{
    const QByteArray number = QByteArray::number(id);
    return number + "\037" + number + "\037" + number + "\037N/A\037" + state +
           "\037alice\037physics\037normal\037gpu\037None\037gpu01\0371\03716\037N/A\0371:00:00\037"
           "1795420256\0371795420257\0371795423857\0371050\037" +
           name + "\037/home/alice\037/home/alice/train.sh\037(null)\036\n";
}

static QByteArray detail(int id, const QByteArray &state, const QByteArray &name = "train")
{
    const QByteArray number = QByteArray::number(id);
    return "JobId=" + number + " JobName=" + name + "\n   UserId=alice(1) GroupId=alice(1)\n   JobState=" + state +
           " Reason=None Dependency=(null)\n   Restarts=0 ExitCode=0:0\n   Command=/x\n   WorkDir=/w\n   "
           "StdErr=/w/%x-%N\n   StdIn=/dev/null\n"
           "   StdOut=/w/slurm-" +
           number + ".out\n   Power=\n   \n";
}

static Result<CommandOutput> failed(int status, const QByteArray &err)
{
    return CommandOutput{status, {}, err, false};
}

static const QByteArray kDown = "slurm_load_jobs error: Unable to contact slurm controller (connect failure)\n";

/// A source over a scripted relay, and everything that it said.
struct Bench
{
    FakeRelay relay;
    FakeClock clock;
    SlurmSource source{relay, clock};
    std::vector<Batch> batches;

    Bench()
    {
        source.setJitter([] { return 0.0; });
        relay.script("identity", kIdentity);
        QObject::connect(&source, &Source::batchReady, &source,
                         [this](const Batch &batch) { batches.push_back(batch); });
    }
    void advance(qint64 ms)
    {
        clock.advance(ms);
        source.tick();
    }
    std::shared_ptr<const JobList> jobs() const
    {
        for (auto it = batches.rbegin(); it != batches.rend(); ++it) {
            if (it->jobs)
                return it->jobs;
        }
        return nullptr;
    }
    std::vector<JobDetail> details() const
    {
        std::vector<JobDetail> all;
        for (const Batch &batch : batches)
            all.insert(all.end(), batch.details.begin(), batch.details.end());
        return all;
    }
    std::vector<Problem> problems() const
    {
        std::vector<Problem> all;
        for (const Batch &batch : batches)
            all.insert(all.end(), batch.problems.begin(), batch.problems.end());
        return all;
    }
    int lists() const
    {
        return int(std::count_if(batches.begin(), batches.end(), [](const Batch &b) { return b.jobs != nullptr; }));
    }
};

class TestSlurmSource : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsAskedUntilSomebodyLooks();
    void tellsWhoWeAreFirst();
    void queueIsAskedOncePerPeriod();
    void neverTwiceWithinTenSeconds();
    void neverASecondPollWhileOneIsUnderWay();
    void failureKeepsTheDataAndIsToldOnceAndCleared();
    void aFailingControllerIsAskedEverLessOften();
    void aSlowControllerIsAskedLessOften();
    void aMissingLinkIsNoProblemOfSlurm();
    void aNewLinkIsUsedAtOnce();
    void nothingIsAskedWhilePaused();
    void hostWithoutSlurmSaysSo();
    void gpusOfStartedJobsAreAskedOnce();
    void nodesComeWithTheDefaultPartition();
    void watchedJobIsAskedEveryThirtySeconds();
    void watchedJobIsAskedWhenItsStateChanges();
    void aJobThatLeftTheQueueGetsItsLastWordFromScontrol();
    void aForgottenJobGetsItsLastWordFromAccounting();
    void aRequeuedJobIsFollowedAgain();
    void anUnknownJobIsAProblemOfThatJob();
    void nameAndPathsOfADetailAreMadeWhole();
    void commandsQuoteAndIgnoreTheUsersSettings();
};

void TestSlurmSource::nothingIsAskedUntilSomebodyLooks()
{
    Bench bench;
    bench.advance(600'000);
    bench.source.refresh();
    QVERIFY(bench.relay.keys().isEmpty());
}

void TestSlurmSource::tellsWhoWeAreFirst()
{
    Bench bench;
    bench.source.setQueueInterest(true, 30'000);
    QTRY_VERIFY(!bench.batches.empty());
    QCOMPARE(bench.relay.keys().first(), QByteArray("identity"));
    QCOMPARE(bench.batches[0].userName, QStringLiteral("alice"));
    QCOMPARE(bench.batches[0].clusterName, QStringLiteral("atlas"));
    QCOMPARE(bench.batches[0].slurmVersion, QStringLiteral("22.05.8"));
    bench.advance(600'000);
    QCOMPARE(bench.relay.count("identity"), 1);
}

void TestSlurmSource::queueIsAskedOncePerPeriod()
{
    Bench bench;
    bench.relay.script("squeue", row(1, "PENDING"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.lists(), 1);
    QCOMPARE(bench.jobs()->jobs.size(), 1u);
    QCOMPARE(bench.jobs()->takenMs, bench.clock.nowMs());
    bench.advance(29'000);
    QCOMPARE(bench.relay.count("squeue"), 1);
    bench.advance(1'000);
    QCOMPARE(bench.relay.count("squeue"), 2);
    QTRY_COMPARE(bench.lists(), 2);
    bench.source.setQueueInterest(false);
    bench.advance(600'000);
    QCOMPARE(bench.relay.count("squeue"), 2);
}

void TestSlurmSource::neverTwiceWithinTenSeconds()
{
    Bench bench;
    bench.relay.script("squeue", row(1, "PENDING"));
    bench.source.setQueueInterest(true, 1'000);
    QTRY_COMPARE(bench.lists(), 1);
    bench.source.refresh();
    bench.advance(9'900);
    bench.source.refresh();
    bench.source.setQueueInterest(false);
    bench.source.setQueueInterest(true, 500);
    QCOMPARE(bench.relay.count("squeue"), 1);
    bench.advance(100);
    QCOMPARE(bench.relay.count("squeue"), 2);
}

void TestSlurmSource::neverASecondPollWhileOneIsUnderWay()
{
    Bench bench;
    bench.source.setQueueInterest(true, 30'000);
    bench.advance(600'000);
    bench.source.refresh();
    QCOMPARE(bench.relay.count("squeue"), 1);
    QVERIFY(bench.relay.answer("squeue", CommandOutput{0, row(1, "PENDING"), {}, false}));
    QTRY_COMPARE(bench.lists(), 1);
}

void TestSlurmSource::failureKeepsTheDataAndIsToldOnceAndCleared()
{
    Bench bench;
    bench.relay.script("squeue", row(1, "PENDING"));
    bench.relay.script("squeue", failed(1, kDown));
    bench.relay.script("squeue", failed(1, kDown));
    bench.relay.script("squeue", row(2, "PENDING"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.lists(), 1);
    bench.advance(30'000);
    QTRY_COMPARE(bench.problems().size(), 1u);
    QCOMPARE(bench.problems()[0].subject, Problem::Subject::Queue);
    QCOMPARE(bench.problems()[0].error.kind, ErrorKind::ControllerDown);
    QVERIFY(!bench.problems()[0].cleared);
    QCOMPARE(bench.lists(), 1); // nothing overwrites the last list
    bench.advance(60'000);
    QTRY_COMPARE(bench.relay.count("squeue"), 3);
    QCoreApplication::processEvents(); // what waits to be told
    QCOMPARE(bench.problems().size(), 1u);
    bench.advance(300'000);
    QTRY_COMPARE(bench.problems().size(), 2u);
    QVERIFY(bench.problems()[1].cleared);
    QTRY_COMPARE(bench.lists(), 2);
}

void TestSlurmSource::aFailingControllerIsAskedEverLessOften()
{
    PollSchedule schedule;
    schedule.setWanted(true, 30'000, 0);
    qint64 now = 0, before = 0;
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i) {
        QVERIFY(schedule.isDue(now));
        schedule.started(now);
        schedule.finished(PollSchedule::Outcome::Failed, now, 0);
        before = now;
        now = schedule.nextMs();
        waits.append(now - before);
    }
    QCOMPARE(waits, (QList<qint64>{30'000, 60'000, 120'000, 240'000, 300'000, 300'000, 300'000}));
    schedule.started(now);
    schedule.finished(PollSchedule::Outcome::Answered, now, 1.0);
    QCOMPARE(schedule.nextMs() - now, 33'000);
}

void TestSlurmSource::aSlowControllerIsAskedLessOften()
{
    PollSchedule schedule;
    schedule.setWanted(true, 30'000, 0);
    schedule.started(0);
    schedule.finished(PollSchedule::Outcome::Answered, 6'000, 0);
    QCOMPARE(schedule.nextMs(), 120'000);
}

void TestSlurmSource::aMissingLinkIsNoProblemOfSlurm()
{
    Bench bench;
    bench.relay.script("squeue", failure(ErrorKind::Disconnected));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.relay.count("squeue"), 1);
    QCoreApplication::processEvents(); // what waits to be told
    QVERIFY(bench.problems().empty());
}

void TestSlurmSource::aNewLinkIsUsedAtOnce()
{
    Bench bench;
    bench.relay.script("squeue", failure(ErrorKind::Disconnected));
    bench.relay.script("squeue", row(1, "PENDING"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.relay.waiting(), 0);
    QCoreApplication::processEvents(); // what waits to be told
    bench.clock.advance(2'000);
    emit bench.relay.ready();
    QTRY_COMPARE(bench.lists(), 1);
}

void TestSlurmSource::nothingIsAskedWhilePaused()
{
    Bench bench;
    bench.relay.script("squeue", row(1, "PENDING"));
    bench.source.pause();
    bench.source.setQueueInterest(true, 30'000);
    bench.source.watchJob(JobId{1});
    bench.advance(600'000);
    bench.source.refresh();
    QVERIFY(bench.relay.keys().isEmpty());
    bench.source.resume();
    QTRY_COMPARE(bench.lists(), 1);
}

void TestSlurmSource::hostWithoutSlurmSaysSo()
{
    Bench bench;
    bench.relay.script("squeue", failed(127, "sh: 1: squeue: not found\n"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.problems().size(), 1u);
    QCOMPARE(bench.problems()[0].error.kind, ErrorKind::NoSlurm);
}

void TestSlurmSource::gpusOfStartedJobsAreAskedOnce()
{
    Bench bench;
    bench.relay.script("squeue", row(1, "RUNNING") + row(2, "PENDING"));
    bench.relay.script("gpus", QByteArray("1\037cpu=16,gres/gpu=4,gres/gpu:a100=4\037\n"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.lists(), 2); // at once without, then with them
    QVERIFY(std::any_of(bench.batches.begin(), bench.batches.end(),
                        [](const Batch &b) { return b.jobs && b.jobs->gpusPending; }));
    QVERIFY(!bench.jobs()->gpusPending);
    QCOMPARE(bench.jobs()->jobs[0]->gpus, 4);
    QVERIFY(!bench.jobs()->jobs[1]->gpus);
    QVERIFY(bench.relay.command("gpus").contains("-j 1 "));
    bench.advance(30'000);
    QTRY_COMPARE(bench.lists(), 3);
    QCOMPARE(bench.jobs()->jobs[0]->gpus, 4);
    QCOMPARE(bench.relay.count("gpus"), 1);
}

void TestSlurmSource::nodesComeWithTheDefaultPartition()
{
    Bench bench;
    bench.relay.script("nodes", fixture(QStringLiteral("slurm/22.05.8/scontrol_show_node_o.txt")));
    bench.source.setNodesInterest(true, 60'000);
    QTRY_VERIFY(!bench.batches.empty() && bench.batches.back().nodes);
    QCOMPARE(bench.batches.back().nodes->nodes.size(), 6u);
    QCOMPARE(bench.batches.back().nodes->defaultPartition, QStringLiteral("gpu"));
    QCOMPARE(bench.relay.count("squeue"), 0);
}

void TestSlurmSource::watchedJobIsAskedEveryThirtySeconds()
{
    Bench bench;
    bench.relay.script("job 7", detail(7, "RUNNING"));
    bench.source.watchJob(JobId{7});
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.details().size(), 1u);
    bench.advance(29'000);
    QCOMPARE(bench.relay.count("job 7"), 1);
    bench.advance(1'000);
    QTRY_COMPARE(bench.details().size(), 2u);
    bench.source.unwatchJob(JobId{7});
    bench.advance(600'000);
    QCOMPARE(bench.relay.count("job 7"), 2);
}

void TestSlurmSource::watchedJobIsAskedWhenItsStateChanges()
{
    Bench bench;
    bench.relay.script("squeue", row(7, "PENDING"));
    bench.relay.script("squeue", row(7, "RUNNING"));
    bench.relay.script("gpus", QByteArray());
    bench.relay.script("job 7", detail(7, "PENDING"));
    bench.relay.script("job 7", detail(7, "RUNNING"));
    bench.source.setQueueInterest(true, 10'000);
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.details().size(), 1u);
    QTRY_COMPARE(bench.lists(), 1);
    bench.advance(10'000);
    QTRY_COMPARE(bench.details().size(), 2u);
    QCOMPARE(bench.details()[1].job.state, JobState::Running);
}

void TestSlurmSource::aJobThatLeftTheQueueGetsItsLastWordFromScontrol()
{
    Bench bench;
    bench.relay.script("squeue", row(7, "RUNNING"));
    bench.relay.script("squeue", QByteArray());
    bench.relay.script("gpus", QByteArray());
    bench.relay.script("job 7", detail(7, "RUNNING"));
    bench.relay.script("job 7", detail(7, "COMPLETED"));
    bench.source.setQueueInterest(true, 10'000);
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.details().size(), 1u);
    QTRY_COMPARE(bench.lists(), 2);
    bench.advance(10'000);
    QTRY_COMPARE(bench.details().size(), 2u);
    QCOMPARE(bench.details()[1].job.state, JobState::Completed);
    bench.advance(600'000); // an ended job is asked for no more
    QCOMPARE(bench.relay.count("job 7"), 2);
}

void TestSlurmSource::aForgottenJobGetsItsLastWordFromAccounting()
{
    Bench bench;
    const auto history = [](const QByteArray &state) {
        return "7\0377\037" + state +
               "\0371:0\0370:0\0371795420256\0371795420257\0371795423857\03760\03701:00:"
               "00\037gpu\037physics\037alice\037normal\0371\03716\037"
               "cpu=16,gres/gpu=4\037cpu=16,gres/gpu=4\037gpu01\037None\037/w\037train\n";
    };
    bench.relay.script("job 7", detail(7, "RUNNING"));
    bench.relay.script("job 7", failed(1, "slurm_load_jobs error: Invalid job id specified\n"));
    bench.relay.script("history 7", history("RUNNING")); // the database lags behind
    bench.relay.script("history 7", history("FAILED"));
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.details().size(), 1u);
    bench.advance(30'000);
    QTRY_COMPARE(bench.details().size(), 2u);
    bench.advance(10'000);
    QTRY_COMPARE(bench.details().size(), 3u);
    const Job job = bench.details()[2].job;
    QCOMPARE(job.state, JobState::Failed);
    QCOMPARE(job.exitCode, QStringLiteral("1:0"));
    QCOMPARE(job.endS, 1795423857);
    QCOMPARE(job.stdoutPath, QStringLiteral("/w/slurm-7.out"));
    QVERIFY(bench.problems().empty());
    bench.advance(600'000);
    QCOMPARE(bench.relay.count("history 7"), 2);
}

void TestSlurmSource::aRequeuedJobIsFollowedAgain()
{
    Bench bench;
    bench.relay.script("squeue", row(7, "RUNNING"));
    bench.relay.script("squeue", QByteArray());
    bench.relay.script("squeue", row(7, "PENDING"));
    bench.relay.script("gpus", QByteArray());
    bench.relay.script("job 7", detail(7, "RUNNING"));
    bench.relay.script("job 7", detail(7, "NODE_FAIL"));
    bench.relay.script("job 7", detail(7, "PENDING"));
    bench.source.setQueueInterest(true, 10'000);
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.lists(), 2);
    bench.advance(10'000);
    QTRY_COMPARE(bench.details().size(), 2u);
    QTRY_COMPARE(bench.lists(), 3);
    bench.advance(10'000);
    QTRY_COMPARE(bench.details().size(), 3u);
    QCOMPARE(bench.details()[2].job.state, JobState::Pending);
}

void TestSlurmSource::anUnknownJobIsAProblemOfThatJob()
{
    Bench bench;
    bench.relay.script("job 9", failed(1, "slurm_load_jobs error: Invalid job id specified\n"));
    bench.relay.script("history 9", QByteArray());
    bench.source.watchJob(JobId{9});
    QTRY_COMPARE(bench.problems().size(), 1u);
    QCOMPARE(bench.problems()[0].subject, Problem::Subject::Job);
    QCOMPARE(bench.problems()[0].job, JobId{9});
    QCOMPARE(bench.problems()[0].error.kind, ErrorKind::NotFound);
    for (int i = 0; i < 10; ++i) {
        bench.advance(300'000);
        QCoreApplication::processEvents(); // what waits to be told
    }
    QVERIFY(bench.relay.count("history 9") <= 4);
}

void TestSlurmSource::nameAndPathsOfADetailAreMadeWhole()
{
    Bench bench;
    bench.relay.script("squeue", row(7, "RUNNING", "x\n   UserId=root(0) y"));
    bench.relay.script("gpus", QByteArray());
    bench.relay.script("job 7", detail(7, "RUNNING", "x\n   UserId=root(0) y"));
    bench.source.setQueueInterest(true, 30'000);
    QTRY_COMPARE(bench.lists(), 2);
    bench.source.watchJob(JobId{7});
    QTRY_COMPARE(bench.details().size(), 1u);
    QCOMPARE(bench.details()[0].job.name, QStringLiteral("x\n   UserId=root(0) y"));
    QCOMPARE(bench.details()[0].job.user, QStringLiteral("alice"));
    QVERIFY(bench.details()[0].job.stderrPath.startsWith(QStringLiteral("/w/x\n")));
}

void TestSlurmSource::commandsQuoteAndIgnoreTheUsersSettings()
{
    SqueueFormat format;
    format.nonce = "abcd";
    const CommandRequest request = slurmQueueCommand(format);
    QVERIFY(request.command.contains("SLURM_TIME_FORMAT=%s"));
    QVERIFY(request.command.contains("SQUEUE_USERS"));
    QVERIFY(request.command.contains("'%A\037%i\037"));
    QVERIFY(request.command.endsWith("%k\036abcd'"));
    QCOMPARE(request.timeoutMs, 12'000);
    std::vector<JobId> many(1000, JobId{5});
    QVERIFY(slurmGpusCommand(many).command.size() < 2000);
}

QTEST_GUILESS_MAIN(TestSlurmSource)
#include "tst_slurmsource.moc"
