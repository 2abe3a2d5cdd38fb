// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/baselineseries.h"
#include "backends/analysis/publishedrate.h"
#include "backends/catalogue/baselinecatalogue.h"
#include "resources/resources.h"

#include <QTest>

using namespace paceline;
using Place = PublishedRate::Place;

namespace {

Baseline record(const char *id, qint64 accelerators, double value, const char *series = "s")
{
    Baseline one;
    one.id = QLatin1String(id);
    one.kind = BaselineKind::Paper;
    one.benchmark = QStringLiteral("resnet50");
    one.metric = QStringLiteral("throughput");
    one.unit = QStringLiteral("images/s");
    one.acceleratorKey = QStringLiteral("nvidia-a100-sxm4-80gb");
    one.acceleratorFamily = QStringLiteral("a100");
    one.accelerator = QStringLiteral("NVIDIA A100 SXM4 80GB");
    one.accelerators = accelerators;
    one.value = value;
    one.source.name = QStringLiteral("A. Author");
    if (*series)
        one.series = QLatin1String(series);
    return one;
}

Baseline entry(const char *id, qint64 accelerators, double value, const char *round, const char *series = "")
{
    Baseline one = record(id, accelerators, value, series);
    one.kind = BaselineKind::MlperfTraining;
    one.mlperf.round = QLatin1String(round);
    one.mlperf.submitter = QStringLiteral("Dell");
    one.mlperf.division = QStringLiteral("closed");
    return one;
}

BenchmarkGuess guessOf(int accelerators)
{
    BenchmarkGuess guess;
    guess.benchmark = QStringLiteral("resnet50");
    guess.confidence = GuessConfidence::Likely;
    guess.acceleratorFamily = QStringLiteral("a100");
    guess.accelerators = accelerators;
    return guess;
}

const QString kSamples = QStringLiteral("samples_per_sec"), kTokens = QStringLiteral("tokens_per_sec");

} // namespace

class TestPublishedRate : public QObject
{
    Q_OBJECT
private slots:
    void insideACurve_isInterpolated();
    void beyondItsEnds_isSaid();
    void farBeyond_isNothing();
    void severalCurves_makeABand();
    void mlperf_comesBeforePapers();
    void openDivisionAndCarriedOver_doNotCount();
    void missingVariant_fallsBackToItsFamily();
    void perAccelerator_isAShare();
    void otherUnits_areNotCompared();
    void languageModels_compareBySize();
    void catalogue_hasBandsForCommonJobs();
    void work_isOperationsAndPeak();
};

void TestPublishedRate::insideACurve_isInterpolated()
{
    const BaselineSet set({record("a", 8, 1000), record("b", 32, 4000)});
    const auto rate = publishedRate(set, guessOf(16), kSamples);
    QVERIFY(rate);
    QCOMPARE(rate->place, Place::Inside);
    QVERIFY(qFuzzyCompare(rate->low, 2000.0));
    QCOMPARE(rate->low, rate->high);
    QVERIFY(rate->isTrusted);
    QVERIFY(!rate->isWholeRuns);
    QCOMPARE(rate->accelerator, QStringLiteral("A100"));
    QCOMPARE(rate->publishers, QStringList{QStringLiteral("A. Author")});
    QCOMPARE(publishedRate(set, guessOf(16), QStringLiteral("derived/samples_per_sec"))->high, rate->high);
}

void TestPublishedRate::beyondItsEnds_isSaid()
{
    const BaselineSet set({record("a", 8, 1000), record("b", 32, 4000)});
    const auto above = publishedRate(set, guessOf(64), kSamples), below = publishedRate(set, guessOf(4), kSamples);
    QVERIFY(above && below);
    QCOMPARE(above->place, Place::AboveLast);
    QVERIFY(qFuzzyCompare(above->low, 8000.0));
    QVERIFY(!above->isTrusted);
    QCOMPARE(below->place, Place::BelowFirst);
    QVERIFY(qFuzzyCompare(below->low, 500.0));
}

