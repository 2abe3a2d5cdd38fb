// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/curvetracer.h"
#include "backends/store/run.h"

#include <QTest>
#include <cmath>
#include <random>
#include <thread>

using namespace paceline;

namespace {

const QString kLoss = QStringLiteral("loss");

LogRecord record(qint64 step, double loss, std::optional<int> rank = {})
{
    LogRecord r;
    r.step = step;
    r.rank = rank;
    r.line = step + 1;
    r.offset = step * 10;
    r.length = 9;
    r.timeMs = 1'700'000'000'000 + step * 250;
    r.timeSource = TimeSource::Printed;
    r.metrics = {{QStringLiteral("Loss"), loss, {}, kLoss}};
    return r;
}

void append(RunBuilder &builder, qint64 first, qint64 last, const std::function<double(qint64)> &loss)
{
    std::vector<LogRecord> records;
    for (qint64 step = first; step < last; ++step)
        records.push_back(record(step, loss(step)));
    builder.append(records);
}

double wave(qint64 step)
{
    return 2 + std::sin(double(step) / 40);
}

/// Finite points a column, most of all columns; column as the plot would paint it.
int mostPerColumn(const std::vector<CurvePoint> &points, double x0, double x1, int columns)
{
    std::map<int, int> counts;
    int most = 0;
    for (const CurvePoint &p : points) {
        if (p.x >= x0 && p.x <= x1 && std::isfinite(p.y))
            most = std::max(most, ++counts[std::min(columns - 1, int((p.x - x0) / (x1 - x0) * columns))]);
    }
    return most;
}

std::vector<std::pair<double, float>> finitePoints(const std::vector<CurvePoint> &points)
{
    std::vector<std::pair<double, float>> out;
    for (const CurvePoint &p : points) {
        if (std::isfinite(p.y))
            out.emplace_back(p.x, p.y);
    }
    return out;
}

float highest(const std::vector<CurvePoint> &points)
{
    float high = -1e30F;
    for (const CurvePoint &p : points)
        high = std::isfinite(p.y) ? std::max(high, p.y) : high;
    return high;
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT
private slots:
    void sparseCurve_isEveryRecordAsItStands();
    void spike_isSeenAtEveryZoom();
    void curve_hasAtMostFourPointsAColumn_data();
    void curve_hasAtMostFourPointsAColumn();
    void curve_extremesOfEveryColumnAreThoseOfItsRecords_data();
    void curve_extremesOfEveryColumnAreThoseOfItsRecords();
    void curve_keepsOneNeighbourBeyondEachEnd();
    void curve_crossesAWindowWithoutRecords();
    void restart_comesInFileOrderBehindABreak();
    void restart_marksWhatItLeftBehind();
    void restart_leftOfTheWindowLeavesAllOfItBehind();
    void manyRestarts_areMerged();
    void recordsWithoutTheMetric_doNotBreakTheLine();
    void printedNan_breaksTheLine();
    void brokenLog_isAGap();
    void countAndExtent_areExact();
    void latestAndMinimum_areThoseOfTheFile();
    void maximum_isThatOfTheFile();
    void nearest_isTheNearestRecordThatCarriesTheMetric();
    void place_tellsWhereTheLineStands();
    void interpolatedTimes_areEstimated();
    void ranks_theSmallestWins();
    void ranks_thatPrintOtherStepsAreKept();
    void epochLog_hasStepsAndFractionalEpochs();
    void resultWithoutStep_standsAtTheLastStep();
    void parameters_areNoCurve();
    void snapshot_doesNotChangeWhenTheBuilderGoesOn();
    void snapshots_shareFullChunks();
    void snapshots_areReadWhileTheBuilderGoesOn();
    void longRun_isAffordable();
};

void TestRun::sparseCurve_isEveryRecordAsItStands()
{
    RunBuilder builder;
    append(builder, 0, 300, wave);
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 299, 1000);
    QCOMPARE(points.size(), std::size_t(300));
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].x, double(i));
        QCOMPARE(points[i].y, float(wave(qint64(i))));
    }
}

