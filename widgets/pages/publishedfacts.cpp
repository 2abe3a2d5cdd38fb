// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/publishedfacts.h"

#include "backends/analysis/curves.h"
#include "backends/analysis/modelflops.h"
#include "backends/analysis/trend.h"
#include "backends/domain/mlperflabels.h"
#include "widgets/format/publishedtext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PublishedFacts)
};

std::optional<double> meanSum(const Grid &grid, qint64 nowMs)
{
    constexpr qint64 kSpanMs = 5 * 60'000;
    double sum = 0;
    int ticks = 0;
    for (int tick = grid.lowerBound(nowMs - kSpanMs); tick < grid.ticks(); ++tick) {
        double all = 0;
        for (int row = 0; row < grid.rows(); ++row)
            all += double(grid.value(tick, row)); // one that is missing makes it NaN
        if (!std::isfinite(all))
            continue;
        sum += all;
        ++ticks;
    }
    return ticks > 0 && sum > 0 ? std::optional(sum / ticks) : std::nullopt;
}

bool isOfTokens(const QString &metric)
{
    return metric.endsWith(QLatin1String("tokens_per_sec"));
}

/// What a rate counts, of the whole job and of one accelerator.
struct OwnRate
{
    QString metric;
    double all = 0, each = 0;
};

std::optional<OwnRate> ownRate(const BenchmarkGuess &guess, const Run &run)
{
    const QString metric = speedMetricOf(run.metrics());
    if (!isOfTokens(metric) && !metric.endsWith(QLatin1String("samples_per_sec")))
        return {};
    const auto health = judgeRate(sampleTrend(run, metric));
    if (!health || !(health->now > 0))
        return {};
    const double count = guess.accelerators ? double(*guess.accelerators) : std::nan("");
    if (guess.scope == RateScope::PerAccelerator)
        return OwnRate{metric, health->now * count, health->now};
    return OwnRate{metric, health->now, health->now / count};
}

QString rateText(const OwnRate &rate)
{
    const Unit unit = isOfTokens(rate.metric) ? Unit::TokenPerSecond : Unit::SamplePerSecond;
    if (std::isnan(rate.each) || std::isnan(rate.all))
        return formatValue(std::isnan(rate.all) ? rate.each : rate.all, unit);
    return Words::tr("%1, %2 on each accelerator").arg(formatValue(rate.all, unit), formatNumber(rate.each, 3));
}

void addUtilisation(const ModelWork &work, const BenchmarkGuess &guess, const OwnRate &rate, FactsDrawer::Facts &facts)
{
    if (!rate.metric.endsWith(work.metric) || !guess.accelerators)
        return;
    const auto part = utilisation(rate.all, {work.flops, work.formula}, double(*guess.accelerators), work.teraflops);
    if (!part)
        return;
    const QString peak = Words::tr("%1 × %2 TFLOP/s, dense %3 peak of %4", "64 × 312 TFLOP/s, dense bf16 peak of A100")
                             .arg(*guess.accelerators)
                             .arg(formatNumber(work.teraflops, 4), work.precision, work.accelerator);
    QString text = Words::tr("%1 = rate × (%2) / (%3); %4 FLOP each, without recomputation")
                       .arg(formatValue(100 * part->fraction, Unit::Percent), work.formula, peak,
                            QString::number(work.flops, 'g', 3));
    if (work.formula == QLatin1String("6 N"))
        text = Words::tr("%1; attention is left out, as the model's shape is not known").arg(text);
    facts.append({Words::tr("MFU"), text});
}

void addEnergy(const JobSnapshot &snapshot, const OwnRate &rate, qint64 nowMs, FactsDrawer::Facts &facts)
{
    const auto power = jobPower(snapshot, nowMs);
    if (!power || !(rate.all > 0))
        return;
    const QString joules = formatNumber(power->watts / rate.all, 3), watts = formatValue(power->watts, Unit::Watt);
    const QString each =
        isOfTokens(rate.metric) ? Words::tr("%1 J a token").arg(joules) : Words::tr("%1 J a sample").arg(joules);
    facts.append({Words::tr("Energy"), power->isOfGpus ? Words::tr("%1 (%2, GPUs alone)").arg(each, watts)
                                                       : Words::tr("%1 (%2, whole nodes)").arg(each, watts)});
}

} // namespace

std::optional<JobPower> jobPower(const JobSnapshot &snapshot, qint64 nowMs)
{
    for (const bool isOfGpus : {true, false}) {
        const MetricId id(isOfGpus ? QStringLiteral("gpu.power") : QStringLiteral("power.node"));
        const auto grid = snapshot.grids.value(id);
        if (const auto watts = grid ? meanSum(*grid, nowMs) : std::nullopt)
            return JobPower{*watts, isOfGpus};
    }
    return {};
}

FactsDrawer::Facts publishedFacts(const BenchmarkView &view, const JobSnapshot &snapshot, qint64 nowMs)
{
    const auto rate = snapshot.run ? ownRate(view.guess, *snapshot.run) : std::nullopt;
    if (!rate)
        return {};
    FactsDrawer::Facts facts{{QString(), Words::tr("Beside published results")},
                             {Words::tr("Benchmark"), guessText(view.guess)},
                             {Words::tr("Accelerator"), acceleratorGuessText(view.guess)}};
    if (view.guess.scopeReason.source != GuessSource::None)
        facts.append({Words::tr("Log's rate"),
                      Words::tr("of %1 (%2)")
                          .arg(view.guess.scope == RateScope::PerAccelerator ? Words::tr("one accelerator")
                                                                             : Words::tr("the whole job"),
                               guessReasonText(view.guess.scopeReason))});
    const bool isOfMlperf = view.rate && !view.rate->suite.isEmpty();
    if (view.rate) {
        facts.append({Words::tr("Published"), publishedFigures(*view.rate)});
        facts.append({Words::tr("By"), publishedSources(*view.rate)});
        if (view.rate->isOfFamily)
            facts.append({QStringLiteral(" "), Words::tr("of other variants of this accelerator: none is published")});
    } else if (!view.guess.benchmark.isEmpty()) {
        facts.append({Words::tr("Published"), Words::tr("no throughput at this scale on this accelerator")});
    }
    const QString own = rateText(*rate);
    facts.append({Words::tr("This job"), isOfMlperf ? own + QStringLiteral("; ") + kNotVerified : own});
    if (view.work)
        addUtilisation(*view.work, view.guess, *rate, facts);
    addEnergy(snapshot, *rate, nowMs, facts);
    if (isOfMlperf)
        facts.append({QStringLiteral(" "), kMlperfTrademark});
    return facts;
}

} // namespace paceline