void TestPublishedRate::farBeyond_isNothing()
{
    const BaselineSet set({record("a", 8, 1000), record("b", 32, 4000), record("c", 8, 900, "")});
    QVERIFY(!publishedRate(set, guessOf(129), kSamples));
    QVERIFY(!publishedRate(set, guessOf(1), kSamples));
    QVERIFY(!publishedRate(set, BenchmarkGuess(), kSamples));
}

void TestPublishedRate::severalCurves_makeABand()
{
    const BaselineSet set({record("a", 8, 1000), record("b", 32, 4000), record("c", 8, 2000, "t"),
                           record("d", 32, 8000, "t"), record("e", 16, 1500, "")});
    const auto rate = publishedRate(set, guessOf(16), kSamples);
    QVERIFY(rate);
    QCOMPARE(rate->figures, 3);
    QVERIFY(qFuzzyCompare(rate->low, 1500.0));
    QVERIFY(qFuzzyCompare(rate->high, 4000.0));
}

void TestPublishedRate::mlperf_comesBeforePapers()
{
    const BaselineSet set(
        {record("a", 8, 1000), record("b", 32, 4000), entry("c", 16, 5000, "v2.1"), entry("d", 16, 6000, "v1.0")});
    const auto rate = publishedRate(set, guessOf(16), kSamples);
    QVERIFY(rate);
    QVERIFY(qFuzzyCompare(rate->low, 5000.0));
    QVERIFY(rate->isWholeRuns);
    QCOMPARE(rate->suite, QStringLiteral("MLPerf v1.0–v2.1"));
    QCOMPARE(rate->publishers, QStringList{QStringLiteral("Dell")});
}

void TestPublishedRate::openDivisionAndCarriedOver_doNotCount()
{
    Baseline open = entry("a", 16, 9000, "v2.0"), carried = entry("b", 16, 8000, "v2.0");
    open.mlperf.division = QStringLiteral("open");
    carried.mlperf.carriedOverFrom = QStringLiteral("c");
    QVERIFY(!publishedRate(BaselineSet({open, carried}), guessOf(16), kSamples));
}

void TestPublishedRate::missingVariant_fallsBackToItsFamily()
{
    const BaselineSet set({record("a", 16, 1000, "")});
    BenchmarkGuess guess = guessOf(16);
    guess.acceleratorKey = QStringLiteral("nvidia-a100-sxm4-80gb");
    QVERIFY(!publishedRate(set, guess, kSamples)->isOfFamily);
    QCOMPARE(publishedRate(set, guess, kSamples)->accelerator, QStringLiteral("NVIDIA A100 SXM4 80GB"));
    guess.acceleratorKey = QStringLiteral("nvidia-a100-pcie-40gb");
    QVERIFY(publishedRate(set, guess, kSamples)->isOfFamily);
    guess.acceleratorFamily = QStringLiteral("h100");
    QVERIFY(!publishedRate(set, guess, kSamples));
}

void TestPublishedRate::perAccelerator_isAShare()
{
    const BaselineSet set({record("a", 16, 1600, "")});
    BenchmarkGuess guess = guessOf(16);
    guess.scope = RateScope::PerAccelerator;
    QCOMPARE(publishedRate(set, guess, kSamples)->high, 100.0);
}

void TestPublishedRate::otherUnits_areNotCompared()
{
    const BaselineSet set({record("a", 16, 1600, "")});
    QVERIFY(!publishedRate(set, guessOf(16), kTokens));
    QVERIFY(!publishedRate(set, guessOf(16), QStringLiteral("steps_per_sec")));
    // Full sequences of a known length are tokens.
    Baseline lora = record("b", 16, 2, "");
    lora.benchmark = QStringLiteral("llama2_70b_lora");
    lora.unit = QStringLiteral("sequences/s");
    BenchmarkGuess guess = guessOf(16);
    guess.benchmark = lora.benchmark;
    QCOMPARE(publishedRate(BaselineSet({lora}), guess, kTokens)->high, 2.0 * 8192);
    QCOMPARE(publishedRate(BaselineSet({lora}), guess, kSamples)->high, 2.0);
}

