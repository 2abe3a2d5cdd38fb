// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/grid.h"

#include <algorithm>
#include <cmath>

namespace paceline {

GridSummary summaryOf(std::vector<float> &values)
{
    std::erase_if(values, [](float v) { return std::isnan(v); });
    if (values.empty())
        return {};
    const auto count = std::ptrdiff_t(values.size());
    const auto begin = values.begin(), middle = begin + count / 2;
    std::nth_element(begin, middle, values.end());
    GridSummary summary;
    summary.median = count % 2 == 1 ? *middle : (*std::max_element(begin, middle) + *middle) / 2;
    const auto low = begin + count / 10, high = begin + (count - 1 - count / 10);
    std::nth_element(begin, low, middle + 1);
    std::nth_element(middle, std::max(high, middle), values.end());
    summary.low = *low;
    summary.high = *std::max(high, middle);
    summary.min = *std::min_element(begin, low + 1);
    summary.max = *std::max_element(std::max(high, middle), values.end());
    return summary;
}

GridChunk::GridChunk(int ticks, int rowCount, int columnCount)
    : rows(rowCount)
    , columns(columnCount)
    , timeMs(std::size_t(ticks))
    , summaries(std::size_t(ticks))
    , values(std::size_t(ticks) * std::size_t(rowCount) * std::size_t(columnCount))
{
}

int GridLevel::lowerBound(qint64 time) const
{
    int first = 0, count = ticks;
    while (count > 0) {
        const int half = count / 2;
        if (timeMs(first + half) < time) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

qint64 Grid::firstMs() const
{
    qint64 first = raw.timeMs(0);
    for (const GridLevel &level : buckets) {
        if (level.ticks > 0)
            first = std::min(first, level.timeMs(0));
    }
    return first;
}

} // namespace paceline
