// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/scalingsolver.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace paceline {

/// One law fitted to a series, with what its choice is judged by.
struct ScalingCandidate
{
    ScalingCurve curve;
    Weights weights{};                   ///< within their bounds: the estimate
    Weights freeWeights{};               ///< of either sign: where its spread is taken from
    double squares = 0, freeSquares = 0; ///< of the kept points' residuals
    std::vector<double> residuals;       ///< ln(measured / curve) of every point, those set aside too
    std::vector<std::size_t> setAside;   ///< points that the law is not fitted to, in their order
    /// Corrected information criterion; infinite where there are too few points for it. A point set aside costs as
    /// much as a parameter and the freedom to choose it.
    double aicc = std::numeric_limits<double>::infinity();
    double aic = std::numeric_limits<double>::infinity(); ///< without the correction for few points
    /// Root mean square of ln(measured / foretold), every scale foretold from the others. Infinite: could not be done.
    double looError = std::numeric_limits<double>::infinity();
    double support = 0;   ///< share of belief among all candidates by aicc (Akaike weight)
    double bandShare = 0; ///< share in the band of a forecast, see chooseCandidate

    std::size_t degreesOfFreedom() const { return residuals.size() - setAside.size() - curve.weights(); }
};

/// Empty where the law has more weights than the points can tell: it needs one scale, and one point, more than weights.
std::optional<ScalingCandidate> fitCandidate(const ScalingCurve &curve, std::span<const ScalingSample> samples);

/// How many scales are among the samples.
std::size_t scaleCount(std::span<const ScalingSample> samples);

/// Candidates whose aicc differs by no more are not told apart by it (Burnham and Anderson 2002).
inline constexpr double kUndecidedCriterion = 2;

/// The index of the best candidate, and the shares filled in. The smallest aicc wins; among those that it does not tell
/// apart, and over one whose looError is much larger, the smallest looError. Empty for none.
///
/// The shares in a band go by aic: the correction silences laws of three parameters where points are few, which is
/// right for a choice, but wrong for a doubt. With six points and 3 % noise a band by aicc covers a coherency cost that
/// could not be seen yet in 7 of 10 cases, by aic in 9 of 10.
std::optional<std::size_t> chooseCandidate(std::vector<ScalingCandidate> &candidates);

} // namespace paceline
