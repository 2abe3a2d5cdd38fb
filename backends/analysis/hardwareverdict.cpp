// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/hardwareverdict.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

using What = Statement::What;

constexpr int kTicks = 15, kLeast = 6; // that a finding looks at, and needs
constexpr double kIdle = 2, kWorks = 20;

QString nameOf(const Entity &entity)
{
    const QString &part = entity.label.isEmpty() ? entity.id : entity.label;
    return entity.kind == Entity::Kind::Node ? entity.node.value : entity.node.value + QLatin1Char('/') + part;
}

/// Median of a row's last values; NaN with too few.
double recentMedian(const Grid &grid, int row)
{
    std::vector<float> values;
    for (int tick = std::max(0, grid.ticks() - kTicks); tick < grid.ticks(); ++tick) {
        if (const float v = grid.value(tick, row); !std::isnan(v))
            values.push_back(v);
    }
    if (values.size() < kLeast)
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// Since when a row has been above nothing without a break, UTC ms.
qint64 aboveSince(const Grid &grid, int row)
{
    qint64 since = 0;
    for (int tick = grid.ticks() - 1; tick >= 0; --tick) {
        const float v = grid.value(tick, row);
        if (!std::isnan(v) && v <= 0)
            break;
        if (!std::isnan(v))
            since = grid.timeMs(tick);
    }
    return since;
}

Evidence evidenceOf(const Grid &grid)
{
    const int first = std::max(0, grid.ticks() - kTicks);
    return {.points = grid.ticks() - first, .fromMs = grid.timeMs(first), .toMs = grid.timeMs(grid.ticks() - 1)};
}

/// Nodes or GPUs that do nothing while others of the same job work.
void idleOnes(const Grid *grid, What what, EvidenceBook &book)
{
    if (!grid || grid->ticks() < kLeast || grid->rows() < 2)
        return;
    Statement s{
        .what = what, .severity = Severity::Attention, .b = double(grid->rows()), .evidence = evidenceOf(*grid)};
    int working = 0;
    const float *now = grid->raw.last(grid->ticks() - 1);
    const int known = grid->raw.rows(grid->ticks() - 1);
    for (int row = 0; row < known; ++row) {
        working += double(now[row]) > kWorks;
        // Of tens of thousands the few that are idle now are looked at closely.
        if (double(now[row]) >= kIdle)
            continue;
        if (recentMedian(*grid, row) < kIdle)
            s.texts += nameOf((*grid->entities)[std::size_t(row)]);
    }
    s.a = double(s.texts.size());
    if (!s.texts.isEmpty() && working > 0)
        book.add(s);
}

/// GPUs whose clocks the hardware holds down, for heat or for lack of power.
void throttledGpus(const Grid *grid, EvidenceBook &book)
{
    if (!grid || grid->ticks() < kLeast)
        return;
    Statement s{.what = What::GpusThrottled,
                .severity = Severity::Attention,
                .b = double(grid->rows()),
                .evidence = evidenceOf(*grid)};
    const float *now = grid->raw.last(grid->ticks() - 1);
    const int known = grid->raw.rows(grid->ticks() - 1);
    for (int row = 0; row < known; ++row) {
        const bool isFree = double(now[row]) <= 0; // a missing value is neither
        if (isFree || !(recentMedian(*grid, row) > 0))
            continue;
        s.texts += nameOf((*grid->entities)[std::size_t(row)]);
        const qint64 since = aboveSince(*grid, row);
        s.sinceMs = s.sinceMs == 0 ? since : std::min(s.sinceMs, since);
    }
    s.a = double(s.texts.size());
    if (!s.texts.isEmpty())
        book.add(s);
}

} // namespace

void judgeHardware(const JobSnapshot &snapshot, EvidenceBook &book)
{
    const ProbeStatus &probe = snapshot.probe;
    if (!probe.silentNodes.empty()) {
        Statement s{.what = What::NodesSilent,
                    .severity = Severity::Attention,
                    .a = double(probe.silentNodes.size()),
                    .b = double(probe.nodes.size()),
                    .sinceMs = probe.silentSinceMs};
        for (const NodeName &node : probe.silentNodes)
            s.texts += node.value;
        book.add(s);
    }
    const auto grid = [&](const char *metric) { return snapshot.grids.value(MetricId{QLatin1String(metric)}).get(); };
    idleOnes(grid("cpu.busy"), What::NodesIdle, book);
    throttledGpus(grid("gpu.throttled"), book);
    idleOnes(grid("gpu.util"), What::GpusIdle, book);
    if (probe.why && probe.phase != ProbeStatus::Phase::Starting)
        book.add({.what = What::CountersLimited, .a = double(probe.rung), .b = double(probe.why->kind)});
}

} // namespace paceline
