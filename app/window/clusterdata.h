// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/verdict.h"
#include "backends/store/snapshot.h"

#include <QMap>

namespace paceline {

/// The newest of everything that one session told: change sets folded into one state. A plain value on the GUI thread.
struct ClusterData
{
    std::shared_ptr<const JobList> jobs;
    std::shared_ptr<const NodeList> nodes;
    QMap<JobId, std::shared_ptr<const JobSnapshot>> watched;
    std::vector<Problem> problems;
    std::optional<ObserverCost> cost;
    QString userName, clusterName, slurmVersion;

    void take(const ChangeSet &changes);
    /// The row of the queue, or what the opened job's own answer says when it has left the queue. Null when neither is
    /// known.
    std::shared_ptr<const Job> job(JobId id) const;
};

} // namespace paceline
