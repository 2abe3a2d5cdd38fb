// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/gridbuilder.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

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
    void chunks_areShared();
    void oldestTicks_goFirst();
    void timeThatDoesNotAdvance_isDropped();
    void lowerBound_findsTheFirstTickNotBefore();
    void median_ignoresMissing();
    void summary_isThatOfTheSortedValues();
    void rowsThatComeLater_areMissingBefore();
    void entitiesInAnotherOrder_keepTheirRows();
    void buckets_keepExtremesMeanAndLast();
    void bucketThatIsNotOver_isNotTold();
    void retention_givesEveryResolutionItsLength();
    void retention_fitsItsBudget();
};

void TestGrid::values_standWhereTheyWerePut()
{
    GridBuilder builder(MetricId(QStringLiteral("cpu.busy")), nodes(3));
    for (int tick = 0; tick < 200; ++tick)
        builder.append(1000 * tick, {float(tick), float(-tick), kMissing});
    const auto grid = builder.snapshot();
    QCOMPARE(grid->ticks(), 200);
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
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(2), {.raw = 128});
    for (int tick = 0; tick < 100; ++tick)
        builder.append(tick, {float(tick), 0});
    const auto before = builder.snapshot();
    for (int tick = 100; tick < 1000; ++tick)
        builder.append(tick, {float(tick), 1});
    QCOMPARE(before->ticks(), 100);
    for (int tick = 0; tick < 100; ++tick)
        QCOMPARE(before->value(tick, 0), float(tick));
}

void TestGrid::chunks_areShared()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1));
    for (int tick = 0; tick < 70; ++tick)
        builder.append(tick, {1});
    const auto first = builder.snapshot();
    QCOMPARE(builder.snapshot(), first);
    builder.append(70, {1});
    const auto second = builder.snapshot();
    QVERIFY(second != first);
    QCOMPARE(second->raw.chunks, first->raw.chunks);
    QCOMPARE(first->ticks(), 70);
    QCOMPARE(second->ticks(), 71);
}

void TestGrid::oldestTicks_goFirst()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1), {.raw = 256});
    for (int tick = 0; tick < 1001; ++tick)
        builder.append(tick, {float(tick)});
    const auto grid = builder.snapshot();
    QVERIFY(grid->ticks() >= 256 && grid->ticks() <= 256 + 2 * grid->raw.perChunk);
    QCOMPARE(grid->value(grid->ticks() - 1, 0), 1000.0F);
    QCOMPARE(grid->timeMs(0), qint64(1001 - grid->ticks()));
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
    QCOMPARE(builder.snapshot()->ticks(), 64);
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

void TestGrid::summary_isThatOfTheSortedValues()
{
    std::mt19937 random(11);
    for (int count = 1; count < 60; ++count) {
        std::vector<float> values;
        for (int i = 0; i < count; ++i)
            values.push_back(float(random() % 50));
        std::vector<float> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        const auto at = [&](int i) { return sorted[std::size_t(i)]; };
        values.insert(values.begin() + count / 2, kMissing);
        const GridSummary summary = summaryOf(values);
        QCOMPARE(summary.min, sorted.front());
        QCOMPARE(summary.max, sorted.back());
        QCOMPARE(summary.median, (at((count - 1) / 2) + at(count / 2)) / 2);
        QCOMPARE(summary.low, at(count / 10));
        QCOMPARE(summary.high, at(count - 1 - count / 10));
    }
    std::vector<float> none{kMissing, kMissing};
    QVERIFY(std::isnan(summaryOf(none).median));
    QVERIFY(std::isnan(summaryOf(none).max));
}

void TestGrid::rowsThatComeLater_areMissingBefore()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(2));
    for (int tick = 0; tick < 70; ++tick)
        builder.append(1000 * tick, {1, 2});
    const auto before = builder.snapshot();
    const Entities more = nodes(3);
    for (int tick = 70; tick < 200; ++tick)
        builder.append(1000 * tick, more, {3, 4, 5});
    const auto grid = builder.snapshot();
    QCOMPARE(grid->rows(), 3);
    QCOMPARE(before->rows(), 2);
    QCOMPARE(before->value(69, 1), 2.0F);
    for (int tick = 0; tick < 200; ++tick) {
        QCOMPARE(grid->value(tick, 0), tick < 70 ? 1.0F : 3.0F);
        QCOMPARE(grid->value(tick, 1), tick < 70 ? 2.0F : 4.0F);
        QCOMPARE(std::isnan(grid->value(tick, 2)), tick < 70);
    }
    QCOMPARE(grid->buckets[0].ticks, 3);
    QVERIFY(grid->buckets[0].rows(0) == 2 || std::isnan(grid->buckets[0].low(0)[2]));
    QCOMPARE(grid->buckets[0].low(1)[2], 5.0F);
    QCOMPARE(grid->buckets[0].low(1)[0], 1.0F);
    QCOMPARE(grid->buckets[0].high(1)[0], 3.0F);
}

