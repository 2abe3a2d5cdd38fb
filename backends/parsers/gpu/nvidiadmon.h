// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi dmon` (GPUs) and `nvidia-smi pmon` (processes), in any choice and order of columns, with -o DT, and with
/// --format csv; told apart by the column pid. Columns by the last header line above the row; those without a key of
/// their own keep dmon's name. pmon's row for a GPU without a process has no pid. dmon's MB are MiB.
/// Errors: Malformed (no header line).
Result<GpuReport> parseNvidiaDmon(QByteArrayView text);

} // namespace paceline
