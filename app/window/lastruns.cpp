// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lastruns.h"

#include "backends/core/whenfinished.h"
#include "backends/history/history.h"
#include "backends/store/runfiles.h"

namespace paceline {

LastRuns::LastRuns(History *history, ClusterId cluster, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_cluster(std::move(cluster))
{
}

LastRuns::Last LastRuns::of(const Job &job)
{
    const auto known = m_last.constFind(job.id);
    if (known != m_last.constEnd() || !m_history)
        return known == m_last.constEnd() ? Last{} : *known;
    m_last.insert(job.id, {});
    // An error is told by the session that keeps runs in the same history.
    whenFinished(m_history->lastFinished(m_cluster, job.name, job.user, job.id), this,
                 [this, id = job.id](const Result<std::optional<SavedRun>> &saved) {
                     if (!saved || !*saved)
                         return;
                     const auto run = RunFiles::join((*saved)->run, (*saved)->files);
                     if (!run || run->size() == 0)
                         return;
                     m_last.insert(id, {(*saved)->key.job, run});
                     emit recalled(id);
                 });
    return {};
}

} // namespace paceline
