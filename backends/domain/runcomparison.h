// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"

#include <optional>

namespace paceline {

/// A run beside another one at the same step.
struct RunComparison
{
    QString metric;
    double step = 0;             ///< where both are read: the newest step that both have reached
    float value = kMissing;      ///< of the run
    float reference = kMissing;  ///< of the other one
    bool referenceEnded = false; ///< the other one came no further than this step
    /// Throughput over the steps that both have, median by median: 1.04 is 4 % faster. Empty where the logs do not tell
    /// it in the same terms.
    std::optional<double> speed;
};

} // namespace paceline
