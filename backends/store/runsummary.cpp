// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/runsummary.h"

namespace paceline {

void RunSummary::Axis::include(double x)
{
    if (std::isnan(x)) {
        isMonotone = false;
        return;
    }
    if (x < max)
        isMonotone = false;
    if (isEmpty() || x < min)
        min = x;
    if (isEmpty() || !(x <= max))
        max = x;
}

void RunSummary::Axis::append(const Axis &next)
{
    isMonotone = isMonotone && next.isMonotone && !(next.min < max);
    if (isEmpty() || next.min < min)
        min = next.min;
    if (std::isnan(max) || next.max > max)
        max = next.max;
}

void RunSummary::append(const RunSummary &next)
{
    for (std::size_t i = 0; i < axes.size(); ++i)
        axes[i].append(next.axes[i]);
    if (columns.size() < next.columns.size())
        columns.resize(next.columns.size());
    for (std::size_t i = 0; i < next.columns.size(); ++i) {
        Column &mine = columns[i];
        const Column &other = next.columns[i];
        if (other.count == 0)
            continue;
        if (mine.count == 0)
            mine.first = other.first;
        mine.last = other.last;
        mine.count += other.count;
        mine.finite += other.finite;
        if (!(mine.extremes.min <= other.extremes.min) && !std::isnan(other.extremes.min))
            mine.extremes.min = other.extremes.min;
        if (!(mine.extremes.max >= other.extremes.max) && !std::isnan(other.extremes.max))
            mine.extremes.max = other.extremes.max;
    }
}

} // namespace paceline