void TestRun::spike_isSeenAtEveryZoom()
{
    constexpr qint64 kSteps = 200'000, kSpike = 123'457;
    RunBuilder builder;
    append(builder, 0, kSteps, [](qint64 step) { return step == kSpike ? 99.0 : wave(step); });
    const auto run = builder.snapshot();
    for (double width = kSteps; width > 10; width *= 0.7) {
        for (const double place : {0.0, 0.31, 0.99}) {
            const double x0 = double(kSpike) - place * width;
            const auto points = run->curve(kLoss, RunAxis::Step, x0, x0 + width, 600);
            QCOMPARE(highest(points), 99.0F);
        }
    }
}

void TestRun::curve_hasAtMostFourPointsAColumn_data()
{
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("columns");
    for (const int records : {5, 1000, 5000, 150'000}) {
        for (const int columns : {1, 7, 600, 1920})
            QTest::addRow("%d records on %d columns", records, columns) << records << columns;
    }
}

void TestRun::curve_hasAtMostFourPointsAColumn()
{
    QFETCH(int, records);
    QFETCH(int, columns);
    std::mt19937 random(7);
    RunBuilder builder;
    append(builder, 0, records, [&](qint64) { return double(random() % 1000); });
    const auto run = builder.snapshot();
    for (int round = 0; round < 20; ++round) {
        auto x0 = double(random() % unsigned(records)), x1 = double(random() % unsigned(records));
        if (x0 > x1)
            std::swap(x0, x1);
        if (round == 0) {
            x0 = 0;
            x1 = records - 1;
        }
        if (x0 == x1)
            continue;
        const auto points = run->curve(kLoss, RunAxis::Step, x0, x1, columns);
        QVERIFY(mostPerColumn(points, x0, x1, columns) <= 4);
        QVERIFY(points.size() <= std::size_t(4 * columns + 2));
        QVERIFY(std::is_sorted(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.x < b.x; }));
    }
}

void TestRun::curve_extremesOfEveryColumnAreThoseOfItsRecords_data()
{
    QTest::addColumn<int>("columns"); // from whole spans in a column to a few records
    for (const int columns : {1, 2, 5, 20, 100, 300, 5000})
        QTest::addRow("%d columns", columns) << columns;
}

void TestRun::curve_extremesOfEveryColumnAreThoseOfItsRecords()
{
    QFETCH(int, columns);
    const int kRecords = 200'000, kColumns = columns;
    std::mt19937 random(11);
    std::vector<float> values;
    for (int i = 0; i < kRecords; ++i)
        values.push_back(float(random() % 100'000));
    RunBuilder builder;
    append(builder, 0, kRecords, [&](qint64 step) { return double(values[std::size_t(step)]); });
    const double x0 = 1234.5, x1 = 198'765.25;
    // Well inside a column every record counts; within an eighth of its edge it may be drawn in the next one.
    std::map<int, MinMax> inner, outer, actual;
    const auto include = [&](std::map<int, MinMax> &all, double place, float y) {
        const auto [it, isNew] = all.try_emplace(std::clamp(int(std::floor(place)), 0, kColumns - 1), MinMax{y, y});
        it->second = {std::min(it->second.min, y), std::max(it->second.max, y)};
    };
    const auto placeOf = [&](double x) { return (x - x0) / (x1 - x0) * kColumns; };
    for (int i = 1235; i <= 198'765; ++i) {
        const double place = placeOf(i);
        const float y = values[std::size_t(i)];
        if (std::floor(place - 0.13) == std::floor(place + 0.13))
            include(inner, place, y);
        include(outer, place - 0.13, y);
        include(outer, place + 0.13, y);
    }
    for (const CurvePoint &p : builder.snapshot()->curve(kLoss, RunAxis::Step, x0, x1, kColumns)) {
        if (p.x >= x0 && p.x <= x1)
            include(actual, placeOf(p.x), p.y);
    }
    QCOMPARE(actual.size(), outer.size());
    for (const auto &[column, extremes] : inner) {
        QVERIFY(actual[column].min <= extremes.min && actual[column].min >= outer[column].min);
        QVERIFY(actual[column].max >= extremes.max && actual[column].max <= outer[column].max);
    }
}

void TestRun::curve_keepsOneNeighbourBeyondEachEnd()
{
    RunBuilder builder;
    append(builder, 0, 5000, wave);
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 2000.5, 2010.5, 500);
    QCOMPARE(points.size(), std::size_t(12));
    QCOMPARE(points.front().x, 2000.0);
    QCOMPARE(points.back().x, 2011.0);
}

void TestRun::curve_crossesAWindowWithoutRecords()
{
    RunBuilder builder;
    builder.append({record(0, 1), record(1000, 2), record(2000, 3)});
    const auto points = finitePoints(builder.snapshot()->curve(kLoss, RunAxis::Step, 300, 400, 100));
    QCOMPARE(points, (std::vector<std::pair<double, float>>{{0, 1}, {1000, 2}}));
    QVERIFY(builder.snapshot()->curve(kLoss, RunAxis::Step, 3000, 4000, 100).empty());
}

void TestRun::restart_comesInFileOrderBehindABreak()
{
    RunBuilder builder;
    append(builder, 0, 100, [](qint64) { return 1.0; });
    append(builder, 50, 150, [](qint64) { return 2.0; });
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 150, 1000);
    QCOMPARE(points.size(), std::size_t(201));
    QVERIFY(std::isnan(points[100].y));
    QCOMPARE(points[99].x, 99.0);
    QCOMPARE(points[101].x, 50.0);
    QCOMPARE(points[101].y, 2.0F);
    QCOMPARE(builder.snapshot()->curve(kLoss, RunAxis::Time, 0, 2e12, 10).size(), std::size_t(4)); // one column
}

