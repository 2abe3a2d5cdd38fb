// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobtablemodel.h"

#include "widgets/models/jobcells.h"
#include "widgets/models/mood.h"

#include <QSet>
#include <algorithm>

namespace paceline {

namespace {

/// What a row is, however it moves: a job, or an array as a whole.
struct RowKey
{
    bool isArray = false;
    quint32 number = 0;
    friend bool operator==(const RowKey &, const RowKey &) = default;
    friend size_t qHash(const RowKey &key, size_t seed = 0) { return qHashMulti(seed, key.isArray, key.number); }
};

RowKey keyOf(const JobIndex &index, const JobArrangement &arrangement, const JobArrangement::Group &group)
{
    const JobIndex::Row &first = index.rows()[arrangement.order[group.begin]];
    return group.isArray() ? RowKey{true, first.array} : RowKey{false, first.number};
}

bool sameOrder(const JobIndex &a, const JobArrangement &aa, const JobIndex &b, const JobArrangement &ba)
{
    const auto sameGroup = [](const JobArrangement::Group &x, const JobArrangement::Group &y) {
        return x.begin == y.begin && x.end == y.end;
    };
    return aa.order.size() == ba.order.size() && aa.groups.size() == ba.groups.size() &&
           std::equal(aa.groups.begin(), aa.groups.end(), ba.groups.begin(), sameGroup) &&
           std::equal(aa.order.begin(), aa.order.end(), ba.order.begin(),
                      [&](quint32 x, quint32 y) { return a.rows()[x].number == b.rows()[y].number; });
}

} // namespace

/// Carries persistent indexes (selection, open arrays) over a new arrangement. Only those few are looked up.
struct JobTableModel::Remap
{
    struct Place
    {
        RowKey key;
        int column;
    };
    explicit Remap(const JobTableModel &model)
        : from(model.persistentIndexList())
    {
        for (const QModelIndex &index : from) {
            const bool child = isChild(index);
            const RowKey key = child ? RowKey{false, model.rowOf(index).number}
                                     : keyOf(model.m_index, model.m_arrangement, model.groupOf(index));
            places.push_back({key, index.column()});
            wanted.insert(key);
        }
    }
    QModelIndexList to(const JobTableModel &model) const
    {
        QHash<RowKey, QModelIndex> found;
        const auto &groups = model.m_arrangement.groups;
        for (std::size_t g = 0; !wanted.isEmpty() && g < groups.size(); ++g) {
            const QModelIndex top = model.index(int(g), 0);
            if (const RowKey key = keyOf(model.m_index, model.m_arrangement, groups[g]); wanted.contains(key))
                found.insert(key, top);
            for (quint32 i = groups[g].begin; groups[g].isArray() && i < groups[g].end; ++i) {
                const RowKey key{false, model.m_index.rows()[model.m_arrangement.order[i]].number};
                if (wanted.contains(key))
                    found.insert(key, model.index(int(i - groups[g].begin), 0, top));
            }
        }
        QModelIndexList list;
        for (const Place &place : places) {
            const QModelIndex row = found.value(place.key);
            list.append(row.isValid() ? row.siblingAtColumn(place.column) : QModelIndex());
        }
        return list;
    }

