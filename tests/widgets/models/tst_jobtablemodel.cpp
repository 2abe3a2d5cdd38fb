// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/jobs.h"
#include "widgets/format/units.h"
#include "widgets/models/jobtablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <random>

using namespace paceline;

namespace {

QStringList ids(const JobTableModel &model, const QModelIndex &parent = {})
{
    QStringList list;
    for (int row = 0; row < model.rowCount(parent); ++row)
        list += model.index(row, int(JobColumn::Id), parent).data().toString();
    return list;
}

JobFilter filterOf(const char *text)
{
    return *JobFilter::parse(QString::fromUtf8(text));
}

} // namespace

class TestJobTableModel : public QObject
{
    Q_OBJECT
private slots:
    void defaultOrder_isRunningThenNewest()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJobs(makeQueue({makeJob(1, "a", "x", JobState::Pending), makeJob(2, "b", "x", JobState::Running),
                                 makeJob(3, "c", "x", JobState::Running), makeJob(4, "d", "x", JobState::Failed)}));
        QCOMPARE(ids(model),
                 (QStringList{QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("4")}));
    }
    void unchangedPoll_isSilent()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto queue =
            makeQueue({makeJob(1, "a", "x", JobState::Running), makeJob(2, "b", "x", JobState::Running)});
        model.setJobs(queue);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged), data(&model, &QAbstractItemModel::dataChanged);
        model.setJobs(makeQueue(queue->jobs));
        QCOMPARE(layout.size() + data.size(), 0);
    }
    void changedCell_isOneDataChangedAndNoLayout()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto queue =
            makeQueue({makeJob(1, "a", "x", JobState::Running), makeJob(2, "b", "x", JobState::Running)});
        model.setJobs(queue);
        QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged), data(&model, &QAbstractItemModel::dataChanged);
        auto changed = std::make_shared<Job>(*queue->jobs[0]);
        changed->numNodes = 9;
        model.setJobs(makeQueue({changed, queue->jobs[1]}));
        QCOMPARE(layout.size(), 0);
        QCOMPARE(data.size(), 1);
        QCOMPARE(data.front().at(0).toModelIndex().row(), 1);
        QCOMPARE(model.index(1, int(JobColumn::Nodes)).data().toString(), QStringLiteral("9"));
    }
    void persistentIndexes_followTheirJobs()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto a = makeJob(1, "a", "x", JobState::Running), b = makeJob(2, "b", "x", JobState::Running);
        model.setJobs(makeQueue({a, b}));
        const QPersistentModelIndex first(model.indexOf(JobId{1})), second(model.indexOf(JobId{2}).siblingAtColumn(3));
        model.setJobs(makeQueue({a, b, makeJob(3, "c", "x", JobState::Running)}));
        QCOMPARE(first.row(), 2);
        QCOMPARE(second.row(), 1);
        QCOMPARE(second.column(), 3);
        model.setJobs(makeQueue({a}));
        QCOMPARE(first.row(), 0);
        QVERIFY(!second.isValid());
    }
    void arrays_collapseIntoOneRowThatOpens()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJobs(
            makeQueue({makeTask(10, 7, "1", JobState::Running), makeJob(8, "other", "bob", JobState::Running),
                       makeTask(7, 7, "3-99%2", JobState::Pending), makeTask(11, 7, "2", JobState::Running)}));
        QCOMPARE(ids(model), (QStringList{QStringLiteral("7"), QStringLiteral("8")}));
        const QModelIndex array = model.index(0, 0);
        QCOMPARE(array.data().toString(), QStringLiteral("2 of 99 running"));
        QCOMPARE(ids(model, array),
                 (QStringList{QStringLiteral("7_2"), QStringLiteral("7_1"), QStringLiteral("7_[3-99%2]")}));
        QCOMPARE(array.siblingAtColumn(int(JobColumn::Nodes)).data().toString(), QStringLiteral("2"));
        QCOMPARE(model.indexOf(JobId{10}).parent(), array);
        QCOMPARE(model.listedJobs(), 4);
    }
    void arrayWithOneListedMember_isAPlainRow()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJobs(
            makeQueue({makeTask(10, 7, "1", JobState::Running), makeTask(7, 7, "3-99%2", JobState::Pending)}));
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        model.setFilter(filterOf("state=running"));
        QCOMPARE(ids(model), QStringList{QStringLiteral("7_1")});
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    }
    void openArray_staysOpenWhenTheQueueMoves()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto one = makeTask(10, 7, "1", JobState::Running), two = makeTask(11, 7, "2", JobState::Running);
        model.setJobs(makeQueue({one, two}));
        const QPersistentModelIndex array(model.index(0, 0)), child(model.indexOf(JobId{10}));
        model.setJobs(makeQueue({one, makeJob(99, "z", "bob", JobState::Running), two}));
        QCOMPARE(array.row(), 1);
        QCOMPARE(child.parent().row(), 1);
        QCOMPARE(child.data(JobTableModel::JobNumberRole).toUInt(), 10U);
    }
    void filterAndUser_combine()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setJobs(
            makeQueue({makeJob(1, "net", "alice", JobState::Running), makeJob(2, "net", "bob", JobState::Running),
                       makeJob(3, "gpt", "alice", JobState::Running)}));
        model.setUser(QStringLiteral("alice"));
        QCOMPARE(ids(model), (QStringList{QStringLiteral("3"), QStringLiteral("1")}));
        model.setFilter(filterOf("net"));
        QCOMPARE(ids(model), QStringList{QStringLiteral("1")});
        model.setUser(QStringLiteral("nobody"));
        QCOMPARE(model.rowCount(), 0);
    }
    void sort_putsMissingLastBothWays()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto few = makeJob(1, "a", "x", JobState::Running), many = makeJob(2, "b", "x", JobState::Running);
        few->gpus = 1;
        many->gpus = 8;
        model.setJobs(makeQueue({makeJob(3, "c", "x", JobState::Running), few, many}));
        model.sort(int(JobColumn::Gpus), Qt::AscendingOrder);
        QCOMPARE(ids(model), (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        model.sort(int(JobColumn::Gpus), Qt::DescendingOrder);
        QCOMPARE(ids(model), (QStringList{QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("3")}));
    }
    void hostileTexts_areShownAsTheyAre()
    {
        JobTableModel model;
        model.setJobs(makeQueue({makeJob(1, "<img src=x> \x1b[31m\n\"rm -rf\"", "x", JobState::Running)}));
        const QModelIndex name = model.index(0, int(JobColumn::Name));
        QCOMPARE(name.data().toString(), QStringLiteral("<img src=x> \u241b[31m\u23ce\"rm -rf\""));
        QVERIFY(name.data(Qt::ToolTipRole).toString().contains(QLatin1String("&lt;img")));
    }
    void elapsed_movesWithTheClockAlone()
    {
        JobTableModel model;
        auto job = makeJob(1, "a", "x", JobState::Running);
        job->startS = 1000;
        job->timeLimit = {TimeLimit::Kind::Minutes, 720};
        model.setNowMs(4'600'000);
        model.setJobs(makeQueue({job}));
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        QCOMPARE(withPlainSpaces(model.index(0, int(JobColumn::Elapsed)).data().toString()),
                 QStringLiteral("1:00:00 / 12 h"));
        model.setNowMs(4'601'000);
        QCOMPARE(withPlainSpaces(model.index(0, int(JobColumn::Elapsed)).data().toString()),
                 QStringLiteral("1:00:01 / 12 h"));
        QCOMPARE(data.size(), 0);
    }
    void randomQueues_keepTheModelSound()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::mt19937 random(7);
        const auto below = [&](unsigned n) { return unsigned(random() % n); };
        std::vector<std::shared_ptr<const Job>> jobs;
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 5; ++i) {
                const quint32 id = 1 + below(60);
                const auto state = below(2) ? JobState::Running : JobState::Pending;
                jobs.push_back(below(2) ? makeJob(id, "job", "bob", state) : makeTask(id, 1 + below(4), "1", state));
            }
            while (jobs.size() > 30)
                jobs.erase(jobs.begin() + below(unsigned(jobs.size())));
            model.setJobs(makeQueue(jobs)); // ids may even repeat: a bad row costs that row
            const QPersistentModelIndex kept(model.index(int(below(5)), 2));
            if (round % 7 == 3)
                model.sort(int(below(unsigned(JobColumn::Count))), below(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (round % 5 == 2)
                model.setFilter(filterOf(below(2) ? "bob" : ""));
        }
        QVERIFY(model.rowCount() > 0);
    }
    void emptyAndUnknown_differ()
    {
        JobTableModel model;
        QVERIFY(!model.hasJobs());
        model.setJobs(makeQueue({}));
        QVERIFY(model.hasJobs());
        QCOMPARE(model.totalJobs(), 0);
    }
};

QTEST_MAIN(TestJobTableModel)
#include "tst_jobtablemodel.moc"
