// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <vector>

namespace paceline {

/// Exponential moving average with debias (Kingma and Ba 2014, the correction of Adam's moments; as TensorBoard draws
/// it). weight in [0, 1): 0 leaves the points as they are. One value a column: where a column holds more than one
/// point, its first and last are averaged before, so that extremes do not pull the line. A point that is not finite
/// breaks the line and starts anew.
std::vector<CurvePoint> smoothed(const std::vector<CurvePoint> &points, double weight, double columnWidth);

} // namespace paceline
