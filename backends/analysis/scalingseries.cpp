// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/scaling.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace paceline {

namespace {

constexpr double kSameBatch = 1.01;
/// Batches that were rounded to whole samples, or to powers of two, are still one for each accelerator.
constexpr double kSameShare = 1.05;

using Points = std::vector<ScalingPoint>;
using OfPoint = double (*)(const ScalingPoint &);

double batchOf(const ScalingPoint &point)
{
    return point.globalBatch;
}

double shareOf(const ScalingPoint &point)
{
    return point.globalBatch / point.accelerators;
}

bool isOne(const Points &points, OfPoint value, double tolerance)
{
    double least = INFINITY, most = 0;
    for (const ScalingPoint &point : points) {
        least = std::min(least, value(point));
        most = std::max(most, value(point));
    }
    return most <= tolerance * least;
}

std::size_t scalesOf(const Points &points)
{
    std::set<double> scales;
    for (const ScalingPoint &point : points)
        scales.insert(point.accelerators);
    return scales.size();
}

/// Whether some scale stands there with one batch and another, so that one curve cannot go through both.
bool isTwofold(const Points &points)
{
    std::map<double, Points> byScale;
    for (const ScalingPoint &point : points)
        byScale[point.accelerators].push_back(point);
    return std::any_of(byScale.begin(), byScale.end(),
                       [](const auto &scale) { return !isOne(scale.second, batchOf, kSameBatch); });
}

bool isAlike(double a, double b, double tolerance)
{
    return a <= tolerance * b && b <= tolerance * a;
}

/// Of the points that share one batch with one of rest, or one batch for each accelerator, the group with the most
/// scales, as places in all. Empty where no group has two.
std::vector<std::size_t> largestGroup(const Points &all, const std::vector<std::size_t> &rest)
{
    std::vector<std::size_t> best;
    std::size_t bestScales = 1;
    const auto tryGroups = [&](OfPoint value, double tolerance) {
        for (std::size_t first : rest) {
            std::vector<std::size_t> group;
            Points points;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (isAlike(value(all[i]), value(all[first]), tolerance)) {
                    group.push_back(i);
                    points.push_back(all[i]);
                }
            }
            if (const std::size_t scales = scalesOf(points); scales > bestScales) {
                bestScales = scales;
                best = std::move(group);
            }
        }
    };
    tryGroups(batchOf, kSameBatch);
    tryGroups(shareOf, kSameShare);
    return best;
}

} // namespace

ScalingKind scalingKind(const std::vector<ScalingPoint> &points)
{
    const bool isTold =
        std::all_of(points.begin(), points.end(), [](const ScalingPoint &point) { return point.globalBatch > 0; });
    if (!isTold || scalesOf(points) < 2)
        return ScalingKind::Unknown;
    if (isOne(points, batchOf, kSameBatch))
        return ScalingKind::Strong;
    return isOne(points, shareOf, kSameShare) ? ScalingKind::Weak : ScalingKind::Mixed;
}

std::vector<ScalingSeries> separateScaling(const ScalingSeries &series)
{
    if (series.kind || scalingKind(series.points) != ScalingKind::Mixed || !isTwofold(series.points))
        return {series};
    std::vector<ScalingSeries> parts;
    std::vector<std::size_t> rest(series.points.size());
    std::iota(rest.begin(), rest.end(), std::size_t(0));
    const auto addPart = [&](const std::vector<std::size_t> &places) {
        ScalingSeries part{.name = series.name, .points = {}, .changes = series.changes, .kind = {}};
        for (std::size_t i : places)
            part.points.push_back(series.points[i]);
        parts.push_back(std::move(part));
    };
    while (!rest.empty()) {
        // A point at which a strong and a weak series meet belongs to both.
        const std::vector<std::size_t> group = largestGroup(series.points, rest);
        if (group.empty())
            break;
        addPart(group);
        std::erase_if(rest, [&](std::size_t i) { return std::binary_search(group.begin(), group.end(), i); });
    }
    if (!rest.empty())
        addPart(rest);
    return parts;
}

} // namespace paceline
