// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scaling.h"
#include "backends/parsers/scalingtable.h"

#include <QFile>
#include <QTest>
#include <cmath>
#include <random>

using namespace paceline;
using Name = ScalingParameter::Name;

namespace {

using Curve = double (*)(double accelerators);

double amdahl(double p)
{
    return 100 / (0.02 + 0.98 / p);
}

double gustafson(double p)
{
    return 100 * (p - 0.2 * (p - 1));
}

double universal(double p)
{
    return 100 * p / (1 + 0.03 * (p - 1) + 0.0005 * p * (p - 1));
}

/// 32 samples for each accelerator: 0.32 s of compute, then 1 ms a message and 40 ms for the bytes.
double ringWeak(double p)
{
    return 32 * p / (0.32 + 2 * (p - 1) * 0.001 + 2 * (p - 1) / p * 0.04);
}

/// A batch of 256, 2.56 s on one accelerator; 20 ms a hop.
double treeStrong(double p)
{
    return 256 / (2.56 / p + 2 * std::log2(p) * 0.02);
}

std::vector<double> doubling(int count)
{
    std::vector<double> scales;
    for (int i = 0; i < count; ++i)
        scales.push_back(std::pow(2, i));
    return scales;
}

ScalingSeries seriesOf(Curve curve, const std::vector<double> &scales, double noise = 0, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> error(0, 1);
    ScalingSeries series;
    for (double p : scales)
        series.points.push_back({.accelerators = p, .throughput = curve(p) * std::exp(noise * error(random))});
    return series;
}

ScalingSeries withBatch(ScalingSeries series, ScalingKind kind)
{
    for (ScalingPoint &point : series.points)
        point.globalBatch = kind == ScalingKind::Weak ? 32 * point.accelerators : 256;
    return series;
}

ScalingAnalysis analysed(const ScalingSeries &series, const ScalingQuery &query = {})
{
    const auto analysis = analyseScaling(series, query);
    return analysis ? *analysis : ScalingAnalysis{};
}

Estimate parameter(const ScalingAnalysis &analysis, Name name)
{
    for (const ScalingParameter &parameter : analysis.parameters) {
        if (parameter.name == name)
            return parameter.estimate;
    }
    return {};
}

bool covers(const Estimate &estimate, double truth)
{
    return estimate.low <= truth && truth <= estimate.high;
}

bool isNear(double value, double expected, double share = 1e-3)
{
    return std::abs(value - expected) <= share * std::abs(expected);
}

bool notes(const ScalingAnalysis &analysis, ScalingNote note)
{
    return std::find(analysis.notes.begin(), analysis.notes.end(), note) != analysis.notes.end();
}

std::vector<double> setAside(const ScalingAnalysis &analysis)
{
    std::vector<double> scales;
    for (const ScalingPointFigures &figures : analysis.points) {
        if (figures.isSetAside)
            scales.push_back(figures.point.accelerators);
    }
    return scales;
}

} // namespace

class TestScaling : public QObject
{
    Q_OBJECT
private slots:
    void fit_findsParametersOfACleanCurve();
    void fit_knowsTheNetwork();
    void fit_isTheSameWithTheSameSeed();
    void fit_ofNoisyPointsCoversTheTruth_data();
    void fit_ofNoisyPointsCoversTheTruth();
    void fit_atABoundHasAOneSidedInterval();
    void choice_findsTheRightLaw_data();
    void choice_findsTheRightLaw();
    void choice_isExplained();
    void points_fewMakeNoCurve();
    void points_threeMakeTheSimplestCurve();
    void points_fourLeaveLawsOfThreeParametersOut();
    void points_ofOneScaleCountOneByOne();
    void points_thatMakeNoSenseArePassedOver();
    void bad_onePointIsSetAside_data();
    void bad_onePointIsSetAside();
    void bad_twoOfManyAreSetAside();
    void bad_noPointOfACleanSeriesIs();
    void figures_areAgainstTheReference();
    void figures_ofWorkAndPower();
    void figures_superlinearPointsAreNoted();
    void forecast_coversTheCurve();
    void forecast_splitsWhatIsLost();
    void forecast_findsLimitsAndPeak();
    void published_speedupsAreFoundAgain();
};

