// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/gpu.h"
#include "backends/parsers/cells.h"

#include <QByteArrayView>

namespace paceline {

/// `rocm-smi` of ROCm 3 to 7: `--json`, `--csv`, lists ("GPU[0] : GPU use (%): 0"), the concise table, and --showpids.
/// Power is the average or the current one of the socket, whichever the card tells; the second die of an MI250X tells
/// none. The temperature is the edge's, else the junction's. Activity of the memory is its traffic, not how full it is.
/// Errors: Malformed (none of these).
Result<GpuReport> parseRocmSmi(QByteArrayView text);

/// One card of rocm-smi: name is "card0" or "0", the cells carry the tool's own names.
GpuSample rocmSample(const QByteArray &name, std::vector<Cell> cells);

/// One process of --showpids: "PID3903703", "python, 2, 12333932544, 0, 11" (name, GPUs, VRAM, SDMA, compute units).
GpuProcess rocmProcess(const QByteArray &pid, const QByteArray &values);

/// The forms for people. Adds to report what lines hold.
void readRocmText(const QList<QByteArray> &lines, GpuReport &report);

} // namespace paceline
