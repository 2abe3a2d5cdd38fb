// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodepage.h"

#include "backends/core/text.h"
#include "widgets/pages/card.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/flatbutton.h"
#include "widgets/pages/gpucards.h"
#include "widgets/pages/segments.h"
#include "widgets/pages/thinscrollbar.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/linesplot.h"
#include "widgets/plots/timecursor.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <algorithm>

namespace paceline {

namespace {

constexpr double kMinute = 60'000;
constexpr double kRanges[] = {0, 60 * kMinute, 10 * kMinute};
constexpr int kPaneHeight = 150, kMostPaneHeight = 320, kLeastPaneWidth = 320, kMostColumns = 4;
constexpr int kHeadHeight = 250; // what stands above and below the panes

const Clock &machineClock()
{
    static const SystemClock kClock;
    return kClock;
}

QLabel *wordsLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(Theme::secondary());
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

NodePage::NodePage(QWidget *parent)
    : QWidget(parent)
    , m_clock(&machineClock())
    , m_view(new AxisView(this))
    , m_cursor(new TimeCursor(this))
    , m_banner(new VerdictBanner(this))
    , m_facts(new FactsLine(this))
    , m_range(new Segments(this))
    , m_copy(new FlatButton(tr("Copy as command"), this))
    , m_back(new FlatButton(tr("Back"), this))
    , m_slurm(wordsLabel(this))
    , m_ports(wordsLabel(this))
    , m_counterLine(wordsLabel(this))
    , m_gpus(new GpuCards(this))
    , m_grid(new QGridLayout)
    , m_jobCard(new Card(this))
    , m_jobTitle(new QLabel(m_jobCard))
{
    m_view->setMinimumSpan(kMinute);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    buildHead(column);
    column->addWidget(m_slurm);
    column->addWidget(m_ports);
    column->addWidget(m_gpus);
    column->addWidget(m_counterLine);
    m_grid->setSpacing(Theme::kPaneGap);
    column->addLayout(m_grid);
    buildJobs(column);
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &NodePage::tick);
}

NodePage::~NodePage() = default;

void NodePage::buildHead(QBoxLayout *column)
{
    column->addWidget(m_banner);
    m_range->setLabels({tr("All"), tr("1 h"), tr("10 min")});
    m_range->setToolTip(tr("How much of the time is seen"));
    connect(m_range, &Segments::chosen, this, [this](int index) {
        m_range->setCurrent(index);
        if (index == 0)
            m_view->reset();
        else
            m_view->showLast(kRanges[index]);
    });
    m_copy->setToolTip(tr("The scontrol command that shows this node"));
    connect(m_copy, &FlatButton::clicked, this, [this] {
        emit copyRequested(QStringLiteral("scontrol show node ") +
                           QString::fromUtf8(shellQuoted(m_name.value.toUtf8())));
    });
    m_back->setToolTip(tr("Back (Esc)"));
    connect(m_back, &FlatButton::clicked, this, &NodePage::backRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_facts, 1);
    row->addWidget(m_range);
    row->addWidget(m_copy);
    row->addWidget(m_back);
    column->addLayout(row);
}

void NodePage::buildJobs(QBoxLayout *column)
{
    auto *list = new QVBoxLayout(m_jobCard);
    list->setContentsMargins(12, 8, 12, 10);
    list->setSpacing(6);
    QFont bold = Theme::body();
    bold.setWeight(QFont::DemiBold);
    m_jobTitle->setFont(bold);
    list->addWidget(m_jobTitle);
    for (int i = 0; i < kMostJobs; ++i) {
        auto *button = new FlatButton({}, m_jobCard);
        button->hide();
        connect(button, &FlatButton::clicked, this, [this, i] { emit jobActivated(m_jobs[std::size_t(i)]->id); });
        m_jobButtons.push_back(button);
        list->addWidget(button, 0, Qt::AlignLeft);
    }
    column->addWidget(m_jobCard);
}

void NodePage::setMetrics(const std::vector<Metric> &metrics)
{
    for (const Metric &metric : metrics)
        m_metrics.insert(metric.id, metric);
}

void NodePage::setNode(const NodeName &name, std::shared_ptr<const Node> node, qint64 takenMs)
{
    if (name != m_name)
        m_snapshots.clear();
    m_name = name;
    m_node = std::move(node);
    m_nodeMs = takenMs;
    if (isVisible())
        refresh();
}

void NodePage::setJobs(std::vector<std::shared_ptr<const Job>> jobs, const QString &user)
{
    m_jobs = std::move(jobs);
    m_user = user;
    if (isVisible())
        updateJobs();
}

void NodePage::setSnapshots(std::vector<std::shared_ptr<const JobSnapshot>> snapshots)
{
    m_snapshots = std::move(snapshots);
    if (isVisible())
        refresh();
}

void NodePage::setStaleSince(std::optional<qint64> sinceMs)
{
    m_staleSince = sinceMs;
    if (isVisible())
        tick();
}

void NodePage::showEvent(QShowEvent *)
{
    m_tick.start();
    refresh();
}

void NodePage::hideEvent(QHideEvent *)
{
    m_tick.stop();
}

void NodePage::resizeEvent(QResizeEvent *)
{
    placePanes();
}

/// As many side by side as find room, all of one size.
void NodePage::placePanes()
{
    const int fitting = (width() - 32 + Theme::kPaneGap) / (kLeastPaneWidth + Theme::kPaneGap);
    const int columns = std::clamp(fitting, 1, kMostColumns);
    const int shown = int(std::count_if(m_panes.begin(), m_panes.end(), [](LinesPlot *p) { return !p->isHidden(); }));
    const int rows = std::max((shown + columns - 1) / columns, 1);
    const int room = height() - kHeadHeight - (m_gpus->isHidden() ? 0 : m_gpus->height() + 8);
    const int paneHeight = std::clamp(room / rows - Theme::kPaneGap, kPaneHeight, kMostPaneHeight);
    int index = 0;
    for (LinesPlot *pane : m_panes) {
        if (pane->isHidden())
            continue;
        m_grid->addWidget(pane, index / columns, index % columns);
        pane->setFixedHeight(paneHeight);
        ++index;
    }
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

qint64 NodePage::nowMs() const
{
    return m_clock->nowMs();
}

Metric NodePage::metricOf(const MetricId &id) const
{
    Metric metric = m_metrics.value(id);
    metric.id = id;
    return metric;
}

std::shared_ptr<const Grid> NodePage::gridOf(const MetricId &metric) const
{
    for (const auto &snapshot : m_snapshots) {
        const auto grid = snapshot->grids.value(metric);
        if (grid && grid->ticks() > 0 && !rowsOf(*grid).empty())
            return grid;
    }
    return nullptr;
}

std::vector<int> NodePage::rowsOf(const Grid &grid) const
{
    std::vector<int> rows;
    for (int row = 0; row < grid.rows(); ++row) {
        if ((*grid.entities)[std::size_t(row)].node == m_name)
            rows.push_back(row);
    }
    return rows;
}

} // namespace paceline