void TestScaling::fit_findsParametersOfACleanCurve()
{
    const ScalingAnalysis a = analysed(seriesOf(amdahl, doubling(7)));
    QVERIFY(a.law == ScalingLaw::Amdahl);
    QVERIFY(isNear(parameter(a, Name::Rate).value, 100));
    QVERIFY(isNear(parameter(a, Name::SerialFraction).value, 0.02));
    const ScalingAnalysis g = analysed(withBatch(seriesOf(gustafson, {3, 6, 12, 24, 40}), ScalingKind::Weak));
    QVERIFY(g.law == ScalingLaw::Gustafson);
    QVERIFY(isNear(parameter(g, Name::SerialFraction).value, 0.2));
    const ScalingAnalysis u = analysed(seriesOf(universal, doubling(7)));
    QVERIFY(u.law == ScalingLaw::Universal);
    QVERIFY(isNear(parameter(u, Name::Contention).value, 0.03));
    QVERIFY(isNear(parameter(u, Name::Coherency).value, 0.0005));
    const ScalingAnalysis r = analysed(withBatch(seriesOf(ringWeak, doubling(8)), ScalingKind::Weak));
    QVERIFY(r.law == ScalingLaw::Ring);
    QVERIFY(isNear(parameter(r, Name::Rate).value, 100));
    QVERIFY(isNear(parameter(r, Name::Latency).value, 0.001));
    QVERIFY(isNear(parameter(r, Name::Transfer).value, 0.04));
    const ScalingAnalysis t = analysed(withBatch(seriesOf(treeStrong, doubling(6)), ScalingKind::Strong));
    QVERIFY(t.law == ScalingLaw::Tree);
    QVERIFY(isNear(parameter(t, Name::Hop).value, 0.02));
}

void TestScaling::fit_knowsTheNetwork()
{
    // 1 GB of gradients at 25 GB/s are the 40 ms of the ring; the latency is what is left to be found.
    const ScalingQuery query{.gradientBytes = 1e9, .bandwidth = 25e9, .laws = {ScalingLaw::Ring}};
    const ScalingAnalysis ring = analysed(withBatch(seriesOf(ringWeak, doubling(6)), ScalingKind::Weak), query);
    QVERIFY(isNear(parameter(ring, Name::Latency).value, 0.001));
    QCOMPARE(parameter(ring, Name::Transfer).value, 0.04);
    QCOMPARE(ring.candidates.at(0).parameters, std::size_t(2));
}

void TestScaling::fit_isTheSameWithTheSameSeed()
{
    const ScalingSeries series = seriesOf(amdahl, doubling(6), 0.03);
    const Estimate one = parameter(analysed(series, {.seed = 7}), Name::SerialFraction);
    const Estimate same = parameter(analysed(series, {.seed = 7}), Name::SerialFraction);
    const Estimate other = parameter(analysed(series, {.seed = 8}), Name::SerialFraction);
    QCOMPARE(one.low, same.low);
    QCOMPARE(one.high, same.high);
    QVERIFY(one.low != other.low);
    QVERIFY(isNear(one.high, other.high, 0.2));
}

void TestScaling::fit_ofNoisyPointsCoversTheTruth_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<double>("noise");
    for (int points : {5, 8}) {
        for (double noise : {0.01, 0.1})
            QTest::addRow("%d points, %.0f %%", points, 100 * noise) << points << noise;
    }
}

void TestScaling::fit_ofNoisyPointsCoversTheTruth()
{
    QFETCH(int, points);
    QFETCH(double, noise);
    constexpr int kSeries = 200;
    int fraction = 0, coherency = 0;
    for (unsigned i = 1; i <= kSeries; ++i) {
        const ScalingQuery one{.laws = {ScalingLaw::Amdahl}, .draws = 200, .seed = i};
        fraction +=
            covers(parameter(analysed(seriesOf(amdahl, doubling(points), noise, i), one), Name::SerialFraction), 0.02);
        const ScalingQuery three{.laws = {ScalingLaw::Universal}, .draws = 200, .seed = i};
        coherency += covers(
            parameter(analysed(seriesOf(universal, doubling(points), noise, i), three), Name::Coherency), 0.0005);
    }
    // 95 % of 200 are 190; three standard deviations are 9. A plain bootstrap of five points covers about 160.
    QVERIFY2(fraction >= 180 && fraction <= 199, qPrintable(QString::number(fraction)));
    QVERIFY2(coherency >= 180 && coherency <= 199, qPrintable(QString::number(coherency)));
}

