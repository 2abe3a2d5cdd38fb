// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/nodejobs.h"

#include "backends/parsers/hostlist.h"

namespace paceline {

/// Slurm lists nodes of waiting jobs, too, where it has already chosen some: those are not held.
static bool holdsNodes(const Job &job)
{
    return job.state != JobState::Pending && !isFinished(job.state) && !job.nodeList.isEmpty();
}

void NodeJobs::setQueue(std::shared_ptr<const JobList> jobs)
{
    m_queue = std::move(jobs);
    m_isIndexed = false;
}

void NodeJobs::index()
{
    m_isIndexed = true;
    m_places.clear();
    for (std::size_t i = 0; m_queue && i < m_queue->jobs.size(); ++i) {
        const Job &job = *m_queue->jobs[i];
        if (!holdsNodes(job))
            continue;
        for (const QString &name : expandHostList(job.nodeList).value_or(QStringList()))
            m_places[name].push_back(int(i));
    }
}

std::vector<std::shared_ptr<const Job>> NodeJobs::on(const NodeName &node)
{
    if (!m_isIndexed)
        index();
    std::vector<std::shared_ptr<const Job>> jobs;
    for (const int place : m_places.value(node.value))
        jobs.push_back(m_queue->jobs[std::size_t(place)]);
    return jobs;
}

} // namespace paceline
