// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/publishedrate.h"
#include "backends/domain/verdict.h"
#include "backends/store/snapshot.h"

#include <vector>

namespace paceline {

/// How a job stands: state, training, throughput, forecast, nodes, and what keeps us from knowing more. Either pointer
/// may be null. clusterProblems: those of the change set, which tell stale data from a silent job. published: what to
/// compare its throughput with; may be null. O(1) in the length of the run.
Verdict judgeJob(const Job *job, const JobSnapshot *snapshot, qint64 nowMs,
                 const std::vector<Problem> &clusterProblems = {}, const PublishedRate *published = nullptr);

/// How a node stands: what Slurm says of it, and what the counters of the watched jobs say of it and of its GPUs. jobs:
/// how many run on it. A null node is not known.
Verdict judgeNode(const Node *node, int jobs, const std::vector<std::shared_ptr<const JobSnapshot>> &watched,
                  qint64 nowMs);

/// How a cluster stands for one user. Null lists: nothing came yet. An empty user counts all jobs.
Verdict judgeCluster(const JobList *jobs, const NodeList *nodes, const QString &user, qint64 nowMs,
                     const std::vector<Problem> &problems = {});

} // namespace paceline
