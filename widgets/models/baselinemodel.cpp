// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/baselinemodel.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kAnything = -2, kNothing = -3;

} // namespace

void BaselineModel::setTable(BaselineTablePtr table)
{
    beginResetModel();
    m_table = std::move(table);
    m_passing.clear();
    m_listed.clear();
    filter();
    m_listed = sorted();
    endResetModel();
    emit filtered();
}

void BaselineModel::setCriteria(BaselineCriteria criteria)
{
    m_criteria = std::move(criteria);
    filter();
    arrange();
    emit filtered();
}

void BaselineModel::filter()
{
    m_passing.clear();
    m_summary = {};
    if (!m_table)
        return;
    Wanted wanted;
    for (std::size_t f = 0; f < wanted.size(); ++f) {
        const QStringList &values = m_table->values(BaselineFacet(f));
        const qsizetype place = values.indexOf(m_criteria.facets[f]);
        wanted[f] = m_criteria.facets[f].isEmpty() ? kAnything : place < 0 ? kNothing : int(place);
        m_counts[f].assign(std::size_t(values.size()), 0);
    }
    const auto &rows = m_table->rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        count(rows[i], wanted, int(i));
    summarize();
}

/// A record that fails one facet alone counts in that facet: it is what choosing another value there would list.
void BaselineModel::count(const BaselineRow &row, const Wanted &wanted, int place)
{
    int failed = -1;
    for (std::size_t f = 0; f < wanted.size(); ++f) {
        if (wanted[f] == kAnything || row.facets[f] == wanted[f])
            continue;
        if (failed >= 0)
            return;
        failed = int(f);
    }
    if (!passesRest(row))
        return;
    if (failed < 0)
        m_passing.push_back(place);
    for (std::size_t f = 0; f < wanted.size(); ++f) {
        if ((failed < 0 || failed == int(f)) && row.facets[f] >= 0)
            ++m_counts[f][std::size_t(row.facets[f])];
    }
}

bool BaselineModel::passesRest(const BaselineRow &row) const
{
    if (m_criteria.hasScale() && !(row.accelerators >= m_criteria.from && row.accelerators <= m_criteria.to))
        return false;
    return m_criteria.query.isEmpty() || m_criteria.query.matches(row);
}

void BaselineModel::summarize()
{
    m_summary.all = int(m_table->rows().size());
    m_summary.listed = int(m_passing.size());
    std::vector<bool> benchmarks(std::size_t(m_table->values(BaselineFacet::Benchmark).size())),
        accelerators(std::size_t(m_table->values(BaselineFacet::Accelerator).size()));
    int unit = -1;
    bool isOneUnit = true;
    const auto note = [this](std::vector<bool> &seen, int value, int &count, QString &first, BaselineFacet facet) {
        if (value < 0 || seen[std::size_t(value)])
            return;
        seen[std::size_t(value)] = true;
        if (++count == 1)
            first = m_table->values(facet).at(value);
    };
    for (const int place : m_passing) {
        const BaselineRow &row = m_table->rows()[std::size_t(place)];
        note(benchmarks, row.facets[std::size_t(BaselineFacet::Benchmark)], m_summary.benchmarks, m_summary.benchmark,
             BaselineFacet::Benchmark);
        note(accelerators, row.facets[std::size_t(BaselineFacet::Accelerator)], m_summary.accelerators,
             m_summary.accelerator, BaselineFacet::Accelerator);
        m_summary.own += row.record->kind == BaselineKind::Own;
        if (const auto year = row.record->source.year) {
            m_summary.firstYear = std::min(m_summary.firstYear.value_or(*year), *year);
            m_summary.lastYear = std::max(m_summary.lastYear.value_or(*year), *year);
        }
        const MlperfEntry &entry = row.record->mlperf;
        if (row.unit < 0 || std::isnan(row.perAccelerator()) || entry.carriedOverFrom ||
            entry.division == QLatin1String("open"))
            continue;
        isOneUnit = isOneUnit && (unit < 0 || unit == row.unit);
        unit = row.unit;
        if (!m_summary.fastest || row.perAccelerator() > m_summary.fastest->perAccelerator())
            m_summary.fastest = &row;
    }
    if (m_summary.benchmarks != 1 || !isOneUnit)
        m_summary.fastest = nullptr;
}

