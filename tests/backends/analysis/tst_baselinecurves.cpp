// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/accelerators.h"
#include "backends/analysis/baselineseries.h"
#include "backends/analysis/modelflops.h"
#include "backends/catalogue/baselinecatalogue.h"
#include "resources/resources.h"

#include <QTest>
#include <cmath>

using namespace paceline;

namespace {

Baseline point(const char *id, qint64 accelerators, double value, const char *series = "s")
{
    Baseline record;
    record.id = QLatin1String(id);
    record.benchmark = QStringLiteral("b");
    record.metric = QStringLiteral("throughput");
    record.unit = QStringLiteral("images/s");
    record.acceleratorKey = QStringLiteral("nvidia-h100-sxm5-80gb");
    record.accelerators = accelerators;
    record.value = value;
    if (*series)
        record.series = QLatin1String(series);
    return record;
}

} // namespace

class TestBaselineCurves : public QObject
{
    Q_OBJECT
private slots:
    void toolNames_leadToAccelerators_data();
    void toolNames_leadToAccelerators();
    void everyMatchedKey_isInTheCatalogue();
    void accelerators_haveTheirDensePeaks();
    void links_standByThemselves();
    void curve_isStraightBetweenLogarithms();
    void curve_saysWhereItGoesOnBeyondItsEnds();
    void curve_takesTheMeanOfOneScale();
    void band_holdsWhatIsPublishedAtThisScale();
    void band_ofTheCatalogue_holdsItsOwnRecords();
    void flops_areMissingWithoutTheShape();
    void formulas_areThoseOfTheCatalogue();

private:
    BaselineSetPtr m_all = builtInBaselines().value_or(nullptr);
};

void TestBaselineCurves::toolNames_leadToAccelerators_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("family");
    const auto row = [](const char *name, const char *key, const char *family) {
        QTest::newRow(name) << QString(QLatin1String(name)) << QString(QLatin1String(key))
                            << QString(QLatin1String(family));
    };
    row("NVIDIA H100 80GB HBM3", "nvidia-h100-sxm5-80gb", "h100");
    row("NVIDIA H100 PCIe", "nvidia-h100-pcie-80gb", "h100");
    row("NVIDIA H100 NVL", "nvidia-h100-nvl", "h100");
    row("NVIDIA H100", "", "h100");
    row("NVIDIA H100 64GB HBM2e", "", "h100");
    row("NVIDIA H200", "nvidia-h200-sxm5-141gb", "h200");
    row("NVIDIA GH200 480GB", "nvidia-gh200", "gh200");
    row("NVIDIA B200", "nvidia-b200", "b200");
    row("NVIDIA GB200", "nvidia-gb200", "gb200");
    row("NVIDIA A100-SXM4-80GB", "nvidia-a100-sxm4-80gb", "a100");
    row("A100-SXM4-40GB", "nvidia-a100-sxm4-40gb", "a100");
    row("NVIDIA A100-PCIE-40GB", "nvidia-a100-pcie-40gb", "a100");
    row("NVIDIA A100 80GB PCIe", "nvidia-a100-pcie-80gb", "a100");
    row("NVIDIA A100-SXM-64GB", "", "a100");
    row("Tesla V100-SXM2-16GB", "nvidia-v100-sxm2-16gb", "v100");
    row("Tesla V100-SXM2-32GB", "nvidia-v100-sxm2-32gb", "v100");
    row("Tesla V100-SXM3-32GB", "nvidia-v100-sxm3-32gb", "v100");
    row("Tesla V100-PCIE-32GB", "nvidia-v100-pcie", "v100");
    row("Tesla V100S-PCIE-32GB", "nvidia-v100s-pcie-32gb", "v100");
    row("Tesla P100-PCIE-16GB", "nvidia-p100-pcie-16gb", "p100");
    row("Tesla P100-PCIE-12GB", "", "p100");
    row("Tesla T4", "nvidia-t4", "t4");
    row("NVIDIA L40S", "nvidia-l40s", "l40s");
    row("NVIDIA L4", "nvidia-l4", "l4");
    row("NVIDIA GeForce RTX 4090", "nvidia-rtx-4090", "rtx-4090");
    row("AMD Instinct MI300X", "amd-mi300x", "mi300x");
    row("AMD Instinct MI250X", "amd-mi250x", "mi250x");
    row("AMD INSTINCT MI250 (MCM) OAM AC MBA", "amd-mi250", "mi250");
    row("Intel(R) Data Center GPU Max 1550", "intel-max-1550", "max-1550");
    row("HL-225H", "intel-gaudi2", "gaudi2");
    row("TPU v5e", "google-tpu-v5e", "tpu-v5e");
}

void TestBaselineCurves::toolNames_leadToAccelerators()
{
    QFETCH(QString, name);
    const auto match = matchAccelerator(name);
    QVERIFY(match.has_value());
    QTEST(match->key.value_or(QString()), "key");
    QTEST(match->family, "family");
    QCOMPARE(match->devicesPerAccelerator, match->family.startsWith(QLatin1String("mi250")) ? 2 : 1);
}

