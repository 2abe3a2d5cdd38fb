// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: on series made from a known law with noise of 1, 3 and 10 %, the true parameters lie in their 95 % intervals in
// 93 to 97 % of 1,000 draws, so does the true throughput at twice the largest scale, and the right law is chosen in 80
// % or more where the nearest other law lies further off than the noise. The peer is the number itself. Prints one JSON
// line; "cells" holds every law, noise and number of points:
//   coverage: of the parameters by that law; forecast: of the curve by that law, and chosen: by all that suit;
//   right: share of right choices; distance: how far the nearest other law lies off (root mean square), in noises.
// Usage: bench_scaling [SERIES, default 1000] [DRAWS of the bootstrap, default 500] [SEED, default 1]
#include "tests/bench/measure.h"

#include "backends/analysis/scaling.h"
#include "backends/analysis/scalingcurves.h"

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

using namespace paceline;

namespace {

struct Truth
{
    const char *name;
    ScalingKind kind;
    ScalingLaw law;
    Weights weights;
};

constexpr double kRate = 100, kBatch = 256, kShare = 32;

double batchAt(ScalingKind kind, double accelerators)
{
    return kind == ScalingKind::Weak ? kShare * accelerators : kind == ScalingKind::Strong ? kBatch : std::nan("");
}

double throughputAt(const Truth &truth, double accelerators)
{
    return ScalingCurve{truth.law}.throughput(truth.weights, {accelerators, batchAt(truth.kind, accelerators)});
}

const std::vector<Truth> &truths()
{
    constexpr double kOne = 1 / kRate;
    static const std::vector<Truth> kTruths = {
        {"amdahl f=0.02", ScalingKind::Unknown, ScalingLaw::Amdahl, {kOne, 0.02 * kOne}},
        {"amdahl f=0.1", ScalingKind::Strong, ScalingLaw::Amdahl, {kOne, 0.1 * kOne}},
        {"amdahl f=0.001", ScalingKind::Strong, ScalingLaw::Amdahl, {kOne, 0.001 * kOne}},
        {"gustafson f=0.1", ScalingKind::Unknown, ScalingLaw::Gustafson, {kRate, 0.1 * kRate}},
        {"gustafson f=0.4", ScalingKind::Weak, ScalingLaw::Gustafson, {kRate, 0.4 * kRate}},
        {"usl sigma=0.03 kappa=0.0005",
         ScalingKind::Unknown,
         ScalingLaw::Universal,
         {kOne, 0.03 * kOne, 0.0005 * kOne}},
        {"usl sigma=0.05 kappa=0.001", ScalingKind::Weak, ScalingLaw::Universal, {kOne, 0.05 * kOne, 0.001 * kOne}},
        {"ring weak", ScalingKind::Weak, ScalingLaw::Ring, {kOne, 0.001 * kShare * kOne, 0.2 * kShare * kOne}},
        {"tree weak", ScalingKind::Weak, ScalingLaw::Tree, {kOne, 0.03 * kShare * kOne}},
        {"tree strong", ScalingKind::Strong, ScalingLaw::Tree, {kOne, 0.02 * kBatch * kOne}},
    };
    return kTruths;
}

/// Counts how often something held.
struct Share
{
    int held = 0, all = 0;
    void count(bool holds)
    {
        held += holds;
        ++all;
    }
    double value() const { return all > 0 ? double(held) / all : std::nan(""); }
};

bool covers(const Estimate &estimate, double truth)
{
    return estimate.low <= truth && truth <= estimate.high;
}

struct Cell
{
    const Truth *truth;
    double noise;
    int points;
    std::vector<Share> parameters;
    Share forecast, chosen, right;
    double distance = 0;
};

struct Settings
{
    int series, draws;
    unsigned long seed;
};

ScalingSeries seriesOf(const Cell &cell, std::mt19937_64 &random)
{
    std::normal_distribution<double> error(0, cell.noise);
    ScalingSeries series;
    for (int i = 0; i < cell.points; ++i) {
        const double p = std::pow(2, i);
        const double measured = throughputAt(*cell.truth, p) * std::exp(cell.noise > 0 ? error(random) : 0);
        series.points.push_back(
            {.accelerators = p, .throughput = measured, .globalBatch = batchAt(cell.truth->kind, p)});
    }
    return series;
}

/// By fits of the other candidates to the curve itself.
double distanceOf(const Cell &cell, const ScalingSeries &clean, const ScalingQuery &query)
{
    double nearest = INFINITY;
    const auto analysis = analyseScaling(clean, query);
    for (const ScalingCandidateFigures &candidate : analysis->candidates) {
        constexpr double kSameCurve = 1e-6; // the law is a special case of that candidate
        if (candidate.law != cell.truth->law && candidate.rootMeanSquare > kSameCurve)
            nearest = std::min(nearest, candidate.rootMeanSquare);
    }
    return nearest / cell.noise;
}

void measure(Cell &cell, const Settings &settings)
{
    std::mt19937_64 random(settings.seed);
    const double asked = std::pow(2, cell.points);
    const double truth = throughputAt(*cell.truth, asked);
    const ScalingCurve curve{cell.truth->law};
    ScalingQuery query{.scales = {asked}, .efficiencies = {}, .draws = settings.draws};
    if (cell.truth->kind != ScalingKind::Unknown)
        query.kind = cell.truth->kind;
    Cell clean = cell;
    clean.noise = 0;
    cell.distance = distanceOf(cell, seriesOf(clean, random), query);
    for (int i = 0; i < settings.series; ++i) {
        const ScalingSeries series = seriesOf(cell, random);
        query.seed = settings.seed + std::size_t(i);
        query.laws = {cell.truth->law};
        const auto known = analyseScaling(series, query);
        cell.parameters.resize(known->parameters.size());
        for (std::size_t j = 0; j < known->parameters.size(); ++j) {
            const ScalingParameter &parameter = known->parameters[j];
            cell.parameters[j].count(
                covers(parameter.estimate, parameterOf(curve, cell.truth->weights, parameter.name)));
        }
        cell.forecast.count(!known->forecasts.empty() && covers(known->forecasts[0].throughput, truth));
        query.laws.clear();
        const auto open = analyseScaling(series, query);
        cell.right.count(open->law == cell.truth->law);
        cell.chosen.count(!open->forecasts.empty() && covers(open->forecasts[0].throughput, truth));
    }
}

std::string cellObject(const Cell &cell)
{
    std::string coverage;
    for (const Share &share : cell.parameters)
        coverage += (coverage.empty() ? "" : ", ") + std::to_string(share.value()).substr(0, 5);
    char text[400];
    std::snprintf(
        text, sizeof text,
        "{\"law\": \"%s\", \"noise\": %.2f, \"points\": %d, \"coverage\": [%s], \"forecast\": %.3f, \"chosen\": "
        "%.3f, \"right\": %.3f, \"distance\": %.2f}",
        cell.truth->name, cell.noise, cell.points, coverage.c_str(), cell.forecast.value(), cell.chosen.value(),
        cell.right.value(), cell.distance);
    return text;
}

/// Of shares that should lie between 93 and 97 %: the mean, the ends, and how many do.
std::string summary(const std::vector<double> &shares)
{
    double sum = 0, low = 1, high = 0;
    int inside = 0;
    for (double share : shares) {
        sum += share;
        low = std::min(low, share);
        high = std::max(high, share);
        inside += share >= 0.93 && share <= 0.97;
    }
    char text[200];
    std::snprintf(text, sizeof text,
                  "{\"mean\": %.4f, \"least\": %.3f, \"most\": %.3f, \"in_goal\": %.3f, \"of\": %zu}",
                  sum / double(shares.size()), low, high, double(inside) / double(shares.size()), shares.size());
    return text;
}

/// 20 points, four laws, 1,000 draws each, three forecasts.
double milliseconds()
{
    std::mt19937_64 random(1);
    std::normal_distribution<double> error(0, 0.03);
    ScalingSeries series;
    for (int i = 1; i <= 20; ++i) {
        series.points.push_back({.accelerators = 8.0 * i,
                                 .throughput = throughputAt(truths()[8], 8.0 * i) * std::exp(error(random)),
                                 .globalBatch = batchAt(ScalingKind::Weak, 8.0 * i)});
    }
    double best = INFINITY;
    for (int i = 0; i < 5; ++i) {
        const bench::Meter meter;
        const auto analysis = analyseScaling(series, {.scales = {320, 640, 1280}, .efficiencies = {0.9, 0.8, 0.5}});
        best = std::min(best, analysis ? meter.cpuMs() : INFINITY);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    const Settings settings{argc > 1 ? std::atoi(argv[1]) : 1000, argc > 2 ? std::atoi(argv[2]) : 500,
                            argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1};
    std::string cells;
    std::vector<double> parameters, forecasts, chosen, right;
    int wrong = 0;
    for (const Truth &truth : truths()) {
        for (int points : {5, 6, 8, 10}) {
            for (double noise : {0.01, 0.03, 0.1}) {
                Cell cell{.truth = &truth,
                          .noise = noise,
                          .points = points,
                          .parameters = {},
                          .forecast = {},
                          .chosen = {},
                          .right = {}};
                measure(cell, settings);
                for (const Share &share : cell.parameters)
                    parameters.push_back(share.value());
                forecasts.push_back(cell.forecast.value());
                chosen.push_back(cell.chosen.value());
                if (cell.distance > 1) {
                    right.push_back(cell.right.value());
                    wrong += cell.right.value() < 0.8;
                }
                cells += (cells.empty() ? "" : ", ") + cellObject(cell);
                std::fprintf(stderr, "%s\n", cellObject(cell).c_str());
            }
        }
    }
    std::printf(
        "{\"goal\": \"scaling\", \"series\": %d, \"draws\": %d, \"seed\": %lu, \"parameters\": %s, \"forecast\": %s, "
        "\"forecast_after_choice\": %s, \"right_where_laws_differ\": %s, \"of_those_below_80\": %d, "
        "\"ms_20_points\": %.1f, \"cells\": [%s]}\n",
        settings.series, settings.draws, settings.seed, summary(parameters).c_str(), summary(forecasts).c_str(),
        summary(chosen).c_str(), summary(right).c_str(), wrong, milliseconds(), cells.c_str());
    return 0;
}
