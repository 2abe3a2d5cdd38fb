// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scalingcandidate.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_cdf.h>

namespace paceline {

namespace {

/// Chance that a point of a clean series is set aside.
constexpr double kFalseAlarm = 0.01;
/// Nothing closer to the curve is ever bad: rounded tables and clean machines.
constexpr double kLeastDistance = 0.03;
/// Printed throughput is rounded: closer fits are no better fits.
constexpr double kLeastSpread = 1e-5;

using Samples = std::vector<ScalingSample>;
using Indices = std::vector<std::size_t>;

Samples without(std::span<const ScalingSample> samples, const Indices &left)
{
    Samples kept;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::find(left.begin(), left.end(), i) == left.end())
            kept.push_back(samples[i]);
    }
    return kept;
}

double residual(const ScalingCurve &curve, const Weights &weights, const ScalingSample &sample)
{
    const double value = curve.value(weights, sample.scale);
    const double ratio = std::log(curve.isInverse() ? sample.throughput * value : sample.throughput / value);
    return value > 0 ? ratio : std::numeric_limits<double>::infinity();
}

bool isEnough(const ScalingCurve &curve, std::span<const ScalingSample> samples)
{
    return samples.size() > curve.weights() && scaleCount(samples) > curve.weights();
}

/// The point that fits worst of those kept, and how surely: its distance from the curve of the others in their spread.
struct Suspect
{
    std::size_t index = 0;
    double distance = 0; ///< in ln(throughput)
    double t = -1;
};

Suspect worstOf(const ScalingCurve &curve, std::span<const ScalingSample> samples, const Indices &left)
{
    Suspect worst;
    const double all = ScalingSolver(curve, without(samples, left)).bounded().squares;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::find(left.begin(), left.end(), i) != left.end())
            continue;
        Indices fewer = left;
        fewer.push_back(i);
        const Samples kept = without(samples, fewer);
        if (!isEnough(curve, kept))
            continue;
        const SolvedCurve solved = ScalingSolver(curve, kept).bounded();
        if (!solved.isSolved)
            continue;
        const double freedom = double(kept.size() - curve.weights());
        const double spread = std::max(solved.squares / freedom, kLeastSpread * kLeastSpread);
        const double t = std::sqrt(std::max(0.0, all - solved.squares) / spread);
        if (t > worst.t)
            worst = {i, std::abs(residual(curve, solved.weights, samples[i])), t};
    }
    return worst;
}

std::size_t mostSetAside(std::size_t points, std::size_t weights)
{
    // A curve through fewer than two points more than weights proves nothing about the others.
    if (points < weights + 3)
        return 0;
    constexpr std::size_t kMost = 5;
    return points < 10 ? 1 : std::min(points / 5, kMost);
}

/// Rosner's generalised extreme studentised deviate test, its deviates taken from the curve without the point.
Indices findSetAside(const ScalingCurve &curve, std::span<const ScalingSample> samples)
{
    Indices left;
    std::size_t bad = 0;
    const std::size_t most = mostSetAside(samples.size(), curve.weights());
    while (left.size() < most) {
        const Suspect suspect = worstOf(curve, samples, left);
        if (suspect.t < 0)
            break;
        left.push_back(suspect.index);
        const double freedom = double(samples.size() - left.size() - curve.weights());
        const double tail = kFalseAlarm / 2 / double(samples.size() - left.size() + 1);
        if (suspect.t > gsl_cdf_tdist_Qinv(tail, freedom) && suspect.distance > kLeastDistance)
            bad = left.size();
    }
    left.resize(bad);
    return left;
}

/// Every scale foretold by a fit to the others.
double leaveOneOut(const ScalingCurve &curve, std::span<const ScalingSample> samples)
{
    double squares = 0;
    for (const ScalingSample &sample : samples) {
        Samples others;
        std::copy_if(samples.begin(), samples.end(), std::back_inserter(others),
                     [&](const ScalingSample &other) { return other.scale.accelerators != sample.scale.accelerators; });
        const SolvedCurve solved = ScalingSolver(curve, others).bounded();
        if (!solved.isSolved)
            return std::numeric_limits<double>::infinity();
        const double distance = residual(curve, solved.weights, sample);
        squares += distance * distance;
    }
    return std::sqrt(squares / double(samples.size()));
}

