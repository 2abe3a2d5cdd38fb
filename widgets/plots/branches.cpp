// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/branches.h"

#include <cmath>

namespace paceline {

static void breakLine(std::vector<CurvePoint> &line)
{
    if (!line.empty() && std::isfinite(line.back().y))
        line.push_back({line.back().x, kMissing, false});
}

Branches branchesOf(const std::vector<CurvePoint> &points)
{
    Branches branches;
    branches.current.reserve(points.size());
    bool wasLeft = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const CurvePoint &point = points[i];
        if (!std::isfinite(point.y)) {
            breakLine(branches.current);
            breakLine(branches.left);
            continue;
        }
        if (point.superseded) {
            breakLine(branches.current);
            if (!wasLeft && i > 0 && std::isfinite(points[i - 1].y))
                branches.left.push_back(points[i - 1]);
            branches.left.push_back(point);
        } else {
            breakLine(branches.left);
            branches.current.push_back(point);
        }
        wasLeft = point.superseded;
    }
    return branches;
}

} // namespace paceline
