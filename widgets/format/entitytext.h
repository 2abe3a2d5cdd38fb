// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/entity.h"

namespace paceline {

/// Whom a counter is of, in at most `length` characters: "gpu07", "gpu07 · GPU 3", "gpu07 · mlx5_0/1".
QString entityText(const Entity &entity, int length);
/// The same as short as it can be told: "gpu07/3".
QString shortEntityText(const Entity &entity, int length);
/// The same within its node: "GPU 3"; the node's own name where the entity is the node.
QString partText(const Entity &entity, int length);

} // namespace paceline
