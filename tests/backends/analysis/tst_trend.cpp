// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/trend.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace paceline;

namespace {

constexpr float kNaNf = std::numeric_limits<float>::quiet_NaN();

/// As sampleTrend gives it for a run of fewer points than it keeps.
TrendSample sampleOf(const std::vector<float> &values, double stepMs = 1000)
{
    TrendSample sample;
    for (std::size_t i = 0; i < values.size(); ++i)
        sample.tail.push_back({double(i) * 10, 1e12 + double(i) * stepMs, values[i]});
    sample.head = sample.tail;
    sample.count = values.size();
    return sample;
}

std::vector<float> noisy(std::size_t count, double from, double to, double noise)
{
    std::mt19937 random(42);
    std::normal_distribution<double> error(0, noise);
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i)
        values.push_back(float(to + (from - to) * std::exp(-5.0 * double(i) / double(count)) + error(random)));
    return values;
}

} // namespace

class TestTrend : public QObject
{
    Q_OBJECT
private slots:
    void median_ofNothingIsMissing()
    {
        QVERIFY(std::isnan(medianOf({})));
        QCOMPARE(medianOf({3, 1, 2}), 2.0);
        QCOMPARE(medianOf({4, 1, 2, 3}), 2.5);
    }
    void loss_ofAHealthyRunFalls()
    {
        const LossHealth health = judgeLoss(sampleOf(noisy(300, 10, 2.3, 0.2)));
        QCOMPARE(health.trend, LossTrend::Falling);
        QVERIFY(health.first > 8 && health.now < 2.6);
    }
    void loss_thatOnlyShakesIsFlat()
    {
        QCOMPARE(judgeLoss(sampleOf(noisy(300, 2.3, 2.3, 0.2))).trend, LossTrend::Flat);
    }
    void loss_thatLeavesItsBestRises()
    {
        std::vector<float> values = noisy(150, 10, 2, 0.1);
        for (int i = 0; i < 150; ++i)
            values.push_back(2 + 0.02F * float(i));
        const LossHealth health = judgeLoss(sampleOf(values));
        QCOMPARE(health.trend, LossTrend::Rising);
        QVERIFY(health.best < 2.3 && health.now > 4);
    }
    void loss_thatEndsInNaN_namesTheStep()
    {
        std::vector<float> values = noisy(50, 10, 2, 0.1);
        values.insert(values.end(), {kNaNf, INFINITY, kNaNf});
        const LossHealth health = judgeLoss(sampleOf(values));
        QCOMPARE(health.trend, LossTrend::NotANumber);
        QCOMPARE(health.badStep, 500.0);
    }
    void loss_recoveredFromNaN_isJudgedByItsNumbers()
    {
        std::vector<float> values = noisy(100, 10, 2, 0.1);
        values[50] = kNaNf;
        QCOMPARE(judgeLoss(sampleOf(values)).trend, LossTrend::Falling);
    }
    void loss_fewPointsDecideNothing()
    {
        QCOMPARE(judgeLoss(sampleOf({9, 8, 7, 6, 5})).trend, LossTrend::TooFew);
        QCOMPARE(judgeLoss(sampleOf({})).trend, LossTrend::TooFew);
    }
    void rate_thatDropsIsSeenWithItsTime()
    {
        std::vector<float> values = noisy(200, 100, 100, 1);
        for (std::size_t i = 140; i < 200; ++i)
            values[i] *= 0.9F;
        const auto health = judgeRate(sampleOf(values));
        QVERIFY(health && health->slower);
        QVERIFY(std::abs(health->now / health->before - 0.9) < 0.03);
        QVERIFY2(std::abs(health->sinceMs - (1e12 + 140 * 1000)) <= 4000,
                 qPrintable(QString::number(health->sinceMs - 1e12)));
    }
    void rate_noiseAndOneDipAreNotSlower()
    {
        std::vector<float> values = noisy(200, 100, 100, 5);
        values[198] = 20;
        QVERIFY(!judgeRate(sampleOf(values))->slower);
    }
    void rate_ofAFewPointsHasNoBefore()
    {
        const auto health = judgeRate(sampleOf({90, 100, 101}));
        QVERIFY(health && !health->slower && std::isnan(health->before));
        QVERIFY(!judgeRate(sampleOf({})));
        QVERIFY(!judgeRate(sampleOf({kNaNf})));
    }
    void pace_countsStepsPerTime()
    {
        const auto pace = paceOf(sampleOf(std::vector<float>(20, 1.0F), 2000));
        QVERIFY(pace);
        QCOMPARE(pace->stepsPerMs, 10.0 / 2000);
        QCOMPARE(pace->points, std::size_t(20));
    }
    void pace_afterARestartForgetsWhatWasBefore()
    {
        TrendSample sample = sampleOf(std::vector<float>(20, 1.0F), 2000);
        for (std::size_t i = 10; i < 20; ++i)
            sample.tail[i].step = double(i - 10); // counts anew, ten times slower
        const auto pace = paceOf(sample);
        QVERIFY(pace);
        QCOMPARE(pace->points, std::size_t(10));
        QCOMPARE(pace->stepsPerMs, 1.0 / 2000);
    }
    void pace_withoutTimesIsNotGuessed()
    {
        TrendSample sample = sampleOf(std::vector<float>(20, 1.0F));
        for (TrendPoint &point : sample.tail)
            point.timeMs = std::nan("");
        QVERIFY(!paceOf(sample));
        QVERIFY(std::isnan(usualGapMs(sample)));
    }
};

QTEST_GUILESS_MAIN(TestTrend)
#include "tst_trend.moc"
