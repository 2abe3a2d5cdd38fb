// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/counters.h"

#include <QByteArrayView>

namespace paceline {

/// Ports below /sys/class/infiniband as a dump of its files, as "device|port|state|phys_state|rate|link_layer|..."
/// rows, as `ibstat`, `ibstatus`, `ibv_devinfo`, `perfquery` and `rdma statistic` print them, or as bare rates.
/// port_xmit_data and port_rcv_data count words of 4 bytes; those of counters_ext go before them. Devices that count
/// bytes (EFA: tx_bytes, rx_bytes) are taken as they are. Errors: Malformed (no port).
Result<CounterReport> parseInfiniBand(QByteArrayView text);

/// EFA's counters: the same dump, `rdma statistic`, or `ethtool -S`. Errors: Malformed (no counter).
Result<CounterReport> parseEfa(QByteArrayView text);

/// HPE Slingshot: /sys/class/cxi as a dump of its files ("value@seconds.nanoseconds"), and `cxi_stat`. Bytes are those
/// of hni_sts_*_octets; where a stack has none they are absent. Errors: Malformed (no device).
Result<CounterReport> parseCxi(QByteArrayView text);

} // namespace paceline
