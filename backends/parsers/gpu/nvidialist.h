// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi -L`: index, name and UUID of each GPU, and below it its MIG instances: name is the profile
/// ("1g.10gb"), index counts them on their GPU. Errors: Malformed (no GPU and no complaint).
Result<GpuReport> parseNvidiaList(QByteArrayView text);

} // namespace paceline
