// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/curveaxis.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr double kMsPerHour = 3'600'000;

CurveAxis::Kind kindOf(RunAxis column)
{
    switch (column) {
    case RunAxis::Step:
        return CurveAxis::Kind::Step;
    case RunAxis::Epoch:
        return CurveAxis::Kind::Epoch;
    case RunAxis::Samples:
        return CurveAxis::Kind::Samples;
    case RunAxis::Time:
        break;
    }
    return CurveAxis::Kind::Time;
}

std::optional<double> firstOn(const Run &run, RunAxis column)
{
    std::optional<double> first;
    for (const QString &metric : run.metrics()) {
        if (const auto extent = run.extent(metric, column))
            first = first ? std::min(*first, extent->first) : extent->first;
    }
    return first;
}

AxisLack lackOf(RunAxis column)
{
    switch (column) {
    case RunAxis::Step:
        return AxisLack::NoStep;
    case RunAxis::Epoch:
        return AxisLack::NoEpoch;
    case RunAxis::Samples:
        return AxisLack::NoSamples;
    case RunAxis::Time:
        break;
    }
    return AxisLack::NoTime;
}

RunAxis columnOf(CurveAxis::Kind kind)
{
    switch (kind) {
    case CurveAxis::Kind::Step:
        return RunAxis::Step;
    case CurveAxis::Kind::Epoch:
        return RunAxis::Epoch;
    case CurveAxis::Kind::Samples:
        return RunAxis::Samples;
    default:
        return RunAxis::Time;
    }
}

} // namespace

CurveAxis::CurveAxis(RunAxis which)
    : kind(kindOf(which))
    , column(which)
{
}

AxisAnswer axisOf(CurveAxis::Kind kind, const Run *run, const RunFacts &facts)
{
    AxisAnswer answer{CurveAxis(columnOf(kind)), AxisLack::None};
    answer.axis.kind = kind;
    if (!run || run->size() == 0) {
        answer.lack = AxisLack::NoRecords;
        return answer;
    }
    const auto first = firstOn(*run, answer.axis.column);
    if (!first) {
        answer.lack = lackOf(answer.axis.column);
        return answer;
    }
    if (kind == CurveAxis::Kind::RelativeTime || kind == CurveAxis::Kind::GpuHours)
        answer.axis.origin = std::min(*first, facts.startMs.value_or(*first));
    if (kind == CurveAxis::Kind::GpuHours) {
        if (facts.gpus.value_or(0) <= 0)
            answer.lack = AxisLack::NoGpus;
        else
            answer.axis.scale = *facts.gpus / kMsPerHour;
    }
    return answer;
}

} // namespace paceline
