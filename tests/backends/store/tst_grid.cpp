// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/grid.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

Entities nodes(int count)
{
    std::vector<NodeName> names;
    for (int i = 0; i < count; ++i)
        names.emplace_back(QStringLiteral("n%1").arg(i));
    return nodeEntities(names);
}

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT
private slots:
    void values_standWhereTheyWerePut();
    void snapshot_doesNotChangeWhenTheBuilderGoesOn();
    void fullChunks_areShared();
    void oldestTicks_goFirst();
    void timeThatDoesNotAdvance_isDropped();
    void lowerBound_findsTheFirstTickNotBefore();
    void median_ignoresMissing();
};

void TestGrid::values_standWhereTheyWerePut()
{
    GridBuilder builder(MetricId(QStringLiteral("cpu.busy")), nodes(3));
    for (int tick = 0; tick < 200; ++tick)
        builder.append(1000 * tick, {float(tick), float(-tick), kMissing});
    const auto grid = builder.snapshot();
    QCOMPARE(grid->ticks, 200);
    QCOMPARE(grid->rows(), 3);
    for (int tick = 0; tick < 200; ++tick) {
        QCOMPARE(grid->timeMs(tick), 1000 * tick);
        QCOMPARE(grid->value(tick, 0), float(tick));
        QCOMPARE(grid->value(tick, 1), float(-tick));
        QVERIFY(std::isnan(grid->value(tick, 2)));
    }
}

void TestGrid::snapshot_doesNotChangeWhenTheBuilderGoesOn()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(2), 128);
    for (int tick = 0; tick < 100; ++tick)
        builder.append(tick, {float(tick), 0});
    const auto before = builder.snapshot();
    for (int tick = 100; tick < 1000; ++tick)
        builder.append(tick, {float(tick), 1});
    QCOMPARE(before->ticks, 100);
    for (int tick = 0; tick < 100; ++tick)
        QCOMPARE(before->value(tick, 0), float(tick));
    QCOMPARE(before->chunks.back()->timeMs.size(), std::size_t(36));
}

void TestGrid::fullChunks_areShared()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1));
    for (int tick = 0; tick < 70; ++tick)
        builder.append(tick, {1});
    const auto first = builder.snapshot();
    QCOMPARE(builder.snapshot(), first);
    builder.append(70, {1});
    const auto second = builder.snapshot();
    QVERIFY(second != first);
    QCOMPARE(second->chunks[0], first->chunks[0]);
    QVERIFY(second->chunks[1] != first->chunks[1]);
}

void TestGrid::oldestTicks_goFirst()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1), 256);
    for (int tick = 0; tick < 1001; ++tick)
        builder.append(tick, {float(tick)});
    const auto grid = builder.snapshot();
    QVERIFY(grid->ticks <= 256 && grid->ticks > 256 - GridChunk::kTicks);
    QCOMPARE(grid->value(grid->ticks - 1, 0), 1000.0F);
    QCOMPARE(grid->timeMs(0), qint64(1001 - grid->ticks));
}

void TestGrid::timeThatDoesNotAdvance_isDropped()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1));
    builder.append(10, {1});
    builder.append(10, {2});
    builder.append(9, {3});
    for (int tick = 11; tick < 74; ++tick)
        builder.append(tick, {0});
    builder.append(73, {5}); // the first of a new chunk
    QCOMPARE(builder.snapshot()->ticks, 64);
    QCOMPARE(builder.snapshot()->value(0, 0), 1.0F);
}

void TestGrid::lowerBound_findsTheFirstTickNotBefore()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1));
    for (int tick = 0; tick < 130; ++tick)
        builder.append(10 * tick, {0});
    const auto grid = builder.snapshot();
    QCOMPARE(grid->lowerBound(-5), 0);
    QCOMPARE(grid->lowerBound(0), 0);
    QCOMPARE(grid->lowerBound(1), 1);
    QCOMPARE(grid->lowerBound(640), 64);
    QCOMPARE(grid->lowerBound(1290), 129);
    QCOMPARE(grid->lowerBound(1291), 130);
}

void TestGrid::median_ignoresMissing()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(5));
    builder.append(1, {5, kMissing, 1, 3, kMissing});
    builder.append(2, {4, kMissing, 1, 3, 100});
    builder.append(3, {kMissing, kMissing, kMissing, kMissing, kMissing});
    const auto grid = builder.snapshot();
    QCOMPARE(grid->median(0), 3.0F);
    QCOMPARE(grid->median(1), 3.5F);
    QVERIFY(std::isnan(grid->median(2)));
}

QTEST_APPLESS_MAIN(TestGrid)
#include "tst_grid.moc"
