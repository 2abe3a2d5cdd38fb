// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/metric.h"
#include "backends/domain/node.h"
#include "backends/store/snapshot.h"

#include <QLabel>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

class QBoxLayout;
class QGridLayout;

namespace paceline {

class AxisView;
class Card;
class FactsLine;
class FlatButton;
class GpuCards;
class LinesPlot;
class Segments;
class TimeCursor;
class VerdictBanner;

/// One node: what is the matter with it, its GPUs side by side, every counter over time, its jobs, and what Slurm says
/// of it. Counters come from the watched jobs that run on it. GUI thread; hidden it costs nothing.
class NodePage : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMostPanes = 12, kMostJobs = 12;

    explicit NodePage(QWidget *parent = nullptr);
    ~NodePage() override;

    /// The clock that the data are compared with; must outlive the page.
    void setClock(const Clock *clock) { m_clock = clock; }
    void setMetrics(const std::vector<Metric> &metrics);
    /// Null: Slurm has not told of it. takenMs: when it was told, UTC.
    void setNode(const NodeName &name, std::shared_ptr<const Node> node, qint64 takenMs);
    const NodeName &node() const { return m_name; }
    /// Those that run on the node; isMine tells whose counters may be read.
    void setJobs(std::vector<std::shared_ptr<const Job>> jobs, const QString &user);
    /// Watched jobs that run on the node.
    void setSnapshots(std::vector<std::shared_ptr<const JobSnapshot>> snapshots);
    void setStaleSince(std::optional<qint64> sinceMs);

    VerdictBanner *banner() const { return m_banner; }
    GpuCards *gpus() const { return m_gpus; }
    const std::vector<LinesPlot *> &panes() const { return m_panes; }
    QString counterLine() const { return m_counterLine->text(); }

signals:
    void jobActivated(paceline::JobId job);
    void backRequested();
    void copyRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QBoxLayout *column);
    void buildJobs(QBoxLayout *column);
    /// Everything that follows from the data.
    void refresh();
    void tick();
    void updateFacts();
    void updateGpus();
    void updatePanes();
    void updateJobs();
    void updateCounterLine();
    /// What the probes of the watched jobs tell of the node's hardware; null: nothing.
    NodeHardwarePtr hardware() const;
    void updatePorts();
    void placePanes();
    std::shared_ptr<const Grid> gridOf(const MetricId &metric) const;
    std::vector<int> rowsOf(const Grid &grid) const;
    Metric metricOf(const MetricId &metric) const;
    qint64 nowMs() const;

    const Clock *m_clock;
    QMap<MetricId, Metric> m_metrics;
    NodeName m_name;
    std::shared_ptr<const Node> m_node;
    qint64 m_nodeMs = 0;
    std::vector<std::shared_ptr<const Job>> m_jobs;
    QString m_user;
    std::vector<std::shared_ptr<const JobSnapshot>> m_snapshots;
    std::optional<qint64> m_staleSince;

    AxisView *m_view;
    TimeCursor *m_cursor;
    VerdictBanner *m_banner;
    FactsLine *m_facts;
    Segments *m_range;
    FlatButton *m_copy, *m_back;
    QLabel *m_slurm, *m_ports, *m_counterLine;
    GpuCards *m_gpus;
    QGridLayout *m_grid;
    std::vector<LinesPlot *> m_panes;
    Card *m_jobCard;
    QLabel *m_jobTitle;
    std::vector<FlatButton *> m_jobButtons;
    QTimer m_tick;
};

} // namespace paceline