void TestScaling::fit_atABoundHasAOneSidedInterval()
{
    const auto perfect = [](double p) { return 100 * p; };
    int covered = 0;
    for (unsigned i = 1; i <= 100; ++i) {
        const ScalingAnalysis a =
            analysed(seriesOf(perfect, doubling(6), 0.03, i), {.laws = {ScalingLaw::Amdahl}, .draws = 200});
        const Estimate fraction = parameter(a, Name::SerialFraction);
        QVERIFY(fraction.low >= 0 && fraction.low <= fraction.value && fraction.value <= fraction.high);
        if (fraction.value == 0)
            QVERIFY(notes(a, ScalingNote::ParameterAtBound));
        covered += covers(fraction, 0);
    }
    QVERIFY(covered >= 90);
}

void TestScaling::choice_findsTheRightLaw_data()
{
    QTest::addColumn<Curve>("curve");
    QTest::addColumn<ScalingKind>("kind");
    QTest::addColumn<ScalingLaw>("law");
    QTest::newRow("amdahl") << Curve(amdahl) << ScalingKind::Strong << ScalingLaw::Amdahl;
    QTest::newRow("amdahl, no batch") << Curve(amdahl) << ScalingKind::Unknown << ScalingLaw::Amdahl;
    QTest::newRow("gustafson, no batch") << Curve(gustafson) << ScalingKind::Unknown << ScalingLaw::Gustafson;
    QTest::newRow("universal") << Curve(universal) << ScalingKind::Strong << ScalingLaw::Universal;
    QTest::newRow("universal, weak") << Curve(universal) << ScalingKind::Weak << ScalingLaw::Universal;
    QTest::newRow("ring") << Curve(ringWeak) << ScalingKind::Weak << ScalingLaw::Ring;
    QTest::newRow("tree") << Curve(treeStrong) << ScalingKind::Strong << ScalingLaw::Tree;
}

void TestScaling::choice_findsTheRightLaw()
{
    QFETCH(Curve, curve);
    QFETCH(ScalingKind, kind);
    QFETCH(ScalingLaw, law);
    int right = 0;
    for (unsigned i = 1; i <= 50; ++i) {
        ScalingSeries series = seriesOf(curve, doubling(9), 0.01, i);
        if (kind != ScalingKind::Unknown)
            series = withBatch(series, kind);
        right += analysed(series, {.draws = 1}).law == law;
    }
    QVERIFY2(right >= 40, qPrintable(QString::number(right)));
}

void TestScaling::choice_isExplained()
{
    const ScalingAnalysis clear = analysed(withBatch(seriesOf(universal, doubling(8), 0.01), ScalingKind::Strong));
    QVERIFY(clear.reason == ScalingReason::Criterion);
    QVERIFY(clear.candidates.at(0).law == clear.law && clear.candidates.size() == 3);
    QVERIFY(clear.candidates[0].aicc < clear.candidates[1].aicc - 2);
    QVERIFY(clear.candidates[0].looError < clear.candidates[1].looError);
    QVERIFY(notes(clear, ScalingNote::RingIsUniversal));
    double support = 0;
    for (const ScalingCandidateFigures &candidate : clear.candidates)
        support += candidate.support;
    QVERIFY(isNear(support, 1));
    const ScalingAnalysis open = analysed(withBatch(seriesOf(amdahl, {1, 2, 4, 8}, 0.03), ScalingKind::Strong));
    QVERIFY(open.reason == ScalingReason::LeaveOneOut && notes(open, ScalingNote::OthersFitAsWell));
}

void TestScaling::points_fewMakeNoCurve()
{
    const ScalingAnalysis two = analysed(seriesOf(amdahl, {1, 8}), {.scales = {16}});
    QVERIFY(!two.law && two.parameters.empty() && two.forecasts.empty());
    QVERIFY(notes(two, ScalingNote::TooFewScales));
    QVERIFY(isNear(two.points.at(1).karpFlatt, 0.02));
    // Six runs at two scales are two scales.
    QVERIFY(notes(analysed(seriesOf(amdahl, {1, 1, 1, 8, 8, 8}, 0.01)), ScalingNote::TooFewScales));
    QCOMPARE(analysed(seriesOf(amdahl, {4})).points.at(0).efficiency, 1.0);
}

