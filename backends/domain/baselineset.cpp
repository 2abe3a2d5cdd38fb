// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/domain/baselineset.h"

#include <algorithm>

namespace paceline {

namespace {

bool isSame(const std::optional<QString> &told, const QString &asked)
{
    return told && told->compare(asked, Qt::CaseInsensitive) == 0;
}

bool isAccelerator(const Baseline &record, const QString &asked)
{
    return isSame(record.acceleratorKey, asked) || isSame(record.acceleratorFamily, asked) ||
           (record.accelerator && record.accelerator->contains(asked, Qt::CaseInsensitive));
}

} // namespace

bool matches(const Baseline &record, const BaselineFilter &filter)
{
    const auto same = [](const std::optional<QString> &asked, const std::optional<QString> &told) {
        return !asked || isSame(told, *asked);
    };
    return (!filter.kind || record.kind == *filter.kind) && same(filter.benchmark, record.benchmark) &&
           same(filter.submitter, record.mlperf.submitter) && same(filter.series, record.series) &&
           (!filter.precision || isSame(record.precisionKey, *filter.precision) ||
            isSame(record.precision, *filter.precision)) &&
           (!filter.accelerator || isAccelerator(record, *filter.accelerator)) &&
           (!filter.year || record.source.year == filter.year) &&
           (!filter.minAccelerators || (record.accelerators && *record.accelerators >= *filter.minAccelerators)) &&
           (!filter.maxAccelerators || (record.accelerators && *record.accelerators <= *filter.maxAccelerators)) &&
           (filter.withCarriedOver || !record.mlperf.carriedOverFrom);
}

BaselineSet::BaselineSet(std::vector<Baseline> records)
    : m_records(std::move(records))
{
    m_index.reserve(qsizetype(m_records.size()));
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        if (!m_index.contains(m_records[i].id))
            m_index.insert(m_records[i].id, i);
    }
}

const Baseline *BaselineSet::find(const QString &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.constEnd() ? nullptr : &m_records[*it];
}

std::vector<const Baseline *> BaselineSet::matching(const BaselineFilter &filter) const
{
    std::vector<const Baseline *> found;
    for (const Baseline &record : m_records) {
        if (matches(record, filter))
            found.push_back(&record);
    }
    return found;
}

std::vector<const Baseline *> BaselineSet::series(const QString &name) const
{
    std::vector<const Baseline *> found;
    for (const Baseline &record : m_records) {
        if (record.series == name && record.accelerators && !record.mlperf.carriedOverFrom)
            found.push_back(&record);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Baseline *a, const Baseline *b) { return *a->accelerators < *b->accelerators; });
    return found;
}

BaselineSet BaselineSet::with(const std::vector<Baseline> &more) const
{
    std::vector<Baseline> records = m_records;
    records.insert(records.end(), more.begin(), more.end());
    return BaselineSet(std::move(records));
}

} // namespace paceline
