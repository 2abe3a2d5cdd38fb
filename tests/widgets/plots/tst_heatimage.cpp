// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/gridbuilder.h"
#include "widgets/plots/heatimage.h"

#include <QTest>
#include <cmath>
#include <numeric>

using namespace paceline;

namespace {

constexpr QRgb kGround = 0xff010203;

Entities names(int count)
{
    std::vector<NodeName> result;
    for (int i = 0; i < count; ++i)
        result.emplace_back(QStringLiteral("n%1").arg(i));
    return nodeEntities(result);
}

GridBuilder builderOf(int nodes)
{
    return GridBuilder(MetricId(QStringLiteral("cpu.busy")), names(nodes));
}

HeatScale scaleOf(Better better)
{
    HeatScale scale;
    scale.better = better;
    scale.centre = 80;
    scale.spread = 40;
    for (std::size_t i = 0; i < 256; ++i)
        scale.colours[i] = qRgb(int(i), 0, 0);
    return scale;
}

std::vector<int> byName(int count)
{
    std::vector<int> rank(std::size_t(count), 0);
    std::iota(rank.begin(), rank.end(), 0);
    return rank;
}

} // namespace

class TestHeatImage : public QObject
{
    Q_OBJECT
private slots:
    void rowsFoldedToPixels_keepTheWorst_data()
    {
        QTest::addColumn<int>("better");
        QTest::addColumn<float>("outlier");
        QTest::addColumn<int>("red");
        QTest::newRow("higher is better: the lowest") << int(Better::Higher) << 60.0F << 127;
        QTest::newRow("higher is better: not the highest") << int(Better::Higher) << 99.0F << 0;
        QTest::newRow("lower is better: the highest") << int(Better::Lower) << 100.0F << 127;
        QTest::newRow("neither: what differs") << int(Better::Neither) << 70.0F << 63;
        QTest::newRow("beyond the scale: its end") << int(Better::Higher) << 0.0F << 255;
    }
    void rowsFoldedToPixels_keepTheWorst()
    {
        QFETCH(int, better);
        QFETCH(float, outlier);
        QFETCH(int, red);
        GridBuilder builder = builderOf(100);
        std::vector<float> values(100, 80);
        values[57] = outlier;
        builder.append(1000, values);
        builder.append(2000, values);
        const auto grid = builder.snapshot();
        const auto rank = byName(100);
        HeatImage heat;
        QVERIFY(heat.update({*grid, rank, scaleOf(Better(better)), 1000, 2000, 1, 10, 0, kGround}));
        QCOMPARE(qRed(heat.image().pixel(0, 5)), red);
        QCOMPARE(qRed(heat.image().pixel(0, 4)), 0);
    }
    void missing_isTheGround()
    {
        GridBuilder builder = builderOf(2);
        builder.append(1000, {kMissing, 80});
        builder.append(2000, {80, 80});
        const auto grid = builder.snapshot();
        const auto rank = byName(2);
        HeatImage heat;
        QVERIFY(heat.update({*grid, rank, scaleOf(Better::Higher), 1000, 3000, 2, 2, 0, kGround}));
        QCOMPARE(heat.image().pixel(0, 0), kGround);
        QVERIFY(heat.image().pixel(0, 1) != kGround);
        QVERIFY(heat.image().pixel(1, 0) != kGround);
    }
    void untakenTicks_leaveAHole()
    {
        GridBuilder builder = builderOf(1);
        for (int i = 0; i < 10; ++i) {
            if (i < 4 || i > 7)
                builder.append(1000 * i, {80});
        }
        const auto grid = builder.snapshot();
        const auto rank = byName(1);
        HeatImage heat;
        QVERIFY(heat.update({*grid, rank, scaleOf(Better::Higher), 0, 10'000, 10, 1, 0, kGround}));
        QVERIFY(heat.image().pixel(3, 0) != kGround);
        QCOMPARE(heat.image().pixel(5, 0), kGround);
        QCOMPARE(heat.image().pixel(7, 0), kGround);
        QVERIFY(heat.image().pixel(8, 0) != kGround);
    }
    void raisedRow_keepsARowOfItsOwn()
    {
        GridBuilder builder = builderOf(1000);
        std::vector<float> values(1000, 80);
        values[999] = 40;
        builder.append(1000, values);
        builder.append(2000, values);
        const auto grid = builder.snapshot();
        std::vector<int> rank = byName(1000);
        rank[999] = 0;
        for (std::size_t i = 0; i < 999; ++i)
            rank[i] = int(i) + 1;
        HeatImage heat;
        QVERIFY(heat.update({*grid, rank, scaleOf(Better::Higher), 1000, 2000, 1, 50, 1, kGround}));
        QCOMPARE(qRed(heat.image().pixel(0, 0)), 255);
        for (int y = 1; y < 50; ++y)
            QCOMPARE(qRed(heat.image().pixel(0, y)), 0);
    }
    /// A picture that was panned and grew is the same as one made anew.
    void panningAndGrowing_giveTheSamePicture()
    {
        GridBuilder builder = builderOf(30);
        std::vector<float> values(30);
        const auto append = [&](int from, int to) {
            for (int tick = from; tick < to; ++tick) {
                for (std::size_t row = 0; row < 30; ++row)
                    values[row] = float((tick * 37 + int(row) * 11) % 100);
                builder.append(1000 * tick, values);
            }
        };
        append(0, 200);
        const auto rank = byName(30);
        HeatImage moved;
        const auto early = builder.snapshot();
        moved.update({*early, rank, scaleOf(Better::Neither), 0, 100'000, 50, 20, 0, kGround});
        append(200, 230);
        const auto late = builder.snapshot();
        for (const double x0 : {14'000.0, 130'000.0, 126'000.0}) {
            const HeatImage::Request request{*late, rank,   scaleOf(Better::Neither), x0, x0 + 100'000, 50, 20,
                                             0,     kGround};
            QVERIFY(moved.update(request));
            HeatImage fresh;
            QVERIFY(fresh.update(request));
            QCOMPARE(moved.image(), fresh.image());
        }
    }
    void smallBudget_finishesInPieces()
    {
        GridBuilder builder = builderOf(100);
        for (int tick = 0; tick < 50; ++tick)
            builder.append(1000 * tick, std::vector<float>(100, 80));
        const auto grid = builder.snapshot();
        const auto rank = byName(100);
        HeatImage heat;
        const HeatImage::Request request{*grid, rank, scaleOf(Better::Higher), 0, 50'000, 50, 100, 0, kGround};
        int calls = 1;
        while (!heat.update(request, 1000) && calls < 100)
            ++calls;
        QCOMPARE(calls, 5);
    }
    void scale_isCentredOnThePeers()
    {
        GridBuilder builder = builderOf(20);
        for (int tick = 0; tick < 40; ++tick) {
            std::vector<float> values(20, 90);
            values[3] = 10;
            builder.append(1000 * tick, values);
        }
        const auto grid = builder.snapshot();
        Metric metric;
        metric.unit = Unit::Percent;
        metric.better = Better::Higher;
        const HeatScale scale = heatScale(*grid, 0, grid->ticks(), metric, Theme());
        QCOMPARE(scale.centre, 90.0);
        QCOMPARE(scale.badness(90), 0.0);
        QCOMPARE(scale.badness(0), 1.0); // a share is told on the way down to nothing
        QCOMPARE(scale.badness(45), 0.5);
        QCOMPARE(scale.badness(100), 0.0);
    }
    void silentNode_comesFirst()
    {
        GridBuilder builder = builderOf(3);
        for (int tick = 0; tick < 40; ++tick)
            builder.append(1000 * tick, {90, tick > 30 ? kMissing : 90.0F, 20});
        const auto grid = builder.snapshot();
        const auto badness = recentBadness(*grid, grid->ticks(), scaleOf(Better::Higher));
        QCOMPARE(badness[1], 2.0);
        QVERIFY(badness[2] > badness[0]);
    }
};

QTEST_GUILESS_MAIN(TestHeatImage)
#include "tst_heatimage.moc"
