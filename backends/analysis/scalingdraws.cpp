// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scalingdraws.h"

#include <algorithm>
#include <cmath>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

namespace paceline {

namespace {

struct FreedRandom
{
    void operator()(gsl_rng *random) const { gsl_rng_free(random); }
};

std::vector<ScalingSample> keptOf(const ScalingCandidate &candidate, std::span<const ScalingSample> samples)
{
    std::vector<ScalingSample> kept;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!std::binary_search(candidate.setAside.begin(), candidate.setAside.end(), i))
            kept.push_back(samples[i]);
    }
    return kept;
}

struct Weighed
{
    double value, weight;
};

/// Between the two values around that share of the weight, each taken to stand at its sum over one more than all:
/// without the one more, an interval of few draws is too narrow.
double quantile(const std::vector<Weighed> &values, double total, double share)
{
    const double wanted = share * (total + total / double(values.size()));
    double below = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double next = below + values[i].weight;
        if (next >= wanted) {
            const double previous = i > 0 ? values[i - 1].value : values[i].value;
            const double part = (wanted - below) / values[i].weight;
            const bool isFinite = std::isfinite(previous) && std::isfinite(values[i].value);
            return isFinite ? previous + part * (values[i].value - previous) : previous;
        }
        below = next;
    }
    return values.back().value;
}

} // namespace

ScalingDraws drawCurves(const ScalingCandidate &candidate, std::span<const ScalingSample> samples, int count,
                        unsigned long seed)
{
    ScalingDraws draws{.curve = candidate.curve, .share = candidate.bandShare, .weights = {}};
    const std::unique_ptr<gsl_rng, FreedRandom> random(gsl_rng_alloc(gsl_rng_mt19937));
    const auto freedom = double(candidate.degreesOfFreedom());
    if (!random || freedom < 1)
        return draws;
    gsl_rng_set(random.get(), seed);
    const std::vector<ScalingSample> kept = keptOf(candidate, samples);
    ScalingSolver solver(candidate.curve, kept);
    std::vector<double> fitted, made(kept.size());
    for (const ScalingSample &sample : kept)
        fitted.push_back(candidate.curve.throughput(candidate.freeWeights, sample.scale));
    draws.weights.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        const double noise = std::sqrt(candidate.freeSquares / gsl_ran_chisq(random.get(), freedom));
        for (std::size_t j = 0; j < kept.size(); ++j)
            made[j] = fitted[j] * std::exp(noise * gsl_ran_gaussian(random.get(), 1));
        const SolvedCurve solved = solver.free(made, candidate.freeWeights);
        if (solved.isSolved)
            draws.weights.push_back(solved.weights);
    }
    return draws;
}

Estimate estimateOf(double value, std::span<const ScalingDraws> draws, const ScalingQuantity &quantity)
{
    std::vector<Weighed> values;
    double total = 0;
    for (const ScalingDraws &law : draws) {
        for (const Weights &weights : law.weights) {
            const double drawn = quantity(law.curve, weights);
            if (std::isnan(drawn))
                continue;
            values.push_back({drawn, law.share / double(law.weights.size())});
            total += values.back().weight;
        }
    }
    if (values.empty())
        return {value};
    constexpr double kTail = 0.025;
    std::sort(values.begin(), values.end(), [](const Weighed &a, const Weighed &b) { return a.value < b.value; });
    const double low = quantile(values, total, kTail);
    std::reverse(values.begin(), values.end());
    const double high = quantile(values, total, kTail);
    return {value, std::min(low, value), std::max(high, value)};
}

} // namespace paceline
