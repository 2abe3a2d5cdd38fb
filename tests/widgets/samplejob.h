// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "backends/store/snapshot.h"

#include <functional>
#include <memory>
#include <vector>

namespace paceline {

/// A training job as the store would hold it, made from a seed: the same numbers every time.
struct SampleJob
{
    /// 14 November 2023, 22:00 UTC.
    static constexpr qint64 kNowMs = 1'699'999'200'000;
    static constexpr qint64 kMinute = 60'000;

    int nodes = 8, records = 3000, ticks = 600;
    qint64 minutes = 200; ///< since its start
    qint64 tickMs = 20'000;
    int restartAt = 0;          ///< record at which the steps go back a tenth; 0: never
    int nanFrom = 0;            ///< record from which the loss is not a number; 0: never
    int estimatedUntil = 0;     ///< records whose time was interpolated
    int slowNode = -1;          ///< row that does less from two thirds on
    int gpusPerNode = 0;        ///< with counters of their own; the third GPU of slowNode is throttled by heat
    int silentNode = -1;        ///< row without samples in the last fifth
    int gapFrom = 0, gapTo = 0; ///< ticks that nobody took

    std::shared_ptr<const Job> job() const;
    std::shared_ptr<const Run> run() const;
    std::shared_ptr<const Grid> grid(const QString &metric) const;
    std::shared_ptr<const Grid> gpuGrid(const QString &metric) const;
    std::shared_ptr<const LogText> log() const;
    std::shared_ptr<JobSnapshot> snapshot() const;
    std::vector<NodeName> nodeNames() const;
};

std::vector<Metric> sampleMetrics();

} // namespace paceline
