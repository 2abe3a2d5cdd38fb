// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <optional>

namespace paceline {

/// What a curve is drawn over: a column of the run, moved and stretched, so that no axis needs a column of its own that
/// another one implies. A plain value; each run has its own.
struct CurveAxis
{
    /// RelativeTime is in milliseconds since the start, Time in UTC milliseconds.
    enum class Kind { Step, Epoch, Samples, RelativeTime, Time, GpuHours };
    static constexpr std::size_t kKinds = 6;

    Kind kind = Kind::Time;
    RunAxis column = RunAxis::Time;
    double origin = 0, scale = 1;

    CurveAxis() = default;
    /// The column as it stands.
    CurveAxis(RunAxis which);

    double fromColumn(double value) const { return (value - origin) * scale; }
    double toColumn(double x) const { return x / scale + origin; }
    friend bool operator==(const CurveAxis &, const CurveAxis &) = default;
};

/// What a log does not tell of its run.
struct RunFacts
{
    std::optional<double> startMs; ///< when the job started, UTC
    std::optional<int> gpus;       ///< that the job holds
    friend bool operator==(const RunFacts &, const RunFacts &) = default;
};

/// Why a run cannot be drawn over an axis.
enum class AxisLack { None, NoRecords, NoStep, NoEpoch, NoSamples, NoTime, NoGpus };

struct AxisAnswer
{
    CurveAxis axis;
    AxisLack lack = AxisLack::None;
};
/// Time starts with the job, or with the first record where that is earlier (a chain of jobs in one log) or the start
/// is not known.
AxisAnswer axisOf(CurveAxis::Kind kind, const Run *run, const RunFacts &facts);

} // namespace paceline
