// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <QString>
#include <limits>
#include <optional>

namespace paceline {

/// How fast a run went, as one number that can be compared between runs.
struct RunSpeed
{
    QString metric;       ///< canonical: "samples_per_sec", "tokens_per_sec" or "steps_per_sec"
    double perSecond = 0; ///< of all accelerators together
    double batch = std::numeric_limits<double>::quiet_NaN(); ///< samples or tokens of one step of all; NaN: not told

    friend bool operator==(const RunSpeed &, const RunSpeed &) = default;
};

/// Median over the run but for its first tenth, while it warms up. Time of a step counts as steps a second where the
/// log tells no rate. Empty with fewer than three values. O(1) in the length of the run.
std::optional<RunSpeed> speedOf(const Run &run);

} // namespace paceline