void TestScaling::points_threeMakeTheSimplestCurve()
{
    const ScalingAnalysis strong = analysed(withBatch(seriesOf(amdahl, {1, 4, 16}, 0.01), ScalingKind::Strong));
    QVERIFY(strong.law == ScalingLaw::Amdahl && strong.reason == ScalingReason::Kind);
    QVERIFY(notes(strong, ScalingNote::LawByKind));
    QCOMPARE(strong.degreesOfFreedom, std::size_t(1));
    const ScalingAnalysis weak = analysed(withBatch(seriesOf(gustafson, {1, 4, 16}, 0.01), ScalingKind::Weak));
    QVERIFY(weak.law == ScalingLaw::Gustafson);
}

void TestScaling::points_fourLeaveLawsOfThreeParametersOut()
{
    const ScalingAnalysis a = analysed(withBatch(seriesOf(universal, {1, 4, 16, 64}), ScalingKind::Strong));
    QVERIFY(a.law != ScalingLaw::Universal);
    QVERIFY(notes(a, ScalingNote::FewPoints));
}

void TestScaling::points_ofOneScaleCountOneByOne()
{
    const ScalingAnalysis a = analysed(seriesOf(amdahl, {2, 2, 2, 8, 8, 8, 24, 24, 24, 96, 96, 96}, 0.03));
    QVERIFY(a.law == ScalingLaw::Amdahl);
    QCOMPARE(a.points.size(), std::size_t(12));
    QCOMPARE(a.degreesOfFreedom, std::size_t(10));
    QVERIFY(covers(parameter(a, Name::SerialFraction), 0.02));
    const double mean = std::cbrt(a.points[0].efficiency * a.points[1].efficiency * a.points[2].efficiency);
    QVERIFY(isNear(mean, 1, 1e-9));
}

void TestScaling::points_thatMakeNoSenseArePassedOver()
{
    ScalingSeries series = seriesOf(amdahl, doubling(6));
    series.points.push_back({.accelerators = 128, .throughput = std::nan("")});
    series.points.push_back({.accelerators = 0, .throughput = 5});
    series.points.push_back({.accelerators = 64, .throughput = -5});
    series.points.push_back({.accelerators = INFINITY, .throughput = 5});
    QCOMPARE(analysed(series).points.size(), std::size_t(6));
    QVERIFY(analyseScaling({}, {}).error().kind == ErrorKind::Malformed);
    QVERIFY(analyseScaling(series, {.reference = 3}).error().kind == ErrorKind::NotFound);
}

void TestScaling::bad_onePointIsSetAside_data()
{
    QTest::addColumn<int>("bad");
    QTest::addColumn<double>("factor");
    for (int bad : {0, 3, 6}) {
        for (double factor : {0.5, 1.6})
            QTest::addRow("point %d times %.1f", bad, factor) << bad << factor;
    }
}

void TestScaling::bad_onePointIsSetAside()
{
    QFETCH(int, bad);
    QFETCH(double, factor);
    ScalingSeries series = withBatch(seriesOf(amdahl, doubling(7), 0.01), ScalingKind::Strong);
    series.points[std::size_t(bad)].throughput *= factor;
    const ScalingAnalysis a = analysed(series, {.scales = {128}});
    QVERIFY(a.law == ScalingLaw::Amdahl);
    QCOMPARE(setAside(a), std::vector<double>{std::pow(2, bad)});
    QVERIFY(notes(a, ScalingNote::SetAside));
    QCOMPARE(notes(a, ScalingNote::ReferenceSetAside), bad == 0);
    QVERIFY(isNear(parameter(a, Name::SerialFraction).value, 0.02, 0.15));
    QVERIFY(isNear(a.points[std::size_t(bad)].residual, std::log(factor), 0.1));
    QVERIFY(isNear(a.forecasts.at(0).throughput.value, amdahl(128), 0.05));
}

