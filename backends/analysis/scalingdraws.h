// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/scalingcandidate.h"

#include <functional>

namespace paceline {

/// One law as the noise might have made it: by refits to samples that were made anew from the fit.
struct ScalingDraws
{
    ScalingCurve curve;
    double share = 1; ///< of belief in the law, among all that are drawn
    std::vector<Weights> weights;
};

/// A parametric bootstrap around the fit without bounds. The noise of each draw is drawn first, from the squares and a
/// chi-squared of the degrees of freedom: few points tell little about it. seed makes the draws repeatable.
ScalingDraws drawCurves(const ScalingCandidate &candidate, std::span<const ScalingSample> samples, int count,
                        unsigned long seed);

using ScalingQuantity = std::function<double(const ScalingCurve &, const Weights &)>;

/// The middle 95 % of a quantity over all draws, laws weighing by their share, widened to hold value. Draws that give
/// NaN count for nothing; infinite ones do.
Estimate estimateOf(double value, std::span<const ScalingDraws> draws, const ScalingQuantity &quantity);

} // namespace paceline
