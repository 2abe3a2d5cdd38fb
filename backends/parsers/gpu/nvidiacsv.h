// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// `nvidia-smi --query-gpu=... --format=csv[,noheader][,nounits]`, drivers 4xx to 59x. Columns by the header; without
/// one by fields (the argument of --query-gpu), by a first line "$ nvidia-smi --query-gpu=...", else by what cells look
/// like (UUID, PCI address, index, bits of the clocks), the rest being column_N. A short row has gaps at its end; a
/// line that is no row is in errors. Errors: Malformed (nothing that nvidia-smi prints).
Result<GpuReport> parseNvidiaQuery(QByteArrayView text, const QByteArray &fields = {});

/// `nvidia-smi --query-compute-apps=... --format=csv` (also accounted apps), with or without header. A name may hold
/// the separator. No process is a value. Errors: Malformed.
Result<GpuReport> parseNvidiaApps(QByteArrayView text, const QByteArray &fields = {});

} // namespace paceline
