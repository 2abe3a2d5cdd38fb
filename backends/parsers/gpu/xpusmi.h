// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// Intel's `xpu-smi`: `dump` (CSV, one row per device and time), `discovery` and `stats` as JSON (-j) or as boxes.
/// Memory utilization is that of the tool: used of all. A tile's row says so in TileId. The first sample of a dump has
/// utilizations that are not available. Errors: Malformed (none of these).
Result<GpuReport> parseXpuSmi(QByteArrayView text);

} // namespace paceline
