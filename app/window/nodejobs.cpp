// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/nodejobs.h"

#include "backends/parsers/hostlist.h"

namespace paceline {

std::vector<std::shared_ptr<const Job>> jobsOn(const JobList &jobs, const NodeName &node)
{
    std::vector<std::shared_ptr<const Job>> found;
    for (const auto &job : jobs.jobs) {
        const bool holdsNodes = job->state != JobState::Pending && !isFinished(job->state);
        if (!holdsNodes || job->nodeList.isEmpty())
            continue;
        if (job->nodeList == node.value) {
            found.push_back(job);
            continue;
        }
        if (!job->nodeList.contains(QLatin1Char('[')) && !job->nodeList.contains(QLatin1Char(',')))
            continue;
        const auto names = expandHostList(job->nodeList);
        if (names && names->contains(node.value))
            found.push_back(job);
    }
    return found;
}

} // namespace paceline
