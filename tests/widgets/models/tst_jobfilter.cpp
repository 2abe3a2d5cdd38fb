// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/jobs.h"
#include "widgets/models/jobfilter.h"

#include <QTest>

using namespace paceline;

class TestJobFilter : public QObject
{
    Q_OBJECT

    static constexpr double kNowS = 1'700'000'000;

    static std::shared_ptr<const JobList> queue()
    {
        auto train = makeJob(1, "ResNet50-train", "alice", JobState::Running);
        train->numNodes = 8;
        train->gpus = 64;
        train->startS = qint64(kNowS) - 7200;
        train->timeLimit = {TimeLimit::Kind::Minutes, 720};
        auto wait = makeJob(2, "gpt", "bob", JobState::Pending);
        wait->reason = QStringLiteral("Priority");
        wait->partition = QStringLiteral("debug");
        wait->numNodes = 2;
        auto odd = makeJob(3, "a|b=\"c\" <i>\n", "alice", JobState::Running);
        odd->account = QStringLiteral("proj-7");
        odd->startS = qint64(kNowS) - 60;
        odd->timeLimit = {TimeLimit::Kind::Unlimited, 0};
        return makeQueue({train, wait, odd});
    }

private slots:
    void match_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("jobs");
        const auto row = [](const char *filter, const char *jobs) {
            QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(jobs);
        };
        row("", "1 2 3");
        row("resnet", "1");
        row("RESNET", "1");
        row("alice", "1 3");
        row("gpt | resnet", "1 2");
        row("user=alice nodes>1", "1");
        row("user!=alice", "2");
        row("user=al*", "1 3");
        row("!alice", "2");
        row("state=running", "1 3");
        row("state=pending", "2");
        row("state=waiting", "2");
        row("reason=priority", "2");
        row("nodes>=2", "1 2");
        row("gpus=64", "1");
        row("gpus<100", "1");
        row("gpus!=64", "2 3");
        row("elapsed>1h", "1");
        row("limit>12h", "3");
        row("limit<=12h", "1");
        row("partition=debug", "2");
        row("id=2", "2");
        row("name~net50", "1");
        row("name=/^res/", "1");
        row("/train$/", "1");
        row("/^g(pt|an)/", "2");
        row("account=proj-7", "3");
        row("\"a|b=\"", "3");
        row("user=", "1 2 3");
        row("nothing-has-this", "");
    }
    void match()
    {
        QFETCH(QString, filter);
        const JobIndex index = JobIndex().updated(queue().get());
        const auto parsed = JobFilter::parse(filter);
        QVERIFY2(parsed, parsed ? "" : qPrintable(describe(parsed.error())));
        QStringList hits;
        const std::vector<quint8> mask = parsed->match(index, kNowS);
        for (std::size_t i = 0; i < mask.size(); ++i) {
            if (mask[i])
                hits += QString::number(index.rows()[i].number);
        }
        QTEST(hits.join(QLatin1Char(' ')), "jobs");
    }
    void unknownFields_areNamed()
    {
        const auto filter = JobFilter::parse(QStringLiteral("util<5"));
        QVERIFY(!filter);
        QCOMPARE(filter.error().what, FilterError::What::UnknownField);
        QVERIFY(describe(filter.error()).contains(QLatin1String("\"util\"")));
        QCOMPARE(JobFilter::parse(QStringLiteral("nodes>many")).error().what, FilterError::What::NotANumber);
    }
    void index_takesOverUnchangedRows()
    {
        const auto before = queue();
        const JobIndex first = JobIndex().updated(before.get());
        auto jobs = before->jobs;
        auto changed = std::make_shared<Job>(*jobs[1]);
        changed->state = JobState::Running;
        std::swap(jobs[0], jobs[2]);
        jobs[1] = changed;
        jobs.push_back(makeJob(9, "new", "carol", JobState::Pending));
        const JobIndex second = first.updated(makeQueue(jobs).get());
        QCOMPARE(second.rows().size(), std::size_t(4));
        QVERIFY(!second.rows()[0].isChanged && second.rows()[1].isChanged && !second.rows()[2].isChanged &&
                second.rows()[3].isChanged);
        QCOMPARE(second.name(second.rows()[2]).toString(), QStringLiteral("resnet50-train"));
        QCOMPARE(second.id(second.rows()[3]).toString(), QStringLiteral("9"));
        QVERIFY(JobIndex(second).updated(nullptr).rows().empty());
    }
    void arrayTasks_areCounted()
    {
        QCOMPARE(countArrayTasks(QStringLiteral("6,9%2")), 2);
        QCOMPARE(countArrayTasks(QStringLiteral("0-99")), 100);
        QCOMPARE(countArrayTasks(QStringLiteral("0-99:2,7%4")), 51);
        QCOMPARE(countArrayTasks(QStringLiteral("...")), 1);
        QCOMPARE(countArrayTasks(QString()), 1);
    }
};

QTEST_GUILESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
