// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

enum class NodeState { Idle, Mixed, Allocated, Down, Error, Future, Unknown };

/// One compute node as `scontrol -o show nodes` tells it. What a version does not print is absent.
struct Node
{
    NodeName name;
    NodeState state = NodeState::Unknown;
    QString stateText; ///< "IDLE+DRAIN", as printed
    QStringList flags; ///< DRAIN, NOT_RESPONDING, PLANNED, COMPLETING, POWERED_DOWN ... in capitals
    int cpus = 0;
    int cpusAlloc = 0;
    std::optional<double> cpuLoad;
    qint64 memoryMiB = 0;
    std::optional<qint64> allocMemoryMiB, freeMemoryMiB;
    int gpus = 0;
    std::optional<int> gpusAlloc; ///< from AllocTRES or GresUsed; absent where neither is told
    QMap<QString, int> gpuTypes;
    QStringList partitions;
    QStringList features;
    QString reason;   ///< without the trailing [user@time]
    QString reasonBy; ///< "user@time", or empty
    QString version;

    bool hasFlag(const char *flag) const { return flags.contains(QLatin1String(flag)); }
    /// Takes new work: not down, drained, reserved for maintenance, or powered off for good.
    bool isUsable() const;

    friend bool operator==(const Node &, const Node &) = default;
};

struct NodeList
{
    std::vector<std::shared_ptr<const Node>> nodes;
    qint64 takenMs = 0;
    int badRows = 0;
    QString defaultPartition; ///< empty where not told
};

/// Sums over the nodes of one partition.
struct Partition
{
    QString name;
    bool isDefault = false;
    int nodes = 0, nodesIdle = 0, nodesUsable = 0;
    int gpus = 0, gpusFree = 0; ///< free: on usable nodes only
    int cpus = 0, cpusFree = 0;

    friend bool operator==(const Partition &, const Partition &) = default;
};

/// Partitions in order of name, counted from the nodes. defaultPartition may be empty.
std::vector<Partition> summarizePartitions(const NodeList &nodes, const QString &defaultPartition = {});

} // namespace paceline
