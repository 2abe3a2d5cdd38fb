// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/node.h"

#include <QString>

namespace paceline::cli {

/// The base state in Slurm's capitals: "IDLE", "UNKNOWN".
QString nodeStateWord(NodeState state);
/// "controller_down" and so on: a name for an error kind that scripts may rely on.
QString errorKindName(ErrorKind kind);

} // namespace paceline::cli
