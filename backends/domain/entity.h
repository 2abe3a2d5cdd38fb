// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <memory>
#include <vector>

namespace paceline {

/// Whom a counter is of: a node, or one part of it. The label is no part of its identity, because the number that a
/// tool gives a GPU may change with every boot.
struct Entity
{
    enum class Kind : quint8 { Node, Gpu, Port, FileSystem };

    NodeName node;
    Kind kind = Kind::Node;
    QString id = {};    ///< Gpu: the text of its GpuId; Port: "mlx5_0/1"; FileSystem: its mount point; Node: empty
    QString label = {}; ///< what tells it from its neighbours on the node: "3"; empty: its id does

    friend bool operator==(const Entity &a, const Entity &b)
    {
        return a.kind == b.kind && a.node == b.node && a.id == b.id;
    }
    friend size_t qHash(const Entity &entity, size_t seed = 0)
    {
        return qHashMulti(seed, entity.node, quint8(entity.kind), entity.id);
    }
};

using Entities = std::shared_ptr<const std::vector<Entity>>;

/// The nodes themselves, in their order.
Entities nodeEntities(const std::vector<NodeName> &nodes);

} // namespace paceline
