// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/compareruns.h"

#include "backends/analysis/curves.h"

#include "backends/analysis/trend.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr std::size_t kChunksLookedAt = 512,
                      kChunksRead = 32; // of a long run: touching all costs more than reading some
constexpr double kNearEnough = 0.02;    // of the step: logs of two runs need not print at the same steps

/// Values of metric at steps in [from, to], from chunks that lie evenly over the run.
std::vector<double> valuesBetween(const Run &run, const QString &metric, double from, double to)
{
    const auto [file, name] = run.piece(metric);
    const auto &all = file->chunks();
    const std::size_t stride = std::max<std::size_t>(all.size() / kChunksLookedAt, 1);
    std::vector<const RunChunk *> chunks;
    for (std::size_t i = 0; i < all.size(); i += stride) {
        const RunSummary::Axis &steps = all[i]->summary.axis(RunAxis::Step);
        if (!steps.isEmpty() && steps.max >= from && steps.min <= to && all[i]->values.contains(name))
            chunks.push_back(all[i].get());
    }
    std::vector<double> values;
    const std::size_t read = std::min(chunks.size(), kChunksRead);
    for (std::size_t i = 0; i < read; ++i) {
        const RunChunk &chunk = *chunks[i * chunks.size() / read];
        const std::vector<float> &column = *chunk.values.constFind(name);
        for (std::size_t k = 0; k < column.size(); ++k) {
            if (std::isfinite(column[k]) && chunk.step[k] >= from && chunk.step[k] <= to)
                values.push_back(double(column[k]));
        }
    }
    return values;
}

std::optional<double> speedOf(const Run &run, const Run &reference, double upTo)
{
    for (const QString &rate : speedMetrics()) {
        const auto mine = run.extent(rate, RunAxis::Step), other = reference.extent(rate, RunAxis::Step);
        if (!mine || !other)
            continue;
        const double from = std::max(mine->first, other->first);
        const double now = medianOf(valuesBetween(run, rate, from, upTo));
        const double then = medianOf(valuesBetween(reference, rate, from, upTo));
        if (!(now > 0) || !(then > 0))
            continue;
        return rate == QLatin1String("step_time") ? then / now : now / then;
    }
    return std::nullopt;
}

/// The record at step, or the one next to it.
std::optional<Run::Latest> near(const Run &run, const QString &metric, double step)
{
    const auto index = run.nearest(metric, RunAxis::Step, step);
    if (!index)
        return std::nullopt;
    const Run::RecordPlace place = run.place(*index);
    if (!(std::fabs(place.step - step) <= std::max(1.0, kNearEnough * std::fabs(step))))
        return std::nullopt;
    return Run::Latest{place.step, place.timeMs, run.value(*index, metric)};
}

} // namespace

std::optional<RunComparison> compareRuns(const Run &run, const Run &reference, const QString &metric)
{
    const auto latest = run.latest(metric);
    const auto other = reference.extent(metric, RunAxis::Step);
    if (!latest || std::isnan(latest->step) || !other)
        return std::nullopt;
    RunComparison result;
    result.metric = metric;
    result.referenceEnded = other->second < latest->step * (1 - kNearEnough) - 1;
    result.step = result.referenceEnded ? other->second : latest->step;
    const auto here = result.referenceEnded ? near(run, metric, result.step) : latest;
    const auto there = near(reference, metric, result.step);
    if (!here || !there)
        return std::nullopt;
    result.value = here->value;
    result.reference = there->value;
    result.speed = speedOf(run, reference, result.step);
    return result;
}

} // namespace paceline
