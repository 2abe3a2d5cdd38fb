// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/baselinetable.h"

#include "backends/analysis/baselineseries.h"

#include <QHash>
#include <algorithm>
#include <limits>

namespace paceline {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Texts by number, in the order in which they come.
class Numbers
{
public:
    int of(const QString &text)
    {
        if (text.isEmpty())
            return -1;
        const auto it = m_places.constFind(text);
        if (it != m_places.constEnd())
            return *it;
        m_texts.append(text);
        m_places.insert(text, int(m_texts.size()) - 1);
        return int(m_texts.size()) - 1;
    }
    const QStringList &texts() const { return m_texts; }
    /// Sorts, and tells where each number went.
    template <class Less>
    std::vector<int> sort(const Less &less)
    {
        std::vector<int> order(std::size_t(m_texts.size())), places(order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = int(i);
        std::sort(order.begin(), order.end(), [&](int a, int b) { return less(m_texts[a], m_texts[b]); });
        QStringList sorted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            sorted.append(m_texts[order[i]]);
            places[std::size_t(order[i])] = int(i);
        }
        m_texts = sorted;
        return places;
    }

private:
    QStringList m_texts;
    QHash<QString, int> m_places;
};

QString acceleratorOf(const Baseline &record)
{
    if (record.acceleratorFamily)
        return *record.acceleratorFamily;
    return record.acceleratorKey ? *record.acceleratorKey : record.accelerator.value_or(QString()).toLower();
}

QString facetText(const Baseline &record, BaselineFacet facet)
{
    switch (facet) {
    case BaselineFacet::Kind:
        return QString::number(int(record.kind));
    case BaselineFacet::Benchmark:
        return record.benchmark;
    case BaselineFacet::Accelerator:
        return acceleratorOf(record);
    case BaselineFacet::Submitter:
        return record.mlperf.submitter ? *record.mlperf.submitter : record.source.name.value_or(QString());
    case BaselineFacet::Year:
        return record.source.year ? QString::number(*record.source.year) : QString();
    case BaselineFacet::Precision:
        return record.precisionKey ? *record.precisionKey : record.precision.value_or(QString()).toLower();
    }
    return {};
}

bool comesBefore(BaselineFacet facet, const QString &a, const QString &b)
{
    if (facet == BaselineFacet::Kind || facet == BaselineFacet::Year) {
        const int x = a.toInt(), y = b.toInt();
        return facet == BaselineFacet::Year ? x > y : x < y;
    }
    const int order = a.compare(b, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a < b;
}

QByteArray wordsOf(const Baseline &record)
{
    QStringList words{record.benchmark, record.metric, record.source.title};
    for (const auto *text :
         {&record.source.name, &record.source.locator, &record.system, &record.network, &record.framework,
          &record.dataset, &record.accelerator, &record.acceleratorKey, &record.acceleratorFamily, &record.precision,
          &record.precisionKey, &record.series, &record.mlperf.suite, &record.mlperf.round, &record.mlperf.submitter}) {
        if (*text)
            words.append(**text);
    }
    return words.join(u'\n').toLower().toUtf8();
}

QString seriesName(const Baseline &record)
{
    if (record.series || record.kind != BaselineKind::Own)
        return record.series.value_or(QString());
    const QString accelerator = acceleratorOf(record);
    return accelerator.isEmpty() ? record.benchmark : record.benchmark + QStringLiteral(", ") + accelerator;
}

BaselineRow rowOf(const Baseline &record)
{
    BaselineRow row;
    row.record = &record;
    row.accelerators = record.accelerators ? double(*record.accelerators) : kNaN;
    row.value = record.value.value_or(kNaN);
    row.batch = record.globalBatch ? double(*record.globalBatch) : kNaN;
    row.throughput = kNaN;
    row.words = wordsOf(record);
    return row;
}

} // namespace

BaselineTable::BaselineTable(BaselineSetPtr records)
    : m_records(std::move(records))
{
    std::array<Numbers, kBaselineFacets> facets;
    Numbers units, series;
    m_rows.reserve(m_records->records().size());
    for (const Baseline &record : m_records->records()) {
        BaselineRow row = rowOf(record);
        for (std::size_t f = 0; f < facets.size(); ++f)
            row.facets[f] = facets[f].of(facetText(record, BaselineFacet(f)));
        if (const auto throughput = throughputOf(record)) {
            row.throughput = throughput->perSecond;
            row.unit = units.of(throughput->unit);
        }
        row.series = series.of(seriesName(record));
        m_rows.push_back(std::move(row));
    }
    for (std::size_t f = 0; f < facets.size(); ++f) {
        const auto places =
            facets[f].sort([f](const QString &a, const QString &b) { return comesBefore(BaselineFacet(f), a, b); });
        for (BaselineRow &row : m_rows) {
            if (row.facets[f] >= 0)
                row.facets[f] = places[std::size_t(row.facets[f])];
        }
        m_values[f] = facets[f].texts();
    }
    m_units = units.texts();
    m_series = series.texts();
}

} // namespace paceline
