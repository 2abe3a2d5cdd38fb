// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scalinglaw.h"

#include <cmath>
#include <limits>

namespace paceline {

std::size_t ScalingCurve::weights() const
{
    switch (law) {
    case ScalingLaw::Universal:
        return 3;
    case ScalingLaw::Ring:
        return knownTransfer > 0 ? 2 : 3;
    case ScalingLaw::Amdahl:
    case ScalingLaw::Gustafson:
    case ScalingLaw::Tree:
        break;
    }
    return 2;
}

Weights ScalingCurve::functions(const Scale &scale) const
{
    const double p = scale.accelerators, batch = scale.globalBatch;
    switch (law) {
    case ScalingLaw::Amdahl:
        return {1 / p, 1 - 1 / p};
    case ScalingLaw::Gustafson:
        return {p, 1 - p};
    case ScalingLaw::Universal:
        return {1 / p, 1 - 1 / p, p - 1};
    case ScalingLaw::Ring:
        return {1 / p, 2 * (p - 1) / batch, knownTransfer > 0 ? 0 : 2 * (1 - 1 / p) / batch};
    case ScalingLaw::Tree:
        break;
    }
    return {1 / p, 2 * std::log2(p) / batch};
}

double ScalingCurve::known(const Scale &scale) const
{
    if (!(knownTransfer > 0))
        return 0;
    const double p = scale.accelerators;
    const double rounds = law == ScalingLaw::Ring ? 2 * (1 - 1 / p) : law == ScalingLaw::Tree ? 2 * std::log2(p) : 0;
    return rounds * knownTransfer / scale.globalBatch;
}

double ScalingCurve::bound(std::size_t i) const
{
    const bool isFraction = law == ScalingLaw::Amdahl || law == ScalingLaw::Gustafson;
    return isFraction && i == 1 ? 1 : std::numeric_limits<double>::infinity();
}

double ScalingCurve::value(const Weights &w, const Scale &scale) const
{
    const Weights f = functions(scale);
    return known(scale) + w[0] * f[0] + w[1] * f[1] + w[2] * f[2];
}

double ScalingCurve::throughput(const Weights &weights, const Scale &scale) const
{
    const double sum = value(weights, scale);
    return isInverse() ? 1 / sum : sum;
}

} // namespace paceline
