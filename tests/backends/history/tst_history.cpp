// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/history.h"
#include "backends/parsers/logs/logstream.h"
#include "tests/backends/history/historyjob.h"
#include "tests/backends/parsers/logs/expectedlog.h"
#include "tests/backends/store/comparerun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

using Saved = std::optional<SavedRun>;

template <class T>
Result<T> await(QFuture<Result<T>> answer)
{
    answer.waitForFinished();
    return answer.result();
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("data/history.sqlite")); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void run_comesBackBitForBit()
    {
        RunBuilder builder;
        builder.setSource(QStringLiteral("/scratch/job.out"), QStringLiteral("generic"));
        for (qint64 step = 0; step < 5000; ++step) {
            LogRecord r = lossRecord(step, step % 9 == 0 ? std::nan("") : 1.0 / double(step + 1));
            r.totalSteps = 5000;
            r.epoch = double(step) / 1000;
            r.timeSource = step % 3 == 0 ? TimeSource::None : TimeSource::Printed;
            if (step > 2000)
                r.metrics.push_back({QStringLiteral("rate"), double(step % 7), QStringLiteral("img/s"), {}});
            if (step % 11 == 0)
                r.metrics.push_back({QStringLiteral("x"), -std::numeric_limits<double>::infinity(), {}, {}});
            builder.append({r});
            if (step == 3333)
                builder.breakLine();
        }
        const auto run = builder.snapshot();
        const JobSnapshot job = snapshotOf(kJob, run);
        QCOMPARE(OpenHistory(path()).save(job).value(), RunWriter::Outcome::Written);
        const Saved saved = OpenHistory(path()).reader.load({kCluster, kJob}).value();
        QVERIFY(saved.has_value());
        QCOMPARE(runDifference(*saved->run, *run), QString());
        QCOMPARE(saved->place, *job.place);
        QVERIFY(!OpenHistory(path()).reader.load({kCluster, JobId{1}}).value());
        QVERIFY(!OpenHistory(path()).reader.load({ClusterId{QStringLiteral("other")}, kJob}).value());
    }

    void newRecords_standInTheJournalUntilTheirChunkIsFull()
    {
        OpenHistory history(path());
        RunBuilder builder;
        for (qint64 step = 0; step < 1100; step += 10) {
            builder.append(lossRecords(step, step + 10));
            const auto run = builder.snapshot();
            QVERIFY(history.save(snapshotOf(kJob, run)));
            const bool isFull = step + 10 >= 1024;
            QCOMPARE(history.count("SELECT count(*) FROM points") > 0, isFull);
            QCOMPARE(history.count("SELECT count(*) FROM journal"), isFull ? (step + 10 - 1020) / 10 : step / 10 + 1);
            const Saved saved = history.reader.load({kCluster, kJob}).value();
            QCOMPARE(runDifference(*saved->run, *run), QString());
        }
        // Nothing new is nothing to write.
        QVERIFY(history.save(snapshotOf(kJob, builder.snapshot())));
        QCOMPARE(history.count("SELECT count(*) FROM journal"), 8);
    }

    void savedRun_goesOnWithoutWritingTheOldRecordsAgain()
    {
        RunBuilder whole;
        whole.append(lossRecords(0, 1500));
        QVERIFY(OpenHistory(path()).save(snapshotOf(kJob, whole.snapshot())));
        OpenHistory history(path());
        const qint64 before = history.count("SELECT max(id) FROM points");
        const Saved saved = history.reader.load({kCluster, kJob}).value();
        history.writer.goOn(9, *saved);
        RunBuilder builder;
        builder.goOn(*saved->run);
        builder.append(lossRecords(1500, 1600));
        whole.append(lossRecords(1500, 1600));
        QCOMPARE(history.save(snapshotOf(kJob, builder.snapshot()), 9, kNowMs + RunWriter::kClaimMs).value(),
                 RunWriter::Outcome::Written);
        QCOMPARE(history.count("SELECT max(id) FROM points"), before);
        QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *whole.snapshot()), QString());
    }

    void recordsOfSeveralRanks_areReplacedInTheFileToo()
    {
        OpenHistory history(path());
        RunBuilder builder;
        for (qint64 step = 0; step < 30; ++step) {
            for (const int rank : {3, 1, 0, 2}) {
                LogRecord r = lossRecord(step, double(step) + rank);
                r.rank = rank;
                builder.append({r});
                const auto run = builder.snapshot();
                QVERIFY(history.save(snapshotOf(kJob, run)));
                QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *run), QString());
            }
        }
    }

    void shorterRun_replacesTheOldOne()
    {
        OpenHistory history(path());
        RunBuilder longer, shorter;
        longer.append(lossRecords(0, 3000));
        shorter.append(lossRecords(7, 20));
        QVERIFY(history.save(snapshotOf(kJob, longer.snapshot())));
        QVERIFY(history.save(snapshotOf(kJob, shorter.snapshot())));
        QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *shorter.snapshot()), QString());
    }

    void logCutAnywhere_goesOnFromTheHistoryAsTheRunReadWhole_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"hf-trainer", "keras-bar", "megatron-deepspeed--resume-rewind", "mmengine-json",
                                 "mlperf-mllog--srun-label", "pytorch-ddp", "tqdm-raw--ansi", "torchvision-ref"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void logCutAnywhere_goesOnFromTheHistoryAsTheRunReadWhole()
    {
        QFETCH(QString, name);
        const QByteArray once = loadExpectedLog(name).bytes;
        const QByteArray bytes = once + once;
        logs::LogStream all;
        RunBuilder whole;
        whole.append(all.feed(bytes, 1));
        OpenHistory history(path());
        for (qsizetype cut = 0; cut <= bytes.size(); cut += 1 + bytes.size() / 60) {
            logs::LogStream before;
            RunBuilder first, second;
            first.append(before.feed(bytes.first(cut), 1));
            const auto place = before.place();
            JobSnapshot job = snapshotOf(JobId{quint32(cut + 1)}, first.snapshot());
            job.place->offset = place.offset;
            job.place->line = place.line;
            job.place->segment = place.segment;
            job.place->state = place.state;
            QVERIFY(history.save(job));
            const Saved saved = history.reader.load({kCluster, job.job}).value();
            const LogPlace &from = saved->place;
            logs::LogStream after({{}, from.offset, from.line, from.segment, from.state});
            second.goOn(*saved->run);
            second.append(after.feed(bytes.sliced(from.offset), 1));
            const QString difference = runDifference(*second.snapshot(), *whole.snapshot());
            QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("cut at %1: %2").arg(cut).arg(difference)));
        }
    }

    void twoSessions_oneWrites_untilItLetsGo()
    {
        OpenHistory history(path());
        RunBuilder a, b;
        a.append(lossRecords(0, 10));
        b.append(lossRecords(0, 12));
        QCOMPARE(history.save(snapshotOf(kJob, a.snapshot()), 1).value(), RunWriter::Outcome::Written);
        QCOMPARE(history.save(snapshotOf(kJob, b.snapshot()), 2).value(), RunWriter::Outcome::HeldByAnother);
        QCOMPARE(history.reader.load({kCluster, kJob}).value()->run->size(), 10);
        QVERIFY(history.writer.release(1, {kCluster, kJob}));
        QCOMPARE(history.save(snapshotOf(kJob, b.snapshot()), 2).value(), RunWriter::Outcome::Written);
        QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *b.snapshot()), QString());
        QCOMPARE(history.save(snapshotOf(kJob, a.snapshot()), 1).value(), RunWriter::Outcome::HeldByAnother);
        QCOMPARE(history.save(snapshotOf(kJob, a.snapshot()), 1, kNowMs + RunWriter::kClaimMs).value(),
                 RunWriter::Outcome::Written);
        QCOMPARE(runDifference(*history.reader.load({kCluster, kJob}).value()->run, *a.snapshot()), QString());
    }

    void runsOfACluster_areListedNewestFirst()
    {
        OpenHistory history(path());
        RunBuilder builder;
        builder.setSource(QStringLiteral("/a.out"), QStringLiteral("generic"));
        builder.append(lossRecords(0, 10));
        for (const quint32 number : {7U, 9U, 8U}) {
            JobSnapshot job = snapshotOf(JobId{number}, builder.snapshot());
            job.detail = detailOf(job.job, QStringLiteral("train"), JobState::Completed, 100 + number);
            QVERIFY(history.save(job));
        }
        const auto runs = history.reader.runs(kCluster).value();
        QCOMPARE(runs.size(), 3);
        QCOMPARE(runs[0].job, JobId{9});
        QCOMPARE(runs[2].job, JobId{7});
        QCOMPARE(runs[0].name, QStringLiteral("train"));
        QCOMPARE(runs[0].path, QStringLiteral("/a.out"));
        QCOMPARE(runs[0].records, 10);
        QCOMPARE(runs[0].startS, 109);
        QVERIFY(runs[0].isFinished && !runs[0].endS);
    }

    void lastFinished_isTheNewestOfTheSameNameAndUser()
    {
        OpenHistory history(path());
        RunBuilder builder;
        builder.append(lossRecords(0, 10));
        const auto save = [&](quint32 number, const QString &name, JobState state) {
            JobSnapshot job = snapshotOf(JobId{number}, builder.snapshot());
            job.detail = detailOf(job.job, name, state, number);
            QVERIFY(history.save(job));
        };
        const QString train = QStringLiteral("train");
        save(1, train, JobState::Completed);
        save(2, train, JobState::Failed);
        save(3, QStringLiteral("other"), JobState::Completed);
        save(4, train, JobState::Running);
        save(5, train, JobState::Completed);
        const auto last = [&](const QString &user, JobId except) {
            return history.reader.lastFinished(kCluster, train, user, except, 0).value();
        };
        QCOMPARE(last(QStringLiteral("ada"), JobId{5})->key.job, JobId{2});
        QCOMPARE(last(QStringLiteral("ada"), JobId{4})->key.job, JobId{5});
        QVERIFY(!last(QStringLiteral("eve"), JobId{4}));
    }

    void history_savesOnItsThread_andAnswersFromIt()
    {
        RunBuilder builder;
        builder.append(lossRecords(0, 2000));
        auto job = std::make_shared<JobSnapshot>(snapshotOf(kJob, builder.snapshot()));
        job->detail = detailOf(kJob, QStringLiteral("train"), JobState::Completed, 5);
        {
            History history(path());
            history.save(kCluster, 1, job);
        } // its end saves what waits
        History history(path());
        const Saved saved = await(history.load({kCluster, kJob}, 2)).value();
        QCOMPARE(runDifference(*saved->run, *job->run), QString());
        QCOMPARE(await(history.look({kCluster, kJob})).value()->run->size(), 2000);
        const std::vector<SavedRunEntry> runs = await(history.runs(kCluster)).value();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs.front().gpus,
                 job->detail->job.gpus ? std::optional<qint64>(*job->detail->job.gpus) : std::nullopt);
        QCOMPARE(runs.front().speed, speedOf(*job->run));
        QCOMPARE(await(history.lastFinished(kCluster, QStringLiteral("train"), QStringLiteral("ada"), JobId{1}))
                     .value()
                     ->key.job,
                 kJob);
    }

    void corrections_areKept()
    {
        const RunKey key{kCluster, kJob};
        {
            History history(path());
            QVERIFY(await(history.correct(key, QStringLiteral("metric/l"), QStringLiteral("loss"))));
            QVERIFY(await(history.correct(key, QStringLiteral("metric/l"), QStringLiteral("val_loss"))));
        }
        History history(path());
        const auto all = await(history.corrections(key)).value();
        QCOMPARE(all, (QMap<QString, QString>{{QStringLiteral("metric/l"), QStringLiteral("val_loss")}}));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
