// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodepanes.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/durations.h"
#include "widgets/format/metrictext.h"
#include "widgets/format/statustext.h"
#include "widgets/pages/card.h"
#include "widgets/pages/counterchoice.h"
#include "widgets/pages/countersets.h"
#include "widgets/pages/segments.h"
#include "widgets/plots/counterlanes.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/linesplot.h"

#include <QBoxLayout>

namespace paceline {

namespace {

constexpr const char *kUsualMetrics[] = {"cpu.busy", "memory.used", "net.receive"};
constexpr int kMaxNamed = 3, kTitleRoom = 480;

QString namesText(const std::vector<NodeName> &nodes)
{
    QStringList names;
    for (const NodeName &node : nodes) {
        if (names.size() == kMaxNamed) {
            names.append(QStringLiteral("…"));
            break;
        }
        names.append(displayText(node.value, 40));
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

NodePanes::NodePanes(AxisView *timeView, TimeCursor *cursor, QWidget *parent)
    : QWidget(parent)
    , m_laneCard(new Card(this))
    , m_lanes(new CounterLanes(m_laneCard))
    , m_row(new QWidget(this))
    , m_forms(new QStackedWidget(this))
    , m_heat(new HeatMapPlot)
    , m_large(new LinesPlot)
    , m_rung(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::kPaneGap - 4);
    auto *card = new QVBoxLayout(m_laneCard);
    card->setContentsMargins(0, 0, 0, 0);
    card->addWidget(m_lanes);
    m_laneCard->setContentsMargins(0, 0, 0, 0); // the lanes share the edges of the panes
    m_lanes->setView(timeView);
    m_lanes->setCursor(cursor);
    connect(m_lanes, &CounterLanes::laneActivated, this, &NodePanes::chooseMetric);
    buildLines(timeView, cursor);
    buildLarge(timeView, cursor);
    m_rung->setTextFormat(Qt::PlainText);
    m_rung->setWordWrap(true);
    m_rung->setFont(Theme::secondary());
    m_rung->setForegroundRole(QPalette::Text);
    m_rung->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rung->hide();
    layout->addWidget(m_rung);
    layout->addWidget(m_laneCard);
    layout->addWidget(m_row, 4);
    layout->addWidget(m_forms, 6);
    updateMessages();
}

void NodePanes::buildLines(AxisView *timeView, TimeCursor *cursor)
{
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kPaneGap);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i] = new LinesPlot(this);
        m_lines[i]->setView(timeView);
        m_lines[i]->setCursor(cursor);
        m_lines[i]->setMinimumHeight(104);
        connect(m_lines[i], &PlotPane::activated, this, [this, i] { chooseMetric(m_lineMetrics[i]); });
        row->addWidget(m_lines[i], 1);
    }
}

void NodePanes::buildLarge(AxisView *timeView, TimeCursor *cursor)
{
    m_heat->setView(timeView);
    m_heat->setCursor(cursor);
    m_large->setView(timeView);
    m_large->setCursor(cursor);
    connect(m_heat, &HeatMapPlot::entityActivated, this,
            [this](const Entity &entity) { emit nodeActivated(entity.node); });
    const std::array<PlotPane *, 2> panes{m_heat, m_large};
    for (std::size_t i = 0; i < panes.size(); ++i) {
        panes[i]->setMinimumHeight(120);
        m_formChoices[i] = new Segments(panes[i]);
        m_formChoices[i]->setLabels({tr("Map"), tr("Lines")});
        m_formChoices[i]->setToolTip(tr("All rows over time as colours, or as lines with their spread"));
        m_formChoices[i]->setCurrent(int(i));
        m_choices[i] = new CounterChoice(panes[i]);
        panes[i]->addTitleWidget(m_formChoices[i]);
        panes[i]->addTitleWidget(m_choices[i]);
        connect(m_formChoices[i], &Segments::chosen, this, [this, i](int form) {
            m_formChoices[i]->setCurrent(int(i));
            setForm(Form(form));
        });
        connect(m_choices[i], &CounterChoice::chosen, this, &NodePanes::chooseMetric);
        connect(m_choices[i], &CounterChoice::resized, panes[i], &PlotPane::placeChildren);
        m_forms->addWidget(panes[i]);
    }
}

void NodePanes::setMetrics(const std::vector<Metric> &metrics)
{
    m_metrics.clear();
    for (const Metric &metric : metrics)
        m_metrics.insert(metric.id, metric);
}

Metric NodePanes::metricOf(const MetricId &id) const
{
    const auto known = m_metrics.constFind(id);
    if (known != m_metrics.constEnd())
        return *known;
    Metric metric;
    metric.id = id;
    return metric;
}

std::shared_ptr<const Grid> NodePanes::gridOf(const MetricId &id) const
{
    return m_snapshot ? m_snapshot->grids.value(id) : nullptr;
}

void NodePanes::setSnapshot(std::shared_ptr<const JobSnapshot> snapshot, qint64 nowMs)
{
    m_snapshot = std::move(snapshot);
    updateChoices();
    updateLanes();
    updateLines();
    updateLarge();
    updateSilent(nowMs);
    const QString rung =
        m_snapshot && m_snapshot->probe.rung != ProbeRung::OverlapStep ? probeText(m_snapshot->probe) : QString();
    m_rung->setText(rung);
    updateMessages();
}

