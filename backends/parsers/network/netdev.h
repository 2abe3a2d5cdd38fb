// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/counters.h"

#include <QByteArrayView>

namespace paceline {

/// /proc/net/dev. Counters under the names that /sys/class/net/*/statistics gives them (rx_packets, tx_errors,
/// collisions); columns by the second header line, so that new ones are kept. Errors: Malformed (no header).
Result<CounterReport> parseNetDev(QByteArrayView text);

} // namespace paceline
