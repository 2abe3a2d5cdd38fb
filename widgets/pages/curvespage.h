// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/curves.h"
#include "backends/store/snapshot.h"
#include "widgets/pages/curvesstate.h"
#include "widgets/plots/plotpane.h"

#include <QTimer>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace paceline {

class AxisView;
class CurvesGrid;
class CurvesToolbar;
class EmptyState;
class FactsLine;
class FilesPanel;
class FlatButton;
class MetricsPanel;
class PaneExporter;
class TimeCursor;

/// Another run to stand behind the shown one, with what its log does not tell.
struct RunReference
{
    QString name; ///< "last run", "job 4711"; safe for display
    std::shared_ptr<const Run> run;
    RunFacts facts;
    friend bool operator==(const RunReference &, const RunReference &) = default;
};

/// Every metric of one job's log, a pane each, on one x axis of choice, with other runs behind. Reads immutable
/// snapshots; hidden it costs nothing. GUI thread.
class CurvesPage : public QWidget
{
    Q_OBJECT
public:
    explicit CurvesPage(QWidget *parent = nullptr);
    ~CurvesPage() override;

    /// The row of the queue; null when the job is not in it.
    void setJob(std::shared_ptr<const Job> job);
    void setSnapshot(std::shared_ptr<const JobSnapshot> snapshot);
    /// The first one is compared with in words.
    void setReferences(std::vector<RunReference> references);
    /// Age in words of data that are no longer renewed; empty: fresh.
    void setStale(const QString &age);
    JobId jobId() const;

    QByteArray saveState() const { return m_state.toBytes(); }
    void restoreState(const QByteArray &state);
    const CurvesState &state() const { return m_state; }

    void setAxis(CurveAxis::Kind kind);
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }
    void setPinned(const QString &metric, bool pinned);
    void setHidden(const QString &metric, bool hidden);
    void focusFilter();
    void showMetrics(bool shown);
    void showFiles(bool shown);
    /// Writes one file a pane into the folder, one pane an event; exportDone tells the end in words.
    void exportAll(const QString &folder, PlotPane::Format format);

    CurvesGrid *grid() const { return m_grid; }
    CurvesToolbar *toolbar() const { return m_toolbar; }
    MetricsPanel *metricsPanel() const { return m_panel; }
    FilesPanel *filesPanel() const { return m_files; }
    QLineEdit *filter() const { return m_filter; }
    TimeCursor *cursor() const { return m_cursor; }
    AxisView *view() const { return m_views[std::size_t(m_shownAxis)]; }
    QString comparison() const;
    /// Why there is nothing to see; empty when there is.
    QString emptyText() const;

signals:
    void backRequested();
    /// A choice that is to be remembered, see saveState().
    void stateChanged();
    /// A file or folder on the cluster is to be read for the shown run, too.
    void fileAddRequested(const QString &path);
    void fileReadRequested(const QString &path, bool isRead);
    void exportDone(const QString &outcome);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHead(QBoxLayout *column);
    void buildBody(QBoxLayout *column);
    void wireChoices();
    void addKeys();
    void askForFolder(PlotPane::Format format);

    const Job *job() const;
    void change(const CurvesState &state);
    /// Everything that follows from the data, at once when it can be seen, else when the page is shown.
    void refresh();
    void refreshAxis();
    void refreshExtent();
    void refreshGroups();
    void refreshReferences();
    void refreshComparison();
    void refreshEmpty();
    bool isUnwantedTwin(const QString &metric) const;
    std::vector<CurveGroup> shownGroups(const std::vector<CurveGroup> &groups) const;

    std::shared_ptr<const Job> m_job;
    std::shared_ptr<const JobSnapshot> m_snapshot, m_pending;
    std::shared_ptr<const Run> m_run;
    std::vector<RunReference> m_references;
    CurvesState m_state;
    CurveAxis::Kind m_shownAxis = CurveAxis::Kind::Step; ///< the chosen one, or what the log tells instead
    bool m_frozen = false, m_dirty = true;

    TimeCursor *m_cursor;
    std::array<AxisView *, CurveAxis::kKinds> m_views; ///< by CurveAxis::Kind
    FactsLine *m_head;
    QLabel *m_comparison;
    QLineEdit *m_filter;
    FlatButton *m_filesButton, *m_metricsButton, *m_exportButton;
    CurvesToolbar *m_toolbar;
    CurvesGrid *m_grid;
    EmptyState *m_empty;
    MetricsPanel *m_panel;
    FilesPanel *m_files;
    PaneExporter *m_exporter;
    QTimer m_compare; ///< the words follow at a pace that can be read
};

} // namespace paceline
