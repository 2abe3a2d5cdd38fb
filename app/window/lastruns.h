// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"
#include "backends/domain/job.h"
#include "backends/store/run.h"

#include <QHash>
#include <QObject>
#include <memory>

namespace paceline {

class History;

/// For each job the run of the last finished job with its name and user, as the history kept it. GUI thread; asks the
/// history once for each job, and nothing without one.
class LastRuns : public QObject
{
    Q_OBJECT
public:
    struct Last
    {
        JobId job;
        std::shared_ptr<const Run> run; ///< null: none is known (yet)
    };
    LastRuns(History *history, ClusterId cluster, QObject *parent);

    /// What is known of it; asks when it is wanted for the first time. recalled() follows where there is one.
    Last of(const Job &job);

signals:
    void recalled(paceline::JobId job);

private:
    History *m_history;
    ClusterId m_cluster;
    QHash<JobId, Last> m_last;
};

} // namespace paceline
