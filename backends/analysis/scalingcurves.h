// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/scalingdraws.h"

#include <vector>

namespace paceline {

/// What a curve says at scales that were not measured. It is asked about drawn curves too, which may have negative
/// weights: where those would let the efficiency grow again beyond the largest scale, it is held there, and what would
/// be below 0 or beyond every number becomes 0 or infinite. Within bounds nothing of this happens.
class ScalingOutlook
{
public:
    /// Of points that are sorted by scale, at least one.
    ScalingOutlook(ScalingKind kind, const std::vector<ScalingPoint> &points, double reference);

    /// The batch goes on as kind says: the same (Strong), or for each accelerator (Weak); as at the largest scale
    /// otherwise.
    Scale scaleAt(double accelerators) const;
    double throughput(const ScalingCurve &curve, const Weights &weights, double accelerators) const;
    /// Against the curve at the reference scale.
    double efficiency(const ScalingCurve &curve, const Weights &weights, double accelerators) const;
    /// Against as many single accelerators; 0 to 1.
    double lost(const ScalingCurve &curve, const Weights &weights, double accelerators) const;
    std::vector<ScalingLoss> losses(const ScalingCurve &curve, const Weights &weights, double accelerators) const;
    /// Largest whole number of accelerators with that efficiency, infinite where there is no largest.
    double limit(const ScalingCurve &curve, const Weights &weights, double efficiency) const;
    /// Scale of the highest throughput; infinite where throughput grows on.
    double peak(const ScalingCurve &curve, const Weights &weights) const;

private:
    ScalingKind m_kind;
    double m_reference, m_largest, m_batch, m_share;
};

/// Of one accelerator.
double rateOf(const ScalingCurve &curve, const Weights &weights);
std::vector<ScalingParameter::Name> parameterNames(const ScalingCurve &curve);
/// Within its bounds; 0 or infinite for drawn curves that have no rate.
double parameterOf(const ScalingCurve &curve, const Weights &weights, ScalingParameter::Name name);

} // namespace paceline
