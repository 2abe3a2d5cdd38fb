// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/counters.h"

#include <QHash>

namespace paceline {

/// Ports in the order in which they were first named.
class PortTable
{
public:
    PortCounters &at(const QString &host, const QString &device, std::optional<qint64> port);
    std::vector<PortCounters> &ports() { return m_ports; }

private:
    std::vector<PortCounters> m_ports;
    QHash<QString, std::size_t> m_index;
};

/// "4: ACTIVE" and "PORT_ACTIVE (4)" are "ACTIVE".
QString stateWord(const QByteArray &text);

/// Gbit/s of "200 Gb/sec (4X HDR)", "400 Gb/s", ibstat's "100", Slingshot's "BS_200G".
std::optional<double> rateOf(const QByteArray &text);

/// A counter among others, absent where it is missing or no number.
std::optional<quint64> counterOf(const PortCounters &port, const char *name);

} // namespace paceline
