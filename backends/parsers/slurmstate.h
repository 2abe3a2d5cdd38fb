// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"
#include "backends/domain/node.h"

#include <QByteArrayView>

namespace paceline {

struct JobStateWords
{
    JobState state = JobState::Unknown;
    QStringList flags;
};

/// "RUNNING", "COMPLETING", "CANCELLED by 3001", "CANCELLED+COMPLETING", "PD": a base state, a flag printed in its
/// stead, or both. A flag alone gives the base state that it implies (CONFIGURING: Running, REQUEUED: Pending). Unknown
/// words become flags.
JobStateWords parseJobState(QByteArrayView text);

struct NodeStateWords
{
    NodeState state = NodeState::Unknown;
    QStringList flags;
};

/// "IDLE+DRAIN", "MIXED+PLANNED", "DOWN*", "idle~", "mix-", "drained": the base state and the flags in capitals,
/// suffixes included.
NodeStateWords parseNodeState(QByteArrayView text);

/// The base state in Slurm's capitals, for machine-readable output: "RUNNING", "NODE_FAIL".
QString jobStateWord(JobState state);

} // namespace paceline
