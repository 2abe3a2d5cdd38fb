// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/connection.h"
#include "backends/store/snapshot.h"

#include <QSet>
#include <QWidget>
#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace paceline {

class EmptyState;
class JobTableModel;
class JobTableView;
class PartitionPanel;
class VerdictBanner;

/// The queue of one cluster: verdict, jobs, partitions. Takes snapshots, emits intents. GUI thread; owned by its
/// parent. The clock is the cluster's and outlives the page.
class OverviewPage : public QWidget
{
    Q_OBJECT
public:
    enum class Scope { MyJobs, AllJobs };

    explicit OverviewPage(const Clock &clock, QWidget *parent = nullptr);
    ~OverviewPage() override;

    void apply(const ChangeSet &changes);
    /// host: as the user named it.
    void setConnection(const ConnectionState &state, const QString &host);
    void setWatchedJobs(const QSet<JobId> &jobs);
    void setScope(Scope scope);
    void focusFilter();
    void setFilterText(const QString &text);

    /// Columns, scope and sizes; the caller keeps them.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    const JobTableModel &jobModel() const { return *m_model; }

signals:
    void jobOpenRequested(paceline::JobId job);
    void watchRequested(paceline::JobId job, bool watched);
    void refreshRequested();
    void connectRequested();
    void errorDetailRequested(const paceline::Error &error);
    void copyRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeTable();
    void applyFilter(const QString &text);
    void applyScope();
    void tick();
    void judge();
    void showAge();
    void showProblem();
    std::optional<Error> shownError() const;
    void shareSpace();
    void showEmptyState();
    void explainNoJobs();
    void applyTheme();
    void updateTimer();
    bool isStale() const;

    const Clock &m_clock;
    JobTableModel *m_model;
    VerdictBanner *m_banner;
    QButtonGroup *m_scopes;
    QLineEdit *m_filter;
    QLabel *m_filterError;
    QLabel *m_count;
    QToolButton *m_refresh;
    QLabel *m_problem;
    QToolButton *m_problemDetails;
    QSplitter *m_splitter;
    QStackedWidget *m_tableOrEmpty;
    JobTableView *m_table;
    EmptyState *m_empty;
    PartitionPanel *m_partitions;
    QTimer *m_second;

    std::shared_ptr<const JobList> m_jobs;
    std::shared_ptr<const NodeList> m_nodes;
    std::vector<Problem> m_problems;
    ConnectionState m_connection;
    QString m_host, m_user;
    qint64 m_judgedMs = 0;
    bool m_isSizedByHand = false;
};

} // namespace paceline
