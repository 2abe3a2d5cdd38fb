// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/pyramid.h"

#include "backends/domain/metric.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr MinMax kNothing{kMissing, kMissing};

void widen(MinMax &extremes, MinMax other)
{
    // NaN compares false, so an empty side leaves the other as it is.
    if (!(extremes.min <= other.min))
        extremes.min = std::isnan(other.min) ? extremes.min : other.min;
    if (!(extremes.max >= other.max))
        extremes.max = std::isnan(other.max) ? extremes.max : other.max;
}

MinMax scan(const float *values, std::size_t first, std::size_t last)
{
    MinMax extremes = kNothing;
    for (std::size_t i = first; i < last; ++i) {
        if (std::isfinite(values[i]))
            widen(extremes, {values[i], values[i]});
    }
    return extremes;
}

} // namespace

void Pyramid::extend(const float *values, std::size_t size)
{
    for (; m_covered + kBase <= size; m_covered += kBase) {
        MinMax block = scan(values, m_covered, m_covered + kBase);
        for (std::size_t level = 0;; ++level) {
            if (m_levels.size() == level)
                m_levels.emplace_back();
            m_levels[level].push_back(block);
            if (m_levels[level].size() % kFanOut != 0)
                break;
            block = kNothing;
            for (auto it = m_levels[level].end() - kFanOut; it != m_levels[level].end(); ++it)
                widen(block, *it);
        }
    }
}

MinMax Pyramid::range(const float *values, std::size_t first, std::size_t last) const
{
    MinMax extremes = kNothing;
    while (first < last) {
        if (first % kBase != 0 || first + kBase > std::min(last, m_covered)) {
            const std::size_t end = std::min(last, (first / kBase + 1) * kBase);
            widen(extremes, scan(values, first, end));
            first = end;
            continue;
        }
        std::size_t level = 0, span = kBase;
        while (level + 1 < m_levels.size() && first % (span * kFanOut) == 0 && first + span * kFanOut <= last &&
               first / (span * kFanOut) < m_levels[level + 1].size()) {
            ++level;
            span *= kFanOut;
        }
        widen(extremes, m_levels[level][first / span]);
        first += span;
    }
    return extremes;
}

} // namespace paceline
