// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi nvlink` with -gt d or r, -g 0, -s, -e, -c: one value per link of a GPU. "Data Tx: 26737 KiB" and the
/// older "Tx0: 24 KBytes, Rx0: ..." are bytes since boot; whatever else a link says is kept under its own name, and
/// "<inactive>" as state. Sentences ("... not supported for Devices in MIG mode") are errors that name the GPU.
/// Errors: Malformed (neither a GPU nor a link nor a sentence).
Result<GpuReport> parseNvlink(QByteArrayView text);

} // namespace paceline
