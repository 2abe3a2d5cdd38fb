// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/baselinecurves.h"

#include "backends/core/text.h"
#include "widgets/format/publishedtext.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace paceline {

namespace {

/// Which unit a value is in; only values of one are drawn together.
struct Measured
{
    double value = 0;
    QString unit;
};

std::optional<Measured> measured(const BaselineRow &row, BaselineQuantity quantity, const BaselineTable &table)
{
    const Baseline &record = *row.record;
    if (quantity == BaselineQuantity::TimeToTrain) {
        const bool isTime = record.metric.startsWith(QLatin1String("time_to_train")) && record.value &&
                            record.unit == QLatin1String("minutes");
        return isTime ? std::optional(Measured{*record.value * 60, *record.unit}) : std::nullopt;
    }
    if (row.unit < 0 || !(row.throughput > 0))
        return std::nullopt;
    const bool isWhole = quantity == BaselineQuantity::Throughput;
    return Measured{isWhole ? row.throughput : row.perAccelerator(), table.units().at(row.unit)};
}

struct Curve
{
    const Baseline *first = nullptr;               ///< of the smallest scale
    std::map<double, std::pair<double, int>> logs; ///< by accelerators: sum of logarithms, and of how many
};

QString nameOf(const Baseline &record, bool withBenchmark)
{
    const bool isEntry = record.mlperf.submitter.has_value();
    QStringList parts;
    if (withBenchmark || record.kind == BaselineKind::Own)
        parts.append(benchmarkText(record.benchmark));
    if (isEntry)
        parts.append(displayText(*record.mlperf.submitter, 30));
    else if (record.series)
        parts.append(displayText(*record.series, 40));
    if ((isEntry || !record.series) && record.acceleratorFamily)
        parts.append(acceleratorText(*record.acceleratorFamily));
    if (record.mlperf.round)
        parts.append(displayText(*record.mlperf.round, 10));
    return parts.join(QStringLiteral(", "));
}

ScalingPlot::Series shown(const Curve &curve, BaselineQuantity quantity, bool withBenchmark)
{
    ScalingPlot::Series series;
    series.name = nameOf(*curve.first, withBenchmark);
    series.note = displayText(curve.first->source.title, 160);
    series.isOwn = curve.first->kind == BaselineKind::Own;
    series.isWeak = curve.first->scaling == BaselineScaling::Weak;
    double base = std::nan("");
    for (const auto &[accelerators, sum] : curve.logs) {
        double value = std::exp(sum.first / sum.second);
        if (std::isnan(base))
            base = value;
        if (quantity == BaselineQuantity::Efficiency)
            value = value / base * 100;
        ScalingPlot::Point point;
        point.accelerators = accelerators;
        point.value = value;
        series.points.push_back(point);
    }
    return series;
}

} // namespace

BaselineCurves baselineCurves(const BaselineModel &model, BaselineQuantity quantity, std::size_t most)
{
    BaselineCurves found;
    if (!model.table())
        return found;
    const BaselineTable &table = *model.table();
    std::map<QString, std::map<int, Curve>> byUnit;
    for (const int place : model.passing()) {
        const BaselineRow &row = table.rows()[std::size_t(place)];
        if (row.series < 0 || std::isnan(row.accelerators) || row.record->mlperf.carriedOverFrom)
            continue;
        const auto value = measured(row, quantity, table);
        if (!value || !(value->value > 0))
            continue;
        Curve &curve = byUnit[value->unit][row.series];
        if (!curve.first || double(*curve.first->accelerators) > row.accelerators)
            curve.first = row.record;
        auto &sum = curve.logs[row.accelerators];
        sum.first += std::log(value->value);
        ++sum.second;
    }
    if (byUnit.empty())
        return found;
    const auto usual = std::max_element(byUnit.begin(), byUnit.end(),
                                        [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    for (const auto &[unit, curves] : byUnit)
        found.otherUnits += unit == usual->first ? 0 : int(curves.size());
    found.unit = usual->first;
    std::vector<const Curve *> curves;
    for (const auto &[series, curve] : usual->second) {
        // One point is no curve; of one's own it is what the curves of others are compared with.
        if (curve.logs.size() > 1 || curve.first->kind == BaselineKind::Own)
            curves.push_back(&curve);
    }
    found.found = int(curves.size());
    std::stable_sort(curves.begin(), curves.end(), [](const Curve *a, const Curve *b) {
        const bool isOwn = a->first->kind == BaselineKind::Own, isOtherOwn = b->first->kind == BaselineKind::Own;
        return isOwn != isOtherOwn ? isOwn : a->logs.size() > b->logs.size();
    });
    curves.resize(std::min(curves.size(), most));
    for (const Curve *curve : curves) {
        found.series.push_back(shown(*curve, quantity, model.summary().benchmarks > 1));
        found.recordIds.push_back(curve->first->id);
    }
    return found;
}

} // namespace paceline
