// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scalingcurves.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

/// No machine is larger.
constexpr double kEndless = 1099511627776.0;

using Cause = ScalingLoss::Cause;
using Name = ScalingParameter::Name;

Cause causeOf(ScalingLaw law, std::size_t weight)
{
    switch (law) {
    case ScalingLaw::Universal:
        return weight == 1 ? Cause::Contention : Cause::Coherency;
    case ScalingLaw::Ring:
        return weight == 1 ? Cause::Latency : Cause::Transfer;
    case ScalingLaw::Tree:
        return Cause::Hop;
    case ScalingLaw::Amdahl:
    case ScalingLaw::Gustafson:
        break;
    }
    return Cause::Serial;
}

double throughputOf(const ScalingCurve &curve, const Weights &weights, const Scale &scale)
{
    const double value = curve.value(weights, scale);
    if (value > 0)
        return curve.isInverse() ? 1 / value : value;
    return curve.isInverse() ? INFINITY : 0;
}

} // namespace

ScalingOutlook::ScalingOutlook(ScalingKind kind, const std::vector<ScalingPoint> &points, double reference)
    : m_kind(kind)
    , m_reference(reference)
    , m_largest(points.back().accelerators)
    , m_batch(points.back().globalBatch)
    , m_share(points.back().globalBatch / points.back().accelerators)
{
    // Told to be strong or weak without batches: the laws' times are then those of one sample.
    if (!(m_batch > 0)) {
        m_batch = 1;
        m_share = 1;
    }
}

Scale ScalingOutlook::scaleAt(double accelerators) const
{
    return {accelerators, m_kind == ScalingKind::Weak ? m_share * accelerators : m_batch};
}

double ScalingOutlook::throughput(const ScalingCurve &curve, const Weights &weights, double accelerators) const
{
    const double there = throughputOf(curve, weights, scaleAt(accelerators));
    if (accelerators <= m_largest)
        return there;
    return std::min(there, throughputOf(curve, weights, scaleAt(m_largest)) * accelerators / m_largest);
}

double ScalingOutlook::efficiency(const ScalingCurve &curve, const Weights &weights, double accelerators) const
{
    const double there = throughput(curve, weights, accelerators) / accelerators;
    return there / (throughput(curve, weights, m_reference) / m_reference);
}

double ScalingOutlook::lost(const ScalingCurve &curve, const Weights &weights, double accelerators) const
{
    const double rate = rateOf(curve, weights);
    return std::clamp(1 - throughput(curve, weights, accelerators) / (rate * accelerators), 0.0, 1.0);
}

std::vector<ScalingLoss> ScalingOutlook::losses(const ScalingCurve &curve, const Weights &weights,
                                                double accelerators) const
{
    const Scale scale = scaleAt(accelerators);
    const Weights functions = curve.functions(scale);
    // In 1 / X the losses are parts of the sum; in X they are what is taken away from the first.
    const double whole = curve.isInverse() ? curve.value(weights, scale) : -weights[0] * functions[0];
    std::vector<ScalingLoss> losses;
    for (std::size_t i = 1; i < curve.weights(); ++i)
        losses.push_back({causeOf(curve.law, i), weights[i] * functions[i] / whole});
    if (curve.knownTransfer > 0)
        losses.push_back({Cause::Transfer, curve.known(scale) / whole});
    return losses;
}

double ScalingOutlook::limit(const ScalingCurve &curve, const Weights &weights, double wished) const
{
    const auto keeps = [&](double p) { return efficiency(curve, weights, p) >= wished; };
    double low = m_reference, high = 2 * m_reference;
    if (!keeps(low))
        return std::nan("");
    while (high < kEndless && keeps(high)) {
        low = high;
        high *= 2;
    }
    if (high >= kEndless)
        return INFINITY;
    while (high - low > 0.5 && high - low > 1e-9 * high) {
        const double middle = (low + high) / 2;
        (keeps(middle) ? low : high) = middle;
    }
    return std::max(m_reference, keeps(std::floor(high)) ? std::floor(high) : std::floor(low));
}

double ScalingOutlook::peak(const ScalingCurve &curve, const Weights &weights) const
{
    // Every law rises to its peak and falls after it, so the peak lies where doubling no longer helps, or just before.
    const auto at = [&](double p) { return throughputOf(curve, weights, scaleAt(p)); };
    double high = 2;
    while (high < kEndless && at(high) > at(high / 2))
        high *= 2;
    if (high >= kEndless)
        return INFINITY;
    double from = std::log(high / 4), to = std::log(high);
    for (int i = 0; i < 60; ++i) {
        const double a = from + (to - from) / 3, b = to - (to - from) / 3;
        (at(std::exp(a)) < at(std::exp(b)) ? from : to) = at(std::exp(a)) < at(std::exp(b)) ? a : b;
    }
    return std::max(1.0, std::round(std::exp((from + to) / 2)));
}

double rateOf(const ScalingCurve &curve, const Weights &weights)
{
    if (weights[0] > 0)
        return curve.isInverse() ? 1 / weights[0] : weights[0];
    return curve.isInverse() ? INFINITY : 0;
}

std::vector<Name> parameterNames(const ScalingCurve &curve)
{
    switch (curve.law) {
    case ScalingLaw::Universal:
        return {Name::Rate, Name::Contention, Name::Coherency};
    case ScalingLaw::Ring:
        return {Name::Rate, Name::Latency, Name::Transfer};
    case ScalingLaw::Tree:
        return {Name::Rate, Name::Hop};
    case ScalingLaw::Amdahl:
    case ScalingLaw::Gustafson:
        break;
    }
    return {Name::Rate, Name::SerialFraction};
}

double parameterOf(const ScalingCurve &curve, const Weights &weights, Name name)
{
    switch (name) {
    case Name::Rate:
        return rateOf(curve, weights);
    case Name::SerialFraction:
    case Name::Contention:
    case Name::Coherency: {
        const std::size_t i = name == Name::Coherency ? 2 : 1;
        const double share = weights[0] > 0 ? weights[i] / weights[0] : INFINITY;
        return std::clamp(share, 0.0, curve.bound(i));
    }
    case Name::Latency:
    case Name::Hop:
        return std::max(0.0, weights[1]);
    case Name::Transfer:
        break;
    }
    return curve.knownTransfer > 0 ? curve.knownTransfer : std::max(0.0, weights[2]);
}

} // namespace paceline
