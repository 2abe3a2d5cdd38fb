// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/clusterdata.h"
#include "backends/analysis/ownscaling.h"
#include "backends/analysis/scaling.h"
#include "backends/domain/baselineset.h"
#include "backends/history/savedrun.h"
#include "widgets/models/scalingline.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace paceline {

class BaselineLibrary;
class History;
class ScalingPage;
class Settings;

/// Feeds the scaling page of one cluster: one's own lines from past and running jobs, published ones from the
/// catalogue. Laws are fitted on threads of the pool. GUI thread; owned by the cluster's view, all others outlive it.
class ScalingDesk : public QObject
{
    Q_OBJECT
public:
    ScalingDesk(ScalingPage &page, Settings &settings, History *history, const ClusterId &cluster,
                BaselineLibrary &library, QObject *parent);

    /// What runs now; looked at only while the page is shown.
    void take(const ClusterData &data);
    /// The page came into sight.
    void show();

    /// A running or ended job as a point; none while its log tells no speed, or Slurm no scale.
    static std::optional<OwnRun> ownRun(const Job &job, const JobSnapshot &snapshot);
    static std::optional<OwnRun> ownRun(const SavedRunEntry &entry);

private:
    void loadPast();
    void takeCatalogue();
    void saveJobs(const std::vector<JobId> &jobs);
    void setBenchmarks();
    void build();
    std::vector<ScalingLine> ownLines() const;
    std::vector<ScalingLine> publishedLines() const;
    /// scales: to be foretold beside those that a curve needs.
    static ScalingLine analysed(ScalingLine line, const std::vector<double> &scales);

    ScalingPage &m_page;
    Settings &m_settings;
    History *m_history;
    ClusterId m_cluster;
    BaselineLibrary &m_library;
    std::vector<OwnRun> m_past, m_running;
    QString m_benchmark;
    QSet<JobId> m_out; ///< jobs that the user took out of their line
    std::vector<double> m_scales;
    quint64 m_turn = 0; ///< an older answer is stale
    QTimer m_rebuild;   ///< many changes, one building
};

} // namespace paceline
