// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobarrangement.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace paceline {

namespace {

using Row = JobIndex::Row;

/// What a job is sorted by, cheap to compare: numbers first, then text. Missing numbers come last in both directions.
struct Key
{
    double number = 0;
    QStringView text;
    double tie = 0;
};

class Keys
{
public:
    Keys(const JobIndex &index, const JobSort &sort, double nowS)
        : m_index(index)
        , m_column(sort.column)
        , m_nowS(nowS)
    {
        rankWords();
    }
    Key of(const Row &row) const
    {
        switch (m_column) {
        case JobColumn::State:
            return {double(row.stateRank), {}, newestFirst(row)};
        case JobColumn::Name:
            return {0, m_index.name(row), newestFirst(row)};
        case JobColumn::Id:
            return {double(row.number), {}, 0};
        case JobColumn::User:
            return ranked(row, JobIndex::User);
        case JobColumn::Partition:
            return ranked(row, JobIndex::Partition);
        case JobColumn::Account:
            return ranked(row, JobIndex::Account);
        case JobColumn::Qos:
            return ranked(row, JobIndex::Qos);
        case JobColumn::Reason:
            return ranked(row, JobIndex::Reason);
        case JobColumn::Nodes:
            return {double(row.nodes), {}, newestFirst(row)};
        case JobColumn::Gpus:
            return {double(row.gpus), {}, newestFirst(row)};
        case JobColumn::Cpus:
            return {double(row.cpus), {}, newestFirst(row)};
        case JobColumn::Elapsed:
            return {row.stateRank < 5 ? m_nowS - row.startS : row.endS - row.startS, {}, newestFirst(row)};
        case JobColumn::Start:
            return {row.startS, {}, newestFirst(row)};
        case JobColumn::NodeList:
            return {0, QStringView(row.job->nodeList), newestFirst(row)};
        case JobColumn::Count:
            break;
        }
        return {double(row.stateRank), {}, newestFirst(row)};
    }

private:
    static double newestFirst(const Row &row) { return -double(row.number); }
    Key ranked(const Row &row, JobIndex::Word word) const { return {m_ranks[row.words[word]], {}, newestFirst(row)}; }
    /// Words repeat: their order is found once for each, not once for each job.
    void rankWords()
    {
        static const QHash<int, JobIndex::Word> kWords = {{int(JobColumn::User), JobIndex::User},
                                                          {int(JobColumn::Partition), JobIndex::Partition},
                                                          {int(JobColumn::Account), JobIndex::Account},
                                                          {int(JobColumn::Qos), JobIndex::Qos},
                                                          {int(JobColumn::Reason), JobIndex::Reason}};
        const auto word = kWords.constFind(int(m_column));
        if (word == kWords.constEnd())
            return;
        const QStringList &entries = m_index.dictionary(*word);
        std::vector<qsizetype> order(std::size_t(entries.size()));
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
            return entries.at(a).compare(entries.at(b), Qt::CaseInsensitive) < 0;
        });
        m_ranks.resize(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            m_ranks[std::size_t(order[i])] = entries.at(order[i]).isEmpty() ? std::nan("") : double(i);
    }

    const JobIndex &m_index;
    JobColumn m_column;
    double m_nowS;
    std::vector<double> m_ranks;
};

class Less
{
public:
    explicit Less(bool descending)
        : m_descending(descending)
    {
    }
    bool operator()(const Key &a, const Key &b) const
    {
        const bool aMissing = std::isnan(a.number), bMissing = std::isnan(b.number);
        if (aMissing != bMissing)
            return bMissing;
        if (!aMissing && a.number != b.number)
            return m_descending ? a.number > b.number : a.number < b.number;
        if (const int order = a.text.compare(b.text); order != 0)
            return m_descending ? order > 0 : order < 0;
        return a.tie < b.tie;
    }

private:
    bool m_descending;
};

std::vector<quint32> listed(const JobIndex &index, const std::vector<quint32> &sorted, const JobView &view)
{
    const std::vector<Row> &rows = index.rows();
    if (view.filter.isEmpty() && view.user.isEmpty())
        return sorted;
    std::vector<quint8> mask =
        view.filter.isEmpty() ? std::vector<quint8>(rows.size(), 1) : view.filter.match(index, view.nowS);
    if (!view.user.isEmpty()) {
        const qsizetype user = index.dictionary(JobIndex::User).indexOf(view.user);
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] &= quint8(qsizetype(rows[i].words[JobIndex::User]) == user);
    }
    std::vector<quint32> order;
    order.reserve(rows.size());
    std::copy_if(sorted.begin(), sorted.end(), std::back_inserter(order), [&mask](quint32 row) { return mask[row]; });
    return order;
}

/// Lays out sorted jobs: members of an array in one piece, in the place of the first of them.
JobArrangement gather(const JobIndex &index, const std::vector<quint32> &rows)
{
    JobArrangement arrangement;
    arrangement.order.resize(rows.size());
    arrangement.groups.reserve(rows.size());
    QHash<quint32, quint32> sizes, next; // of an array: members, and where the next one goes
    for (const quint32 row : rows) {
        if (const quint32 array = index.rows()[row].array; array != JobIndex::kNoArray)
            ++sizes[array];
    }
    quint32 end = 0;
    for (const quint32 row : rows) {
        const quint32 array = index.rows()[row].array;
        const quint32 size = array == JobIndex::kNoArray ? 1 : sizes.value(array);
        const auto place = size > 1 ? next.find(array) : next.end();
        if (place != next.end()) {
            arrangement.order[(*place)++] = row;
            continue;
        }
        arrangement.groups.push_back({end, end + size});
        arrangement.order[end] = row;
        if (size > 1)
            next.insert(array, end + 1);
        end += size;
    }
    return arrangement;
}

} // namespace

std::vector<quint32> sortRows(const JobIndex &index, const JobSort &sort, double nowS)
{
    struct Entry
    {
        Key key;
        quint32 row;
    };
    const Keys keys(index, sort, nowS);
    const Less less(sort.descending);
    std::vector<Entry> entries;
    entries.reserve(index.rows().size());
    for (const Row &row : index.rows())
        entries.push_back({keys.of(row), quint32(entries.size())});
    const auto before = [&](const Entry &a, const Entry &b) { return less(a.key, b.key); };
    if (!std::is_sorted(entries.begin(), entries.end(), before))
        std::stable_sort(entries.begin(), entries.end(), before);
    std::vector<quint32> sorted(entries.size());
    std::transform(entries.begin(), entries.end(), sorted.begin(), [](const Entry &entry) { return entry.row; });
    return sorted;
}

JobArrangement arrange(const JobIndex &index, const std::vector<quint32> &sorted, const JobView &view)
{
    return gather(index, listed(index, sorted, view));
}

} // namespace paceline
