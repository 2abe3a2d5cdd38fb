// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/gridslice.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kIntervalTicks = 65;
constexpr double kLastsIntervals = 2.2;

} // namespace

double tickInterval(const Grid &grid)
{
    std::vector<double> steps;
    for (int i = std::max(1, grid.ticks() - kIntervalTicks); i < grid.ticks(); ++i)
        steps.push_back(double(grid.timeMs(i) - grid.timeMs(i - 1)));
    if (steps.empty())
        return 0;
    std::nth_element(steps.begin(), steps.begin() + std::ptrdiff_t(steps.size() / 2), steps.end());
    return steps[steps.size() / 2];
}

GridSlice::GridSlice(const Grid &grid, double fromMs, double toMs, double columnMs)
    : m_intervalMs(std::max(tickInterval(grid), 1000.0))
{
    std::vector<const GridLevel *> levels{&grid.raw};
    for (const GridLevel &level : grid.buckets)
        levels.push_back(&level);
    std::size_t wanted = 0;
    while (wanted + 1 < levels.size() && levels[wanted + 1]->periodMs <= columnMs)
        ++wanted;
    // Coarser ones where the wanted one reaches not that far back, it, and finer ones behind its last bucket.
    qint64 from = qint64(std::ceil(fromMs));
    bool isFirst = true;
    for (std::size_t i = levels.size(); i-- > 0;) {
        const GridLevel &level = *levels[i];
        if (level.ticks == 0)
            continue;
        int first = level.lowerBound(from), end = level.lowerBound(qint64(std::floor(toMs)) + 1);
        if (i > wanted) {
            const GridLevel *finer = levels[i - 1];
            for (std::size_t j = i - 1; finer->ticks == 0 && j > wanted; --j)
                finer = levels[j - 1];
            if (finer->ticks > 0)
                end = std::min(end, level.lowerBound(finer->timeMs(0)));
        }
        // The window begins within a tick.
        if (isFirst && first > 0 && (first < end || i <= wanted))
            --first;
        if (first >= end)
            continue;
        m_parts.push_back({&level, first, end - first});
        m_ticks += end - first;
        from = level.timeMs(end - 1) + std::max(level.periodMs, 1);
        isFirst = false;
    }
    if (m_parts.empty())
        return;
    // The next tick tells how long the last one in the window lasts.
    if (Part &last = m_parts.back(); last.first + last.count < last.level->ticks) {
        ++last.count;
        ++m_ticks;
    }
}

double GridSlice::lastsMs(int tick) const
{
    const Place place = at(tick);
    if (place.level->periodMs > 0)
        return place.level->periodMs;
    if (tick + 1 == m_ticks)
        return m_intervalMs;
    // A tick that a late answer delayed is no gap; behind a real one the last value stands for one interval.
    const double gap = double(timeMs(tick + 1) - timeMs(tick));
    return gap <= kLastsIntervals * m_intervalMs ? gap : m_intervalMs;
}

} // namespace paceline
