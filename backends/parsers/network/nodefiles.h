// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/counters.h"

#include <QByteArrayView>

namespace paceline {

/// /proc/pressure/*, alone or as a dump of files; a lone file's resource is resource. A kernel with psi=0 says
/// "Operation not supported", which is in errors. Errors: Malformed (no line of pressure).
Result<CounterReport> parsePressure(QByteArrayView text, const QString &resource = {});

/// Cray EX's /sys/cray/pm_counters as a dump of files: "85 W", "85 W 1732199880123456 us", bare numbers. A file without
/// a number has no reading. Errors: Malformed (no such file).
Result<CounterReport> parseCrayPower(QByteArrayView text);

} // namespace paceline
