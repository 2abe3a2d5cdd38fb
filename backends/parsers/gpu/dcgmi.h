// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `dcgmi dmon -e ...` of DCGM 1 to 4: rows of GPUs, instances and whatever else has an entity. Every column is in
/// others under DCGM's short name (activities are 0..1, PCITX and the like bytes/s, TOTEC mJ); utilization, memory,
/// temperature, power and clock fill their members too. Headers may repeat and change. Errors: Malformed (no header).
Result<GpuReport> parseDcgmiDmon(QByteArrayView text);

} // namespace paceline
