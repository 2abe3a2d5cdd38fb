// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/gpu.h"
#include "backends/domain/metric.h"

#include <utility>
#include <vector>

namespace paceline {

/// A metric of the catalogue and its value, kMissing where the tool did not tell it.
using GpuReading = std::pair<const char *, float>;

enum class GpuToolKind {
    State,  ///< what the driver says: use, memory, power, heat, clocks
    Profile ///< what DCGM counts on the chip
};

/// What one row of a tool says in the catalogue's metrics and units.
std::vector<GpuReading> gpuReadings(const GpuSample &sample, GpuToolKind kind);

} // namespace paceline
