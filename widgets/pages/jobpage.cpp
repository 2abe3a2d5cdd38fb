// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/jobpage.h"

#include "widgets/pages/benchmarkchooser.h"
#include "widgets/pages/curvesrow.h"
#include "widgets/pages/factsdrawer.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"
#include "widgets/pages/nodepanes.h"
#include "widgets/pages/segments.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/timecursor.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QShortcut>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kMinute = 60'000;
constexpr int kRoomyHeight = 860; // of the page: below it the lanes stand for the row of lines
constexpr double kRanges[] = {0, 60 * kMinute, 10 * kMinute}; // whole job, 1 h, 10 min

const Clock &machineClock()
{
    static const SystemClock kClock;
    return kClock;
}

} // namespace

JobPage::JobPage(QWidget *parent)
    : QWidget(parent)
    , m_clock(&machineClock())
    , m_cursor(new TimeCursor(this))
    , m_views{new AxisView(this), new AxisView(this), new AxisView(this)}
    , m_banner(new VerdictBanner(this))
    , m_factsLine(new FactsLine(this))
    , m_axisChoice(new Segments(this))
    , m_rangeChoice(new Segments(this))
    , m_curvesButton(new FlatButton(tr("All curves"), this))
    , m_factsButton(new FlatButton(tr("Facts"), this))
    , m_liveButton(new FlatButton(tr("Follow"), this))
    , m_curves(new CurvesRow(m_cursor, this))
    , m_nodes(new NodePanes(m_views[std::size_t(RunAxis::Time)], m_cursor, this))
    , m_log(new LogPane(this))
    , m_drawer(new FactsDrawer(this))
    , m_chooser(new BenchmarkChooser(m_drawer))
    , m_evidence(new QAction(tr("Evidence"), this))
    , m_second(new QAction(this))
{
    m_views[std::size_t(RunAxis::Time)]->setMinimumSpan(kMinute);
    m_views[std::size_t(RunAxis::Step)]->setMinimumSpan(2);
    m_views[std::size_t(RunAxis::Epoch)]->setMinimumSpan(1e-3);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHead(column);
    buildBody(column);
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    addKeys();
    wireCursor();
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &JobPage::tick);
    setAxis(RunAxis::Time);
    updateEmptyTexts();
}

JobPage::~JobPage() = default;

void JobPage::buildHead(QBoxLayout *column)
{
    column->addWidget(m_banner);
    connect(m_evidence, &QAction::triggered, this, [this] { showFacts(true); });
    connect(m_second, &QAction::triggered, this, [this] {
        if (m_secondAction)
            m_secondAction();
    });

    m_axisChoice->setLabels({tr("Step"), tr("Time"), tr("Epoch")});
    m_axisChoice->setToolTip(tr("What the curves run over"));
    connect(m_axisChoice, &Segments::chosen, this, [this](int index) { setAxis(RunAxis(index)); });
    m_rangeChoice->setLabels({tr("Whole job"), tr("1 h"), tr("10 min")});
    m_rangeChoice->setToolTip(tr("How much of the time is seen"));
    connect(m_rangeChoice, &Segments::chosen, this, [this](int index) {
        if (index == 0)
            timeView()->reset();
        else
            timeView()->showLast(kRanges[index]);
    });
    m_liveButton->setToolTip(tr("Follow the newest data again (End)"));
    m_liveButton->hide();
    connect(m_liveButton, &FlatButton::clicked, this, [this] {
        setFrozen(false);
        view()->goLive();
        timeView()->goLive();
    });
    const auto updateLive = [this] {
        const bool isLive = view()->isLive() && timeView()->isLive() && !m_frozen;
        m_liveButton->setVisible(!isLive);
        if (!timeView()->isWhole() && m_rangeChoice->current() == 0)
            m_rangeChoice->setCurrent(-1);
        else if (timeView()->isWhole())
            m_rangeChoice->setCurrent(0);
    };
    for (AxisView *axisView : m_views) {
        connect(axisView, &AxisView::liveChanged, this, updateLive);
        connect(axisView, &AxisView::rangeChanged, this, updateLive);
    }
    m_curvesButton->setToolTip(tr("Every metric of the log, other runs behind (c)"));
    connect(m_curvesButton, &FlatButton::clicked, this, &JobPage::curvesRequested);
    m_factsButton->setCheckable(true);
    connect(m_factsButton, &FlatButton::toggled, this, &JobPage::showFacts);
    connect(m_drawer, &FactsDrawer::closeRequested, this, [this] { showFacts(false); });

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_factsLine, 1);
    row->addWidget(m_liveButton);
    row->addWidget(m_curvesButton);
    row->addWidget(m_factsButton);
    m_curves->loss()->addTitleWidget(m_axisChoice);
    m_curves->throughput()->addTitleWidget(m_rangeChoice);
    column->addLayout(row);
}

void JobPage::buildBody(QBoxLayout *column)
{
    auto *panes = new QVBoxLayout;
    panes->setSpacing(8);
    panes->addWidget(m_curves, 38);
    panes->addWidget(m_nodes, 58);
    panes->addWidget(m_log, 30);
    column->addLayout(panes, 1);
    m_drawer->setTool(m_chooser);
    connect(m_chooser, &BenchmarkChooser::chosen, this, &JobPage::benchmarkChosen);
    m_drawer->hide();
    m_drawer->raise();
}

