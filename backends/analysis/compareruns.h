// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/runcomparison.h"
#include "backends/store/run.h"

namespace paceline {

/// metric: the curve to compare. Empty when the runs share no step of it. Reads 32 chunks of a long run, not all of it.
std::optional<RunComparison> compareRuns(const Run &run, const Run &reference, const QString &metric);

} // namespace paceline
