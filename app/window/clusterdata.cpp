// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/clusterdata.h"

#include <algorithm>

namespace paceline {

void ClusterData::take(const ChangeSet &changes)
{
    if (changes.jobs)
        jobs = changes.jobs;
    if (changes.nodes)
        nodes = changes.nodes;
    for (const auto &snapshot : changes.watched)
        watched.insert(snapshot->job, snapshot);
    if (changes.problems)
        problems = *changes.problems;
    if (changes.cost)
        cost = changes.cost;
    if (!changes.userName.isEmpty())
        userName = changes.userName;
    if (!changes.clusterName.isEmpty())
        clusterName = changes.clusterName;
    if (!changes.slurmVersion.isEmpty())
        slurmVersion = changes.slurmVersion;
}

std::shared_ptr<const Job> ClusterData::job(JobId id) const
{
    if (id.number == 0)
        return {};
    // A detail is newer than the queue only when the job has left it.
    if (jobs) {
        const auto it =
            std::find_if(jobs->jobs.begin(), jobs->jobs.end(), [id](const auto &job) { return job->id == id; });
        if (it != jobs->jobs.end())
            return *it;
    }
    const auto snapshot = watched.value(id);
    if (snapshot && snapshot->detail)
        return std::shared_ptr<const Job>(snapshot->detail, &snapshot->detail->job);
    return {};
}

} // namespace paceline
