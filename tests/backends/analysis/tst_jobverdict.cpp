// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/verdict.h"
#include "backends/store/gridbuilder.h"
#include "widgets/format/units.h"
#include "widgets/format/verdicttext.h"

#include <QTest>
#include <cmath>

using namespace paceline;
using What = Statement::What;

namespace {

constexpr qint64 kNow = 1'700'000'000'000; // Tue 14 Nov 2023 22:13:20 UTC
constexpr qint64 kMinute = 60'000;

Job runningJob()
{
    Job job;
    job.id = JobId{7};
    job.name = QStringLiteral("train");
    job.state = JobState::Running;
    job.startS = (kNow - 60 * kMinute) / 1000;
    job.timeLimit = {TimeLimit::Kind::Minutes, 120};
    return job;
}

/// One record every ten seconds up to now, ten steps each: an hour of training.
struct Training
{
    int records = 360;
    double lossFrom = 9.8, lossTo = 2.3;
    double rate = 1000;
    int slowFrom = 1 << 20; ///< record from which on the rate is a tenth lower
    qint64 totalSteps = 4000;
};

std::vector<LogRecord> recordsOf(const Training &t)
{
    std::vector<LogRecord> records;
    for (int i = 0; i < t.records; ++i) {
        LogRecord r;
        r.line = r.lastLine = i + 1;
        r.step = i * 10;
        r.totalSteps = t.totalSteps;
        r.timeMs = kNow - qint64(t.records - i) * 10'000;
        r.timeSource = TimeSource::Printed;
        const double wobble = 0.02 * ((i * 7919) % 11 - 5);
        const double loss = t.lossTo + (t.lossFrom - t.lossTo) * std::exp(-5.0 * i / t.records) + wobble;
        const double rate = t.rate * (i >= t.slowFrom ? 0.9 : 1.0) + 30 * wobble;
        r.metrics = {{QStringLiteral("loss"), loss, {}, QStringLiteral("loss")},
                     {QStringLiteral("speed"), rate, QStringLiteral("samples/s"), QStringLiteral("samples_per_sec")}};
        records.push_back(r);
    }
    return records;
}

JobSnapshot snapshotOf(const std::vector<LogRecord> &records)
{
    RunBuilder builder;
    builder.setSource(QStringLiteral("/home/alice/slurm-7.out"), QStringLiteral("example"));
    builder.append(records);
    JobSnapshot snapshot;
    snapshot.job = JobId{7};
    snapshot.logRun = snapshot.run = builder.snapshot();
    auto log = std::make_shared<LogText>();
    log->state = LogText::State::Following;
    log->lastGrowthMs = kNow - 10'000;
    snapshot.log = log;
    snapshot.probe.rung = ProbeRung::OverlapStep;
    snapshot.probe.phase = ProbeStatus::Phase::Running;
    return snapshot;
}

QString headline(const Verdict &verdict)
{
    return withPlainSpaces(describe(verdict).headline);
}

} // namespace