void JobPage::onKey(const QKeySequence &key, std::function<void()> act)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
}

void JobPage::addKeys()
{
    onKey(Qt::Key_Space, [this] { setFrozen(!m_frozen); });
    onKey(Qt::Key_Y, [this] { m_curves->toggleLogY(); });
    onKey(Qt::Key_X, [this] { m_curves->toggleLogX(); });
    onKey(Qt::Key_C, [this] { emit curvesRequested(); });
    onKey(QKeySequence::Undo, [this] { view()->undo(); });
    onKey(Qt::Key_End, [this] {
        setFrozen(false);
        view()->goLive();
        timeView()->goLive();
        m_log->view()->setFollowing(true);
    });
    onKey(QKeySequence::Find, [this] { m_log->focusSearch(); });
}

void JobPage::wireCursor()
{
    connect(m_cursor, &TimeCursor::moved, this, [this] {
        const auto &position = m_cursor->position();
        m_log->view()->setLitLine(position ? position->line : 0);
    });
    connect(m_log->view(), &LogView::lineActivated, m_cursor, &TimeCursor::moveToLine);
    m_log->view()->setTimeOfLine([this](qint64 line) { return timeOfLine(line); });
}

void JobPage::setClock(const Clock *clock)
{
    m_clock = clock ? clock : &machineClock();
}

qint64 JobPage::nowMs() const
{
    return m_clock->nowMs();
}

void JobPage::setMetrics(const std::vector<Metric> &metrics)
{
    m_nodes->setMetrics(metrics);
}

const Job *JobPage::job() const
{
    return m_job ? m_job.get() : m_snapshot && m_snapshot->detail ? &m_snapshot->detail->job : nullptr;
}

JobId JobPage::jobId() const
{
    return m_job ? m_job->id : m_snapshot ? m_snapshot->job : JobId{};
}

void JobPage::setJob(std::shared_ptr<const Job> job)
{
    m_job = std::move(job);
    updateEmptyTexts();
    tick();
}

void JobPage::setSnapshot(std::shared_ptr<const JobSnapshot> snapshot)
{
    if (m_frozen && m_snapshot && snapshot && snapshot->job == m_snapshot->job)
        m_pending = std::move(snapshot);
    else
        take(std::move(snapshot));
}

void JobPage::setFrozen(bool frozen)
{
    if (std::exchange(m_frozen, frozen) == frozen)
        return;
    m_liveButton->setVisible(frozen || !view()->isLive());
    if (!frozen && m_pending)
        take(std::exchange(m_pending, nullptr));
    tick();
}

void JobPage::take(std::shared_ptr<const JobSnapshot> snapshot)
{
    const bool isOtherJob = !snapshot || !m_snapshot || snapshot->job != m_snapshot->job;
    m_snapshot = std::move(snapshot);
    if (isOtherJob) {
        m_cursor->clear();
        for (AxisView *axisView : m_views)
            axisView->reset();
    }
    const auto run = m_snapshot ? m_snapshot->run : nullptr;
    m_cursor->setRun(run);
    m_curves->setRun(run);
    m_nodes->setSnapshot(m_snapshot, nowMs());
    m_log->setLog(m_snapshot ? m_snapshot->log : nullptr);
    updateEmptyTexts();
    tick();
}

void JobPage::setClusterProblems(const std::vector<Problem> &problems)
{
    m_clusterProblems = problems;
    tick();
}

void JobPage::setStaleSince(std::optional<qint64> sinceMs)
{
    m_staleSince = sinceMs;
    updateEmptyTexts();
    tick();
}

void JobPage::setAxis(RunAxis axis)
{
    m_axis = axis;
    m_axisChoice->setCurrent(int(axis));
    m_curves->setAxis(axis, view());
}

void JobPage::showFacts(bool shown)
{
    m_factsButton->setChecked(shown);
    m_drawer->setVisible(shown);
    placeDrawer();
    if (shown)
        updateFacts();
}

void JobPage::placeDrawer()
{
    const int top = m_factsLine->mapTo(this, QPoint(0, m_factsLine->height())).y() + 8;
    m_drawer->setGeometry(width() - m_drawer->width() - 16, top, m_drawer->width(), std::max(height() - top - 12, 80));
    m_drawer->raise();
}

void JobPage::resizeEvent(QResizeEvent *)
{
    m_nodes->setShowsLines(height() >= kRoomyHeight);
    placeDrawer();
}

void JobPage::showEvent(QShowEvent *)
{
    m_tick.start();
    tick();
}

void JobPage::hideEvent(QHideEvent *)
{
    m_tick.stop();
}

void JobPage::tick()
{
    if (m_frozen) {
        m_factsLine->setAge(tr("frozen; Space goes on"), true);
        return;
    }
    updateExtents();
    updateVerdict();
    updateFacts();
    updateStale();
}

} // namespace paceline
