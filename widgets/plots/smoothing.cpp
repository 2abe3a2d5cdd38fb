// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/smoothing.h"

#include <cmath>

namespace paceline {

std::vector<CurvePoint> smoothed(const std::vector<CurvePoint> &points, double weight, double columnWidth)
{
    std::vector<CurvePoint> result;
    result.reserve(points.size());
    double average = 0, correction = 1;
    for (std::size_t i = 0; i < points.size();) {
        const CurvePoint &first = points[i];
        if (!std::isfinite(first.y)) {
            result.push_back(first);
            average = 0, correction = 1;
            ++i;
            continue;
        }
        std::size_t next = i + 1;
        while (next < points.size() && points[next].x >= first.x && points[next].x - first.x < columnWidth &&
               std::isfinite(points[next].y))
            ++next;
        const CurvePoint &last = points[next - 1];
        const double value = next - i == 1 ? double(first.y) : (double(first.y) + double(last.y)) / 2;
        average = weight * average + (1 - weight) * value;
        correction *= weight;
        result.push_back({last.x, float(average / (1 - correction)), first.estimated});
        i = next;
    }
    return result;
}

} // namespace paceline
