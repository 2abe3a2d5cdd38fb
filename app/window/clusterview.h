// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/clustersession.h"
#include "app/window/clusterdata.h"
#include "app/window/clusterpages.h"
#include "app/window/nodejobs.h"
#include "backends/domain/publishedrate.h"

#include <QPointer>
#include <QStackedWidget>

namespace paceline {

class BaselineLibrary;
class BaselinesDesk;
class BenchmarkDesk;
class ClusterMapPage;
class CurvesPage;
class History;
class LastRuns;
class JobPage;
class LoginDialogs;
class NodePage;
class ScalingDesk;
class ScalingPage;
class OverviewPage;
class Settings;

/// All pages of one cluster: feeds them from its session and turns their intents into calls. GUI thread; owned by the
/// window.
class ClusterView : public QStackedWidget
{
    Q_OBJECT
public:
    /// All that it is given outlives it; history and benchmarks may be null.
    ClusterView(const HostSpec &spec, Settings &settings, History *history, BaselineLibrary &baselines,
                QWidget *parent = nullptr, BenchmarkDesk *benchmarks = nullptr);
    ~ClusterView() override;

    ClusterSession &session() { return *m_session; }
    const ClusterSession &session() const { return *m_session; }
    const ClusterData &data() const { return m_data; }
    QString host() const { return m_session->spec().host; }
    OverviewPage &overview() { return *m_overview; }
    JobPage *jobPage(JobId job) const { return m_jobPages.value(job); }
    /// Null until the map was opened.
    ClusterMapPage *mapPage() const { return m_map; }
    /// Null until curves were opened.
    CurvesPage *curvesPage() const { return m_curves; }
    /// The view that is in front; none while it is a page of a job.
    std::optional<ClusterPage> currentPage() const;
    /// The job whose page is in front; number 0 on a view of the cluster.
    JobId currentJob() const;
    /// Jobs with a page in order of opening, then those that are watched without one.
    QList<JobId> sidebarJobs() const;
    /// The host as the user named it.
    QString title() const;
    Verdict verdict() const;
    Verdict verdict(JobId job) const;

    void showPage(ClusterPage page);
    void showOverview() { showPage(ClusterPage::Overview); }
    /// Keeps a watched job's speed as a baseline of one's own; false while its log tells none.
    bool saveAsBaseline(JobId job);
    void openJob(JobId job);
    /// All curves of the job; goBack() returns to its page.
    void openCurves(JobId job);
    /// Everything of one node; goBack() returns to the page before.
    void openNode(const NodeName &node);
    /// Null until a node was opened.
    NodePage *nodePage() const { return m_node; }
    /// From the curves to their job, from a node to where it was opened, else to the overview.
    void goBack();
    /// Of the page in front, where it has one.
    void focusFilter();
    void closeJob(JobId job);
    void setWatched(JobId job, bool watched);
    /// Counts as a viewer only while the window can be seen.
    void setWindowSeen(bool seen);
    void saveState();

    /// The log of the job in front; null where there is none.
    std::shared_ptr<const LogText> currentLog() const;

signals:
    /// See LogView.
    void curveOfNumberRequested(const QByteArray &line, qsizetype fromEnd);
    void patternsRequested();
    /// Anything that the sidebar, the status bar or the title show.
    void summaryChanged();
    void jobOpened(paceline::JobId job);
    void connectRequested();
    void errorDetailRequested(const paceline::Error &error);
    void copyRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void take(const ChangeSet &changes);
    void takeConnection(const ConnectionState &state);
    void feed(JobPage &page, JobId job);
    void wireBaselines();
    void feedBenchmark(JobPage &page, JobId job);
    void chooseBenchmark(JobId job, const BenchmarkChoice &choice);
    BenchmarkView benchmarkOf(JobId job) const;
    JobPage *makeJobPage(JobId job);
    CurvesPage *makeCurvesPage();
    void feedCurves(JobId job);
    NodePage *makeNodePage();
    void makeScalingPage();
    void makeBaselinesPage();
    void feedNode(const NodeName &node);
    bool isNodeShown() const;
    /// One's own jobs on the node that is shown: their counters are read.
    QSet<JobId> jobsOfNode();
    ClusterMapPage *makeMapPage();
    void wireOverview();
    void updateInterest();
    std::optional<qint64> staleSince() const;

    Settings &m_settings;
    ClusterSession *m_session;
    LastRuns *m_lastRuns;
    History *m_history;
    BenchmarkDesk *m_benchmarks;
    BaselineLibrary &m_baselineLibrary;
    ClusterData m_data;
    std::vector<Metric> m_metrics;
    OverviewPage *m_overview;
    ClusterMapPage *m_map = nullptr;
    NodeJobs m_nodeJobs;
    CurvesPage *m_curves = nullptr; ///< of one job at a time
    ScalingPage *m_scaling = nullptr;
    ScalingDesk *m_scalingDesk = nullptr; ///< feeds it
    BaselinesDesk *m_baselines = nullptr; ///< with its page
    NodePage *m_node = nullptr;           ///< of one node at a time
    QPointer<QWidget> m_beforeNode;       ///< the page that it was opened from
    LoginDialogs *m_logins;
    QMap<JobId, JobPage *> m_jobPages;
    QList<JobId> m_openJobs;
    QSet<JobId> m_watched; ///< jobs that go on being read although their page is not in front
    bool m_windowSeen = true;
};

} // namespace paceline