std::vector<int> BaselineModel::sorted() const
{
    if (m_sortColumn < 0 || !m_table)
        return m_passing;
    std::vector<std::pair<double, int>> keys;
    keys.reserve(m_passing.size());
    for (const int place : m_passing)
        keys.emplace_back(baselineSortKey(m_table->rows()[std::size_t(place)], BaselineColumn(m_sortColumn)), place);
    const bool isDown = m_sortOrder == Qt::DescendingOrder;
    // What is not told comes last either way.
    std::stable_sort(keys.begin(), keys.end(), [isDown](const auto &a, const auto &b) {
        if (std::isnan(a.first) || std::isnan(b.first))
            return !std::isnan(a.first) && std::isnan(b.first);
        return isDown ? a.first > b.first : a.first < b.first;
    });
    std::vector<int> places;
    places.reserve(keys.size());
    for (const auto &[key, place] : keys)
        places.push_back(place);
    return places;
}

void BaselineModel::arrange()
{
    std::vector<int> listed = sorted();
    if (listed == m_listed)
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    std::vector<int> rows(from.isEmpty() || !m_table ? 0 : m_table->rows().size(), -1);
    for (std::size_t i = 0; !rows.empty() && i < listed.size(); ++i)
        rows[std::size_t(listed[i])] = int(i);
    QModelIndexList to;
    for (const QModelIndex &old : from) {
        const int row = rows.empty() ? -1 : rows[std::size_t(m_listed[std::size_t(old.row())])];
        to.append(row < 0 ? QModelIndex() : createIndex(row, old.column()));
    }
    m_listed = std::move(listed);
    changePersistentIndexList(from, to);
    emit layoutChanged();
}

std::vector<BaselineModel::FacetValue> BaselineModel::facet(BaselineFacet facet) const
{
    std::vector<FacetValue> found;
    if (!m_table)
        return found;
    const QStringList &values = m_table->values(facet);
    const QString &chosen = m_criteria.facets[std::size_t(facet)];
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int count = m_counts[std::size_t(facet)][std::size_t(i)];
        if (count > 0 || values[i] == chosen)
            found.push_back({values[i], count});
    }
    return found;
}

const BaselineRow *BaselineModel::row(int row) const
{
    return row >= 0 && row < int(m_listed.size()) ? &m_table->rows()[std::size_t(m_listed[std::size_t(row)])] : nullptr;
}

int BaselineModel::rowOf(const QString &id) const
{
    for (std::size_t i = 0; i < m_listed.size(); ++i) {
        if (m_table->rows()[std::size_t(m_listed[i])].record->id == id)
            return int(i);
    }
    return -1;
}

int BaselineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_listed.size());
}

int BaselineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(BaselineColumn::Count);
}

QVariant BaselineModel::data(const QModelIndex &index, int role) const
{
    const BaselineRow *found = index.isValid() ? row(index.row()) : nullptr;
    if (!found)
        return {};
    const auto column = BaselineColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return baselineCell(*found, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isBaselineNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case RecordIdRole:
        return found->record->id;
    case IsOwnRole:
        return found->record->kind == BaselineKind::Own;
    default:
        return {};
    }
}

QVariant BaselineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = BaselineColumn(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isBaselineNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && column == BaselineColumn::Accelerators)
        return tr("Number of accelerators");
    if (role == Qt::ToolTipRole && column == BaselineColumn::Throughput)
        return tr("Of the whole system; of MLPerf over whole runs, evaluation and start-up included");
    return role == Qt::DisplayRole ? QVariant(baselineHeader(column)) : QVariant();
}

void BaselineModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
}

} // namespace paceline