void TestRun::restart_marksWhatItLeftBehind()
{
    RunBuilder builder;
    append(builder, 0, 100, [](qint64) { return 1.0; });
    append(builder, 50, 150, [](qint64) { return 2.0; });
    for (const CurvePoint &p : builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 150, 1000)) {
        if (std::isfinite(p.y))
            QCOMPARE(p.superseded, p.y == 1 && p.x >= 50);
    }
    for (const CurvePoint &p : builder.snapshot()->curve(kLoss, RunAxis::Time, 0, 2e12, 10))
        QVERIFY(!p.superseded);
}

void TestRun::restart_leftOfTheWindowLeavesAllOfItBehind()
{
    RunBuilder builder;
    append(builder, 0, 5000, [](qint64) { return 1.0; });
    append(builder, 100, 200, [](qint64) { return 2.0; }); // not there again yet
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 3000, 4000, 100);
    QVERIFY(!points.empty());
    QVERIFY(std::all_of(points.begin(), points.end(), [](const CurvePoint &p) { return p.superseded; }));
}

void TestRun::manyRestarts_areMerged()
{
    RunBuilder builder;
    for (int pass = 0; pass < 50; ++pass)
        append(builder, 0, 3000, [&](qint64 step) { return step == 77 && pass == 33 ? 500.0 : pass; });
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 3000, 100);
    QVERIFY(points.size() <= 400);
    QVERIFY(mostPerColumn(points, 0, 3000, 100) <= 4);
    QVERIFY(std::is_sorted(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.x < b.x; }));
    QCOMPARE(highest(points), 500.0F);
}

void TestRun::recordsWithoutTheMetric_doNotBreakTheLine()
{
    RunBuilder builder;
    for (qint64 step = 0; step < 10; ++step) {
        LogRecord eval = record(step, 0);
        eval.kind = RecordKind::Eval;
        eval.metrics = {{QStringLiteral("val_loss"), 7.0, {}, QStringLiteral("val_loss")}};
        builder.append({record(step, 1), eval});
    }
    const auto run = builder.snapshot();
    QCOMPARE(run->size(), std::size_t(20));
    QCOMPARE(run->count(kLoss), std::size_t(10));
    QCOMPARE(run->metrics(), (QStringList{kLoss, QStringLiteral("val_loss")}));
    const auto points = run->curve(kLoss, RunAxis::Step, 0, 9, 500);
    QCOMPARE(points.size(), std::size_t(10));
    QVERIFY(std::none_of(points.begin(), points.end(), [](const CurvePoint &p) { return std::isnan(p.y); }));
    QVERIFY(std::isnan(run->value(1, kLoss)));
}