void TestScaling::bad_twoOfManyAreSetAside()
{
    ScalingSeries series = seriesOf(amdahl, {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64}, 0.01);
    series.points[4].throughput *= 0.6;
    series.points[9].throughput *= 0.6; // both to one side, so that each makes the other look better
    const ScalingAnalysis a = analysed(series);
    QCOMPARE(setAside(a), (std::vector<double>{6, 32}));
    QVERIFY(isNear(parameter(a, Name::SerialFraction).value, 0.02, 0.1));
}

void TestScaling::bad_noPointOfACleanSeriesIs()
{
    int any = 0;
    for (unsigned i = 1; i <= 200; ++i)
        any += !setAside(analysed(seriesOf(amdahl, doubling(8), 0.05, i), {.laws = {ScalingLaw::Amdahl}, .draws = 1}))
                    .empty();
    QVERIFY2(any <= 7, qPrintable(QString::number(any))); // one of a hundred
}

void TestScaling::figures_areAgainstTheReference()
{
    const ScalingSeries series{.points = {{.accelerators = 32, .throughput = 2800},
                                          {.accelerators = 8, .throughput = 800},
                                          {.accelerators = 24, .throughput = 2160}}};
    const ScalingAnalysis least = analysed(series);
    QCOMPARE(least.reference, 8.0);
    QCOMPARE(least.points[0].efficiency, 1.0);
    QVERIFY(std::isnan(least.points[0].karpFlatt));
    QCOMPARE(least.points[1].speedup, 2.7);
    QCOMPARE(least.points[1].efficiency, 0.9);
    QVERIFY(isNear(least.points[2].karpFlatt, (1 / 3.5 - 0.25) / 0.75));
    const ScalingAnalysis chosen = analysed(series, {.reference = 24});
    QVERIFY(isNear(chosen.points[0].efficiency, 1 / 0.9));
    QCOMPARE(chosen.points[1].speedup, 1.0);
}

void TestScaling::figures_ofWorkAndPower()
{
    ScalingSeries series = seriesOf(amdahl, doubling(6));
    for (ScalingPoint &point : series.points) {
        point.seconds = 7.2e6 / point.throughput;
        point.watts = 400 * point.accelerators;
    }
    const ScalingAnalysis a = analysed(series, {.scales = {64}});
    QVERIFY(isNear(a.work, 7.2e6));
    QVERIFY(isNear(a.points[0].acceleratorHours, 20));
    QVERIFY(isNear(a.points[0].kilowattHours, 8));
    const ScalingForecast &forecast = a.forecasts.at(0);
    QVERIFY(isNear(forecast.hours.value, 7.2e6 / amdahl(64) / 3600));
    QVERIFY(isNear(forecast.acceleratorHours.value, 64 * 7.2e6 / amdahl(64) / 3600));
    QVERIFY(isNear(forecast.kilowattHours, 0.4 * forecast.acceleratorHours.value));
    QVERIFY(forecast.hours.low <= forecast.hours.value && forecast.hours.value <= forecast.hours.high);
    QVERIFY(isNear(forecast.acceleratorHoursPerMillion, 64e6 / amdahl(64) / 3600));
    // Without one work for all, and none that is told, there is no time to it.
    series.points[0].seconds *= 2;
    QVERIFY(std::isnan(analysed(series, {.scales = {64}}).forecasts.at(0).hours.value));
}

void TestScaling::figures_superlinearPointsAreNoted()
{
    const auto superlinear = [](double p) { return 100 * p * (1 + 0.05 * std::log2(p)); };
    const ScalingAnalysis a =
        analysed(withBatch(seriesOf(superlinear, doubling(6)), ScalingKind::Strong), {.scales = {64}});
    QVERIFY(notes(a, ScalingNote::Superlinear));
    QVERIFY(a.points.back().efficiency > 1.2 && a.points.back().karpFlatt < 0);
    QVERIFY(a.law && std::isfinite(a.forecasts.at(0).throughput.value));
    // No law grows faster than the accelerators do: it goes on from the curve as it is.
    QVERIFY(a.forecasts.at(0).efficiency.high < 1.5);
}

