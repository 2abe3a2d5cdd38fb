// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/node.h"

#include <vector>

namespace paceline {

/// Partition and feature: nodes with the same set of them, so that each node stands in one group only. Name: see
/// groupByName.
enum class NodeGrouping { Partition, Name, Feature, State, None };
/// Within a group: by name, or what needs a look first.
enum class NodeOrder { Name, Attention };

struct NodeGroup
{
    QString title;          ///< as the cluster names it, not yet safe to show; empty: all nodes
    std::vector<int> nodes; ///< places in the list of nodes

    friend bool operator==(const NodeGroup &, const NodeGroup &) = default;
};

/// Every node in one group. Groups in natural order of their titles, by state the worst first.
std::vector<NodeGroup> groupNodes(const NodeList &nodes, NodeGrouping grouping, NodeOrder order = NodeOrder::Name);

/// Whether the groups of one list hold for the other, too, so that values change in place. Quick where nodes are
/// shared.
bool isGroupedAlike(const NodeList &before, const NodeList &after, NodeGrouping grouping, NodeOrder order);

} // namespace paceline
