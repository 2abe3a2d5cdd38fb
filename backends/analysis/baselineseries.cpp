// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/baselineseries.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

std::optional<double> quantityOf(const Baseline &record, CurveQuantity quantity)
{
    if (quantity == CurveQuantity::Value)
        return record.value;
    const auto throughput = throughputOf(record);
    return throughput ? std::optional(throughput->perSecond) : std::nullopt;
}

/// On the line through both points, in logarithms.
double onLine(const BaselinePoint &a, const BaselinePoint &b, double accelerators)
{
    const double slope = std::log(b.value / a.value) / std::log(b.accelerators / a.accelerators);
    return a.value * std::pow(accelerators / a.accelerators, slope);
}

} // namespace

std::optional<Throughput> throughputOf(const Baseline &record)
{
    if (record.metric == QLatin1String("throughput") && record.value && record.unit)
        return Throughput{*record.value, *record.unit};
    const MlperfEntry &entry = record.mlperf;
    if (entry.throughputMean && entry.throughputUnit && !entry.throughputScope)
        return Throughput{*entry.throughputMean, *entry.throughputUnit};
    if (record.tokensPerSecond)
        return Throughput{*record.tokensPerSecond, QStringLiteral("tokens/s")};
    return {};
}

BaselineCurve::BaselineCurve(const BaselineSet &catalogue, const QString &series, CurveQuantity quantity)
{
    std::vector<int> counts;
    for (const Baseline *record : catalogue.series(series)) {
        const std::optional<double> value = quantityOf(*record, quantity);
        if (!value || *value <= 0)
            continue;
        const auto accelerators = double(*record->accelerators);
        if (m_points.empty() || m_points.back().accelerators != accelerators) {
            m_points.push_back({accelerators, *value, record});
            counts.push_back(1);
            continue;
        }
        const double all = double(++counts.back());
        m_points.back().value = std::pow(m_points.back().value, (all - 1) / all) * std::pow(*value, 1 / all);
    }
}

std::optional<CurveValue> BaselineCurve::at(double accelerators) const
{
    if (m_points.empty() || !(accelerators > 0))
        return {};
    const auto upper = std::lower_bound(m_points.begin(), m_points.end(), accelerators,
                                        [](const BaselinePoint &p, double scale) { return p.accelerators < scale; });
    if (upper != m_points.end() && upper->accelerators == accelerators)
        return CurveValue{upper->value, CurvePlace::Inside, upper->record, upper->record};
    if (m_points.size() < 2)
        return {};
    const CurvePlace place = upper == m_points.begin() ? CurvePlace::BelowFirst
                             : upper == m_points.end() ? CurvePlace::AboveLast
                                                       : CurvePlace::Inside;
    const auto b = std::clamp(upper, m_points.begin() + 1, m_points.end() - 1);
    const auto a = b - 1;
    return CurveValue{onLine(*a, *b, accelerators), place, a->record, b->record};
}

QStringList seriesOf(const BaselineSet &catalogue, const QString &benchmark, const QString &accelerator)
{
    BaselineFilter filter;
    filter.benchmark = benchmark;
    filter.accelerator = accelerator;
    filter.withCarriedOver = false;
    QStringList names;
    QSet<QString> seen;
    for (const Baseline *record : catalogue.matching(filter)) {
        if (record->series && !seen.contains(*record->series)) {
            seen.insert(*record->series);
            names.append(*record->series);
        }
    }
    return names;
}

std::optional<PublishedBand> publishedBand(const BaselineSet &catalogue, const BaselineFilter &asked,
                                           qint64 accelerators, const QString &unit)
{
    BaselineFilter filter = asked;
    filter.withCarriedOver = false;
    std::optional<PublishedBand> band;
    const auto add = [&](double value, std::initializer_list<const Baseline *> records) {
        if (!band)
            band = PublishedBand{value, value, unit, {}};
        band->low = std::min(band->low, value);
        band->high = std::max(band->high, value);
        for (const Baseline *record : records) {
            if (std::find(band->records.begin(), band->records.end(), record) == band->records.end())
                band->records.push_back(record);
        }
    };
    QSet<QString> seen;
    for (const Baseline *record : catalogue.matching(filter)) {
        const auto throughput = throughputOf(*record);
        const bool isOpen = record->mlperf.division == QStringLiteral("open"); // its model or target may be another
        if (!throughput || throughput->unit != unit || isOpen)
            continue;
        if (record->accelerators == accelerators)
            add(throughput->perSecond, {record});
        if (!record->series || seen.contains(*record->series))
            continue;
        seen.insert(*record->series);
        const auto value =
            BaselineCurve(catalogue, *record->series, CurveQuantity::Throughput).at(double(accelerators));
        if (value && value->place == CurvePlace::Inside && value->lower != value->upper)
            add(value->value, {value->lower, value->upper});
    }
    return band;
}

} // namespace paceline
