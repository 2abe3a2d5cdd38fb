// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/ingest.h"
#include "backends/history/history.h"
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/patternset.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakerelay.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace paceline;

namespace {

constexpr JobId kJob{42};
const ClusterId kCluster{QStringLiteral("atlas")};
const QByteArray kPath = "/w/slurm-42.out";

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int step = from; step <= to; ++step)
        text += "epoch 0 step " + QByteArray::number(step) + " loss 1.5 step_time 1000ms\n";
    return text;
}

QByteArray detail(const QByteArray &path)
{
    return "JobId=42 JobName=train\n   UserId=alice(1) GroupId=alice(1)\n   JobState=RUNNING Reason=None "
           "Dependency=(null)\n   Restarts=0 ExitCode=0:0\n   Command=/x\n   WorkDir=/w\n   StdErr=" +
           path + "\n   StdIn=/dev/null\n   StdOut=" + path + "\n   Power=\n   \n";
}

/// Reads the time of a step as a curve of its own, and nothing else of the line.
std::shared_ptr<const logs::PatternSet> ownPatterns()
{
    const PatternLine line = logs::lookAtLine(lines(1, 1));
    std::vector<PatternNumber> roles(4);
    roles[1] = {NumberRole::Step, {}, {}, {}};
    roles[3] = {NumberRole::Metric, QStringLiteral("tick"), QStringLiteral("ms"), {}};
    LogPattern pattern = logs::generalised(line, roles);
    pattern.name = QStringLiteral("ticks");
    return std::make_shared<const logs::PatternSet>(std::vector<LogPattern>{pattern});
}

/// One start of the program: its history, its ingest, and the newest that it showed.
struct Program
{
    Program(const QString &path, const QByteArray &file, const QByteArray &logPath = kPath,
            const std::shared_ptr<const logs::PatternSet> &patterns = {})
    {
        relay.script("identity", "alice\nslurm-wlm 22.05.8\nClusterName             = atlas\n");
        relay.script("squeue", QByteArray());
        relay.script("job 42", detail(logPath));
        relay.script("zone", "+0000\n");
        if (!file.isNull()) // else the log is gone
            relay.setFile(logPath, file, 1, clock.nowMs());
        if (!path.isEmpty())
            history = std::make_unique<History>(path);
        ingest = std::make_unique<Ingest>(relay, clock, history.get(), kCluster);
        QObject::connect(ingest.get(), &Ingest::changed, ingest.get(), [this](const ChangeSet &changes) {
            for (const auto &job : changes.watched) {
                states.push_back(job);
                now = job;
            }
            if (changes.problems)
                problems = *changes.problems;
        });
        ingest->setPatterns(patterns);
        ingest->setInterest({.logs = {kJob}});
        ingest->onLinkUp();
    }
    QStringList metrics() const { return now && now->run ? now->run->metrics() : QStringList(); }
    std::size_t records() const { return now && now->run ? now->run->size() : 0; }
    qint64 shownBytes() const
    {
        qint64 bytes = 0;
        for (const auto &chunk : now->log->chunks())
            bytes += chunk->bytes.size();
        return bytes;
    }
    bool isRead() const { return now && now->log && now->log->state == LogText::State::Following; }

    FakeClock clock{1'700'000'000'000};
    FakeRelay relay;
    std::unique_ptr<History> history; ///< outlives ingest
    std::unique_ptr<Ingest> ingest;
    std::shared_ptr<const JobSnapshot> now;
    std::vector<std::shared_ptr<const JobSnapshot>> states;
    std::vector<Problem> problems;
};

} // namespace

class TestIngestHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void startedAgain_theRunIsThereFirst_andGoesOn()
    {
        {
            Program first(path(), lines(1, 20'000));
            QTRY_COMPARE(first.records(), 20'000);
        }
        Program second(path(), lines(1, 20'050));
        QTRY_COMPARE(second.records(), 20'050);
        const auto shown = std::find_if(second.states.begin(), second.states.end(),
                                        [](const auto &job) { return job->run != nullptr; });
        QVERIFY((*shown)->run->size() >= 20'000);
        QVERIFY(second.shownBytes() < 600'000); // the file has a million
        QCOMPARE(second.now->run->place(20'049).line, 20'050);
        QCOMPARE(second.now->log->records, 20'050);
    }

    void jobThatIsLookedAtAgain_goesOnToo()
    {
        Program program(path(), lines(1, 100));
        QTRY_COMPARE(program.records(), 100);
        program.ingest->setInterest({});
        program.now.reset();
        program.relay.setFile(kPath, lines(1, 110), 1, program.clock.nowMs());
        program.ingest->setInterest({.logs = {kJob}});
        QTRY_COMPARE(program.records(), 110);
    }

    void otherFileOfTheSameJob_isReadAlone()
    {
        {
            Program first(path(), lines(1, 20));
            QTRY_COMPARE(first.records(), 20);
        }
        Program second(path(), lines(1, 5), "/w/other.out");
        QTRY_VERIFY(second.isRead());
        QCOMPARE(second.records(), 5);
    }

    void fileBesideTheLog_goesOnToo()
    {
        const QByteArray path2 = "/w/metrics.jsonl";
        const auto rows = [](int to) {
            QByteArray text;
            for (int step = 1; step <= to; ++step)
                text += "{\"step\": " + QByteArray::number(step) + ", \"loss\": 1.5, \"extra\": 2}\n";
            return text;
        };
        const auto give = [&](Program &program, int to) {
            program.relay.script("files 42", "b 9 1700000000 /w/metrics.jsonl\nend 1\n");
            program.relay.setFile(path2, rows(to), 1, program.clock.nowMs());
        };
        const auto records = [](const Program &program) {
            const bool has = program.now && !program.now->files.empty() && program.now->files.front()->run;
            return has ? program.now->files.front()->run->size() : 0;
        };
        {
            Program first(path(), lines(1, 20));
            give(first, 3000);
            QTRY_COMPARE(records(first), 3000);
            QTRY_COMPARE(first.records(), 3020);
        }
        Program second(path(), lines(1, 21));
        second.relay.setFile(path2, rows(3005), 1, second.clock.nowMs()); // and nothing is said of a look
        QTRY_COMPARE(records(second), 3005);
        QTRY_COMPARE(second.now->logRun->size(), 21);
        const Run &run = *second.now->files.front()->run;
        QCOMPARE(run.place(3004).step, 3005.0);
        QCOMPARE(run.place(3004).line, 3005);
        QCOMPARE(second.now->run->count(QStringLiteral("extra")), 3005);
    }

    void addedPath_isRememberedForTheRun()
    {
        {
            Program first(path(), lines(1, 20));
            first.relay.script("files 42", "end 1\n");
            QTRY_COMPARE(first.records(), 20);
            first.ingest->addRunFile(kJob, QStringLiteral("exp/here"));
        }
        Program second(path(), lines(1, 20));
        second.relay.script("files 42", "end 1\n");
        const auto looksThere = [&] {
            second.clock.advance(1000); // the next look is due later by the clock
            return second.relay.command("files 42").contains("/w/exp/here");
        };
        QTRY_VERIFY_WITH_TIMEOUT(looksThere(), 10'000);
    }

    void withoutHistory_allIsAsEver()
    {
        Program program({}, lines(1, 20));
        QTRY_COMPARE(program.records(), 20);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void newPatterns_readTheWholeLogAnew_andTheOldCurvesStandUntilThen()
    {
        Program program({}, lines(1, 500));
        QTRY_COMPARE(program.records(), 500);
        QVERIFY(program.metrics().contains(QStringLiteral("loss")));
        program.states.clear();
        program.ingest->setPatterns(ownPatterns());
        QTRY_COMPARE(program.metrics(), QStringList{QStringLiteral("tick")});
        QCOMPARE(program.records(), 500);
        QCOMPARE(program.now->log->format, QStringLiteral("pattern ticks"));
        QCOMPARE(program.now->log->lineCount(), 500);
        for (const auto &state : program.states)
            QVERIFY2(state->run->size() == 500, "no moment without curves");
        program.relay.setFile(kPath, lines(1, 510), 1, program.clock.nowMs());
        program.ingest->setPatterns({});
        QTRY_COMPARE(program.records(), 510);
        QVERIFY(program.metrics().contains(QStringLiteral("loss")));
        // The same once more changes nothing.
        program.states.clear();
        program.ingest->setPatterns(std::make_shared<const logs::PatternSet>());
        QVERIFY(program.states.empty());
    }

    void runSavedWithOtherPatterns_isReadAnewAndReplaced()
    {
        const auto saved = [this] {
            History history(path());
            const auto run = history.look({kCluster, kJob}).result();
            return run && *run ? (*run)->run : nullptr;
        };
        {
            Program first(path(), lines(1, 300));
            QTRY_COMPARE(first.records(), 300);
        }
        QVERIFY(saved()->metrics().contains(QStringLiteral("loss")));
        {
            Program second(path(), lines(1, 310), kPath, ownPatterns());
            QTRY_COMPARE(second.metrics(), QStringList{QStringLiteral("tick")});
            QCOMPARE(second.records(), 310);
        }
        QCOMPARE(saved()->metrics(), QStringList{QStringLiteral("tick")});
        QCOMPARE(saved()->size(), 310);
        // With the patterns that it was saved with it goes on.
        Program third(path(), lines(1, 320), kPath, ownPatterns());
        QTRY_COMPARE(third.records(), 320);
        const auto shown =
            std::find_if(third.states.begin(), third.states.end(), [](const auto &job) { return job->run != nullptr; });
        QVERIFY((*shown)->run->size() >= 310);
        QCOMPARE(third.now->run->place(319).line, 320);
    }

    void runWhoseLogIsGone_staysAsItWasSaved()
    {
        {
            Program first(path(), lines(1, 20));
            QTRY_COMPARE(first.records(), 20);
        }
        Program second(path(), {}, kPath, ownPatterns());
        QTRY_COMPARE(second.now ? second.now->problems.size() : 0, 1);
        QCOMPARE(second.records(), 20);
        QVERIFY(second.metrics().contains(QStringLiteral("loss")));
    }

    void damagedHistory_isAProblem_andTheLiveViewGoesOn()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("This is no database. ").repeated(1000));
        file.close();
        Program program(path(), lines(1, 20));
        QTRY_COMPARE(program.records(), 20);
        QTRY_COMPARE(program.problems.size(), 1);
        QCOMPARE(program.problems.front().subject, Problem::Subject::History);
        QCOMPARE(program.problems.front().error.kind, ErrorKind::HistoryUnusable);
        QVERIFY(program.problems.front().error.detail.contains(path()));
    }
};

QTEST_GUILESS_MAIN(TestIngestHistory)
#include "tst_ingesthistory.moc"