/// Akaike's criterion, a point set aside being a parameter that was looked for among all points.
double plainCriterion(std::size_t count, std::size_t weights, std::size_t setAside, double squares)
{
    const double n = double(count), k = double(weights + setAside);
    const double spread = std::max(squares / n, kLeastSpread * kLeastSpread);
    return n * std::log(spread) + 2 * k + 2 * double(setAside) * std::log(n);
}

/// What corrects it for few points (Hurvich, Tsai 1989).
double correction(std::size_t count, std::size_t weights, std::size_t setAside)
{
    const double n = double(count), k = double(weights + setAside);
    return n - k - 1 < 1 ? std::numeric_limits<double>::infinity() : 2 * k * (k + 1) / (n - k - 1);
}

} // namespace

std::size_t scaleCount(std::span<const ScalingSample> samples)
{
    std::vector<double> scales;
    for (const ScalingSample &sample : samples)
        scales.push_back(sample.scale.accelerators);
    std::sort(scales.begin(), scales.end());
    return std::size_t(std::unique(scales.begin(), scales.end()) - scales.begin());
}

std::optional<ScalingCandidate> fitCandidate(const ScalingCurve &curve, std::span<const ScalingSample> samples)
{
    if (!isEnough(curve, samples))
        return std::nullopt;
    ScalingCandidate candidate;
    candidate.curve = curve;
    Indices left = findSetAside(curve, samples);
    std::sort(left.begin(), left.end());
    const Samples kept = without(samples, left);
    ScalingSolver solver(curve, kept);
    const SolvedCurve bounded = solver.bounded();
    const SolvedCurve free = solver.free();
    if (!bounded.isSolved || !free.isSolved)
        return std::nullopt;
    candidate.setAside = std::move(left);
    candidate.weights = bounded.weights;
    candidate.squares = bounded.squares;
    candidate.freeWeights = free.weights;
    candidate.freeSquares = free.squares;
    for (const ScalingSample &sample : samples)
        candidate.residuals.push_back(residual(curve, bounded.weights, sample));
    const std::size_t aside = candidate.setAside.size();
    candidate.aic = plainCriterion(samples.size(), curve.weights(), aside, bounded.squares);
    candidate.aicc = candidate.aic + correction(samples.size(), curve.weights(), aside);
    candidate.looError = leaveOneOut(curve, kept);
    return candidate;
}

namespace {

/// Akaike weights by one of the criteria; candidates without a corrected one count for nothing, unless all are.
void share(std::vector<ScalingCandidate> &candidates, double ScalingCandidate::*criterion,
           double ScalingCandidate::*share)
{
    double least = std::numeric_limits<double>::infinity(), sum = 0;
    for (const ScalingCandidate &candidate : candidates)
        least = std::isfinite(candidate.aicc) ? std::min(least, candidate.*criterion) : least;
    for (ScalingCandidate &candidate : candidates) {
        const bool counts = std::isfinite(candidate.aicc) || !std::isfinite(least);
        candidate.*share = !counts ? 0 : std::isfinite(least) ? std::exp((least - candidate.*criterion) / 2) : 1;
        sum += candidate.*share;
    }
    for (ScalingCandidate &candidate : candidates)
        candidate.*share /= sum;
}

} // namespace

std::optional<std::size_t> chooseCandidate(std::vector<ScalingCandidate> &candidates)
{
    if (candidates.empty())
        return std::nullopt;
    share(candidates, &ScalingCandidate::aicc, &ScalingCandidate::support);
    share(candidates, &ScalingCandidate::aic, &ScalingCandidate::bandShare);
    const auto least = std::min_element(candidates.begin(), candidates.end(),
                                        [](const auto &a, const auto &b) { return a.aicc < b.aicc; });
    const auto isBetter = [&](std::size_t i, std::size_t best, double factor) {
        return candidates[i].looError < factor * candidates[best].looError;
    };
    std::size_t best = std::size_t(least - candidates.begin());
    const double undecided = least->aicc + kUndecidedCriterion;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].aicc <= undecided && isBetter(i, best, 1))
            best = i;
    }
    // With five or six points the criterion all but forbids a third parameter. Where a law foretells what it has not
    // seen so much better, that is the stronger evidence.
    constexpr double kMuchBetter = 0.6;
    std::size_t winner = best;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (std::isfinite(candidates[i].aicc) && isBetter(i, best, kMuchBetter) && isBetter(i, winner, 1))
            winner = i;
    }
    return winner;
}

} // namespace paceline
