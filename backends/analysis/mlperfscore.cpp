// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/mlperfscore.h"

#include <algorithm>
#include <numeric>

namespace paceline {

namespace {

struct Rule
{
    const char *benchmark;
    qint64 runs;
    bool isHpc = false;
};

constexpr Rule kRules[] = {
    {"bert", 10},
    {"dlrm", 5},
    {"dlrm_dcnv2", 10},
    {"deepseekv3_671b", 3},
    {"flux1", 10},
    {"gnmt", 10},
    {"gnn", 10},
    {"gpt3", 3},
    {"gpt_oss_20b", 10},
    {"llama2_70b_lora", 10},
    {"llama31_405b", 3},
    {"llama31_8b", 10},
    {"maskrcnn", 5},
    {"minigo", 10},
    {"ncf", 10},
    {"qwen35_397b_grpo", 3},
    {"resnet50", 5},
    {"retinanet", 5},
    {"rgat", 10},
    {"rnnt", 10},
    {"ssd", 5},
    {"stable_diffusion", 10},
    {"transformer", 10},
    {"unet3d", 40},
    {"cosmoflow", 10, true},
    {"deepcam", 5, true},
    {"oc20", 5, true},
    {"openfold", 10, true},
};

const Rule *ruleOf(const QString &benchmark)
{
    const auto rule = std::find_if(std::begin(kRules), std::end(kRules),
                                   [&](const Rule &r) { return benchmark == QLatin1String(r.benchmark); });
    return rule == std::end(kRules) ? nullptr : rule;
}

double sum(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// What the counted runs took, in total and on average.
void countRuns(const std::vector<MlperfRun> &runs, MlperfScore &score)
{
    bool allTell = true;
    for (const MlperfRun &run : runs) {
        if (run.outcome != MlperfOutcome::Reached) {
            ++score.runsFailed;
            continue;
        }
        ++score.runsCounted;
        score.runsMinutes.push_back(run.minutes());
        score.runsSamples.push_back(run.samples.value_or(0));
        allTell &= run.samples.has_value();
    }
    if (!allTell || score.runsCounted == 0) {
        score.runsSamples.clear();
        return;
    }
    const double samples = sum(score.runsSamples), seconds = sum(score.runsMinutes) * 60;
    score.samplesMean = samples / double(score.runsCounted);
    if (seconds > 0)
        score.throughputMean = samples / seconds;
}

std::optional<double> wallMinutes(const std::vector<MlperfRun> &runs)
{
    std::optional<double> first, last;
    for (const MlperfRun &run : runs) {
        if (run.outcome != MlperfOutcome::Reached)
            continue;
        first = std::min(first.value_or(run.startMs), run.startMs);
        last = std::max(last.value_or(run.stopMs), run.stopMs);
    }
    return first ? std::optional((*last - *first) / 60000) : std::nullopt;
}

} // namespace

std::optional<qint64> mlperfRunsRequired(const QString &benchmark)
{
    const Rule *rule = ruleOf(benchmark);
    return rule ? std::optional(rule->runs) : std::nullopt;
}

int mlperfRunsDropped(const QString &benchmark)
{
    return benchmark == QLatin1String("unet3d") ? 4 : 1;
}

std::optional<double> olympicMean(std::vector<double> minutes, int failed, int dropped)
{
    const auto slowest = std::size_t(std::max(0, dropped - failed)), fastest = std::size_t(dropped);
    if (failed > dropped || minutes.size() <= fastest + slowest)
        return {};
    std::sort(minutes.begin(), minutes.end());
    const std::vector<double> left(minutes.begin() + dropped, minutes.end() - qsizetype(slowest));
    return sum(left) / double(left.size());
}

BaselineScaling guessedScaling(const std::vector<MlperfRun> &runs, const QString &benchmark)
{
    const Rule *rule = ruleOf(benchmark);
    if (!rule || !rule->isHpc || qint64(runs.size()) == rule->runs)
        return BaselineScaling::Strong;
    double lastStart = 0, firstStop = std::numeric_limits<double>::infinity();
    qint64 whole = 0;
    for (const MlperfRun &run : runs) {
        if (run.outcome == MlperfOutcome::Cut)
            continue;
        ++whole;
        lastStart = std::max(lastStart, run.startMs);
        firstStop = std::min(firstStop, run.stopMs);
    }
    return whole > 1 && lastStart < firstStop ? BaselineScaling::Weak : BaselineScaling::Strong;
}

MlperfScore mlperfScore(const std::vector<MlperfRun> &runs, const QString &benchmark, BaselineScaling scaling,
                        double factor)
{
    MlperfScore score;
    score.scaling = scaling;
    score.runsRequired = mlperfRunsRequired(benchmark);
    countRuns(runs, score);
    const int dropped = mlperfRunsDropped(benchmark);
    if (scaling == BaselineScaling::Weak) {
        score.minutes = wallMinutes(runs);
        if (score.minutes && *score.minutes > 0)
            score.modelsPerMinute = double(score.runsCounted) / *score.minutes;
    } else {
        score.scalingFactor = factor;
        score.minutes = olympicMean(score.runsMinutes, int(score.runsFailed), dropped);
        if (score.minutes)
            *score.minutes *= factor;
    }
    const qint64 runsThere =
        scaling == BaselineScaling::Weak ? score.runsCounted : score.runsCounted + score.runsFailed;
    score.verdict = scaling == BaselineScaling::Strong && score.runsFailed > dropped ? MlperfVerdict::TooManyFailed
                    : !score.minutes                                                 ? MlperfVerdict::NoRun
                    : runsThere < score.runsRequired.value_or(0)                     ? MlperfVerdict::TooFewRuns
                                                                                     : MlperfVerdict::Valid;
    return score;
}

QString mlperfSamplesUnit(const QString &benchmark)
{
    if (benchmark == QLatin1String("resnet50"))
        return QStringLiteral("images");
    if (benchmark == QLatin1String("gpt3"))
        return QStringLiteral("tokens");
    if (benchmark == QLatin1String("bert") || benchmark.startsWith(QLatin1String("llama")))
        return QStringLiteral("sequences");
    return QStringLiteral("samples");
}

} // namespace paceline