class TestJobVerdict : public QObject
{
    Q_OBJECT
private slots:
    void healthyRun_isOneQuietLine()
    {
        const Job job = runningJob();
        const JobSnapshot snapshot = snapshotOf(recordsOf({}));
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QCOMPARE(verdict.severity, Severity::Well);
        QVERIFY(headline(verdict).startsWith(QLatin1String("Learning, loss fell from 9.")));
        const QString detail = withPlainSpaces(describe(verdict).detail);
        QVERIFY2(detail.contains(QStringLiteral("step 3 590 of 4 000 · ends about 22:20, 53 min before the limit")),
                 qPrintable(detail));
        QVERIFY2(detail.contains(QStringLiteral("samples/s")), qPrintable(detail));
        QVERIFY2(detail.endsWith(QStringLiteral(" · nothing to do")), qPrintable(detail));
    }
    void slowerRun_saysHowMuchAndSinceWhen()
    {
        const Job job = runningJob();
        Training t;
        t.slowFrom = 300;
        const JobSnapshot snapshot = snapshotOf(recordsOf(t));
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QCOMPARE(verdict.severity, Severity::Attention);
        QCOMPARE(headline(verdict), QStringLiteral("Learning, but 10 % slower since 22:03."));
    }
    void publishedRate_isSaidInThePlainLine()
    {
        const Job job = runningJob();
        const JobSnapshot snapshot = snapshotOf(recordsOf({}));
        PublishedRate published;
        published.metric = QStringLiteral("samples_per_sec");
        published.low = published.high = 1250;
        published.accelerators = 64;
        published.accelerator = QStringLiteral("A100");
        published.suite = QStringLiteral("MLPerf v2.0");
        published.publishers = {QStringLiteral("Dell")};
        published.isTrusted = true;
        const Verdict near = judgeJob(&job, &snapshot, kNow, {}, &published);
        QCOMPARE(near.severity, Severity::Well);
        const QString detail = withPlainSpaces(describe(near).detail);
        QVERIFY2(detail.contains(QStringLiteral("at 80 % of MLPerf v2.0 (Dell, 64 × A100)")), qPrintable(detail));
        published.low = 2000, published.high = 4000;
        published.publishers.append(QStringLiteral("Azure"));
        const Verdict below = judgeJob(&job, &snapshot, kNow, {}, &published);
        QCOMPARE(below.severity, Severity::Attention);
        QCOMPARE(headline(below), QStringLiteral("Learning, but at 25 to 50 % of MLPerf v2.0 (64 × A100)."));
        published.place = PublishedRate::Place::AboveLast;
        published.isTrusted = false;
        const Verdict beyond = judgeJob(&job, &snapshot, kNow, {}, &published);
        QCOMPARE(beyond.severity, Severity::Well);
        QVERIFY(beyond.find(What::BeyondPublished) && !beyond.find(What::BesidePublished));
        published.metric = QStringLiteral("tokens_per_sec"); // of another curve
        QVERIFY(!judgeJob(&job, &snapshot, kNow, {}, &published).find(What::BeyondPublished));
    }
    void runThatCannotFinish_namesTheStepAtTheLimit()
    {
        const Job job = runningJob();
        Training t;
        t.totalSteps = 20'000;
        const JobSnapshot snapshot = snapshotOf(recordsOf(t));
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        const Statement *limit = verdict.find(What::ReachesLimit);
        QVERIFY(limit);
        QVERIFY(std::abs(limit->a - 7200) < 50); // an hour is left, a step a second
        QCOMPARE(limit->b, 20'000.0);
        QVERIFY(!verdict.find(What::EndsBeforeLimit));
    }
    void unlimitedJob_hasNoSpareTime()
    {
        Job job = runningJob();
        job.timeLimit = {TimeLimit::Kind::Unlimited, 0};
        const JobSnapshot snapshot = snapshotOf(recordsOf({}));
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QVERIFY(verdict.find(What::EndsBeforeLimit));
        QVERIFY(std::isnan(verdict.find(What::EndsBeforeLimit)->b));
    }
    void nanLoss_failsAndSaysWhere()
    {
        const Job job = runningJob();
        std::vector<LogRecord> records = recordsOf({});
        for (std::size_t i = 350; i < records.size(); ++i)
            records[i].metrics[0].value = std::nan("");
        const JobSnapshot snapshot = snapshotOf(records);
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QCOMPARE(verdict.severity, Severity::Failed);
        QCOMPARE(headline(verdict), QStringLiteral("The loss is not a number since step 3 500."));
    }
    void fewPoints_admitIt()
    {
        const Job job = runningJob();
        Training t;
        t.records = 5;
        const JobSnapshot snapshot = snapshotOf(recordsOf(t));
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QVERIFY(verdict.find(What::TooFewPoints));
        QVERIFY(!verdict.find(What::TooFewPoints)->evidence.isEnough);
        QVERIFY(!verdict.find(What::Learning));
        QVERIFY(describe(verdict).detail.contains(QLatin1String("oo few points yet")));
    }
    void bufferedOutput_isNamedWithWhatMendsIt()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        auto log = std::make_shared<LogText>(*snapshot.log);
        log->blocks = OutputBlocks{8192, 40000};
        snapshot.log = log;
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        QCOMPARE(verdict.severity, Severity::Well);
        QString text = clauseText(*verdict.find(What::OutputInBlocks), kNow);
        text.replace(QChar::Nbsp, QLatin1Char(' '));
        QVERIFY2(text.contains(QLatin1String("every 40 s")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("PYTHONUNBUFFERED=1")), qPrintable(text));
        log->blocks.reset();
        QVERIFY(!judgeJob(&job, &snapshot, kNow).find(What::OutputInBlocks));
    }
    void silence_isToldFromStaleData()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        auto log = std::make_shared<LogText>(*snapshot.log);
        log->lastGrowthMs = kNow - 10 * kMinute;
        snapshot.log = log;
        const Verdict silent = judgeJob(&job, &snapshot, kNow);
        QVERIFY(silent.find(What::NoOutput));
        QCOMPARE(headline(silent), QStringLiteral("Learning, but no output since 22:03 (usually every 10 s)."));
        const Problem cut{Problem::Subject::Connection, {}, {ErrorKind::Disconnected, {}}, kNow - 10 * kMinute, false};
        const Verdict stale = judgeJob(&job, &snapshot, kNow, {cut});
        QVERIFY(!stale.find(What::NoOutput));
        QCOMPARE(stale.statements.front().what, What::Disconnected);
    }
    void silentNode_isNamed()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        snapshot.probe.nodes = {NodeName(QStringLiteral("n1")), NodeName(QStringLiteral("n2"))};
        snapshot.probe.silentNodes = {NodeName(QStringLiteral("n2"))};
        snapshot.probe.silentSinceMs = kNow - kMinute;
        QCOMPARE(headline(judgeJob(&job, &snapshot, kNow)), QStringLiteral("Learning, but n2 silent since 22:12."));
    }
    void idleNodeAmongWorkingOnes_isFound()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        const Entities nodes = nodeEntities(
            {NodeName(QStringLiteral("n1")), NodeName(QStringLiteral("n2")), NodeName(QStringLiteral("n3"))});
        GridBuilder grid(MetricId(QStringLiteral("cpu.busy")), nodes);
        for (int tick = 0; tick < 10; ++tick)
            grid.append(kNow - (10 - tick) * 2000, {80, 0.5F, kMissing});
        snapshot.grids.insert(MetricId(QStringLiteral("cpu.busy")), grid.snapshot());
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        const Statement *idle = verdict.find(What::NodesIdle);
        QVERIFY(idle);
        QCOMPARE(idle->texts, QStringList{QStringLiteral("n2")}); // a missing value is not idleness
    }
    void throttledAndIdleGpus_areNamed()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        const auto gpus = std::make_shared<const std::vector<Entity>>(std::vector<Entity>{
            {NodeName(QStringLiteral("n1")), Entity::Kind::Gpu, QStringLiteral("GPU-a"), QStringLiteral("0")},
            {NodeName(QStringLiteral("n1")), Entity::Kind::Gpu, QStringLiteral("GPU-b"), QStringLiteral("1")},
            {NodeName(QStringLiteral("n2")), Entity::Kind::Gpu, QStringLiteral("GPU-c"), QStringLiteral("0")}});
        const auto gridOf = [&](const char *name, auto valuesAt) {
            GridBuilder grid(MetricId(QLatin1String(name)), gpus);
            for (int tick = 0; tick < 40; ++tick)
                grid.append(kNow - (40 - tick) * 2000, valuesAt(tick));
            snapshot.grids.insert(MetricId(QLatin1String(name)), grid.snapshot());
        };
        gridOf("gpu.throttled", [](int tick) { return std::vector<float>{0, tick >= 10 ? 100.0F : 0.0F, kMissing}; });
        const Verdict verdict = judgeJob(&job, &snapshot, kNow);
        const Statement *hot = verdict.find(What::GpusThrottled);
        QVERIFY(hot);
        QCOMPARE(hot->texts, QStringList{QStringLiteral("n1/1")});
        QCOMPARE(hot->sinceMs, kNow - 30 * 2000);
        QCOMPARE(headline(verdict), QStringLiteral("Learning, but GPU 1 of n1 is throttled since 22:12."));
        gridOf("gpu.util", [](int) { return std::vector<float>{97, 96, 0}; });
        gridOf("gpu.throttled", [](int tick) { return std::vector<float>{tick == 39 ? 100.0F : 0.0F, 0, 0}; });
        const Verdict idle = judgeJob(&job, &snapshot, kNow);
        QVERIFY(!idle.find(What::GpusThrottled)); // one sample is no state
        QCOMPARE(headline(idle), QStringLiteral("Learning, but GPU 0 of n2 is idle."));
    }
    void refusedStep_saysWhatIsLeft()
    {
        const Job job = runningJob();
        JobSnapshot snapshot = snapshotOf(recordsOf({}));
        snapshot.probe.rung = ProbeRung::QueueOnly;
        snapshot.probe.phase = ProbeStatus::Phase::Stopped;
        snapshot.probe.why = Error{ErrorKind::Refused, {}};
        const QString detail = describe(judgeJob(&job, &snapshot, kNow)).detail;
        QVERIFY(
            detail.contains(QLatin1String("node counters from the queue only (Slurm refuses us a step in this job)")));
    }
    void waiting_tellsReasonAndStart()
    {
        Job job;
        job.state = JobState::Pending;
        job.reason = QStringLiteral("Priority");
        QCOMPARE(headline(judgeJob(&job, nullptr, kNow)),
                 QStringLiteral("Waiting: waits behind jobs of higher priority; no start estimated yet."));
        job.startS = kNow / 1000 + 1800;
        QCOMPARE(headline(judgeJob(&job, nullptr, kNow)),
                 QStringLiteral("Waiting: waits behind jobs of higher priority; expected to start in 30 min (22:43)."));
        job.reason = QStringLiteral("DependencyNeverSatisfied");
        QCOMPARE(judgeJob(&job, nullptr, kNow).severity, Severity::Attention);
    }
    void end_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("exitCode");
        QTest::addColumn<int>("severity");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, JobState state, const char *exit, Severity severity, const char *words) {
            QTest::newRow(name) << int(state) << QString::fromLatin1(exit) << int(severity)
                                << QString::fromLatin1(words);
        };
        row("done", JobState::Completed, "0:0", Severity::Well, "Done at 22:12.");
        row("failed", JobState::Failed, "1:0", Severity::Failed, "Failed, exit code 1 at 22:12.");
        row("killed", JobState::Failed, "0:9", Severity::Failed, "Failed, killed by signal 9 (KILL) at 22:12.");
        row("out of memory", JobState::OutOfMemory, "0:125", Severity::Failed, "Out of memory at 22:12.");
        row("timeout", JobState::Timeout, "0:0", Severity::Failed, "Time limit reached at 22:12.");
        row("cancelled", JobState::Cancelled, "0:15", Severity::Idle, "Cancelled at 22:12.");
    }
    void end()
    {
        QFETCH(int, state);
        QFETCH(QString, exitCode);
        QFETCH(int, severity);
        Job job = runningJob();
        job.state = JobState(state);
        job.exitCode = exitCode;
        job.endS = (kNow - kMinute) / 1000;
        const Verdict verdict = judgeJob(&job, nullptr, kNow);
        QCOMPARE(int(verdict.severity), severity);
        QTEST(headline(verdict), "words");
    }
    void nothingKnown_isSaid()
    {
        const Verdict verdict = judgeJob(nullptr, nullptr, kNow);
        QCOMPARE(verdict.statements.front().what, What::JobUnknown);
        QVERIFY(headline(verdict).startsWith(QLatin1String("Not in the queue")));
    }
    void everyStatement_hasWords()
    {
        for (int what = 0; what <= int(What::BadRows); ++what) {
            Statement s;
            s.what = What(what);
            s.a = s.b = 3;
            s.sinceMs = kNow - kMinute;
            s.texts = QStringList{QStringLiteral("loss")};
            const QString words = clauseText(s, kNow);
            QVERIFY2(!words.isEmpty() && !words.contains(QLatin1Char('%') + QString::number(1)),
                     qPrintable(QString::number(what)));
        }
    }
};

QTEST_GUILESS_MAIN(TestJobVerdict)
#include "tst_jobverdict.moc"
