// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QString>
#include <limits>

namespace paceline {

/// Missing is this, never 0. All missing values have the same bits, so that a gap equals a gap.
inline constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

/// Names of curves that the log does not print but that follow from what it prints begin with this.
inline constexpr QLatin1String kDerivedPrefix("derived/");

enum class Unit {
    None,
    Percent,
    Ratio,
    Count,
    CountPerSecond,
    Byte,
    BytePerSecond,
    Watt,
    Joule,
    Celsius,
    Megahertz,
    Second,
    Millisecond,
    SamplePerSecond,
    TokenPerSecond,
    StepPerSecond,
    TeraflopPerSecond,
    LoadAverage
};

enum class MetricKind { Gauge, Counter };      ///< a Counter is turned into a rate before it is stored
enum class Aggregation { Mean, Sum, Maximum }; ///< how several entities, or several times, become one value
enum class Better { Neither, Higher, Lower };  ///< which end a heat map shows as the slow one

/// One row of resources/metrics.json. Names are English keys; the words for people come from widgets/format.
struct Metric
{
    MetricId id;
    Unit unit = Unit::None;
    MetricKind kind = MetricKind::Gauge;
    Aggregation aggregation = Aggregation::Mean;
    Better better = Better::Neither;
    double rangeMin = std::numeric_limits<double>::quiet_NaN(); ///< NaN: taken from the data
    double rangeMax = std::numeric_limits<double>::quiet_NaN();
};

} // namespace paceline
