// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/models/jobs.h"
#include "widgets/models/jobtablemodel.h"
#include "widgets/pages/emptystate.h"
#include "widgets/pages/jobtableview.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/verdictbanner.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace paceline;

namespace {

class StillClock : public Clock
{
public:
    qint64 nowMs() const override { return m_nowMs; }
    qint64 m_nowMs = 1'700'000'005'000;
};

ConnectionState connected()
{
    ConnectionState state;
    state.phase = ConnectionPhase::Connected;
    return state;
}

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

    StillClock m_clock;

    static ChangeSet queueOf(std::vector<std::shared_ptr<const Job>> jobs)
    {
        ChangeSet changes;
        changes.jobs = makeQueue(std::move(jobs));
        changes.userName = QStringLiteral("alice");
        return changes;
    }
    static QString emptyTitle(const OverviewPage &page)
    {
        const auto *empty = page.findChild<EmptyState *>();
        return empty->isVisibleTo(&page) ? empty->title() : QString();
    }

private slots:
    void myJobs_areShownFirst()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(
            queueOf({makeJob(1, "mine", "alice", JobState::Running), makeJob(2, "other", "bob", JobState::Running)}));
        QCOMPARE(page.jobModel().rowCount(), 1);
        page.setScope(OverviewPage::Scope::AllJobs);
        QCOMPARE(page.jobModel().rowCount(), 2);
        QCOMPARE(page.findChild<VerdictBanner *>()->headline(), QStringLiteral("You have 1 job running."));
    }
    void emptyStates_sayWhy()
    {
        OverviewPage page(m_clock);
        QCOMPARE(emptyTitle(page), QStringLiteral("Not connected"));
        ConnectionState failed;
        failed.phase = ConnectionPhase::Failed;
        failed.error = Error{ErrorKind::NameUnknown, {}};
        page.setConnection(failed, QStringLiteral("junipr"));
        QCOMPARE(emptyTitle(page), QStringLiteral("The name junipr is not known."));
        page.setConnection(connected(), QStringLiteral("juniper"));
        QCOMPARE(emptyTitle(page), QStringLiteral("Asking for the queue"));
        page.apply(queueOf({}));
        QCOMPARE(emptyTitle(page), QStringLiteral("The queue is empty"));
        page.apply(queueOf({makeJob(2, "other", "bob", JobState::Running)}));
        QCOMPARE(emptyTitle(page), QStringLiteral("You have no jobs in the queue"));
        page.setScope(OverviewPage::Scope::AllJobs);
        QCOMPARE(emptyTitle(page), QString());
        page.setFilterText(QStringLiteral("nowhere"));
        QCOMPARE(emptyTitle(page), QStringLiteral("No job matches the filter"));
    }
    void wrongFilter_keepsTheListAndSaysWhy()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(1, "mine", "alice", JobState::Running)}));
        page.setFilterText(QStringLiteral("util<5"));
        QCOMPARE(page.jobModel().rowCount(), 1);
        bool said = false;
        for (const QLabel *label : page.findChildren<QLabel *>())
            said |= label->text().contains(QLatin1String("no field \"util\"")) && label->isVisibleTo(&page);
        QVERIFY(said);
    }
    void controllerDown_keepsTheLastData()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(1, "mine", "alice", JobState::Running)}));
        ChangeSet down;
        down.problems = std::vector<Problem>{
            {Problem::Subject::Queue, {}, {ErrorKind::ControllerDown, {}}, m_clock.nowMs(), false}};
        page.apply(down);
        QCOMPARE(page.jobModel().rowCount(), 1);
        const auto *banner = page.findChild<VerdictBanner *>();
        QVERIFY(banner->headline().startsWith(QLatin1String("The Slurm controller does not answer")));
        QCOMPARE(banner->mood(), Mood::Attention);
        ChangeSet up;
        up.problems = std::vector<Problem>{};
        page.apply(up);
        QCOMPARE(banner->mood(), Mood::Well);
    }
    void historyThatCannotBeWritten_isSaid_andMakesNothingStale()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(1, "mine", "alice", JobState::Running)}));
        const auto *banner = page.findChild<VerdictBanner *>();
        const Mood before = banner->mood();
        ChangeSet full;
        full.problems =
            std::vector<Problem>{{Problem::Subject::History, {}, {ErrorKind::DiskFull, {}}, m_clock.nowMs(), false}};
        page.apply(full);
        QCOMPARE(banner->mood(), before);
        bool said = false;
        for (const QLabel *label : page.findChildren<QLabel *>())
            said |= label->text().contains(QLatin1String("disk is full")) && label->isVisibleTo(&page);
        QVERIFY(said);
    }
    void enter_opensTheJob()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(42, "mine", "alice", JobState::Running)}));
        page.resize(1000, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QSignalSpy opened(&page, &OverviewPage::jobOpenRequested);
        auto *table = page.findChild<JobTableView *>();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().value<JobId>().number, 42U);
    }
    void slash_focusesTheFilter()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(42, "mine", "alice", JobState::Running)}));
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<JobTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Slash);
        QTRY_VERIFY(page.findChild<QLineEdit *>()->hasFocus());
        QTest::keyClicks(page.findChild<QLineEdit *>(), QStringLiteral("/a"));
        QCOMPARE(page.findChild<QLineEdit *>()->text(), QStringLiteral("/a"));
    }
    void hiddenPage_doesNotTick()
    {
        OverviewPage page(m_clock);
        page.setConnection(connected(), QStringLiteral("juniper"));
        page.apply(queueOf({makeJob(42, "mine", "alice", JobState::Running)}));
        const auto ticking = [&page] {
            for (const QTimer *timer : page.findChildren<QTimer *>()) {
                if (timer->interval() == 1000 && timer->isActive())
                    return true;
            }
            return false;
        };
        QVERIFY(!ticking());
        page.show();
        QVERIFY(ticking());
        page.hide();
        QVERIFY(!ticking());
    }
    void state_isKeptAndBadStateIsIgnored()
    {
        OverviewPage first(m_clock), second(m_clock);
        auto *table = first.findChild<JobTableView *>();
        table->setColumnHidden(int(JobColumn::User), true);
        first.setScope(OverviewPage::Scope::AllJobs);
        second.restoreState(first.saveState());
        QVERIFY(second.findChild<JobTableView *>()->isColumnHidden(int(JobColumn::User)));
        QCOMPARE(second.saveState(), first.saveState());
        second.restoreState(QByteArray("rubbish"));
        QVERIFY(second.findChild<JobTableView *>()->isColumnHidden(int(JobColumn::User)));
    }
};

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
