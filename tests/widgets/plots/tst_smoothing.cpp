// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/smoothing.h"

#include <QTest>
#include <cmath>

using namespace paceline;

class TestSmoothing : public QObject
{
    Q_OBJECT
private slots:
    void constantLine_isKept()
    {
        std::vector<CurvePoint> points;
        for (int i = 0; i < 20; ++i)
            points.push_back({double(i), 3.0F, false});
        for (const CurvePoint &p : smoothed(points, 0.9, 0.5))
            QCOMPARE(p.y, 3.0F);
    }
    /// First value unweighted, as the debiased average must be; the second by hand.
    void debias_startsAtTheFirstValue()
    {
        const std::vector<CurvePoint> points{{0, 10, false}, {1, 20, false}};
        const auto result = smoothed(points, 0.6, 0.5);
        QCOMPARE(result[0].y, 10.0F);
        QCOMPARE(result[1].y, float((0.6 * 4 + 0.4 * 20) / (1 - 0.36)));
    }
    void gap_breaksAndStartsAnew()
    {
        const std::vector<CurvePoint> points{{0, 1, false}, {1, NAN, false}, {2, 9, false}};
        const auto result = smoothed(points, 0.9, 0.5);
        QCOMPARE(result.size(), 3U);
        QVERIFY(std::isnan(result[1].y));
        QCOMPARE(result[2].y, 9.0F);
    }
    void denseColumn_isOneValueWithoutItsExtremes()
    {
        const std::vector<CurvePoint> points{{0, 4, false}, {0.1, -100, false}, {0.2, 100, false}, {0.3, 6, false}};
        const auto result = smoothed(points, 0.6, 1);
        QCOMPARE(result.size(), 1U);
        QCOMPARE(result[0].y, 5.0F);
    }
    void estimatedPoints_stayMarked()
    {
        const std::vector<CurvePoint> points{{0, 1, true}, {1, 1, false}};
        const auto result = smoothed(points, 0.6, 0.5);
        QVERIFY(result[0].estimated && !result[1].estimated);
    }
};

QTEST_APPLESS_MAIN(TestSmoothing)
#include "tst_smoothing.moc"
