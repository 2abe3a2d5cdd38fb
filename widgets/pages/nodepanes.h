// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"
#include "widgets/plots/plotpane.h"

#include <QLabel>
#include <QStackedWidget>
#include <QWidget>
#include <array>
#include <memory>

namespace paceline {

class AxisView;
class Card;
class CounterChoice;
class CounterLanes;
class HeatMapPlot;
class LinesPlot;
class Segments;
class TimeCursor;

/// The nodes of a job and their GPUs: a strip of lanes, three counters as lines, and one counter of all, as a heat map
/// over time or as lines; with the way they are read and the nodes that fell silent in words. GUI thread.
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
    /// Shows this counter in the large pane; an unknown one changes nothing.
    void chooseMetric(const MetricId &metric);
    const MetricId &chosenMetric() const { return m_chosen; }
    enum class Form { Map, Lines };
    void setForm(Form form);
    /// Where the page is low, the lanes stand for the row of lines.
    void setShowsLines(bool shows);
    HeatMapPlot *heatMap() const { return m_heat; }
    LinesPlot *largeLines() const { return m_large; }
    CounterLanes *lanes() const { return m_lanes; }
    const std::array<LinesPlot *, 3> &lines() const { return m_lines; }
    /// How the counters are read, when not in the best way.
    QString rungLine() const { return m_rung->text(); }

signals:
    void nodeActivated(const paceline::NodeName &node);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLines(AxisView *timeView, TimeCursor *cursor);
    void buildLarge(AxisView *timeView, TimeCursor *cursor);
    Metric metricOf(const MetricId &id) const;
    std::shared_ptr<const Grid> gridOf(const MetricId &id) const;
    void updateChoices();
    void updateLanes();
    void updateLines();
    void updateLarge();
    /// Nodes, or GPUs on nodes, in words.
    static QString rowsText(const Grid &grid);
    void updateMessages();
    void updateSilent(qint64 nowMs);

    std::shared_ptr<const JobSnapshot> m_snapshot;
    QMap<MetricId, Metric> m_metrics;
    MetricId m_chosen;        ///< of the large pane
    bool m_wasChosen = false; ///< by a person: it stays although a more telling one comes
    Card *m_laneCard;
    CounterLanes *m_lanes;
    std::array<LinesPlot *, 3> m_lines;
    std::array<MetricId, 3> m_lineMetrics;
    QWidget *m_row;
    QStackedWidget *m_forms;
    HeatMapPlot *m_heat;
    LinesPlot *m_large;
    std::array<CounterChoice *, 2> m_choices; ///< on either form of the large pane
    std::array<Segments *, 2> m_formChoices;
    QLabel *m_rung;
    QString m_empty;
    bool m_isLoading = true, m_showsLines = true;
};

} // namespace paceline
