// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/node.h"

#include <algorithm>

namespace paceline {

bool Node::isUsable() const
{
    if (state == NodeState::Down || state == NodeState::Error || state == NodeState::Future)
        return false;
    static const QStringList kOut = {QStringLiteral("DRAIN"),       QStringLiteral("FAIL"),
                                     QStringLiteral("MAINTENANCE"), QStringLiteral("NOT_RESPONDING"),
                                     QStringLiteral("INVALID_REG"), QStringLiteral("POWERING_DOWN")};
    return std::none_of(flags.begin(), flags.end(), [](const QString &flag) { return kOut.contains(flag); });
}

static void count(Partition &p, const Node &node)
{
    ++p.nodes;
    p.gpus += node.gpus;
    p.cpus += node.cpus;
    if (!node.isUsable())
        return;
    ++p.nodesUsable;
    if (node.state == NodeState::Idle)
        ++p.nodesIdle;
    p.gpusFree += std::max(0, node.gpus - node.gpusAlloc.value_or(0));
    p.cpusFree += std::max(0, node.cpus - node.cpusAlloc);
}

std::vector<Partition> summarizePartitions(const NodeList &nodes, const QString &defaultPartition)
{
    QMap<QString, Partition> byName;
    for (const auto &node : nodes.nodes) {
        for (const QString &name : node->partitions)
            count(byName[name], *node);
    }
    std::vector<Partition> partitions;
    for (auto it = byName.begin(); it != byName.end(); ++it) {
        it->name = it.key();
        it->isDefault = it.key() == defaultPartition;
        partitions.push_back(*it);
    }
    return partitions;
}

} // namespace paceline
