// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/benchmarkguess.h"
#include "backends/analysis/modelsize.h"

#include <QTest>

using namespace paceline;

class TestBenchmarkGuess : public QObject
{
    Q_OBJECT
private slots:
    void names_leadToBenchmarks_data();
    void names_leadToBenchmarks();
    void sizes_areRead_data();
    void sizes_areRead();
    void log_speaksLouderThanNames();
    void placesThatDisagree_makeAWeakGuess();
    void format_isALastHint();
    void bareSize_needsTokens();
    void accelerators_comeFromSlurm_data();
    void accelerators_comeFromSlurm();
    void severalKindsOfGpus_giveNoAccelerator();
    void scope_comesFromUnitAndFormat();
    void choice_standsInPlaceOfTheGuess();
    void homeFolder_isNoBenchmark();
};

void TestBenchmarkGuess::names_leadToBenchmarks_data()
{
    QTest::addColumn<QString>("benchmark");
    const auto row = [](const char *name, const char *benchmark) {
        QTest::newRow(name) << QString::fromLatin1(benchmark);
    };
    row("resnet50-imagenet", "resnet50");
    row("ResNet-50 DALI", "resnet50");
    row("train_rn50_n8", "resnet50");
    row("resnet50v1.5", "resnet50");
    row("resnet101", "resnet101");
    row("resnet18-cifar", "");
    row("bert", "bert");
    row("bert-large-phase2", "bert");
    row("pretrain_bert_64n", "bert");
    row("roberta-ft", "");
    row("albert", "");
    row("alberta-weather", "");
    row("gpt3", "gpt3");
    row("gpt-3-175b", "gpt3");
    row("gpt3-6.7b", "gpt");
    row("gpt_1.3B", "gpt");
    row("nanogpt-124m", "gpt");
    row("gpt2-xl", "gpt");
    row("llama-7b-pretrain", "gpt");
    row("mistral_7b", "gpt");
    row("mpt-7b", "gpt");
    row("llama2-70b-lora", "llama2_70b_lora");
    row("lora_llama2_70b", "llama2_70b_lora");
    row("llama2_70b", "gpt");
    row("llama-3.1-8b", "llama31_8b");
    row("llama3_8b", "llama3-8b");
    row("llama31_405b_fp8", "llama31_405b");
    row("unet3d", "unet3d");
    row("3d-unet-kits19", "unet3d");
    row("unet", "unet3d");
    row("mask_rcnn_coco", "maskrcnn");
    row("Mask-R-CNN", "maskrcnn");
    row("ssd300", "ssd");
    row("mlperf_ssd", "ssd");
    row("copy-to-ssd", "");
    row("retinanet-openimages", "retinanet");
    row("rnnt_librispeech", "rnnt");
    row("rnn-transfer", "");
    row("dlrm-terabyte", "dlrm");
    row("dlrm_dcnv2", "dlrm_dcnv2");
    row("stable-diffusion-v2", "stable_diffusion");
    row("cosmoflow-s3", "cosmoflow");
    row("deepcam-ablate", "deepcam");
    row("OpenFold_64", "openfold");
    row("oc20_dimenet", "oc20");
    row("wrap", "");
    row("interactive", "");
    row("run-42", "");
    row("sys/dashboard", "");
    row("optimise 3bands", "");
    row("my_job_7b", "");
    row("", "");
}

void TestBenchmarkGuess::names_leadToBenchmarks()
{
    QFETCH(QString, benchmark);
    BenchmarkFacts facts;
    facts.jobName = QString::fromLatin1(QTest::currentDataTag());
    const BenchmarkGuess guess = guessBenchmark(facts);
    QCOMPARE(guess.benchmark, benchmark);
    QCOMPARE(guess.confidence == GuessConfidence::None, benchmark.isEmpty());
    QCOMPARE(guess.benchmarkReason.source, benchmark.isEmpty() ? GuessSource::None : GuessSource::JobName);
    QVERIFY(facts.jobName.contains(guess.benchmarkReason.text));
    // The same from the script.
    BenchmarkFacts byScript;
    byScript.jobName = QStringLiteral("wrap");
    byScript.script = facts.jobName;
    QCOMPARE(guessBenchmark(byScript).benchmark, benchmark);
}