void TestBaselineCurves::everyMatchedKey_isInTheCatalogue()
{
    for (const char *unknown : {"", "NVIDIA", "Matrox G200", "NVIDIA GeForce GTX 1080", "Radeon 225"})
        QVERIFY2(!matchAccelerator(QLatin1String(unknown)), unknown);
    QSet<QString> keys;
    for (const Baseline &record : m_all->records())
        keys.insert(record.acceleratorKey.value_or(QString()));
    for (const Accelerator &accelerator : acceleratorsOf(*m_all)) {
        const auto match = matchAccelerator(accelerator.name);
        if (match && match->key)
            QVERIFY2(keys.contains(*match->key), qPrintable(accelerator.name));
    }
}

void TestBaselineCurves::accelerators_haveTheirDensePeaks()
{
    const std::vector<Accelerator> all = acceleratorsOf(*m_all);
    QCOMPARE(all.size(), std::size_t(46));
    const auto find = [&](const char *key) {
        return *std::find_if(all.begin(), all.end(), [&](const Accelerator &a) { return a.key == QLatin1String(key); });
    };
    const Accelerator h100 = find("nvidia-h100-sxm5-80gb"), mi250x = find("amd-mi250x");
    QCOMPARE(densePeak(h100, QStringLiteral("bf16"))->figure.value, 989.4);
    QCOMPARE(densePeak(h100, QStringLiteral("fp16_or_bf16"))->figure.value, 989.4);
    QCOMPARE(densePeak(h100, QStringLiteral("fp8"))->figure.value, 1979.0);
    QCOMPARE(densePeak(h100, QStringLiteral("fp4")), nullptr);
    QCOMPARE(densePeak(mi250x, QStringLiteral("fp64"))->figure.value, 95.7); // of the matrix engine
    QCOMPARE(h100.memoryGB->value, 80.0);
    QVERIFY(h100.powerW && h100.memoryGBPerSecond);
    QCOMPARE(h100.links.front().name, QStringLiteral("NVLink 4"));
    QVERIFY(m_all->find(h100.links.front().figure.record));
    QCOMPARE(h100.measuredPeaks.size(), std::size_t(1));
}

void TestBaselineCurves::links_standByThemselves()
{
    const auto links = networkLinksOf(*m_all);
    QCOMPARE(links.size(), std::size_t(23));
    const auto edr = std::find_if(links.begin(), links.end(), [](const LinkFigure &link) {
        return link.name == QLatin1String("InfiniBand EDR 4x") && link.metric == QLatin1String("latency");
    });
    QVERIFY(edr != links.end());
    QCOMPARE(edr->figure.value, 0.5);
    QCOMPARE(edr->unit, QStringLiteral("us"));
}

void TestBaselineCurves::curve_isStraightBetweenLogarithms()
{
    const BaselineSet set({point("c", 64, 400), point("a", 4, 100), point("b", 16, 200)});
    const BaselineCurve curve(set, QStringLiteral("s"), CurveQuantity::Throughput);
    QCOMPARE(curve.points().size(), std::size_t(3));
    QCOMPARE(curve.at(16)->value, 200.0);
    QCOMPARE(curve.at(16)->lower, curve.at(16)->upper);
    const CurveValue between = *curve.at(8);
    QVERIFY(std::abs(between.value - std::sqrt(100.0 * 200)) < 1e-9);
    QCOMPARE(between.place, CurvePlace::Inside);
    QCOMPARE(between.lower->id, QStringLiteral("a"));
    QCOMPARE(between.upper->id, QStringLiteral("b"));
}

void TestBaselineCurves::curve_saysWhereItGoesOnBeyondItsEnds()
{
    const BaselineSet set({point("a", 4, 100), point("b", 16, 200), point("alone", 8, 1, "t")});
    const BaselineCurve curve(set, QStringLiteral("s"), CurveQuantity::Value);
    QCOMPARE(curve.at(64)->place, CurvePlace::AboveLast);
    QVERIFY(std::abs(curve.at(64)->value - 400) < 1e-9);
    QCOMPARE(curve.at(1)->place, CurvePlace::BelowFirst);
    QVERIFY(std::abs(curve.at(1)->value - 50) < 1e-9);
    QVERIFY(!curve.at(0));
    QVERIFY(!curve.at(-4));
    const BaselineCurve alone(set, QStringLiteral("t"), CurveQuantity::Value);
    QCOMPARE(alone.at(8)->value, 1.0);
    QVERIFY(!alone.at(9));
    QVERIFY(!BaselineCurve(set, QStringLiteral("none"), CurveQuantity::Value).at(8));
}

