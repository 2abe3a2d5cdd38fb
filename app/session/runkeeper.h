// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/history/history.h"

#include <QHash>
#include <QObject>

namespace paceline {

/// Between the ingest of one cluster and the history: brings a job's saved run back before its log is followed, and
/// hands on what grows. Without a history every job is ready at once and nothing is kept. Lives on the ingest thread;
/// owned by Ingest. history and clock outlive it.
class RunKeeper : public QObject
{
    Q_OBJECT
public:
    RunKeeper(History *history, ClusterId cluster, const Clock &clock, QObject *parent);
    ~RunKeeper() override;

    /// Whether the job's log may be followed. If not, recalled() says when; it is asked for once.
    bool isReady(JobId job);
    void keep(const std::vector<std::shared_ptr<const JobSnapshot>> &jobs);
    /// Something that the user told about the job's run, kept with it.
    void remember(JobId job, const QString &name, const QString &value);
    /// Nobody watches the job any more.
    void forget(JobId job);

signals:
    /// The history answered; saved is empty where it knows no run of the job, or could not be read.
    void recalled(paceline::JobId job, const std::optional<paceline::SavedRun> &saved);
    /// What the user told about the job's run before; after recalled(), where there is something.
    void remembered(paceline::JobId job, const QMap<QString, QString> &told);
    /// Saving failed, or works again.
    void problemTold(const paceline::Problem &problem);

private:
    void recall(JobId job, const Result<std::optional<SavedRun>> &saved);
    void tell(std::optional<Error> error);

    enum class State { Asked, Ready };
    History *m_history;
    ClusterId m_cluster;
    const Clock &m_clock;
    quint64 m_token;
    QHash<JobId, State> m_jobs;
    std::optional<Error> m_error;
};

} // namespace paceline
