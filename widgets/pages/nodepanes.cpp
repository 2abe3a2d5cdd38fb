// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/nodepanes.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/durations.h"
#include "widgets/format/metrictext.h"
#include "widgets/format/statustext.h"
#include "widgets/pages/segments.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/linesplot.h"

#include <QBoxLayout>

namespace paceline {

namespace {

constexpr const char *kLineMetrics[] = {"cpu.busy", "memory.used", "net.receive"};
constexpr const char *kHeatOrder[] = {"cpu.busy", "memory.used", "net.receive", "net.transmit", "cpu.load1"};
constexpr int kMaxNamed = 3;

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
    , m_heat(new HeatMapPlot(this))
    , m_choice(new Segments(this))
    , m_rung(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::kPaneGap - 4);
    m_row = new QWidget(this);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kPaneGap);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i] = new LinesPlot(this);
        m_lines[i]->setView(timeView);
        m_lines[i]->setCursor(cursor);
        m_lines[i]->setMinimumHeight(104);
        const MetricId metric{QLatin1String(kLineMetrics[i])};
        m_lines[i]->setTitle(metricText(metric));
        connect(m_lines[i], &PlotPane::activated, this, [this, metric] { chooseMetric(metric); });
        row->addWidget(m_lines[i], 1);
    }
    m_heat->setTitle(tr("Nodes over time"));
    m_heat->setView(timeView);
    m_heat->setCursor(cursor);
    m_heat->setMinimumHeight(120);
    m_heat->addTitleWidget(m_choice);
    connect(m_choice, &Segments::chosen, this, [this](int index) { chooseMetric(m_choices[index]); });
    m_rung->setTextFormat(Qt::PlainText);
    m_rung->setWordWrap(true);
    m_rung->setFont(Theme::secondary());
    m_rung->setForegroundRole(QPalette::Text);
    m_rung->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rung->hide();
    layout->addWidget(m_rung);
    layout->addWidget(m_row, 4);
    layout->addWidget(m_heat, 6);
    updateMessages();
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

void NodePanes::setSnapshot(std::shared_ptr<const JobSnapshot> snapshot, qint64 nowMs)
{
    m_snapshot = std::move(snapshot);
    updateChoices();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const MetricId id{QLatin1String(kLineMetrics[i])};
        m_lines[i]->setGrid(m_snapshot ? m_snapshot->grids.value(id) : nullptr, metricOf(id));
    }
    updateHeat();
    updateSilent(nowMs);
    const QString rung =
        m_snapshot && m_snapshot->probe.rung != ProbeRung::OverlapStep ? probeText(m_snapshot->probe) : QString();
    m_rung->setText(rung);
    updateMessages();
}

void NodePanes::updateChoices()
{
    QList<MetricId> choices;
    if (m_snapshot) {
        for (const char *name : kHeatOrder) {
            if (const MetricId id{QLatin1String(name)}; m_snapshot->grids.contains(id))
                choices.append(id);
        }
        for (auto grid = m_snapshot->grids.begin(); grid != m_snapshot->grids.end(); ++grid) {
            const bool isTold = grid.key().value == QLatin1String("memory.total");
            if (!choices.contains(grid.key()) && choices.size() < 8 && !isTold)
                choices.append(grid.key());
        }
    }
    if (choices == m_choices)
        return;
    m_choices = choices;
    QStringList labels;
    for (const MetricId &id : std::as_const(m_choices))
        labels.append(metricText(id));
    m_choice->setLabels(labels);
    m_choice->setCurrent(int(m_choices.indexOf(m_chosen)));
    m_heat->placeChildren();
}

void NodePanes::chooseMetric(const MetricId &metric)
{
    if (!m_choices.contains(metric))
        return;
    m_chosen = metric;
    m_choice->setCurrent(int(m_choices.indexOf(metric)));
    updateHeat();
}

void NodePanes::updateHeat()
{
    const auto grid = m_snapshot ? m_snapshot->grids.value(m_chosen) : nullptr;
    m_heat->setTitle(grid ? tr("%1, %2").arg(metricText(m_chosen), nodesText(grid->rows())) : tr("Nodes over time"));
    m_heat->setGrid(grid, metricOf(m_chosen));
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
        const auto grid = m_snapshot ? m_snapshot->grids.value(id) : nullptr;
        return grid && grid->ticks() > 0;
    };
    const bool hasAny = m_snapshot && !m_snapshot->grids.isEmpty();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool has = hasTicks(MetricId{QLatin1String(kLineMetrics[i])});
        m_lines[i]->setMessage(has ? QString() : hasAny ? tr("Not measured on these nodes.") : QString());
        m_lines[i]->setLoading(!has && !hasAny && m_isLoading);
    }
    m_row->setVisible(hasAny || m_isLoading);
    const bool has = hasTicks(m_chosen);
    m_heat->setMessage(has ? QString() : m_empty);
    m_heat->setLoading(!has && m_isLoading);
    // Without any counters the heat map's own sentence says all.
    m_rung->setVisible(hasAny && !m_rung->text().isEmpty());
}

void NodePanes::setStale(const QString &age)
{
    for (LinesPlot *plot : m_lines)
        plot->setStale(age);
    m_heat->setStale(age);
}

void NodePanes::setCommands(const QList<CopyCommand> &commands)
{
    for (LinesPlot *plot : m_lines)
        plot->setCommands(commands);
    m_heat->setCommands(commands);
}

} // namespace paceline
