// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"

#include <QByteArrayView>

namespace paceline {

/// Gaudi's `hl-smi -Q ... -f csv[,noheader][,nounits]` (fields as for nvidia-query) and its table. Rows come in the
/// order of PCI addresses; an idle card shows about 15 %. Errors: Malformed (neither).
Result<GpuReport> parseHlSmi(QByteArrayView text, const QByteArray &fields = {});

} // namespace paceline