void TestScaling::forecast_coversTheCurve()
{
    for (const Curve curve : {Curve(amdahl), Curve(gustafson), Curve(universal)}) {
        int covered = 0;
        for (unsigned i = 1; i <= 100; ++i) {
            const ScalingAnalysis a =
                analysed(seriesOf(curve, doubling(8), 0.03, i), {.scales = {256}, .draws = 200, .seed = i});
            covered += covers(a.forecasts.at(0).throughput, curve(256));
        }
        QVERIFY2(covered >= 88, qPrintable(QString::number(covered)));
    }
}

void TestScaling::forecast_splitsWhatIsLost()
{
    const ScalingAnalysis a =
        analysed(withBatch(seriesOf(universal, doubling(7)), ScalingKind::Strong), {.scales = {64, 256}});
    for (const ScalingForecast &forecast : a.forecasts) {
        const double p = forecast.accelerators, whole = 1 + 0.03 * (p - 1) + 0.0005 * p * (p - 1);
        QCOMPARE(forecast.losses.size(), std::size_t(2));
        // The law takes coherency times p (p - 1), the curve p - 1 of it into contention's share.
        QVERIFY(isNear(forecast.lost.value, 1 - 1 / whole));
        QVERIFY(isNear(forecast.losses[0].share + forecast.losses[1].share, forecast.lost.value));
        QVERIFY(isNear(forecast.losses[0].share, 0.03 * (p - 1) / whole));
        QVERIFY(isNear(forecast.efficiency.value, 1 / whole));
    }
    const ScalingAnalysis g =
        analysed(withBatch(seriesOf(gustafson, doubling(6)), ScalingKind::Weak), {.scales = {64}});
    QVERIFY(isNear(g.forecasts.at(0).losses.at(0).share, 0.2 * 63 / 64));
}

void TestScaling::forecast_findsLimitsAndPeak()
{
    const ScalingAnalysis a = analysed(seriesOf(amdahl, doubling(7)), {.efficiencies = {0.9, 0.5}});
    // 1 / (1 + 0.02 (p - 1)) >= 0.9: p <= 6.55; 0.5: p <= 51.
    QCOMPARE(a.limits.at(0).accelerators.value, 6.0);
    QVERIFY(std::abs(a.limits.at(1).accelerators.value - 51) <= 1);
    QVERIFY(std::isinf(a.peak.value));
    const ScalingAnalysis u = analysed(seriesOf(universal, doubling(7)), {});
    QVERIFY(std::abs(u.peak.value - std::sqrt(0.97 / 0.0005)) <= 1);
    const ScalingAnalysis g = analysed(seriesOf(gustafson, doubling(7)), {.efficiencies = {0.7}});
    QVERIFY(std::isinf(g.limits.at(0).accelerators.value)); // it never falls below 80 %
}

void TestScaling::published_speedupsAreFoundAgain()
{
    QFile file(QStringLiteral(PACELINE_FIXTURES "/scaling/published.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = parseScalingTable(file.readAll());
    QVERIFY(table && table->errors.empty());
    QCOMPARE(table->series.size(), std::size_t(4));
    const std::vector<std::vector<double>> published = {
        {1, 1.97, 3.86, 7.63, 14.21, 24.95}, {1, 1.96, 3.83, 7.61, 14.39}, {1, 0, 0, 26.25}, {0, 0, 0}};
    std::vector<ScalingAnalysis> analyses;
    for (std::size_t i = 0; i < published.size(); ++i) {
        analyses.push_back(analysed(table->series[i], {.scales = {512}}));
        const ScalingAnalysis &a = analyses.back();
        for (std::size_t j = 0; j < published[i].size(); ++j) {
            if (published[i][j] > 0)
                QVERIFY(std::abs(a.points.at(j).speedup - published[i][j]) < 0.011);
        }
        QVERIFY(a.law && setAside(a).empty());
    }
    QVERIFY(analyses[0].kind == ScalingKind::Strong && analyses[1].kind == ScalingKind::Unknown);
    QVERIFY(analyses[2].kind == ScalingKind::Weak);
    const double efficiency = analyses[0].forecasts.at(0).efficiency.value;
    QVERIFY2(efficiency > 0.5 && efficiency < 0.75, qPrintable(QString::number(efficiency)));
    QVERIFY(parameter(analyses[3], Name::SerialFraction).value > 0.001); // twice the GPUs, and nothing won
}

QTEST_GUILESS_MAIN(TestScaling)
#include "tst_scaling.moc"
