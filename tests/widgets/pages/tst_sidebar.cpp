// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/sidebar.h"
#include "widgets/pages/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace paceline;

class TestSidebar : public QObject
{
    Q_OBJECT

    static SidebarCluster juniper()
    {
        return {ClusterId(QStringLiteral("juniper")), QStringLiteral("juniper"), Mood::Well, {}};
    }
    static SidebarJob job(quint32 id)
    {
        return {ClusterId(QStringLiteral("juniper")), JobId{id}, QStringLiteral("resnet"), Mood::Attention,
                QStringLiteral("8 nodes · 71 %")};
    }
    static void click(Sidebar &sidebar, int row)
    {
        auto *list = sidebar.findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }

private slots:
    void rows_areTitlesAndTheirItems()
    {
        SidebarModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setClusters({juniper()});
        model.setViews({{QStringLiteral("overview"), QStringLiteral("Overview")}});
        model.setJobs({job(1), job(2)});
        QStringList rows;
        for (int i = 0; i < model.rowCount(); ++i)
            rows += model.index(i).data().toString();
        QCOMPARE(rows.join(QLatin1Char('|')),
                 QStringLiteral("Clusters|juniper|Connect …|Views|Overview|Watched jobs|resnet|resnet"));
        model.setJobs({job(2)});
        QCOMPARE(model.rowCount(), 7);
    }
    void changedMood_isNoReset()
    {
        SidebarModel model;
        model.setJobs({job(1)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset), data(&model, &QAbstractItemModel::dataChanged);
        SidebarJob well = job(1);
        well.mood = Mood::Well;
        model.setJobs({well});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(data.size(), 1);
        model.setJobs({well});
        QCOMPARE(data.size(), 1);
    }
    void clicks_tellWhatWasChosen()
    {
        Sidebar sidebar;
        sidebar.setClusters({juniper()});
        sidebar.setViews({{QStringLiteral("overview"), QStringLiteral("Overview")}});
        sidebar.setWatchedJobs({job(7)});
        sidebar.resize(206, 500);
        sidebar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sidebar));
        QSignalSpy cluster(&sidebar, &Sidebar::clusterActivated), connecting(&sidebar, &Sidebar::connectRequested);
        QSignalSpy view(&sidebar, &Sidebar::viewActivated), opened(&sidebar, &Sidebar::jobActivated);
        for (int row = 0; row < 7; ++row)
            click(sidebar, row);
        QCOMPARE(cluster.size(), 1);
        QCOMPARE(connecting.size(), 1);
        QCOMPARE(view.front().front().toString(), QStringLiteral("overview"));
        QCOMPARE(opened.front().at(1).value<JobId>().number, 7U);
    }
    void current_isTheViewOrTheJob()
    {
        SidebarModel model;
        model.setViews({{QStringLiteral("overview"), QStringLiteral("Overview")}});
        model.setJobs({job(7)});
        const auto isCurrent = [&model](int row) { return model.index(row).data(SidebarModel::CurrentRole).toBool(); };
        model.setCurrentView(QStringLiteral("overview"));
        QVERIFY(isCurrent(3) && !isCurrent(5));
        model.setCurrentJob(ClusterId(QStringLiteral("juniper")), JobId{7});
        QVERIFY(!isCurrent(3) && isCurrent(5));
        model.setCurrentJob(ClusterId(QStringLiteral("other")), JobId{7});
        QVERIFY(!isCurrent(5));
    }
};

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
