// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <vector>

namespace paceline {

/// A curve with what its run left behind by going back to an earlier step: two lines that part at one point. Together
/// they hold every point.
struct Branches
{
    std::vector<CurvePoint> current, left;
};
Branches branchesOf(const std::vector<CurvePoint> &points);

} // namespace paceline