void TestGrid::entitiesInAnotherOrder_keepTheirRows()
{
    const auto named = [](const QStringList &names) {
        std::vector<NodeName> all;
        for (const QString &name : names)
            all.emplace_back(name);
        return nodeEntities(all);
    };
    GridBuilder builder(MetricId(QStringLiteral("m")), named({QStringLiteral("a"), QStringLiteral("b")}));
    builder.append(1, {1, 2});
    builder.append(2, named({QStringLiteral("c"), QStringLiteral("b")}), {3, 4});
    builder.append(3, named({QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")}), {5, 6, 7});
    const auto grid = builder.snapshot();
    QCOMPARE(*grid->entities, *named({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QVERIFY(std::isnan(grid->value(1, 0)));
    QCOMPARE(grid->value(1, 1), 4.0F);
    QCOMPARE(grid->value(1, 2), 3.0F);
    QCOMPARE(grid->value(2, 0), 6.0F);
    QCOMPARE(grid->value(2, 1), 5.0F);
    QCOMPARE(grid->value(2, 2), 7.0F);
}

void TestGrid::buckets_keepExtremesMeanAndLast()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(2));
    for (int second = 0; second < 601; ++second)
        builder.append(qint64(1000) * second, {second == 130 ? 999.0F : float(second % 60), kMissing});
    const auto grid = builder.snapshot();
    const GridLevel &minutes = grid->buckets[0], &fives = grid->buckets[1];
    QCOMPARE(minutes.ticks, 10);
    QCOMPARE(fives.ticks, 2);
    QCOMPARE(minutes.timeMs(2), 120'000);
    QCOMPARE(minutes.low(2)[0], 0.0F);
    QCOMPARE(minutes.high(2)[0], 999.0F); // one sample among three hundred
    QCOMPARE(fives.high(0)[0], 999.0F);
    QCOMPARE(fives.summary(0).max, 999.0F);
    QCOMPARE(minutes.high(3)[0], 59.0F);
    QCOMPARE(minutes.mean(3)[0], 29.5F);
    QCOMPARE(minutes.last(3)[0], 59.0F);
    QVERIFY(std::isnan(minutes.low(3)[1]) && std::isnan(minutes.mean(3)[1]) && std::isnan(minutes.last(3)[1]));
    QCOMPARE(grid->firstMs(), 0);
}

void TestGrid::bucketThatIsNotOver_isNotTold()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1));
    for (int second = 0; second < 60; ++second)
        builder.append(qint64(1000) * second, {1});
    QCOMPARE(builder.snapshot()->buckets[0].ticks, 0);
    builder.append(60'000, {1});
    QCOMPARE(builder.snapshot()->buckets[0].ticks, 1);
    QCOMPARE(builder.snapshot()->buckets[0].timeMs(0), 0);
}

void TestGrid::retention_givesEveryResolutionItsLength()
{
    GridBuilder builder(MetricId(QStringLiteral("m")), nodes(1), {.raw = 600, .buckets = {20, 100}});
    for (int second = 0; second < 86'400; ++second)
        builder.append(qint64(1000) * second, {float(second)});
    const auto grid = builder.snapshot();
    QVERIFY(grid->ticks() >= 600 && grid->ticks() <= 600 + 128);
    QVERIFY(grid->buckets[0].ticks >= 20 && grid->buckets[0].ticks <= 20 + 8);
    QVERIFY(grid->buckets[1].ticks >= 100 && grid->buckets[1].ticks <= 100 + 8);
    QCOMPARE(grid->buckets[1].timeMs(grid->buckets[1].ticks - 1), qint64(86'400 - 600) * 1000);
    QCOMPARE(grid->firstMs(), grid->buckets[1].timeMs(0));
}

void TestGrid::retention_fitsItsBudget()
{
    QCOMPARE(GridRetention::fitting(GridRetention::least().bytesPerRow()), GridRetention::least());
    for (const qint64 bytes : {2'000, 5'000, 11'000, 20'000, 100'000, 1'000'000}) {
        const GridRetention kept = GridRetention::fitting(bytes);
        QVERIFY2(kept.bytesPerRow() <= bytes, qPrintable(QString::number(bytes)));
        QVERIFY2(kept.bytesPerRow() > bytes * 7 / 10 || kept.raw == 86'400, qPrintable(QString::number(bytes)));
    }
    QVERIFY(GridRetention::fitting(100'000).raw > 3600);
}

QTEST_APPLESS_MAIN(TestGrid)
#include "tst_grid.moc"