void TestBenchmarkGuess::sizes_areRead_data()
{
    QTest::addColumn<bool>("isPrinted");
    QTest::addColumn<double>("billion");
    const auto row = [](const char *text, bool isPrinted, double billion) {
        QTest::newRow(text) << isPrinted << billion;
    };
    row("llama-7b", false, 7);
    row("gpt_1.3B", false, 1.3);
    row("opt-350m", false, 0.35);
    row("8B_run2", false, 8);
    row("x16b", false, 0);
    row("7bands", false, 0);
    row("3m-walk", false, 0); // below 10 million
    row("number of parameters: 123.59M", true, 0.12359);
    row("Total parameters: 8,030,261,248", true, 8.030261248);
    row("[INFO] model params = 7.24 B", true, 7.24);
    row("Number of trainable parameters 6738415616", true, 6.738415616);
    row("num_params: 350 million", true, 0.35);
    row("number of parameters on (tensor, pipeline) model parallel rank (0, 0): 1313722368", true, 0);
    row("num decayed parameter tensors: 50, with 124,354,560 parameters", true, 0);
    row("total parameters: 12 tensors", true, 0);
    row("step 12 loss 3.4", true, 0);
}

void TestBenchmarkGuess::sizes_areRead()
{
    QFETCH(bool, isPrinted);
    QFETCH(double, billion);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto size = isPrinted ? modelSizePrinted(text) : modelSizeInName(text);
    QCOMPARE(size ? size->billion : 0.0, billion);
}

void TestBenchmarkGuess::log_speaksLouderThanNames()
{
    BenchmarkFacts facts;
    facts.jobName = QStringLiteral("gpt-7b");
    facts.logHead = {QStringLiteral("number of parameters: 6.74B")};
    BenchmarkGuess guess = guessBenchmark(facts);
    QCOMPARE(guess.parametersBillion.value_or(0), 6.74);
    QCOMPARE(guess.sizeReason.source, GuessSource::LogText);
    facts.logHead.append(QStringLiteral(
        R"(:::MLLOG {"namespace": "", "event_type": "POINT_IN_TIME", "key": "submission_benchmark", "value": "resnet"})"));
    guess = guessBenchmark(facts);
    QCOMPARE(guess.benchmark, QStringLiteral("resnet50"));
    QCOMPARE(guess.confidence, GuessConfidence::Certain);
    QVERIFY(!guess.parametersBillion); // of a convolutional network it says nothing
}

void TestBenchmarkGuess::placesThatDisagree_makeAWeakGuess()
{
    BenchmarkFacts facts;
    facts.jobName = QStringLiteral("bert-large");
    facts.script = QStringLiteral("mlperf/train.sbatch");
    QCOMPARE(guessBenchmark(facts).confidence, GuessConfidence::Likely);
    facts.script = QStringLiteral("resnet50/train.sbatch");
    QCOMPARE(guessBenchmark(facts).benchmark, QStringLiteral("bert"));
    QCOMPARE(guessBenchmark(facts).confidence, GuessConfidence::Weak);
}

void TestBenchmarkGuess::format_isALastHint()
{
    BenchmarkFacts facts;
    facts.jobName = QStringLiteral("night run");
    facts.logFormat = QStringLiteral("nvidia-bert-dict");
    QCOMPARE(guessBenchmark(facts).benchmark, QStringLiteral("bert"));
    QCOMPARE(guessBenchmark(facts).confidence, GuessConfidence::Weak);
    QCOMPARE(guessBenchmark(facts).benchmarkReason, (GuessReason{GuessSource::LogFormat, facts.logFormat}));
    facts.logFormat = QStringLiteral("generic");
    QCOMPARE(guessBenchmark(facts), BenchmarkGuess());
}

void TestBenchmarkGuess::bareSize_needsTokens()
{
    BenchmarkFacts facts;
    facts.jobName = QStringLiteral("pretrain-7b");
    facts.metrics = {QStringLiteral("loss"), QStringLiteral("samples_per_sec")};
    QCOMPARE(guessBenchmark(facts).benchmark, QString());
    facts.metrics.append(QStringLiteral("derived/tokens_per_sec"));
    const BenchmarkGuess guess = guessBenchmark(facts);
    QCOMPARE(guess.benchmark, QStringLiteral("gpt"));
    QCOMPARE(guess.parametersBillion.value_or(0), 7.0);
    QCOMPARE(guess.confidence, GuessConfidence::Weak);
}

