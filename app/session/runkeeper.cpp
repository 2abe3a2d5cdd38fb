// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/runkeeper.h"

#include "backends/core/whenfinished.h"

namespace paceline {

RunKeeper::RunKeeper(History *history, ClusterId cluster, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_cluster(std::move(cluster))
    , m_clock(clock)
    , m_token(History::newToken())
{
    if (!m_history)
        return;
    connect(m_history, &History::failed, this, [this](const Error &error) { tell(error); });
    connect(m_history, &History::recovered, this, [this] { tell(std::nullopt); });
}

RunKeeper::~RunKeeper()
{
    for (auto job = m_jobs.keyBegin(); m_history && job != m_jobs.keyEnd(); ++job)
        m_history->release(m_cluster, m_token, *job);
}

bool RunKeeper::isReady(JobId job)
{
    if (!m_history)
        return true;
    const auto known = m_jobs.constFind(job);
    if (known != m_jobs.constEnd())
        return *known == State::Ready;
    m_jobs.insert(job, State::Asked);
    whenFinished(m_history->load({m_cluster, job}, m_token), this,
                 [this, job](const Result<std::optional<SavedRun>> &saved) { recall(job, saved); });
    return false;
}

void RunKeeper::recall(JobId job, const Result<std::optional<SavedRun>> &saved)
{
    const auto known = m_jobs.find(job);
    if (known == m_jobs.end() || *known == State::Ready)
        return;
    *known = State::Ready;
    if (!saved)
        tell(saved.error());
    emit recalled(job, saved.value_or(std::nullopt));
    whenFinished(m_history->corrections({m_cluster, job}), this, [this, job](const auto &told) {
        if (told && !told->isEmpty())
            emit remembered(job, *told);
    });
}

void RunKeeper::remember(JobId job, const QString &name, const QString &value)
{
    if (m_history) // a failure of saving is told by the next save of the run
        (void)m_history->correct({m_cluster, job}, name, value);
}

void RunKeeper::keep(const std::vector<std::shared_ptr<const JobSnapshot>> &jobs)
{
    for (const auto &job : jobs) {
        if (m_jobs.value(job->job, State::Asked) == State::Ready)
            m_history->save(m_cluster, m_token, job);
    }
}

void RunKeeper::forget(JobId job)
{
    if (m_jobs.remove(job))
        m_history->release(m_cluster, m_token, job);
}

void RunKeeper::tell(std::optional<Error> error)
{
    // To a person the one matters, and why the others happened is told by their text.
    if (error && error->kind != ErrorKind::DiskFull)
        error->kind = ErrorKind::HistoryUnusable;
    if (m_error == error)
        return;
    const Error was = m_error.value_or(Error{});
    m_error = error;
    emit problemTold({Problem::Subject::History, JobId{}, error.value_or(was), m_clock.nowMs(), !error});
}

} // namespace paceline
