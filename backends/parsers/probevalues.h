// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "backends/parsers/probe.h"

#include <optional>
#include <vector>

namespace paceline {

/// One metric of the catalogue for one node.
struct ProbeValue
{
    MetricId metric;
    float value; ///< kMissing where it was not measured, never 0 instead
};

/// What two samples of a node amount to in the metrics that every node has: shares of CPU time and bytes per second
/// between them, load and memory as of the later one. A counter that went back (wrap, reset, reboot) leaves its
/// interval missing. Always all metrics, in the order of probeMetrics().
std::vector<ProbeValue> probeValues(const std::optional<ProbeSample> &before, const ProbeSample &now);

/// The metrics that probeValues gives, in its order.
const std::vector<MetricId> &probeMetrics();

} // namespace paceline
