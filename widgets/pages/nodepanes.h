// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"
#include "widgets/plots/plotpane.h"

#include <QLabel>
#include <QWidget>
#include <array>
#include <memory>

namespace paceline {

class AxisView;
class HeatMapPlot;
class LinesPlot;
class Segments;
class TimeCursor;

/// The nodes of a job: three counters as lines and one of all as a nodes x time heat map, with the way they are read
/// and the nodes that fell silent in words. GUI thread.
class NodePanes : public QWidget
{
    Q_OBJECT
public:
    NodePanes(AxisView *timeView, TimeCursor *cursor, QWidget *parent);

    /// Rows of the metric catalogue; counters that it does not know are drawn without unit.
    void setMetrics(const std::vector<Metric> &metrics);
    void setSnapshot(std::shared_ptr<const JobSnapshot> snapshot, qint64 nowMs);
    /// What to say while there is no counter; empty with loading shows the shape of what comes.
    void setEmpty(const QString &message, bool isLoading);
    /// Age in words of data that are no longer renewed; empty: fresh.
    void setStale(const QString &age);
    void setCommands(const QList<CopyCommand> &commands);
    /// Shows this counter in the heat map; an unknown one changes nothing.
    void chooseMetric(const MetricId &metric);
    HeatMapPlot *heatMap() const { return m_heat; }
    const std::array<LinesPlot *, 3> &lines() const { return m_lines; }
    /// How the counters are read, when not in the best way.
    QString rungLine() const { return m_rung->text(); }

private:
    Metric metricOf(const MetricId &id) const;
    void updateChoices();
    void updateHeat();
    void updateMessages();
    void updateSilent(qint64 nowMs);

    std::shared_ptr<const JobSnapshot> m_snapshot;
    QMap<MetricId, Metric> m_metrics;
    QList<MetricId> m_choices;
    MetricId m_chosen{QStringLiteral("cpu.busy")};
    std::array<LinesPlot *, 3> m_lines;
    QWidget *m_row;
    HeatMapPlot *m_heat;
    Segments *m_choice;
    QLabel *m_rung;
    QString m_empty;
    bool m_isLoading = true;
};

} // namespace paceline