void TestBenchmarkGuess::accelerators_comeFromSlurm_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("count");
    const auto row = [](const char *type, const char *key, const char *family, int count) {
        QTest::newRow(type) << QString::fromLatin1(key) << QString::fromLatin1(family) << count;
    };
    row("a100", "", "a100", 64);
    row("A100-SXM4-80GB", "nvidia-a100-sxm4-80gb", "a100", 64);
    row("nvidia_h100_80gb_hbm3", "nvidia-h100-sxm5-80gb", "h100", 64);
    row("mi250x", "amd-mi250x", "mi250x", 32);
    row("gtx", "", "", 64);
}

void TestBenchmarkGuess::accelerators_comeFromSlurm()
{
    QFETCH(QString, key);
    QFETCH(QString, family);
    QFETCH(int, count);
    BenchmarkFacts facts;
    facts.gpuTypes = {{QString::fromLatin1(QTest::currentDataTag()), 64}};
    facts.gpus = 64;
    const BenchmarkGuess guess = guessBenchmark(facts);
    QCOMPARE(guess.acceleratorKey, key);
    QCOMPARE(guess.acceleratorFamily, family);
    QCOMPARE(guess.accelerators.value_or(0), count);
}

void TestBenchmarkGuess::severalKindsOfGpus_giveNoAccelerator()
{
    BenchmarkFacts facts;
    facts.partition = QStringLiteral("h100");
    facts.gpuTypes = {{QStringLiteral("a100"), 4}, {QStringLiteral("v100"), 4}};
    facts.gpus = 8;
    QCOMPARE(guessBenchmark(facts).acceleratorFamily, QString());
    facts.gpuTypes.clear();
    QCOMPARE(guessBenchmark(facts).acceleratorFamily, QStringLiteral("h100"));
    QCOMPARE(guessBenchmark(facts).acceleratorReason.source, GuessSource::Partition);
}

void TestBenchmarkGuess::scope_comesFromUnitAndFormat()
{
    BenchmarkFacts facts;
    facts.rateMetric = QStringLiteral("tokens_per_sec");
    facts.rateUnit = QStringLiteral("tok/s");
    QCOMPARE(guessBenchmark(facts).scope, RateScope::WholeJob);
    facts.rateUnit = QStringLiteral("tok/s/device");
    QCOMPARE(guessBenchmark(facts).scope, RateScope::PerAccelerator);
    facts.rateUnit.clear();
    facts.logFormat = QStringLiteral("torchtitan");
    QCOMPARE(guessBenchmark(facts).scope, RateScope::PerAccelerator);
    facts.rateMetric = QStringLiteral("derived/tokens_per_sec");
    QCOMPARE(guessBenchmark(facts).scope, RateScope::WholeJob);
}

void TestBenchmarkGuess::choice_standsInPlaceOfTheGuess()
{
    BenchmarkFacts facts;
    facts.jobName = QStringLiteral("resnet50");
    facts.gpuTypes = {{QStringLiteral("a100"), 8}};
    const BenchmarkGuess guess = guessBenchmark(facts);
    QCOMPARE(withChoice(guess, {}), guess);
    BenchmarkChoice choice;
    choice.benchmark = QStringLiteral("bert");
    choice.accelerator = QStringLiteral("h100");
    const BenchmarkGuess chosen = withChoice(guess, choice);
    QCOMPARE(chosen.benchmark, QStringLiteral("bert"));
    QCOMPARE(chosen.benchmarkReason.source, GuessSource::Chosen);
    QCOMPARE(chosen.acceleratorFamily, QStringLiteral("h100"));
    choice.benchmark = QString(); // none
    QCOMPARE(withChoice(guess, choice).confidence, GuessConfidence::None);
}

void TestBenchmarkGuess::homeFolder_isNoBenchmark()
{
    Job job;
    job.user = QStringLiteral("bert");
    job.command = QStringLiteral("/home/bert/train.sh --epochs 3");
    QCOMPARE(benchmarkFacts(job, nullptr).script, QStringLiteral("train.sh"));
    job.command = QStringLiteral("/p/home/bert/cosmoflow/train.sh");
    QCOMPARE(guessBenchmark(benchmarkFacts(job, nullptr)).benchmark, QStringLiteral("cosmoflow"));
}

QTEST_GUILESS_MAIN(TestBenchmarkGuess)
#include "tst_benchmarkguess.moc"
