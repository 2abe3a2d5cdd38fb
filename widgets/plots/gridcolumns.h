// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/gridslice.h"
#include "widgets/theme.h"

#include <array>
#include <vector>

namespace paceline {

/// The ticks of a slice that one pixel column shows: [first, last). Empty where nothing was measured.
struct TickSpan
{
    int first = 0, last = 0;
    bool isEmpty() const { return first >= last; }
};

/// The slice must have been cut for this window. What was not measured stays empty.
std::vector<TickSpan> tickSpans(const GridSlice &slice, double x0, double x1, int columns);

/// Centre and usual deviation of values (median, and median absolute deviation scaled to a standard deviation);
/// both NaN without a value. Missing values are left out; the order of values changes.
struct RobustScale
{
    double centre, deviation;
};
RobustScale robustScale(std::vector<float> &values);

/// Which colour a value has: pale at the peers' median, strong where it differs towards the slow end (either end where
/// neither is better).
struct HeatScale
{
    Better better = Better::Neither;
    double centre = 0, spread = 1;
    std::array<QRgb, 256> colours{};

    /// 0 healthy ... 1 as slow as the scale goes.
    double badness(double value) const;
    QRgb colour(float value) const;
    /// The value that is shown by the strongest colour.
    double worst() const { return better == Better::Lower ? centre + spread : centre - spread; }
    bool isLike(const HeatScale &other) const;
};
/// From a sample of all measured ticks in [first, last).
HeatScale heatScale(const Grid &grid, int first, int last, const Metric &metric, const Theme &theme);

/// Mean of each entity over the last ticks before end; NaN where it had none.
std::vector<float> recentMeans(const Grid &grid, int end);
/// Mean badness of each entity over the last ticks before end; an entity that fell silent comes as 2.
std::vector<double> recentBadness(const Grid &grid, int end, const HeatScale &scale);

} // namespace paceline
