// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/clusterview.h"

#include "app/session/settings.h"
#include "app/window/logindialogs.h"
#include "app/window/runreferences.h"
#include "app/window/scalingdesk.h"
#include "backends/analysis/verdict.h"
#include "backends/catalogue/metriccatalogue.h"
#include "widgets/format/durations.h"
#include "widgets/pages/clustermappage.h"
#include "widgets/pages/curvespage.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"
#include "widgets/pages/nodepage.h"
#include "widgets/pages/nodepanes.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/scalingpage.h"

namespace paceline {

static const QString kViewer = QStringLiteral("window"), kCurvesState = QStringLiteral("curves"),
                     kMapState = QStringLiteral("clustermap");

ClusterView::ClusterView(const HostSpec &spec, Settings &settings, History *history, BaselineLibrary &baselines,
                         QWidget *parent, BenchmarkDesk *benchmarks)
    : QStackedWidget(parent)
    , m_settings(settings)
    , m_session(new ClusterSession(spec, this, history))
    , m_lastRuns(new LastRuns(spec.isTaped() ? nullptr : history, spec.clusterId(), this))
    , m_history(history)
    , m_benchmarks(benchmarks)
    , m_baselineLibrary(baselines)
    , m_overview(new OverviewPage(m_session->clock(), this))
    , m_logins(new LoginDialogs(*m_session, this))
{
    if (const auto catalogue = MetricCatalogue::builtIn())
        m_metrics = catalogue->metrics();
    addWidget(m_overview);
    m_overview->restoreState(m_settings.state(QStringLiteral("overview")));
    connect(m_session, &ClusterSession::changed, this, &ClusterView::take);
    connect(m_session, &ClusterSession::connectionChanged, this, &ClusterView::takeConnection);
    connect(m_lastRuns, &LastRuns::recalled, this, [this](JobId job) {
        if (m_curves && m_curves->jobId() == job)
            feedCurves(job);
    });
    wireBaselines();
    wireOverview();
    m_overview->setConnection(m_session->connection(), host());
    m_session->setWatchOwnJobs(m_settings.watchOwnJobs());
    m_session->setCounterBudget(m_settings.counterBytes());
    updateInterest();
}

ClusterView::~ClusterView() = default;

void ClusterView::wireOverview()
{
    connect(m_overview, &OverviewPage::jobOpenRequested, this, &ClusterView::openJob);
    connect(m_overview, &OverviewPage::refreshRequested, m_session, &ClusterSession::refreshQueue);
    connect(m_overview, &OverviewPage::connectRequested, this, &ClusterView::connectRequested);
    connect(m_overview, &OverviewPage::errorDetailRequested, this, &ClusterView::errorDetailRequested);
    connect(m_overview, &OverviewPage::copyRequested, this, &ClusterView::copyRequested);
    connect(m_overview, &OverviewPage::watchRequested, this, &ClusterView::setWatched);
}

void ClusterView::setWatched(JobId job, bool watched)
{
    if (watched)
        m_watched.insert(job);
    else
        m_watched.remove(job);
    m_overview->setWatchedJobs(m_watched);
    updateInterest();
    emit summaryChanged();
}

QList<JobId> ClusterView::sidebarJobs() const
{
    QList<JobId> jobs = m_openJobs;
    for (const JobId job : m_watched) {
        if (!jobs.contains(job))
            jobs.append(job);
    }
    return jobs;
}

QString ClusterView::title() const
{
    return m_session->spec().kind == HostSpec::Kind::Demo ? tr("Demo") : host();
}

void ClusterView::take(const ChangeSet &changes)
{
    const bool hadNodes = m_data.nodes != nullptr;
    m_data.take(changes);
    m_overview->apply(changes);
    if (changes.jobs)
        m_nodeJobs.setQueue(changes.jobs);
    if (m_map && changes.problems)
        m_map->setProblems(*changes.problems);
    if (m_map && changes.nodes)
        m_map->setNodes(changes.nodes);
    if (!hadNodes && changes.nodes)
        updateInterest();
    const bool queueChanged = changes.jobs || changes.nodes || changes.problems;
    QSet<JobId> changed;
    for (const auto &snapshot : changes.watched)
        changed.insert(snapshot->job);
    for (auto it = m_jobPages.cbegin(); it != m_jobPages.cend(); ++it) {
        if (queueChanged || changed.contains(it.key()))
            feed(*it.value(), it.key());
    }
    if (isNodeShown() && (queueChanged || !changed.isEmpty()))
        feedNode(m_node->node());
    if (m_scalingDesk && currentWidget() == m_scaling)
        m_scalingDesk->take(m_data);
    // A watched job of the same name may be the run behind.
    if (m_curves && (queueChanged || !changed.isEmpty()))
        feedCurves(m_curves->jobId());
    emit summaryChanged();
}

void ClusterView::takeConnection(const ConnectionState &state)
{
    m_overview->setConnection(state, host());
    if (m_map)
        m_map->setConnection(state, host());
    for (JobPage *page : std::as_const(m_jobPages))
        page->setStaleSince(staleSince());
    if (m_node)
        m_node->setStaleSince(staleSince());
    if (m_curves)
        feedCurves(m_curves->jobId());
    emit summaryChanged();
}

void ClusterView::feed(JobPage &page, JobId job)
{
    page.setClusterProblems(m_data.problems);
    page.setJob(m_data.job(job));
    if (const auto snapshot = m_data.watched.value(job))
        page.setSnapshot(snapshot);
    feedBenchmark(page, job);
}

std::optional<qint64> ClusterView::staleSince() const
{
    const ConnectionState &state = m_session->connection();
    if (state.phase == ConnectionPhase::Connected || state.phase == ConnectionPhase::Connecting)
        return std::nullopt;
    return state.sinceMs;
}

Verdict ClusterView::verdict() const
{
    return judgeCluster(m_data.jobs.get(), m_data.nodes.get(), m_data.userName, m_session->clock().nowMs(),
                        m_data.problems);
}

Verdict ClusterView::verdict(JobId job) const
{
    const BenchmarkView benchmark = benchmarkOf(job); // as its page says
    return judgeJob(m_data.job(job).get(), m_data.watched.value(job).get(), m_session->clock().nowMs(), m_data.problems,
                    benchmark.rate ? &*benchmark.rate : nullptr);
}

JobId ClusterView::currentJob() const
{
    if (m_curves && currentWidget() == m_curves)
        return m_curves->jobId();
    return m_jobPages.key(qobject_cast<JobPage *>(currentWidget()));
}

std::shared_ptr<const LogText> ClusterView::currentLog() const
{
    const auto snapshot = m_data.watched.value(currentJob());
    return snapshot ? snapshot->log : nullptr;
}

ClusterMapPage *ClusterView::makeMapPage()
{
    auto *page = new ClusterMapPage(m_session->clock(), this);
    page->restoreState(m_settings.state(kMapState));
    page->setJobsOfNode([this](const NodeName &node) {
        return m_nodeJobs.isKnown() ? std::optional(m_nodeJobs.on(node)) : std::nullopt;
    });
    connect(page, &ClusterMapPage::nodeActivated, this, &ClusterView::openNode);
    connect(page, &ClusterMapPage::copyRequested, this, &ClusterView::copyRequested);
    connect(page, &ClusterMapPage::connectRequested, this, &ClusterView::connectRequested);
    connect(page, &ClusterMapPage::stateChanged, this,
            [this, page] { m_settings.setState(kMapState, page->saveState()); });
    page->setConnection(m_session->connection(), host());
    page->setProblems(m_data.problems);
    page->setNodes(m_data.nodes);
    addWidget(page);
    return page;
}

JobPage *ClusterView::makeJobPage(JobId job)
{
    auto *page = new JobPage(this);
    page->setClock(&m_session->clock());
    page->setMetrics(m_metrics);
    page->setStaleSince(staleSince());
    connect(page, &JobPage::curvesRequested, this, [this, job] { openCurves(job); });
    connect(page, &JobPage::benchmarkChosen, this,
            [this, job](const BenchmarkChoice &choice) { chooseBenchmark(job, choice); });
    connect(page->nodes(), &NodePanes::nodeActivated, this, &ClusterView::openNode);
    connect(page->log()->view(), &LogView::curveOfNumberRequested, this, &ClusterView::curveOfNumberRequested);
    connect(page->log()->view(), &LogView::patternsRequested, this, &ClusterView::patternsRequested);
    addWidget(page);
    m_jobPages.insert(job, page);
    m_openJobs.append(job);
    return page;
}

void ClusterView::openJob(JobId job)
{
    JobPage *page = m_jobPages.value(job);
    if (!page)
        page = makeJobPage(job);
    feed(*page, job);
    setCurrentWidget(page);
    updateInterest();
    emit jobOpened(job);
    emit summaryChanged();
}

void ClusterView::closeJob(JobId job)
{
    if (JobPage *page = m_jobPages.take(job)) {
        m_openJobs.removeAll(job);
        removeWidget(page);
        page->deleteLater();
        showOverview();
    }
}

CurvesPage *ClusterView::makeCurvesPage()
{
    auto *page = new CurvesPage(this);
    page->restoreState(m_settings.state(kCurvesState));
    connect(page, &CurvesPage::backRequested, this, &ClusterView::goBack);
    connect(page, &CurvesPage::stateChanged, this,
            [this, page] { m_settings.setState(kCurvesState, page->saveState()); });
    connect(page, &CurvesPage::fileAddRequested, this,
            [this, page](const QString &path) { m_session->addRunFile(page->jobId(), path); });
    connect(page, &CurvesPage::fileReadRequested, this,
            [this, page](const QString &path, bool isRead) { m_session->setRunFileRead(page->jobId(), path, isRead); });
    addWidget(page);
    return page;
}

void ClusterView::feedCurves(JobId job)
{
    const std::optional<qint64> since = staleSince();
    m_curves->setStale(since ? tr("as of %1").arg(formatAge(m_session->clock().nowMs() - *since)) : QString());
    m_curves->setJob(m_data.job(job));
    if (const auto snapshot = m_data.watched.value(job))
        m_curves->setSnapshot(snapshot);
    const auto shown = m_data.job(job);
    m_curves->setReferences(runReferences(m_data, job, shown ? m_lastRuns->of(*shown) : LastRuns::Last{}));
}

void ClusterView::openCurves(JobId job)
{
    if (!m_jobPages.contains(job))
        openJob(job);
    if (!m_curves)
        m_curves = makeCurvesPage();
    if (m_curves->jobId() != job)
        m_curves->setSnapshot(nullptr);
    feedCurves(job);
    setCurrentWidget(m_curves);
    m_curves->setFocus(); // not its first field: y and x are keys
    updateInterest();
    emit summaryChanged();
}

NodePage *ClusterView::makeNodePage()
{
    auto *page = new NodePage(this);
    page->setClock(&m_session->clock());
    page->setMetrics(m_metrics);
    connect(page, &NodePage::backRequested, this, &ClusterView::goBack);
    connect(page, &NodePage::jobActivated, this, &ClusterView::openJob);
    connect(page, &NodePage::copyRequested, this, &ClusterView::copyRequested);
    addWidget(page);
    return page;
}

bool ClusterView::isNodeShown() const
{
    return m_node && currentWidget() == m_node;
}

void ClusterView::feedNode(const NodeName &name)
{
    std::shared_ptr<const Node> node;
    if (m_data.nodes) {
        const auto &nodes = m_data.nodes->nodes;
        const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const auto &n) { return n->name == name; });
        node = at == nodes.end() ? nullptr : *at;
    }
    m_node->setNode(name, node, m_data.nodes ? m_data.nodes->takenMs : 0);
    auto jobs = m_nodeJobs.on(name);
    std::vector<std::shared_ptr<const JobSnapshot>> snapshots;
    for (const auto &job : jobs) {
        if (const auto snapshot = m_data.watched.value(job->id))
            snapshots.push_back(snapshot);
    }
    m_node->setStaleSince(staleSince());
    m_node->setJobs(std::move(jobs), m_data.userName);
    m_node->setSnapshots(std::move(snapshots));
}

