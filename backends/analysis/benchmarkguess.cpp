// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/benchmarkguess.h"

#include "backends/analysis/accelerators.h"
#include "backends/analysis/benchmarknames.h"
#include "backends/analysis/curves.h"
#include "backends/analysis/modelsize.h"
#include "backends/domain/record.h"

#include <algorithm>

namespace paceline {

namespace {

const QString kLanguageModel = QStringLiteral("gpt");

struct Source
{
    GuessSource source;
    QString text;
};

/// Places that may name what is trained, the most telling first.
std::vector<Source> sourcesOf(const BenchmarkFacts &facts)
{
    return {{GuessSource::JobName, facts.jobName},
            {GuessSource::Script, facts.script},
            {GuessSource::SubmitLine, facts.submitLine}};
}

bool countsTokens(const BenchmarkFacts &facts)
{
    return std::any_of(facts.metrics.begin(), facts.metrics.end(),
                       [](const QString &metric) { return metric.endsWith(QLatin1String("tokens_per_sec")); });
}

void takeSize(const BenchmarkFacts &facts, BenchmarkGuess &guess)
{
    for (const QString &line : facts.logHead) {
        if (const auto size = modelSizePrinted(line)) {
            guess.parametersBillion = size->billion;
            guess.sizeReason = {GuessSource::LogText, size->text};
            return;
        }
    }
    for (const Source &source : sourcesOf(facts)) {
        if (const auto size = modelSizeInName(source.text)) {
            guess.parametersBillion = size->billion;
            guess.sizeReason = {source.source, size->text};
            return;
        }
    }
}

void takeNamed(const BenchmarkFacts &facts, BenchmarkGuess &guess)
{
    for (const QString &line : facts.logHead) {
        if (const auto named = benchmarkSubmitted(line)) {
            guess.benchmark = named->benchmark;
            guess.benchmarkReason = {GuessSource::LogText, named->text};
            guess.confidence = GuessConfidence::Certain;
            return;
        }
    }
    for (const Source &source : sourcesOf(facts)) {
        const auto named = benchmarkNamed(source.text);
        if (!named)
            continue;
        if (guess.benchmark.isEmpty()) {
            guess.benchmark = named->benchmark;
            guess.benchmarkReason = {source.source, named->text};
            guess.confidence = named->isVague ? GuessConfidence::Weak : GuessConfidence::Likely;
        } else if (named->benchmark != guess.benchmark && !named->isVague) {
            guess.confidence = GuessConfidence::Weak; // the places do not agree
        }
    }
}

void takeBenchmark(const BenchmarkFacts &facts, BenchmarkGuess &guess)
{
    takeNamed(facts, guess);
    const std::optional<NamedBenchmark> byFormat = benchmarkOfFormat(facts.logFormat);
    if (guess.benchmark.isEmpty() && byFormat) {
        guess.benchmark = byFormat->benchmark;
        guess.benchmarkReason = {GuessSource::LogFormat, facts.logFormat};
        guess.confidence = GuessConfidence::Weak;
    }
    takeSize(facts, guess);
    // "pretrain-7b" alone is a language model only when something counts tokens.
    if (guess.benchmark.isEmpty() && guess.parametersBillion && countsTokens(facts)) {
        guess.benchmark = kLanguageModel;
        guess.benchmarkReason = guess.sizeReason;
        guess.confidence = GuessConfidence::Weak;
    }
    // GPT-3's architecture is trained in many sizes; the benchmark of that name has one.
    constexpr double kGpt3 = 175;
    if (guess.benchmark == QLatin1String("gpt3") && guess.confidence != GuessConfidence::Certain &&
        guess.parametersBillion && std::abs(*guess.parametersBillion - kGpt3) > 0.1 * kGpt3)
        guess.benchmark = kLanguageModel;
    if (guess.benchmark.isEmpty() || !isLanguageModel(guess.benchmark)) {
        guess.parametersBillion.reset();
        guess.sizeReason = {};
    }
}

bool takeAccelerator(const QString &name, GuessSource source, BenchmarkGuess &guess, int &devices)
{
    const auto match = matchAccelerator(name);
    if (!match)
        return false;
    guess.acceleratorKey = match->key.value_or(QString());
    guess.acceleratorFamily = match->family;
    guess.acceleratorReason = {source, name};
    devices = match->devicesPerAccelerator;
    return true;
}

void takeAccelerators(const BenchmarkFacts &facts, BenchmarkGuess &guess)
{
    int devices = 1;
    // A job on several kinds of GPUs goes at the pace of no single one of them.
    if (facts.gpuTypes.size() == 1)
        takeAccelerator(facts.gpuTypes.firstKey(), GuessSource::GpuType, guess, devices);
    else if (facts.gpuTypes.isEmpty())
        takeAccelerator(facts.partition, GuessSource::Partition, guess, devices);
    if (facts.gpus && *facts.gpus > 0)
        guess.accelerators = std::max(1, *facts.gpus / devices);
}

void takeScope(const BenchmarkFacts &facts, BenchmarkGuess &guess)
{
    if (facts.rateMetric.isEmpty() || facts.rateMetric.startsWith(kDerivedPrefix))
        return; // what a step of all ranks takes in
    const QString unit = facts.rateUnit.toLower();
    const bool saysSo =
        unit.contains(QLatin1String("/device")) || unit.contains(QLatin1String("/gpu")) || unit == QLatin1String("tgs");
    if (saysSo || printsRatePerAccelerator(facts.logFormat)) {
        guess.scope = RateScope::PerAccelerator;
        guess.scopeReason = saysSo ? GuessReason{GuessSource::LogText, facts.rateUnit}
                                   : GuessReason{GuessSource::LogFormat, facts.logFormat};
    }
}

/// The file and its folder, which may be called after what is trained; not the folders above: people live there.
QString scriptName(const Job &job)
{
    const QString path = job.command.section(u' ', 0, 0);
    const QString folder = path.section(u'/', -2, -2), file = path.section(u'/', -1);
    return folder.isEmpty() || folder == job.user ? file : folder + u'/' + file;
}

constexpr qint64 kHeadLines = 200;

/// Long lines are no place for a model's size.
QStringList headOf(const LogText &log)
{
    constexpr qsizetype kLongest = 2000;
    QStringList head;
    if (log.firstLine() > 1)
        return head; // what is held begins later in the file, and goes on moving
    for (qint64 i = 0; i < std::min(log.lineCount(), kHeadLines); ++i) {
        const QByteArray line = log.line(i).bytes.left(kLongest);
        // A model's size, or the head of a result log of MLPerf; the others would only be carried about.
        const QByteArray lower = line.toLower();
        if (lower.contains("param") || lower.contains("model") || line.contains("submission_benchmark"))
            head.append(QString::fromUtf8(line));
    }
    return head;
}

} // namespace

BenchmarkFacts benchmarkFacts(const Job &job, const JobSnapshot *snapshot)
{
    BenchmarkFacts facts{.jobName = job.name,
                         .script = scriptName(job),
                         .submitLine = {},
                         .partition = job.partition,
                         .logFormat = {},
                         .metrics = {},
                         .logHead = {},
                         .gpuTypes = job.gpuTypes,
                         .gpus = job.gpus,
                         .rateMetric = {},
                         .rateUnit = {}};
    if (!snapshot)
        return facts;
    if (snapshot->detail)
        facts.submitLine = snapshot->detail->submitLine.section(u'/', -1);
    if (snapshot->log)
        facts.logHead = headOf(*snapshot->log);
    if (snapshot->run) {
        facts.logFormat = snapshot->run->format();
        facts.metrics = snapshot->run->metrics();
        facts.rateMetric = speedMetricOf(facts.metrics);
        facts.rateUnit = snapshot->run->unit(facts.rateMetric);
    }
    return facts;
}

BenchmarkGuess guessBenchmark(const BenchmarkFacts &facts)
{
    BenchmarkGuess guess;
    takeBenchmark(facts, guess);
    takeAccelerators(facts, guess);
    takeScope(facts, guess);
    return guess;
}

BenchmarkGuess withChoice(BenchmarkGuess guess, const BenchmarkChoice &choice)
{
    const GuessReason chosen{GuessSource::Chosen};
    if (choice.benchmark) {
        guess.benchmark = *choice.benchmark;
        guess.benchmarkReason = chosen;
        guess.confidence = guess.benchmark.isEmpty() ? GuessConfidence::None : GuessConfidence::Certain;
    }
    if (choice.accelerator) {
        guess.acceleratorKey = *choice.accelerator;
        guess.acceleratorFamily = *choice.accelerator; // a key fits no family, and a family no key
        guess.acceleratorReason = chosen;
    }
    if (choice.parametersBillion) {
        guess.parametersBillion = choice.parametersBillion;
        guess.sizeReason = chosen;
    }
    if (choice.scope) {
        guess.scope = *choice.scope;
        guess.scopeReason = chosen;
    }
    return guess;
}

} // namespace paceline