void TestRun::printedNan_breaksTheLine()
{
    RunBuilder builder;
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    append(builder, 0, 9, [&](qint64 step) { return step == 3 ? nan : step == 6 ? infinity : 1.0; });
    const auto run = builder.snapshot();
    QCOMPARE(run->count(kLoss), std::size_t(9));
    const auto points = run->curve(kLoss, RunAxis::Step, 0, 8, 500);
    QCOMPARE(points.size(), std::size_t(9));
    QVERIFY(!std::isfinite(points[3].y));
    QVERIFY(!std::isfinite(points[6].y));
    QVERIFY(std::isnan(run->value(3, kLoss)));

    RunBuilder diverged; // dense: nothing but NaN in many columns
    append(diverged, 0, 50'000, [&](qint64 step) { return step > 20'000 && step < 40'000 ? nan : 1.0; });
    const auto dense = diverged.snapshot()->curve(kLoss, RunAxis::Step, 0, 50'000, 100);
    QCOMPARE(std::count_if(dense.begin(), dense.end(), [](const CurvePoint &p) { return std::isnan(p.y); }), 1);
}

void TestRun::brokenLog_isAGap()
{
    RunBuilder builder;
    append(builder, 0, 10, wave);
    builder.breakLine();
    append(builder, 10, 20, wave);
    const auto points = builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 19, 500);
    QCOMPARE(points.size(), std::size_t(21));
    QVERIFY(std::isnan(points[10].y));
    QCOMPARE(builder.snapshot()->size(), std::size_t(20));
    QCOMPARE(builder.snapshot()->place(15).step, 15.0);
}

void TestRun::countAndExtent_areExact()
{
    RunBuilder builder;
    append(builder, 100, 10'100, wave);
    append(builder, 5000, 12'000, wave);
    const auto run = builder.snapshot();
    QCOMPARE(run->count(kLoss), std::size_t(17'000));
    QCOMPARE(run->size(), std::size_t(17'000));
    QCOMPARE(run->extent(kLoss, RunAxis::Step).value(), std::pair(100.0, 11'999.0));
    QVERIFY(!run->extent(kLoss, RunAxis::Epoch));
    QVERIFY(!run->extent(QStringLiteral("lr"), RunAxis::Step));
    QCOMPARE(run->count(QStringLiteral("lr")), std::size_t(0));
}

void TestRun::latestAndMinimum_areThoseOfTheFile()
{
    RunBuilder builder;
    append(builder, 0, 2000, [](qint64 step) { return step == 1500 ? 0.25 : 1.0 + double(step); });
    const auto run = builder.snapshot();
    QCOMPARE(run->latest(kLoss)->step, 1999.0);
    QCOMPARE(run->latest(kLoss)->value, 2000.0F);
    QCOMPARE(run->minimum(kLoss)->step, 1500.0);
    QCOMPARE(run->minimum(kLoss)->value, 0.25F);
    QVERIFY(!run->latest(QStringLiteral("lr")));
}

void TestRun::maximum_isThatOfTheFile()
{
    RunBuilder builder;
    builder.append({record(0, 1), record(1, 7), record(2, INFINITY), record(3, NAN)});
    QCOMPARE(builder.snapshot()->maximum(kLoss)->value, 7.0F);
    QCOMPARE(builder.snapshot()->maximum(kLoss)->step, 1.0);
    QVERIFY(!builder.snapshot()->maximum(QStringLiteral("lr")));
}

void TestRun::nearest_isTheNearestRecordThatCarriesTheMetric()
{
    RunBuilder builder;
    append(builder, 0, 200'000, wave);
    append(builder, 150'000, 150'010, wave); // restarted: the later record of a step is meant
    const auto run = builder.snapshot();
    QCOMPARE(run->nearest(kLoss, RunAxis::Step, 77'777.4).value(), std::size_t(77'777));
    QCOMPARE(run->nearest(kLoss, RunAxis::Step, -5).value(), std::size_t(0));
    QCOMPARE(run->nearest(kLoss, RunAxis::Step, 1e9).value(), std::size_t(199'999));
    QCOMPARE(run->nearest(kLoss, RunAxis::Step, 150'005).value(), std::size_t(200'005));
    QVERIFY(!run->nearest(kLoss, RunAxis::Epoch, 1));
    QVERIFY(!run->nearest(QStringLiteral("lr"), RunAxis::Step, 1));
}

void TestRun::place_tellsWhereTheLineStands()
{
    RunBuilder builder;
    append(builder, 0, 3000, wave);
    const Run::RecordPlace place = builder.snapshot()->place(2047);
    QCOMPARE(place.step, 2047.0);
    QCOMPARE(place.line, qint64(2048));
    QCOMPARE(place.offset, qint64(20'470));
    QCOMPARE(place.length, 9);
    QCOMPARE(place.timeSource, TimeSource::Printed);
}

void TestRun::interpolatedTimes_areEstimated()
{
    RunBuilder builder;
    LogRecord guessed = record(1, 1);
    guessed.timeSource = TimeSource::Interpolated;
    LogRecord timeless = record(2, 1);
    timeless.timeSource = TimeSource::None;
    builder.append({record(0, 1), guessed, timeless});
    const auto byTime = builder.snapshot()->curve(kLoss, RunAxis::Time, 1.6e12, 1.8e12, 1 << 30);
    QCOMPARE(byTime.size(), std::size_t(2));
    QVERIFY(!byTime[0].estimated);
    QVERIFY(byTime[1].estimated);
    const auto byStep = builder.snapshot()->curve(kLoss, RunAxis::Step, 0, 2, 100);
    QCOMPARE(byStep.size(), std::size_t(3));
    QVERIFY(!byStep[1].estimated);
}

void TestRun::ranks_theSmallestWins()
{
    RunBuilder builder;
    std::mt19937 random(3);
    for (qint64 step = 0; step < 3000; ++step) {
        std::vector<int> ranks{0, 1, 2, 3};
        std::shuffle(ranks.begin(), ranks.end(), random);
        for (const int rank : ranks)
            builder.append({record(step, rank + (step == 7 && rank == 0 ? -5 : 0), rank)});
    }
    const auto run = builder.snapshot();
    QCOMPARE(run->size(), std::size_t(3000));
    QCOMPARE(run->count(kLoss), std::size_t(3000));
    for (std::size_t i = 0; i < run->size(); ++i) {
        QCOMPARE(run->place(i).step, double(i));
        QCOMPARE(run->value(i, kLoss), i == 7 ? -5.0F : 0.0F);
    }
    QCOMPARE(run->minimum(kLoss)->step, 7.0);
    QCOMPARE(run->latest(kLoss)->value, 0.0F);

    RunBuilder
        late; // rank 1 was far ahead before rank 0 said anything: full chunks are mended, older snapshots are not
    for (qint64 step = 0; step < 2500; ++step)
        late.append({record(step, 1, 1)});
    const auto before = late.snapshot();
    for (qint64 step = 0; step < 2500; ++step)
        late.append({record(step, 0.5, 0)});
    QCOMPARE(late.snapshot()->size(), std::size_t(2500));
    QCOMPARE(late.snapshot()->value(100, kLoss), 0.5F);
    QCOMPARE(late.snapshot()->curve(kLoss, RunAxis::Step, 0, 2500, 1).front().y, 0.5F);
    QCOMPARE(before->value(100, kLoss), 1.0F);
}

void TestRun::ranks_thatPrintOtherStepsAreKept()
{
    RunBuilder builder;
    for (qint64 step = 0; step < 10; ++step)
        builder.append({record(step, 1, int(step % 2))});
    QCOMPARE(builder.snapshot()->size(), std::size_t(10));
}

void TestRun::epochLog_hasStepsAndFractionalEpochs()
{
    RunBuilder builder;
    for (int epoch = 1; epoch <= 2; ++epoch) {
        for (qint64 batch = 0; batch < 100; batch += 10) {
            LogRecord r = record(0, 1);
            r.step.reset();
            r.epoch = epoch;
            r.stepInEpoch = batch;
            r.stepsPerEpoch = 100;
            builder.append({r});
        }
    }
    const auto run = builder.snapshot();
    QCOMPARE(run->extent(kLoss, RunAxis::Step).value(), std::pair(0.0, 190.0));
    QCOMPARE(run->place(12).step, 120.0);
    QCOMPARE(run->place(12).epoch, 2.2);
}

void TestRun::resultWithoutStep_standsAtTheLastStep()
{
    RunBuilder builder;
    LogRecord eval = record(0, 3);
    eval.kind = RecordKind::Eval;
    eval.step.reset();
    LogRecord other = record(0, 3);
    other.step.reset();
    builder.append({record(0, 1), record(50, 1), eval, other});
    QCOMPARE(builder.snapshot()->place(2).step, 50.0);
    QVERIFY(std::isnan(builder.snapshot()->place(3).step));
}

void TestRun::parameters_areNoCurve()
{
    RunBuilder builder;
    LogRecord parameter = record(0, 3);
    parameter.kind = RecordKind::Param;
    parameter.totalSteps = 500;
    builder.append({parameter});
    QVERIFY(builder.snapshot()->metrics().isEmpty());
    QCOMPARE(builder.snapshot()->totalSteps(), std::optional<qint64>(500));
}

void TestRun::snapshot_doesNotChangeWhenTheBuilderGoesOn()
{
    RunBuilder builder;
    append(builder, 0, 1500, wave);
    const auto before = builder.snapshot();
    const auto points = finitePoints(before->curve(kLoss, RunAxis::Step, 0, 1e9, 5000));
    append(builder, 1500, 9000, wave);
    QCOMPARE(before->size(), std::size_t(1500));
    QCOMPARE(before->count(kLoss), std::size_t(1500));
    QCOMPARE(finitePoints(before->curve(kLoss, RunAxis::Step, 0, 1e9, 5000)), points);
    QCOMPARE(builder.snapshot()->size(), std::size_t(9000));
}

void TestRun::snapshots_shareFullChunks()
{
    RunBuilder builder;
    append(builder, 0, 5000, wave);
    const auto first = builder.snapshot();
    QCOMPARE(builder.snapshot(), first);
    append(builder, 5000, 5001, wave);
    const auto second = builder.snapshot();
    QVERIFY(second != first);
    for (std::size_t i = 0; i + 1 < first->chunks().size(); ++i)
        QCOMPARE(second->chunks()[i], first->chunks()[i]);
}

void TestRun::snapshots_areReadWhileTheBuilderGoesOn()
{
    RunBuilder builder;
    std::atomic<bool> isDone = false;
    std::shared_ptr<const Run> shared = builder.snapshot();
    std::atomic<qint64> wrong = 0, reads = 0;
    std::thread reader([&] {
        while (!isDone || reads == 0) {
            const auto run = std::atomic_load(&shared);
            const auto points = run->curve(kLoss, RunAxis::Step, 0, 1e6, 100);
            wrong += run->count(kLoss) != run->size() || (run->size() > 0) != !points.empty() ? 1 : 0;
            ++reads;
        }
    });
    for (qint64 step = 0; step < 20'000; step += 100) {
        append(builder, step, step + 100, wave);
        std::atomic_store(&shared, builder.snapshot());
    }
    isDone = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
}

void TestRun::longRun_isAffordable()
{
    RunBuilder builder;
    std::vector<LogRecord> records;
    for (qint64 i = 0; i < 1000; ++i)
        records.push_back(record(i, wave(i)));
    for (qint64 block = 0; block < 1000; ++block) {
        for (qint64 i = 0; i < 1000; ++i)
            records[std::size_t(i)].step = block * 1000 + i;
        builder.append(records);
    }
    const auto run = builder.snapshot();
    QCOMPARE(run->count(kLoss), std::size_t(1'000'000));
    std::size_t bytes = 0;
    for (const auto &chunk : run->chunks())
        bytes += chunk->step.capacity() * (3 * sizeof(double) + 1 + 2 * sizeof(qint64) + sizeof(qint32)) +
                 chunk->values.first().capacity() * sizeof(float);
    QVERIFY2(bytes < 60'000'000, qPrintable(QString::number(bytes)));
    QVERIFY(run->curve(kLoss, RunAxis::Step, 0, 1e6, 1000).size() <= 4000);
}

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
