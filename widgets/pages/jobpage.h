// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/publishedrate.h"
#include "backends/domain/verdict.h"
#include "backends/store/snapshot.h"

#include <QTimer>
#include <QWidget>
#include <array>
#include <functional>
#include <memory>
#include <optional>

class QAction;
class QBoxLayout;

namespace paceline {

class AxisView;
class BenchmarkChooser;
struct BenchmarkLists;
class CurvesRow;
class FactsDrawer;
class FactsLine;
class FlatButton;
class LogPane;
class NodePanes;
class Segments;
class TimeCursor;
class VerdictBanner;

/// One job: what is the matter, its curves, its nodes, its log. Reads immutable snapshots; hidden it costs nothing.
/// GUI thread.
class JobPage : public QWidget
{
    Q_OBJECT
public:
    explicit JobPage(QWidget *parent = nullptr);
    ~JobPage() override;

    /// The clock that the data are compared with; must outlive the page. Null: the machine's.
    void setClock(const Clock *clock);
    void setMetrics(const std::vector<Metric> &metrics);
    /// The row of the queue; null when the job is not in it.
    void setJob(std::shared_ptr<const Job> job);
    void setSnapshot(std::shared_ptr<const JobSnapshot> snapshot);
    /// Problems that concern the cluster, so that stale data are told from a silent job.
    void setClusterProblems(const std::vector<Problem> &problems);
    /// Since when nothing comes any more (the connection is lost); nullopt: connected.
    void setStaleSince(std::optional<qint64> sinceMs);
    /// What the job is compared with.
    void setBenchmark(const BenchmarkView &view);
    const BenchmarkView &benchmark() const { return m_benchmark; }
    /// What it may be compared with instead.
    void setBenchmarkLists(const BenchmarkLists &lists);
    JobId jobId() const;

    /// The view stands still while data keep flowing.
    bool isFrozen() const { return m_frozen; }
    void setFrozen(bool frozen);
    void setAxis(RunAxis axis);
    RunAxis axis() const { return m_axis; }

    VerdictBanner *banner() const { return m_banner; }
    CurvesRow *curves() const { return m_curves; }
    NodePanes *nodes() const { return m_nodes; }
    LogPane *log() const { return m_log; }
    FactsDrawer *drawer() const { return m_drawer; }
    FactsLine *factsLine() const { return m_factsLine; }
    TimeCursor *cursor() const { return m_cursor; }
    BenchmarkChooser *chooser() const { return m_chooser; }
    AxisView *timeView() const { return m_views[1]; }

public slots:
    void showFacts(bool shown);

signals:
    /// All curves of the job are wanted.
    void curvesRequested();
    /// The person corrects what the job is compared with.
    void benchmarkChosen(const paceline::BenchmarkChoice &choice);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QBoxLayout *column);
    void buildBody(QBoxLayout *column);
    void addKeys();
    void onKey(const QKeySequence &key, std::function<void()> act);
    void wireCursor();
    void placeDrawer();

    qint64 nowMs() const;
    const Job *job() const;
    /// Everything that follows from the snapshot.
    void take(std::shared_ptr<const JobSnapshot> snapshot);
    /// Everything that follows from the clock.
    void tick();
    void updateVerdict();
    void updateActions();
    void updateFacts();
    void updateDrawer(const Job &job);
    void updateExtents();
    void updateEmptyTexts();
    void updateStale();
    QString countersMessage() const;
    QString logMessage() const;
    double timeOfLine(qint64 line) const;
    AxisView *view() const { return m_views[std::size_t(m_axis)]; }

    const Clock *m_clock;
    std::shared_ptr<const Job> m_job;
    std::shared_ptr<const JobSnapshot> m_snapshot, m_pending;
    std::vector<Problem> m_clusterProblems;
    std::optional<qint64> m_staleSince;
    BenchmarkView m_benchmark;
    Verdict m_verdict;
    RunAxis m_axis = RunAxis::Time;
    bool m_frozen = false;

    TimeCursor *m_cursor;
    std::array<AxisView *, 3> m_views; ///< by RunAxis
    VerdictBanner *m_banner;
    FactsLine *m_factsLine;
    Segments *m_axisChoice, *m_rangeChoice;
    FlatButton *m_curvesButton, *m_factsButton, *m_liveButton;
    CurvesRow *m_curves;
    NodePanes *m_nodes;
    LogPane *m_log;
    FactsDrawer *m_drawer;
    BenchmarkChooser *m_chooser;
    QAction *m_evidence, *m_second;
    QList<QAction *> m_actions;
    std::function<void()> m_secondAction;
    QTimer m_tick;
};

} // namespace paceline
