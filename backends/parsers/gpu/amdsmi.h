// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"
#include "backends/parsers/cells.h"

#include <QByteArrayView>

namespace paceline {

/// `amd-smi` alone, and with metric, monitor, static, list and process of ROCm 6 and 7, as text, --csv or --json (a
/// list, or an object with gpu_data). Leaves without a key of their own are kept under their path in lower case
/// ("power.gfx_voltage"). MB are MiB. Errors: Malformed (none of these).
Result<GpuReport> parseAmdSmi(QByteArrayView text);

/// One GPU, or one partition of it, from cells under their paths.
GpuSample amdSample(std::vector<Cell> cells);

/// One process from cells under their paths.
GpuProcess amdProcess(const std::vector<Cell> &cells);

/// The indented text, and the table of `amd-smi monitor`. Adds to report what lines hold.
void readAmdText(const QList<QByteArray> &lines, GpuReport &report);

} // namespace paceline