void ClusterView::openNode(const NodeName &node)
{
    if (!m_node)
        m_node = makeNodePage();
    if (!isNodeShown())
        m_beforeNode = currentWidget();
    feedNode(node);
    setCurrentWidget(m_node);
    updateInterest();
    emit summaryChanged();
}

QSet<JobId> ClusterView::jobsOfNode()
{
    QSet<JobId> mine;
    if (!isNodeShown() || m_data.userName.isEmpty())
        return mine;
    for (const auto &job : m_nodeJobs.on(m_node->node())) {
        if (job->user == m_data.userName)
            mine.insert(job->id);
    }
    return mine;
}

void ClusterView::goBack()
{
    if (isNodeShown() && m_beforeNode) {
        setCurrentWidget(m_beforeNode);
        updateInterest();
        emit summaryChanged();
        return;
    }
    if (m_curves && currentWidget() == m_curves)
        openJob(m_curves->jobId());
    else
        showOverview();
}

void ClusterView::focusFilter()
{
    if (currentWidget() == m_overview)
        m_overview->focusFilter();
    else if (m_map && currentWidget() == m_map)
        m_map->focusFilter();
    else if (m_curves && currentWidget() == m_curves)
        m_curves->focusFilter();
    else if (auto *page = qobject_cast<JobPage *>(currentWidget()))
        page->log()->focusSearch();
}

void ClusterView::setWindowSeen(bool seen)
{
    m_windowSeen = seen;
    updateInterest();
}

void ClusterView::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    updateInterest();
}

void ClusterView::hideEvent(QHideEvent *event)
{
    QStackedWidget::hideEvent(event);
    updateInterest();
}

void ClusterView::updateInterest()
{
    const bool seen = m_windowSeen && isVisible();
    Interest interest;
    interest.queue = true;
    // The palette lists nodes on every page: it needs them once.
    interest.nodes = seen && (currentPage() == ClusterPage::Overview || currentPage() == ClusterPage::Map ||
                              isNodeShown() || !m_data.nodes);
    interest.background = !seen;
    interest.jobs = m_watched;
    if (seen && currentJob().number != 0)
        interest.jobs.insert(currentJob());
    if (seen)
        interest.jobs.unite(jobsOfNode());
    m_session->setInterest(kViewer, interest);
}

void ClusterView::saveState()
{
    m_settings.setState(QStringLiteral("overview"), m_overview->saveState());
}

} // namespace paceline