void TestPublishedRate::languageModels_compareBySize()
{
    const auto model = [](const char *id, qint64 accelerators, double billion, double value) {
        Baseline one = record(id, accelerators, value, billion < 10 ? "small" : "great");
        one.kind = BaselineKind::LanguageModel;
        one.benchmark = QStringLiteral("mpt");
        one.unit = QStringLiteral("tokens/s");
        one.model.parametersBillion = billion;
        return one;
    };
    const BaselineSet set({model("a", 8, 6.7, 40'000), model("b", 32, 6.7, 150'000), model("c", 8, 13, 20'000),
                           model("d", 32, 13, 70'000)});
    BenchmarkGuess guess = guessOf(8);
    guess.benchmark = QStringLiteral("gpt");
    QVERIFY(!publishedRate(set, guess, kTokens)); // size unknown
    guess.parametersBillion = 7;
    QCOMPARE(publishedRate(set, guess, kTokens)->high, 40'000.0);
    guess.parametersBillion = 9;
    QVERIFY(!publishedRate(set, guess, kTokens));
}

void TestPublishedRate::catalogue_hasBandsForCommonJobs()
{
    const auto all = builtInBaselines();
    QVERIFY(all);
    const auto resnet = publishedRate(**all, guessOf(64), kSamples);
    QVERIFY(resnet);
    QCOMPARE(resnet->place, Place::Inside);
    QVERIFY2(resnet->low > 120'000 && resnet->high < 200'000, qPrintable(QString::number(resnet->low)));
    QVERIFY(resnet->suite.startsWith(QStringLiteral("MLPerf v")));
    // Single entries of this scale lie in the band.
    BaselineFilter filter;
    filter.kind = BaselineKind::MlperfTraining;
    filter.benchmark = QStringLiteral("resnet50");
    filter.accelerator = QStringLiteral("a100");
    filter.minAccelerators = filter.maxAccelerators = 64;
    filter.withCarriedOver = false;
    const auto entries = (*all)->matching(filter);
    QVERIFY(!entries.empty());
    for (const Baseline *one : entries) {
        const double value = throughputOf(*one)->perSecond;
        const bool isOpen = one->mlperf.division == QStringLiteral("open");
        QVERIFY(isOpen || one->series || (value >= resnet->low && value <= resnet->high));
    }
    BenchmarkGuess gpt = guessOf(64);
    gpt.benchmark = QStringLiteral("gpt");
    gpt.parametersBillion = 7;
    const auto tokens = publishedRate(**all, gpt, kTokens);
    QVERIFY(tokens);
    QCOMPARE(tokens->unit, QStringLiteral("tokens/s"));
    QVERIFY2(tokens->low > 100'000 && tokens->high < 400'000, qPrintable(QString::number(tokens->low)));
}

void TestPublishedRate::work_isOperationsAndPeak()
{
    const auto all = builtInBaselines();
    QVERIFY(all);
    const auto image = modelWork(**all, guessOf(64), kSamples);
    QVERIFY(image);
    QCOMPARE(image->teraflops, 312.0);
    QCOMPARE(image->precision, QStringLiteral("bf16"));
    QCOMPARE(image->flops, 24'534'000'000.0);
    BenchmarkGuess gpt = guessOf(64);
    gpt.benchmark = QStringLiteral("gpt");
    QVERIFY(!modelWork(**all, gpt, kTokens));
    gpt.parametersBillion = 7;
    QCOMPARE(modelWork(**all, gpt, kTokens)->flops, 42e9);
    QCOMPARE(modelWork(**all, gpt, kTokens)->formula, QStringLiteral("6 N"));
    gpt.acceleratorFamily = QStringLiteral("h100");
    QCOMPARE(modelWork(**all, gpt, kTokens)->teraflops, 989.4);
    gpt.acceleratorKey = QStringLiteral("nvidia-h100-pcie-80gb");
    QCOMPARE(modelWork(**all, gpt, kTokens)->teraflops, 756.0);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    initResources();
    TestPublishedRate test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_publishedrate.moc"
