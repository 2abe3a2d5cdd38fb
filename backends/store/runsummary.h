// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "backends/store/pyramid.h"

#include <QtGlobal>
#include <array>
#include <bit>
#include <cmath>
#include <vector>

namespace paceline {

struct RunChunk;

/// What a run's records stand at: the columns that its curves can be drawn over.
enum class RunAxis { Step, Time, Epoch, Samples };
inline constexpr std::size_t kRunAxes = 4;

/// A NaN that the program printed, as a run's columns hold it; a record without the metric holds kMissing.
inline constexpr quint32 kPrintedNanBits = 0x7fc00001;

/// Whether a record carries the metric: a number, an infinity, or a NaN that was printed.
inline bool isCarried(float value)
{
    return !std::isnan(value) || std::bit_cast<quint32>(value) == kPrintedNanBits;
}

/// What a stretch of records amounts to, on each axis and in each metric. Drawing skips or folds whole stretches by it.
struct RunSummary
{
    struct Axis
    {
        double min = std::numeric_limits<double>::quiet_NaN(), max = min; ///< NaN: no record has an x
        bool isMonotone = true;                                           ///< every record has an x, and none goes back

        void include(double x);
        /// Takes in what follows it in the file.
        void append(const Axis &next);
        bool isEmpty() const { return std::isnan(min); }
    };
    struct Sample
    {
        std::array<double, kRunAxes> x; ///< by RunAxis
        float y;
        bool isEstimated; ///< its time was interpolated
    };
    struct Column
    {
        quint32 count = 0, finite = 0; ///< records that carry the metric; those with a finite value
        MinMax extremes{kMissing, kMissing};
        Sample first{}, last{}; ///< valid while count > 0
    };
    std::array<Axis, kRunAxes> axes;
    std::vector<Column> columns; ///< by the metric's number in the run; shorter when later metrics do not occur

    const Axis &axis(RunAxis which) const { return axes[std::size_t(which)]; }
    const Column *column(std::size_t metric) const
    {
        return metric < columns.size() && columns[metric].count > 0 ? &columns[metric] : nullptr;
    }
    /// Takes in what follows it in the file.
    void append(const RunSummary &next);
};

} // namespace paceline
