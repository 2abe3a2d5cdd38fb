// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "backends/domain/metric.h"
#include "backends/domain/scaling.h"

#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// One line of the scaling page: measurements at several scales, published or one's own, and what was found in them.
/// Immutable.
struct ScalingLine
{
    QString name, source;  ///< source: the citation in one line, or what it is made of
    QString citation = {}; ///< BibTeX; empty: none
    bool isOwn = false;
    Unit unit = Unit::SamplePerSecond; ///< of throughput
    ScalingSeries series = {};
    std::vector<JobId> jobs = {};              ///< of one's own: by point of series
    std::vector<JobId> movedOut = {};          ///< jobs that belong to it but that the user took out
    std::optional<ScalingAnalysis> found = {}; ///< none: it could not be analysed
};
using ScalingLinePtr = std::shared_ptr<const ScalingLine>;

/// What a line is looked at by.
enum class ScalingQuantity { Throughput, PerAccelerator, Efficiency, TimeToTarget, AcceleratorHours };

struct ScalingValue
{
    double value, low, high; ///< NaN: not known
};
/// Of a measured point, by its place in found->points.
ScalingValue scalingValue(const ScalingPointFigures &point, ScalingQuantity quantity);
ScalingValue scalingValue(const ScalingForecast &forecast, ScalingQuantity quantity);
Unit scalingUnit(ScalingQuantity quantity, Unit throughput);

} // namespace paceline