    QModelIndexList from;
    std::vector<Place> places;
    QSet<RowKey> wanted;
};

void JobTableModel::setJobs(std::shared_ptr<const JobList> jobs)
{
    m_jobs = std::move(jobs);
    take(m_index.updated(m_jobs.get()));
}

void JobTableModel::setFilter(const JobFilter &filter)
{
    m_view.filter = filter;
    rearrange();
}

void JobTableModel::setUser(const QString &user)
{
    if (m_view.user == user)
        return;
    m_view.user = user;
    rearrange();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    m_view.sort.column = column < 0 ? JobColumn::Count : JobColumn(std::min(column, int(JobColumn::Count)));
    m_view.sort.descending = order == Qt::DescendingOrder;
    m_sorted = sortRows(m_index, m_view.sort, m_view.nowS);
    rearrange();
}

void JobTableModel::adopt(JobIndex index, JobArrangement arrangement)
{
    m_index = std::move(index);
    m_arrangement = std::move(arrangement);
    m_summaries.clear();
}

void JobTableModel::rearrange()
{
    JobArrangement arrangement = arrange(m_index, m_sorted, m_view);
    if (sameOrder(m_index, m_arrangement, m_index, arrangement))
        return;
    emit layoutAboutToBeChanged();
    const Remap remap(*this);
    adopt(std::move(m_index), std::move(arrangement));
    changePersistentIndexList(remap.from, remap.to(*this));
    emit layoutChanged();
}

void JobTableModel::take(JobIndex next)
{
    m_sorted = sortRows(next, m_view.sort, m_view.nowS);
    JobArrangement arrangement = arrange(next, m_sorted, m_view);
    if (sameOrder(m_index, m_arrangement, next, arrangement)) {
        adopt(std::move(next), std::move(arrangement));
    } else {
        emit layoutAboutToBeChanged();
        const Remap remap(*this);
        adopt(std::move(next), std::move(arrangement));
        changePersistentIndexList(remap.from, remap.to(*this));
        emit layoutChanged();
    }
    announceChanges();
}

bool JobTableModel::isChanged(const JobArrangement::Group &group) const
{
    return std::any_of(m_arrangement.order.begin() + group.begin, m_arrangement.order.begin() + group.end,
                       [this](quint32 row) { return m_index.rows()[row].isChanged; });
}

void JobTableModel::announceChanges()
{
    // A view searches its rows for each of these: many changes are told as one range.
    constexpr int kSingly = 16;
    std::vector<int> changed;
    for (std::size_t g = 0; g < m_arrangement.groups.size(); ++g) {
        if (isChanged(m_arrangement.groups[g]))
            changed.push_back(int(g));
    }
    m_index.clearChanges();
    if (changed.empty())
        return;
    const int last = columnCount() - 1;
    if (changed.size() > kSingly)
        emit dataChanged(index(changed.front(), 0), index(changed.back(), last));
    for (const int g : changed) {
        const QModelIndex top = index(g, 0);
        if (changed.size() <= kSingly)
            emit dataChanged(top, top.siblingAtColumn(last));
        if (const int children = rowCount(top); children > 0)
            emit dataChanged(index(0, 0, top), index(children - 1, last, top));
    }
}

const JobArrangement::Group &JobTableModel::groupOf(const QModelIndex &index) const
{
    return m_arrangement.groups[isChild(index) ? std::size_t(index.internalId() - 1) : std::size_t(index.row())];
}

const JobIndex::Row &JobTableModel::rowOf(const QModelIndex &index) const
{
    const quint32 at = groupOf(index).begin + (isChild(index) ? quint32(index.row()) : 0);
    return m_index.rows()[m_arrangement.order[at]];
}

const ArraySummary &JobTableModel::summaryOf(const JobArrangement::Group &group) const
{
    ArraySummary &summary = m_summaries[group.begin];
    if (!summary.first) {
        for (quint32 i = group.begin; i < group.end; ++i)
            summary.add(*m_index.rows()[m_arrangement.order[i]].job);
    }
    return summary;
}

std::shared_ptr<const Job> JobTableModel::job(const QModelIndex &index) const
{
    return index.isValid() ? rowOf(index).job : nullptr;
}

QModelIndex JobTableModel::indexOf(JobId job) const
{
    for (std::size_t g = 0; g < m_arrangement.groups.size(); ++g) {
        const JobArrangement::Group &group = m_arrangement.groups[g];
        for (quint32 i = group.begin; i < group.end; ++i) {
            if (m_index.rows()[m_arrangement.order[i]].number == job.number)
                return group.isArray() ? index(int(i - group.begin), 0, index(int(g), 0)) : index(int(g), 0);
        }
    }
    return {};
}

QModelIndex JobTableModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex JobTableModel::parent(const QModelIndex &child) const
{
    return child.isValid() && isChild(child) ? createIndex(int(child.internalId() - 1), 0, quintptr(0)) : QModelIndex();
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_arrangement.groups.size());
    if (isChild(parent) || parent.column() > 0)
        return 0;
    const JobArrangement::Group &group = groupOf(parent);
    return group.isArray() ? int(group.end - group.begin) : 0;
}

int JobTableModel::columnCount(const QModelIndex &) const
{
    return int(JobColumn::Count);
}

bool JobTableModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = JobColumn(index.column());
    const JobArrangement::Group &group = groupOf(index);
    const bool isArray = group.isArray() && !isChild(index);
    const Job &job = *rowOf(index).job;
    switch (role) {
    case Qt::DisplayRole:
        return isArray ? arrayCell(column, summaryOf(group), m_view.nowS) : jobCell(column, job, m_view.nowS);
    case Qt::ToolTipRole:
        return plainToolTip(isArray ? arrayToolTip(summaryOf(group)) : jobToolTip(column, job, m_view.nowS));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft));
    case MoodRole:
        return int(moodOf(job));
    case JobNumberRole:
        return job.id.number;
    case IsArrayRole:
        return isArray;
    default:
        return {};
    }
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = JobColumn(section);
    if (role == Qt::DisplayRole)
        return jobHeader(column);
    if (role == Qt::ToolTipRole)
        return plainToolTip(jobHeaderToolTip(column));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace paceline
