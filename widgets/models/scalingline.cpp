// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/scalingline.h"

namespace paceline {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ScalingValue scaled(const Estimate &estimate, double factor)
{
    return {estimate.value * factor, estimate.low * factor, estimate.high * factor};
}

} // namespace

ScalingValue scalingValue(const ScalingPointFigures &point, ScalingQuantity quantity)
{
    switch (quantity) {
    case ScalingQuantity::Throughput:
        return {point.point.throughput, kNaN, kNaN};
    case ScalingQuantity::PerAccelerator:
        return {point.point.throughput / point.point.accelerators, kNaN, kNaN};
    case ScalingQuantity::Efficiency:
        return {point.efficiency * 100, kNaN, kNaN};
    case ScalingQuantity::TimeToTarget:
        return {point.point.seconds, kNaN, kNaN};
    case ScalingQuantity::AcceleratorHours:
        return {point.acceleratorHours, kNaN, kNaN};
    }
    return {kNaN, kNaN, kNaN};
}

ScalingValue scalingValue(const ScalingForecast &forecast, ScalingQuantity quantity)
{
    switch (quantity) {
    case ScalingQuantity::Throughput:
        return scaled(forecast.throughput, 1);
    case ScalingQuantity::PerAccelerator:
        return scaled(forecast.throughput, 1 / forecast.accelerators);
    case ScalingQuantity::Efficiency:
        return scaled(forecast.efficiency, 100);
    case ScalingQuantity::TimeToTarget:
        return scaled(forecast.hours, 3600);
    case ScalingQuantity::AcceleratorHours:
        return scaled(forecast.acceleratorHours, 1);
    }
    return {kNaN, kNaN, kNaN};
}

Unit scalingUnit(ScalingQuantity quantity, Unit throughput)
{
    switch (quantity) {
    case ScalingQuantity::Efficiency:
        return Unit::Percent;
    case ScalingQuantity::TimeToTarget:
        return Unit::Second;
    case ScalingQuantity::AcceleratorHours:
        return Unit::Count;
    default:
        return throughput;
    }
}

} // namespace paceline
