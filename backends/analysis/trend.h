// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <optional>
#include <vector>

namespace paceline {

/// One record of a run that carries the metric looked at.
struct TrendPoint
{
    double step, timeMs; ///< NaN where unknown
    float value;         ///< may be infinite, or NaN: the program printed so
};

/// Points of a metric without looking at all of a long run: the first and the last few hundred, and some of every
/// stretch between.
struct TrendSample
{
    std::vector<TrendPoint> head, middle, tail; ///< each in file order; a short run is all in tail and head
    std::size_t count = 0;                      ///< points that were looked at
};
TrendSample sampleTrend(const Run &run, const QString &metric);

double medianOf(std::vector<double> values); ///< NaN when there is none

enum class LossTrend { TooFew, Falling, Flat, Rising, NotANumber };
struct LossHealth
{
    LossTrend trend = LossTrend::TooFew;
    double first = 0, best = 0, now = 0; ///< medians of windows
    double badStep = 0; ///< NotANumber: step of the first bad point of those that end the run; may be NaN
};
/// Falling: the median of the last window lies below that of the first five points by more than three robust errors
/// (1.4826 MAD of the last window) of their difference, and by 0.5 %. Rising: it lies above the best window as clearly,
/// and by 10 %. Fewer than 12 points decide nothing; Flat and Rising take 40.
LossHealth judgeLoss(const TrendSample &sample);

struct RateHealth
{
    double now = 0, before = 0; ///< medians; before is NaN while there is too little to compare with
    bool slower = false;        ///< by 5 % and by three robust spreads, for at least 8 points
    double sinceMs = 0;         ///< slower: time of the first slow point, NaN where times are unknown
};
std::optional<RateHealth> judgeRate(const TrendSample &sample);

/// Steps per millisecond over the last points; empty when time or step do not tell.
struct Pace
{
    double stepsPerMs, lastStep, lastMs;
    std::size_t points;
};
std::optional<Pace> paceOf(const TrendSample &sample);
/// Usual milliseconds between two records that were read live; NaN when unknown.
double usualGapMs(const TrendSample &sample);

} // namespace paceline
