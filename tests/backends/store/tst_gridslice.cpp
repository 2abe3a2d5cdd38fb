// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/gridbuilder.h"
#include "backends/store/gridslice.h"

#include <QTest>

using namespace paceline;

namespace {

constexpr qint64 kSecond = 1000, kHour = 3'600'000, kSpikeMs = 20 * kHour + 1234 * kSecond;

/// A day at one sample a second; detail of ten minutes, an hour and a half of minutes. One value is a spike.
std::shared_ptr<const Grid> day()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodeEntities({NodeName(QStringLiteral("n"))}),
                        {.raw = 640, .buckets = {90, 288}});
    for (qint64 t = 0; t < 24 * kHour; t += kSecond)
        builder.append(t, {t == kSpikeMs ? 500.0F : 1.0F});
    return builder.snapshot();
}

} // namespace

class TestGridSlice : public QObject
{
    Q_OBJECT
private slots:
    void window_isCoveredWithoutOverlap_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<int>("columns");
        QTest::newRow("whole day") << qint64(0) << 24 * kHour << 600;
        QTest::newRow("whole day, few columns") << qint64(0) << 24 * kHour << 40;
        QTest::newRow("last hour and a half") << 22 * kHour + kHour / 2 << 24 * kHour << 600;
        QTest::newRow("last ten minutes") << 24 * kHour - 600 * kSecond << 24 * kHour << 600;
        QTest::newRow("long ago") << 3 * kHour << 4 * kHour << 600;
        QTest::newRow("over the border of detail") << 24 * kHour - 1200 * kSecond << 24 * kHour << 600;
    }
    void window_isCoveredWithoutOverlap()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        QFETCH(int, columns);
        const auto grid = day();
        const double columnMs = double(to - from) / columns;
        const GridSlice slice(*grid, double(from), double(to), columnMs);
        QVERIFY(slice.ticks() > 0);
        QVERIFY(slice.ticks() < 2000);
        QVERIFY(slice.timeMs(0) <= from || slice.timeMs(0) == grid->firstMs());
        for (int tick = 0; tick + 1 < slice.ticks(); ++tick)
            QCOMPARE(slice.timeMs(tick + 1), slice.timeMs(tick) + qint64(slice.lastsMs(tick)));
        const int last = slice.ticks() - 1;
        QVERIFY(slice.timeMs(last) + qint64(slice.lastsMs(last)) >= to);
    }
    void spike_isSeenAtEveryZoom()
    {
        const auto grid = day();
        for (const qint64 half : {12 * kHour, kHour, 600 * kSecond}) {
            const GridSlice slice(*grid, double(kSpikeMs - half), double(kSpikeMs + half), double(2 * half) / 500);
            float max = 0;
            for (int tick = 0; tick < slice.ticks(); ++tick)
                max = std::max(max, slice.high(tick)[0]);
            QCOMPARE(max, 500.0F);
        }
    }
    void beforeAndBehindTheData_isNothingOrOneTick()
    {
        const auto grid = day();
        const GridSlice before(*grid, -5e6, -1e6, 1000);
        for (int tick = 0; tick < before.ticks(); ++tick)
            QVERIFY(before.timeMs(tick) >= 0); // only what comes next, which no column shows
        const GridSlice behind(*grid, 25.0 * kHour, 26.0 * kHour, 1000);
        QVERIFY(behind.ticks() <= 1);
        const Grid empty;
        QCOMPARE(GridSlice(empty, 0, 1000, 1).ticks(), 0);
    }
    void tickThatLasts_belongsToTheWindow()
    {
        GridBuilder builder(MetricId(QStringLiteral("m")), nodeEntities({NodeName(QStringLiteral("n"))}));
        for (int i = 0; i < 10; ++i)
            builder.append(10'000 * i, {float(i)});
        const auto grid = builder.snapshot();
        const GridSlice slice(*grid, 42'000, 43'000, 10);
        QCOMPARE(slice.timeMs(0), 40'000);
        QCOMPARE(slice.lastsMs(0), 10'000.0);
    }
};

QTEST_APPLESS_MAIN(TestGridSlice)
#include "tst_gridslice.moc"
