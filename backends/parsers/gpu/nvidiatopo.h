// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi topo -m`: one row per GPU and NIC, the way to each other device as the tool names it ("NV12", "PIX",
/// "X" to itself), affinities under the names of their columns, and NICs' names from the legend.
/// Errors: Malformed (no header with GPU0, mlx5_0 or the like).
Result<GpuReport> parseNvidiaTopology(QByteArrayView text);

} // namespace paceline
