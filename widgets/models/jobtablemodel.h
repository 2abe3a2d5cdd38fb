// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/arraycells.h"
#include "widgets/models/jobarrangement.h"

#include <QAbstractItemModel>
#include <QHash>
#include <memory>
#include <optional>

namespace paceline {

/// The queue as a table of jobs; the members of an array are children of one row. Filters, sorts and gathers by itself:
/// a poll or a keystroke is one layoutChanged, or a dataChanged where nothing moved. GUI thread; owned by its view or
/// page.
class JobTableModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { MoodRole = Qt::UserRole + 1, JobNumberRole, IsArrayRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: nothing is known (yet).
    void setJobs(std::shared_ptr<const JobList> jobs);
    void setFilter(const JobFilter &filter);
    /// Only this user's jobs; empty: all.
    void setUser(const QString &user);
    /// The time that elapsed times are told at, UTC ms. Emits nothing: who shows them repaints them.
    void setNowMs(qint64 nowMs) { m_view.nowS = double(nowMs) / 1000; }

    std::shared_ptr<const Job> job(const QModelIndex &index) const; ///< of an array row: its first member
    QModelIndex indexOf(JobId job) const;
    qint64 totalJobs() const { return m_jobs ? qint64(m_jobs->jobs.size()) : 0; }
    qint64 listedJobs() const { return qint64(m_arrangement.order.size()); }
    bool hasJobs() const { return m_jobs != nullptr; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Remap;
    static bool isChild(const QModelIndex &index) { return index.internalId() != 0; }
    const JobArrangement::Group &groupOf(const QModelIndex &index) const;
    const ArraySummary &summaryOf(const JobArrangement::Group &group) const;
    const JobIndex::Row &rowOf(const QModelIndex &index) const;
    void take(JobIndex next);
    void adopt(JobIndex index, JobArrangement arrangement);
    void rearrange();
    void announceChanges();
    bool isChanged(const JobArrangement::Group &group) const;

    std::shared_ptr<const JobList> m_jobs;
    JobIndex m_index;
    JobView m_view;
    std::vector<quint32> m_sorted; ///< all rows of the index, in the order chosen
    JobArrangement m_arrangement;
    mutable QHash<quint32, ArraySummary>
        m_summaries; ///< of the arrays painted since the last listing, by where they begin
};

} // namespace paceline
