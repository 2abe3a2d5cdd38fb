// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QSet>
#include <QTreeView>

namespace paceline {

class JobTableModel;
class TableDelegate;

/// The job table with its header: columns are chosen from the header's menu, moved and sorted; widths and choice are
/// kept by saveState.
class JobTableView : public QTreeView
{
    Q_OBJECT
public:
    explicit JobTableView(QWidget *parent = nullptr);

    void setJobModel(JobTableModel *model);
    void setStale(bool stale);
    void setWatchedJobs(const QSet<JobId> &jobs) { m_watched = jobs; }
    /// Repaints what tells elapsed time, of the visible rows only.
    void repaintTimes();
    JobId currentJob() const;

    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

signals:
    void jobOpenRequested(paceline::JobId job);
    void watchRequested(paceline::JobId job, bool watched);
    void copyRequested(const QString &text);

private:
    void showHeaderMenu(const QPoint &position);
    void showRowMenu(const QPoint &position);
    void open(const QModelIndex &index);
    void setDefaultColumns();

    JobTableModel *m_jobs = nullptr;
    TableDelegate *m_delegate;
    QSet<JobId> m_watched;
};

} // namespace paceline