void NodePanes::updateChoices()
{
    const QList<MetricId> counters = m_snapshot ? orderedCounters(m_snapshot->grids) : QList<MetricId>();
    if (!counters.isEmpty() && (!m_wasChosen || !counters.contains(m_chosen)))
        m_chosen = counters.first();
    for (CounterChoice *choice : m_choices) {
        choice->setCounters(counters);
        choice->setCurrent(m_chosen);
    }
}

void NodePanes::updateLanes()
{
    std::vector<CounterLanes::Lane> lanes;
    if (m_snapshot) {
        for (const LaneChoice &choice : laneCounters(m_snapshot->grids))
            lanes.push_back({choice.name, metricOf(choice.metric), gridOf(choice.metric), choice.isAlarm});
    }
    m_lanes->setLanes(std::move(lanes));
}

void NodePanes::updateLines()
{
    const QList<MetricId> told = m_snapshot ? lineCounters(m_snapshot->grids) : QList<MetricId>();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        // Before anything was told, the names that every node tells.
        m_lineMetrics[i] = told.value(qsizetype(i), MetricId{QLatin1String(kUsualMetrics[i])});
        m_lines[i]->setTitle(metricText(m_lineMetrics[i]));
        m_lines[i]->setGrid(gridOf(m_lineMetrics[i]), metricOf(m_lineMetrics[i]));
    }
}

void NodePanes::chooseMetric(const MetricId &metric)
{
    if (!m_choices.front()->counters().contains(metric))
        return;
    m_chosen = metric;
    m_wasChosen = true;
    for (CounterChoice *choice : m_choices)
        choice->setCurrent(metric);
    updateLarge();
    updateMessages();
}

void NodePanes::setForm(Form form)
{
    m_forms->setCurrentIndex(int(form));
}

void NodePanes::setShowsLines(bool shows)
{
    m_showsLines = shows;
    updateMessages();
}

QString NodePanes::rowsText(const Grid &grid)
{
    const bool isOfGpus = grid.rows() > 0 && grid.entities->front().kind == Entity::Kind::Gpu;
    return isOfGpus ? gpusText(grid.rows()) : nodesText(grid.rows());
}

void NodePanes::updateLarge()
{
    const auto grid = gridOf(m_chosen);
    const QString title = grid ? tr("%1, %2").arg(metricText(m_chosen), rowsText(*grid)) : tr("Nodes over time");
    m_heat->setTitle(title);
    m_large->setTitle(title);
    m_heat->setGrid(grid, metricOf(m_chosen));
    m_large->setGrid(grid, metricOf(m_chosen));
}

void NodePanes::resizeEvent(QResizeEvent *)
{
    // The title in front of the choice and the scale behind it want their place.
    for (CounterChoice *choice : m_choices)
        choice->setRoom(width() - kTitleRoom);
}

void NodePanes::updateSilent(qint64 nowMs)
{
    QString flag;
    if (m_snapshot && !m_snapshot->probe.silentNodes.empty()) {
        const auto &silent = m_snapshot->probe.silentNodes;
        flag = tr("%1 silent: %2").arg(nodesText(qint64(silent.size())), namesText(silent));
        if (m_snapshot->probe.silentSinceMs > 0)
            flag += tr(", since %1").arg(formatDuration(nowMs - m_snapshot->probe.silentSinceMs));
    }
    m_heat->setFlag(flag, Mood::Attention);
    m_large->setFlag(flag, Mood::Attention);
}

void NodePanes::setEmpty(const QString &message, bool isLoading)
{
    m_empty = message;
    m_isLoading = isLoading;
    updateMessages();
}

void NodePanes::updateMessages()
{
    const auto hasTicks = [this](const MetricId &id) {
        const auto grid = gridOf(id);
        return grid && grid->ticks() > 0;
    };
    const bool hasAny = m_snapshot && !m_snapshot->grids.isEmpty();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool has = hasTicks(m_lineMetrics[i]);
        m_lines[i]->setMessage(has ? QString() : hasAny ? tr("Not measured on these nodes.") : QString());
        m_lines[i]->setLoading(!has && !hasAny && m_isLoading);
    }
    m_row->setVisible((hasAny || m_isLoading) && m_showsLines);
    m_laneCard->setVisible(!m_lanes->lanes().empty());
    const bool has = hasTicks(m_chosen);
    for (PlotPane *pane : {static_cast<PlotPane *>(m_heat), static_cast<PlotPane *>(m_large)}) {
        pane->setMessage(has ? QString() : m_empty);
        pane->setLoading(!has && m_isLoading);
    }
    for (Segments *choice : m_formChoices)
        choice->setVisible(has);
    for (CounterChoice *choice : m_choices)
        choice->setVisible(has);
    // Without any counters the large pane's own sentence says all.
    m_rung->setVisible(hasAny && !m_rung->text().isEmpty());
}

void NodePanes::setStale(const QString &age)
{
    for (LinesPlot *plot : m_lines)
        plot->setStale(age);
    m_heat->setStale(age);
    m_large->setStale(age);
    m_lanes->setStale(!age.isEmpty());
}

void NodePanes::setCommands(const QList<CopyCommand> &commands)
{
    for (LinesPlot *plot : m_lines)
        plot->setCommands(commands);
    m_heat->setCommands(commands);
    m_large->setCommands(commands);
}

} // namespace paceline
