// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/entity.h"

namespace paceline {

Entities nodeEntities(const std::vector<NodeName> &nodes)
{
    std::vector<Entity> entities;
    entities.reserve(nodes.size());
    for (const NodeName &node : nodes)
        entities.push_back({.node = node});
    return std::make_shared<const std::vector<Entity>>(std::move(entities));
}

} // namespace paceline
