// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/baselinecells.h"

#include "backends/analysis/baselineseries.h"
#include "backends/core/text.h"
#include "widgets/format/publishedtext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BaselineCells)
};

constexpr int kLongest = 120;

QString numberText(double value, const QString &unit)
{
    return std::isnan(value) ? missingText() : baselineValueText(value, unit);
}

QString countText(double value)
{
    return std::isnan(value) ? missingText() : formatCount(std::llround(value));
}

QString yearText(const Baseline &record)
{
    const QString year = record.source.year ? QString::number(*record.source.year) : QString();
    if (!record.mlperf.round)
        return year.isEmpty() ? missingText() : year;
    const QString round = displayText(*record.mlperf.round, 20);
    return year.isEmpty() ? round : QStringLiteral("%1, %2").arg(year, round);
}

QString sourceText(const Baseline &record)
{
    if (record.source.isOwn)
        return Words::tr("★ own measurement");
    const QString source =
        displayText(record.mlperf.submitter.value_or(record.source.name.value_or(record.source.title)), kLongest);
    return record.kind == BaselineKind::Own ? Words::tr("★ imported: %1").arg(source) : source;
}

} // namespace

bool isBaselineNumber(BaselineColumn column)
{
    return column >= BaselineColumn::Accelerators && column <= BaselineColumn::Batch;
}

QString baselineHeader(BaselineColumn column)
{
    switch (column) {
    case BaselineColumn::Benchmark:
        return Words::tr("Benchmark");
    case BaselineColumn::Accelerator:
        return Words::tr("Accelerator");
    case BaselineColumn::Accelerators:
        return Words::tr("Number");
    case BaselineColumn::Value:
        return Words::tr("Figure");
    case BaselineColumn::Throughput:
        return Words::tr("Throughput");
    case BaselineColumn::PerAccelerator:
        return Words::tr("Per accelerator");
    case BaselineColumn::Batch:
        return Words::tr("Global batch");
    case BaselineColumn::Precision:
        return Words::tr("Precision");
    case BaselineColumn::Source:
        return Words::tr("Source");
    case BaselineColumn::Year:
        return Words::tr("Year, round");
    case BaselineColumn::Count:
        break;
    }
    return {};
}

QString baselineCell(const BaselineRow &row, BaselineColumn column)
{
    const Baseline &record = *row.record;
    const auto throughput = [&row](double value) {
        const auto told = throughputOf(*row.record);
        return told ? numberText(value, told->unit) : missingText();
    };
    switch (column) {
    case BaselineColumn::Benchmark:
        return benchmarkText(record.benchmark);
    case BaselineColumn::Accelerator:
        return record.accelerator         ? displayText(*record.accelerator, kLongest)
               : record.acceleratorFamily ? acceleratorText(*record.acceleratorFamily)
                                          : missingText();
    case BaselineColumn::Accelerators:
        return countText(row.accelerators);
    case BaselineColumn::Value:
        return numberText(row.value, record.unit.value_or(QString()));
    case BaselineColumn::Throughput:
        return throughput(row.throughput);
    case BaselineColumn::PerAccelerator:
        return throughput(row.perAccelerator());
    case BaselineColumn::Batch:
        return countText(row.batch);
    case BaselineColumn::Precision:
        return record.precision ? displayText(*record.precision, 40) : missingText();
    case BaselineColumn::Source:
        return sourceText(record);
    case BaselineColumn::Year:
        return yearText(record);
    case BaselineColumn::Count:
        break;
    }
    return {};
}

double baselineSortKey(const BaselineRow &row, BaselineColumn column)
{
    const auto place = [&row](BaselineFacet facet) {
        const int value = row.facets[std::size_t(facet)];
        return value < 0 ? std::nan("") : double(value);
    };
    switch (column) {
    case BaselineColumn::Benchmark:
        return place(BaselineFacet::Benchmark);
    case BaselineColumn::Accelerator:
        return place(BaselineFacet::Accelerator);
    case BaselineColumn::Accelerators:
        return row.accelerators;
    case BaselineColumn::Value:
        return row.value;
    case BaselineColumn::Throughput:
        return row.throughput;
    case BaselineColumn::PerAccelerator:
        return row.perAccelerator();
    case BaselineColumn::Batch:
        return row.batch;
    case BaselineColumn::Precision:
        return place(BaselineFacet::Precision);
    case BaselineColumn::Source:
        return place(BaselineFacet::Submitter);
    case BaselineColumn::Year:
        return row.record->source.year ? double(*row.record->source.year) : std::nan("");
    case BaselineColumn::Count:
        break;
    }
    return std::nan("");
}

QString acceleratorText(const QString &family)
{
    QString text = displayText(family, kLongest).toUpper();
    // "TPU-V3" is written "TPU v3".
    if (text.startsWith(QLatin1String("TPU-V")))
        text = QStringLiteral("TPU v") + text.mid(5).toLower();
    return text;
}

QString baselineKindText(BaselineKind kind)
{
    switch (kind) {
    case BaselineKind::Paper:
        return Words::tr("Papers and vendors");
    case BaselineKind::MlperfHpc:
        return QStringLiteral("MLPerf HPC");
    case BaselineKind::MlperfTraining:
        return QStringLiteral("MLPerf Training");
    case BaselineKind::LanguageModel:
        return Words::tr("Language models");
    case BaselineKind::Convergence:
        return Words::tr("Convergence points");
    case BaselineKind::Hardware:
        return Words::tr("Hardware");
    case BaselineKind::Model:
        return Words::tr("Sizes of models");
    case BaselineKind::Law:
        return Words::tr("Laws and formulas");
    case BaselineKind::Own:
        return Words::tr("Your own");
    }
    return {};
}

QString baselineFacetText(BaselineFacet facet, const QString &value)
{
    switch (facet) {
    case BaselineFacet::Kind:
        return baselineKindText(BaselineKind(value.toInt()));
    case BaselineFacet::Benchmark:
        return benchmarkText(value);
    case BaselineFacet::Accelerator:
        return acceleratorText(value);
    default:
        return displayText(value, kLongest);
    }
}

QString baselineValueText(double value, const QString &unit)
{
    const QString number = formatNumber(value, 4);
    return unit.isEmpty() ? number : number + QChar(0x00a0) + displayText(unit, 30);
}

} // namespace paceline
