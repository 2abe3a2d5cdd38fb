// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/scaling.h"

#include <optional>
#include <vector>

namespace paceline {

/// What is asked of a series. NaN: not told.
struct ScalingQuery
{
    std::optional<ScalingKind> kind = {};                            ///< what the batches tell otherwise
    double reference = std::numeric_limits<double>::quiet_NaN();     ///< accelerators; otherwise the smallest scale
    double gradientBytes = std::numeric_limits<double>::quiet_NaN(); ///< added up in every step
    double bandwidth = std::numeric_limits<double>::quiet_NaN(); ///< bytes a second, of the network's catalogue entry
    double work = std::numeric_limits<double>::quiet_NaN();      ///< samples to the target
    std::vector<ScalingLaw> laws = {}; ///< to choose among; otherwise those that suit the kind and the number of points
    std::vector<double> scales = {};   ///< to forecast
    std::vector<double> efficiencies = {}; ///< to keep
    int draws = 1000;                      ///< of the bootstrap, at most kMaxScalingDraws
    unsigned long seed = 1;                ///< the same seed gives the same intervals
};
inline constexpr int kMaxScalingDraws = 20'000;

/// Fits the laws to a series, chooses one, and asks it what is wanted. Pure; any thread. 20 points and four laws take
/// well under 200 ms.
///
/// Least squares on ln(throughput), because a measurement scatters by a share of itself. Each law sets at most one of
/// fewer than ten points aside, a fifth of more, by a test that leaves a clean series alone 99 times in 100. The law is
/// chosen by the corrected information criterion, and by leave-one-out error where that does not decide (see
/// scalingcandidate.h). Intervals come from a parametric bootstrap whose noise is itself drawn, from s^2 (n - q) /
/// chi^2: a plain bootstrap knows nothing of how little five points tell about the noise and covers 80 %, this one has
/// Student's t in it and covers 95 %. It draws around the fit without bounds and cuts at the bounds afterwards; drawing
/// within bounds covers too much near them. The band of a forecast is that of the curve, over all laws by their
/// support, so that it is honest about the law too.
///
/// Without three scales there is no law, but efficiencies, and a note. Errors: Malformed (no point with positive
/// accelerators and throughput), NotFound (no point at query.reference).
Result<ScalingAnalysis> analyseScaling(const ScalingSeries &series, const ScalingQuery &query);

/// By the batches: one for all is Strong (to 1 %), one for every accelerator Weak (to 5 %).
ScalingKind scalingKind(const std::vector<ScalingPoint> &points);

/// Where a scale was measured with several batches, strong and weak scaling are mixed in one table: taken apart into
/// series that each are one of both; what fits into none stays together. Others come back as they are.
std::vector<ScalingSeries> separateScaling(const ScalingSeries &series);

} // namespace paceline
