// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/columncodec.h"
#include "backends/store/run.h"

namespace paceline {

/// What a run's builder knows, as bytes.
QByteArray packMemory(ColumnCodec &codec, const RunMemory &memory);
/// Error: Malformed.
Result<RunMemory> unpackMemory(ColumnCodec &codec, QByteArrayView bytes);

} // namespace paceline
