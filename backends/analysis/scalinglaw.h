// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/scaling.h"

#include <array>
#include <cstddef>

namespace paceline {

inline constexpr std::size_t kMaxWeights = 3;

/// Where a curve is looked at.
struct Scale
{
    double accelerators = 1;
    double globalBatch = 1; ///< only Ring and Tree ask for it
};

using Weights = std::array<double, kMaxWeights>; ///< those beyond the law's own are 0

/// A law with what is known before any fit.
struct ScalingCurve
{
    ScalingLaw law = ScalingLaw::Amdahl;
    double knownTransfer = 0; ///< Ring, Tree: seconds n / beta of which only the rest is fitted; 0: nothing is known

    std::size_t weights() const; ///< how many there are to fit
    bool isInverse() const { return law != ScalingLaw::Gustafson; }
    /// The functions of p, and what is known: X, or 1 / X where isInverse(), is known + sum of weight and function.
    Weights functions(const Scale &scale) const;
    double known(const Scale &scale) const;
    /// Greatest share that weight i > 0 may have of the first: a fraction is at most 1.
    double bound(std::size_t i) const;

    double value(const Weights &weights, const Scale &scale) const; ///< of X or 1 / X
    double throughput(const Weights &weights, const Scale &scale) const;
};

} // namespace paceline
