// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace paceline {

struct MinMax
{
    float min, max; ///< both NaN when no value of the range is finite
};

/// Minima and maxima over a growing column of values, so that any range is answered in O(log n).
/// Base 64 values, fan-out 4: 0.17 B a point. Values that are not finite are skipped.
class Pyramid
{
public:
    static constexpr std::size_t kBase = 64, kFanOut = 4;

    /// values[0, size) is the whole column so far; what was covered before must not have changed.
    void extend(const float *values, std::size_t size);
    /// Extremes of values[first, last). Empty range or nothing finite: both NaN.
    MinMax range(const float *values, std::size_t first, std::size_t last) const;
    std::size_t covered() const { return m_covered; }

private:
    std::vector<std::vector<MinMax>> m_levels; ///< level 0: kBase values each
    std::size_t m_covered = 0;
};

} // namespace paceline
