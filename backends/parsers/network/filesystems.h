// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/counters.h"

#include <QByteArrayView>

namespace paceline {

/// /proc/self/mountstats: one row per mount that has statistics (NFS). Bytes are those that the server sent and got,
/// operations those of READ and WRITE; the other numbers of bytes: are kept as normal_read_bytes and so on. Mounts
/// without statistics are no rows. Errors: Malformed (no line "device ... mounted on").
Result<CounterReport> parseMountStats(QByteArrayView text);

/// Lustre clients' llite.*.stats, alone, as `lctl get_param` prints them, or as a dump of files. Bytes are the sums of
/// read_bytes and write_bytes, operations their samples; what was never done is not told. Other operations are kept as
/// their samples. Errors: Malformed (no counter).
Result<CounterReport> parseLustre(QByteArrayView text);

} // namespace paceline
