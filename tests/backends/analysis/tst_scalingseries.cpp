// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scaling.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

/// Accelerators and batch.
using Pairs = std::vector<std::pair<double, double>>;

ScalingSeries seriesOf(const Pairs &pairs)
{
    ScalingSeries series{.name = QStringLiteral("bert")};
    for (const auto &[accelerators, batch] : pairs)
        series.points.push_back({.accelerators = accelerators, .throughput = accelerators, .globalBatch = batch});
    return series;
}

std::vector<double> batchesOf(const ScalingSeries &series)
{
    std::vector<double> batches;
    for (const ScalingPoint &point : series.points)
        batches.push_back(point.globalBatch);
    return batches;
}

} // namespace

class TestScalingSeries : public QObject
{
    Q_OBJECT
private slots:
    void kind_isToldByTheBatches_data();
    void kind_isToldByTheBatches();
    void kind_thatIsToldGoesBeforeBatches();
    void kind_decidesTheLaws();
    void separate_leavesOneKindAlone();
    void separate_takesStrongAndWeakApart();
    void separate_keepsWhatFitsNowhereTogether();
};

void TestScalingSeries::kind_isToldByTheBatches_data()
{
    QTest::addColumn<Pairs>("pairs");
    QTest::addColumn<ScalingKind>("kind");
    const double none = std::nan("");
    QTest::newRow("one batch") << Pairs{{1, 256}, {2, 256}, {4, 256}} << ScalingKind::Strong;
    QTest::newRow("one batch, rounded") << Pairs{{640, 2560}, {1120, 2550}} << ScalingKind::Strong;
    QTest::newRow("with the scale") << Pairs{{1, 32}, {2, 64}, {12, 384}} << ScalingKind::Weak;
    QTest::newRow("with the scale, rounded") << Pairs{{3, 100}, {7, 240}} << ScalingKind::Weak;
    QTest::newRow("otherwise") << Pairs{{8, 256}, {64, 1024}, {512, 4096}} << ScalingKind::Mixed;
    QTest::newRow("missing once") << Pairs{{8, 256}, {64, none}} << ScalingKind::Unknown;
    QTest::newRow("one scale") << Pairs{{8, 256}, {8, 256}} << ScalingKind::Unknown;
}

void TestScalingSeries::kind_isToldByTheBatches()
{
    QFETCH(Pairs, pairs);
    QFETCH(ScalingKind, kind);
    QCOMPARE(scalingKind(seriesOf(pairs).points), kind);
}

void TestScalingSeries::kind_thatIsToldGoesBeforeBatches()
{
    ScalingSeries series = seriesOf({{1, 32}, {2, 32}, {4, 32}, {8, 32}});
    series.kind = ScalingKind::Weak;
    QCOMPARE(analyseScaling(series, {})->kind, ScalingKind::Weak);
    QCOMPARE(analyseScaling(series, {.kind = ScalingKind::Strong})->kind, ScalingKind::Strong);
}

void TestScalingSeries::kind_decidesTheLaws()
{
    const auto lawsOf = [](const ScalingSeries &series, const ScalingQuery &query = {}) {
        QList<ScalingLaw> laws;
        const auto analysis = analyseScaling(series, query);
        for (const ScalingCandidateFigures &candidate : analysis->candidates)
            laws.append(candidate.law);
        std::sort(laws.begin(), laws.end());
        return laws;
    };
    using L = ScalingLaw;
    const ScalingSeries strong = seriesOf({{1, 64}, {2, 64}, {4, 64}, {8, 64}, {16, 64}});
    const ScalingSeries weak = seriesOf({{1, 8}, {2, 16}, {4, 32}, {8, 64}, {16, 128}});
    const ScalingSeries mixed = seriesOf({{1, 8}, {2, 8}, {4, 32}, {8, 32}, {16, 128}});
    QCOMPARE(lawsOf(strong), (QList<L>{L::Amdahl, L::Universal, L::Tree}));
    QCOMPARE(lawsOf(strong, {.gradientBytes = 1e6, .bandwidth = 1e10}),
             (QList<L>{L::Amdahl, L::Universal, L::Ring, L::Tree}));
    QCOMPARE(lawsOf(weak), (QList<L>{L::Gustafson, L::Universal, L::Ring, L::Tree}));
    QCOMPARE(lawsOf(mixed), (QList<L>{L::Amdahl, L::Gustafson, L::Universal, L::Ring, L::Tree}));
    const auto analysis = analyseScaling(mixed, {});
    QVERIFY(std::count(analysis->notes.begin(), analysis->notes.end(), ScalingNote::BatchChanges) == 1);
}

void TestScalingSeries::separate_leavesOneKindAlone()
{
    for (const Pairs &pairs : {Pairs{{1, 32}, {2, 64}, {4, 128}}, Pairs{{1, 32}, {2, 100}, {4, 110}}})
        QCOMPARE(separateScaling(seriesOf(pairs)).size(), std::size_t(1));
}

void TestScalingSeries::separate_takesStrongAndWeakApart()
{
    const auto parts = separateScaling(
        seriesOf({{8, 1024}, {16, 1024}, {32, 1024}, {64, 1024}, {16, 2048}, {32, 4096}, {64, 8192}, {128, 16384}}));
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(scalingKind(parts[0].points), ScalingKind::Weak);
    QCOMPARE(batchesOf(parts[0]),
             (std::vector<double>{1024, 2048, 4096, 8192, 16384})); // the point where both meet, too
    QCOMPARE(scalingKind(parts[1].points), ScalingKind::Strong);
    QCOMPARE(parts[1].points.size(), std::size_t(4));
    QCOMPARE(parts[1].name, QStringLiteral("bert"));
    const auto strong = separateScaling(seriesOf({{1, 64}, {2, 64}, {4, 64}, {1, 512}, {2, 512}, {4, 512}}));
    QCOMPARE(strong.size(), std::size_t(2));
    QCOMPARE(scalingKind(strong[1].points), ScalingKind::Strong);
}

void TestScalingSeries::separate_keepsWhatFitsNowhereTogether()
{
    const auto parts = separateScaling(seriesOf({{1, 64}, {2, 64}, {4, 64}, {4, 100}}));
    std::size_t points = 0;
    for (const ScalingSeries &part : parts)
        points += part.points.size();
    QVERIFY(points >= 4);
    QCOMPARE(parts.back().points.back().globalBatch, 100.0);
}

QTEST_GUILESS_MAIN(TestScalingSeries)
#include "tst_scalingseries.moc"
