// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <memory>

namespace paceline {

/// A queue for tests: jobs made by a few words.
inline std::shared_ptr<Job> makeJob(quint32 id, const char *name, const char *user, JobState state)
{
    auto job = std::make_shared<Job>();
    job->id = JobId{id};
    job->displayId = QString::number(id);
    job->name = QString::fromUtf8(name);
    job->user = QString::fromUtf8(user);
    job->partition = QStringLiteral("gpu");
    job->state = state;
    job->numNodes = 1;
    return job;
}

inline std::shared_ptr<Job> makeTask(quint32 id, quint32 array, const char *task, JobState state)
{
    auto job = makeJob(id, "sweep", "alice", state);
    job->arrayJobId = array;
    job->arrayTask = QString::fromUtf8(task);
    job->displayId = state == JobState::Pending ? QStringLiteral("%1_[%2]").arg(array).arg(job->arrayTask)
                                                : QStringLiteral("%1_%2").arg(array).arg(job->arrayTask);
    return job;
}

inline std::shared_ptr<const JobList> makeQueue(std::vector<std::shared_ptr<const Job>> jobs)
{
    auto list = std::make_shared<JobList>();
    list->jobs = std::move(jobs);
    list->takenMs = 1'700'000'000'000;
    return list;
}

} // namespace paceline
