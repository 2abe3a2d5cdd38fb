// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/namedvalue.h"

#include <QStringList>

namespace paceline {

/// Counters of one port of a network device since it came up. others hold the kernel's own counters and attributes.
struct PortCounters
{
    QString host; ///< where one dump holds several hosts
    QString device;
    std::optional<qint64> port;
    QString state; ///< "ACTIVE", "DOWN", "up"
    std::optional<double> rateGbps;
    std::optional<quint64> sentBytes, receivedBytes;
    std::vector<NamedValue> others;
};

/// Counters of one mounted file system on this client since it was mounted.
struct FileSystemCounters
{
    QString fileSystem; ///< mount point, or the name of a Lustre file system
    QString device, type;
    std::optional<quint64> readBytes, writtenBytes, reads, writes;
    std::vector<NamedValue> others;
};

/// One line of /proc/pressure/*: shares of time in percent, total in microseconds.
struct PressureLine
{
    QString resource; ///< "cpu", "io", "memory"; empty where the output does not say
    QString kind;     ///< "some" or "full"
    QString cgroup;   ///< whose it is; empty for the whole node
    std::optional<double> avg10, avg60, avg300;
    std::optional<quint64> totalUs;
};

/// The readings of one node's power counters, as numbers, and their units.
struct NodePower
{
    QString host;
    std::vector<NamedValue> readings, units;
    std::optional<quint64> timeUs; ///< of the latest reading that carries one
};

/// What one output about network, file systems or the node amounts to. errors are lines that are no reading.
struct CounterReport
{
    std::vector<PortCounters> ports;
    std::vector<FileSystemCounters> fileSystems;
    std::vector<PressureLine> pressure;
    std::vector<NodePower> power;
    QStringList errors;

    bool hasRows() const { return !ports.empty() || !fileSystems.empty() || !pressure.empty() || !power.empty(); }
};

} // namespace paceline