void TestBaselineCurves::curve_takesTheMeanOfOneScale()
{
    Baseline again = point("carried", 4, 1e6);
    again.mlperf.carriedOverFrom = QStringLiteral("a");
    const BaselineSet set({point("a", 4, 100), point("a2", 4, 400), point("b", 8, 300), again});
    const BaselineCurve curve(set, QStringLiteral("s"), CurveQuantity::Value);
    QCOMPARE(curve.points().size(), std::size_t(2));
    QVERIFY(std::abs(curve.at(4)->value - 200) < 1e-9);
}

void TestBaselineCurves::band_holdsWhatIsPublishedAtThisScale()
{
    Baseline open = point("open", 8, 1e6, "");
    open.mlperf.division = QStringLiteral("open");
    Baseline tokens = point("tokens", 8, 5, "");
    tokens.unit = QStringLiteral("tokens/s");
    const BaselineSet set({point("a", 4, 100), point("b", 16, 200), point("x", 8, 120, ""), point("c", 2, 10, "u"),
                           point("d", 4, 20, "u"), open, tokens});
    BaselineFilter filter;
    filter.benchmark = QStringLiteral("b");
    filter.accelerator = QStringLiteral("nvidia-h100-sxm5-80gb");
    const auto band = publishedBand(set, filter, 8, QStringLiteral("images/s"));
    QVERIFY(band.has_value());
    QCOMPARE(band->low, 120.0);
    QVERIFY(std::abs(band->high - std::sqrt(100.0 * 200)) < 1e-9);
    QCOMPARE(band->records.size(), std::size_t(3)); // nothing of the curve that ends at 4
    QVERIFY(!publishedBand(set, filter, 64, QStringLiteral("images/s")));
    filter.accelerator = QStringLiteral("amd-mi300x");
    QVERIFY(!publishedBand(set, filter, 8, QStringLiteral("images/s")));
}

void TestBaselineCurves::band_ofTheCatalogue_holdsItsOwnRecords()
{
    BaselineFilter filter;
    filter.benchmark = QStringLiteral("bert");
    filter.accelerator = QStringLiteral("nvidia-h100-sxm5-80gb");
    const auto band = publishedBand(*m_all, filter, 768, QStringLiteral("sequences/s"));
    QVERIFY(band && band->low <= 191044.2961 && band->high >= 191044.2961);
    const QStringList series = seriesOf(*m_all, QStringLiteral("bert"), QStringLiteral("nvidia-h100-sxm5-80gb"));
    QVERIFY(series.contains(QStringLiteral("train-v3-0-nvidia-nvidia-h100-sxm5-80gb-bert-closed-strong")));
}

void TestBaselineCurves::flops_areMissingWithoutTheShape()
{
    QVERIFY(!flopsPerToken({.parameters = 1e9}));
    QVERIFY(!gptFlopsPerToken({.parameters = 1e9, .layers = 24, .hidden = 1024, .sequence = 512}));
    QVERIFY(!cnnFlopsPerSample(0));
    QVERIFY(!utilisation(1000, {6e9, {}}, 8, 0));
    QVERIFY(!trainingDays(1e12, 7e9, 0, 100, Recomputation::None));
    const auto mfu = utilisation(1e5, {6e9, QStringLiteral("6 N")}, 8, 312);
    QVERIFY(std::abs(mfu->fraction - 0.24038) < 1e-4);
    QCOMPARE(mfu->formula, QStringLiteral("rate x (6 N) / (accelerators x peak_dense_flops)"));
}

void TestBaselineCurves::formulas_areThoseOfTheCatalogue()
{
    const TransformerShape shape{1e9, 24, 2304, 2048, 51200};
    const auto said = [this](const char *id) {
        return m_all->find(QLatin1String(id))->formula.formula->toLower().remove(u' ');
    };
    const auto ours = [](const CountedFlops &flops) { return flops.formula.toLower().remove(u' '); };
    // The catalogue's are for a batch: B sequences of s tokens.
    const auto perBatch = [&](Recomputation recomputation) {
        return ours(*gptHardwareFlopsPerToken(shape, recomputation))
            .replace(QLatin1String("lh^2"), QLatin1String("blsh^2"));
    };
    QCOMPARE(QStringLiteral("f=") + perBatch(Recomputation::None), said("formula-korthikanti-model"));
    QCOMPARE(QStringLiteral("f=") + perBatch(Recomputation::Selective), said("formula-korthikanti-hardware"));
    QCOMPARE(QStringLiteral("f=") +
                 perBatch(Recomputation::Full).replace(QLatin1String("blsh^2"), QLatin1String("bslh^2")),
             said("formula-megatron-flops"));
    QVERIFY(said("formula-mfu").contains(ours(*flopsPerToken(shape))));
    QCOMPARE(QStringLiteral("f=") + ours(*cnnFlopsPerSample(1)), said("formula-cnn-train"));
    QCOMPARE(hfuOfFullRecomputation(0.3), 0.4);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    initResources();
    TestBaselineCurves test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_baselinecurves.moc"
