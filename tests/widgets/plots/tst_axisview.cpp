// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/axisview.h"

#include <QSignalSpy>
#include <QTest>

using namespace paceline;

class TestAxisView : public QObject
{
    Q_OBJECT
private slots:
    void wholeView_growsInSteps()
    {
        AxisView view;
        view.setExtent(0, 100, true);
        QCOMPARE(view.range().first, 0.0);
        const double end = view.range().second;
        QVERIFY(end > 100 && end < 115);
        const QSignalSpy changes(&view, &AxisView::rangeChanged);
        view.setExtent(0, 101, true);
        QCOMPARE(changes.count(), 0);
        view.setExtent(0, end + 1, true);
        QVERIFY(view.range().second > end);
    }
    void finishedData_fillTheView()
    {
        AxisView view;
        view.setExtent(0, 100, true);
        view.setExtent(0, 100, false);
        QCOMPARE(view.range(), AxisView::Range(0, 100));
    }
    void panning_stopsTheLiveTail()
    {
        AxisView view;
        view.setExtent(0, 100, true);
        const QSignalSpy live(&view, &AxisView::liveChanged);
        view.beginPan();
        view.pan(-10);
        QVERIFY(!view.isLive());
        QCOMPARE(live.count(), 1);
        const auto range = view.range();
        view.setExtent(0, 500, true);
        QCOMPARE(view.range(), range);
        view.goLive();
        QVERIFY(view.isLive());
        QVERIFY(view.range().second >= 500);
    }
    void showLast_followsWithItsSpan()
    {
        AxisView view;
        view.setExtent(0, 1000, true);
        view.showLast(100);
        QVERIFY(view.isLive() && !view.isWhole());
        view.setExtent(0, 2000, true);
        QVERIFY(view.range().second >= 2000);
        QCOMPARE(view.range().second - view.range().first, 100.0);
    }
    void zoom_keepsThePlaceUnderTheMouse()
    {
        AxisView view;
        view.setExtent(0, 100, false);
        view.zoom(0.5, 25);
        QCOMPARE(view.range(), AxisView::Range(12.5, 62.5));
    }
    void undo_goesBackStepByStep()
    {
        AxisView view;
        view.setExtent(0, 100, false);
        view.setRange({10, 90});
        view.setRange({20, 30});
        view.undo();
        QCOMPARE(view.range(), AxisView::Range(10, 90));
        view.undo();
        QCOMPARE(view.range(), AxisView::Range(0, 100));
        QVERIFY(view.isLive());
        view.undo();
        QCOMPARE(view.range(), AxisView::Range(0, 100));
    }
    void reset_showsEverything()
    {
        AxisView view;
        view.setExtent(0, 100, false);
        view.setRange({20, 30});
        view.reset();
        QCOMPARE(view.range(), AxisView::Range(0, 100));
        QVERIFY(view.isWhole());
    }
    void zoom_endsAtTheSmallestSpan()
    {
        AxisView view;
        view.setMinimumSpan(10);
        view.setExtent(0, 100, false);
        for (int i = 0; i < 50; ++i)
            view.zoom(0.5, 50);
        QVERIFY(view.range().second - view.range().first >= 10);
    }
};

QTEST_APPLESS_MAIN(TestAxisView)
#include "tst_axisview.moc"
