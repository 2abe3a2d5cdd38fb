// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinecells.h"
#include "widgets/models/baselinequery.h"

#include <QAbstractTableModel>
#include <limits>

namespace paceline {

/// Which records are listed. A record that does not tell what is asked for is not listed.
struct BaselineCriteria
{
    std::array<QString, kBaselineFacets> facets; ///< as in BaselineTable::values(); empty: all
    BaselineQuery query;
    double from = 0, to = std::numeric_limits<double>::infinity(); ///< accelerators, both ends included

    bool hasScale() const { return from > 0 || to < std::numeric_limits<double>::infinity(); }
};

/// What the listed records have in common, for one sentence.
struct BaselineSummary
{
    int listed = 0, all = 0, own = 0;
    int benchmarks = 0, accelerators = 0; ///< different ones
    QString benchmark, accelerator;       ///< of the first that tells one
    std::optional<qint64> firstYear, lastYear;
    /// The record with the most throughput per accelerator; where one benchmark in one unit is listed. Without MLPerf's
    /// open division and carried-over records.
    const BaselineRow *fastest = nullptr;
};

/// The records of a table that pass, sorted. Filtering walks the table once and touches no text of records that other
/// criteria leave out. GUI thread; owned by its page.
class BaselineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { RecordIdRole = Qt::UserRole + 1, IsOwnRole };
    struct FacetValue
    {
        QString value;
        int count = 0; ///< of records that pass all other criteria
        friend bool operator==(const FacetValue &a, const FacetValue &b)
        {
            return a.value == b.value && a.count == b.count;
        }
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(BaselineTablePtr table);
    const BaselineTablePtr &table() const { return m_table; }
    void setCriteria(BaselineCriteria criteria);
    const BaselineCriteria &criteria() const { return m_criteria; }

    /// Values that occur, in order; the chosen one also where nothing of it passes.
    std::vector<FacetValue> facet(BaselineFacet facet) const;
    const BaselineSummary &summary() const { return m_summary; }
    /// Null for an invalid row.
    const BaselineRow *row(int row) const;
    /// In the order of the table's file; places in BaselineTable::rows().
    const std::vector<int> &passing() const { return m_passing; }
    /// -1: not listed.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// Other records are listed, or other counts hold.
    void filtered();

private:
    using Wanted = std::array<int, kBaselineFacets>;
    void filter();
    void count(const BaselineRow &row, const Wanted &wanted, int place);
    bool passesRest(const BaselineRow &row) const;
    void summarize();
    std::vector<int> sorted() const;
    void arrange();

    BaselineTablePtr m_table;
    BaselineCriteria m_criteria;
    std::vector<int> m_passing, m_listed; ///< the same places, m_listed sorted
    std::array<std::vector<int>, kBaselineFacets> m_counts;
    BaselineSummary m_summary;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace paceline
