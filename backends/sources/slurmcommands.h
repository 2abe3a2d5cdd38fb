// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/squeue.h"
#include "backends/transport/relay.h"

#include <vector>

namespace paceline {

/// The commands that Paceline gives on a Slurm login node, with their tape keys. Each has 12 s (a hung controller
/// blocks Slurm's tools for 10 s), asks for epoch times and whole array lists, and is not bent by the user's SQUEUE_...
/// settings.
CommandRequest slurmIdentityCommand();                           ///< "identity"; see parseSlurmIdentity
CommandRequest slurmQueueCommand(const SqueueFormat &format);    ///< "squeue"
CommandRequest slurmGpusCommand(const std::vector<JobId> &jobs); ///< "gpus"; many jobs: all that hold resources
CommandRequest slurmNodesCommand();                              ///< "nodes"
CommandRequest slurmJobCommand(JobId job);                       ///< "job N"
CommandRequest slurmHistoryCommand(JobId job);                   ///< "history N": sacct, columns of sacctColumns()

/// Who we are on which cluster. What was not told is empty.
struct SlurmIdentity
{
    QString userName, clusterName, slurmVersion, defaultPartition;
};

SlurmIdentity parseSlurmIdentity(QByteArrayView text);

} // namespace paceline
