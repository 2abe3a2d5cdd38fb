// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/baselinewords.h"

#include "backends/core/text.h"
#include "widgets/format/publishedtext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <algorithm>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BaselineWords)
};

struct FieldWord
{
    const char *name, *word;
};
constexpr FieldWord kFieldWords[] = {
    {"id", QT_TRANSLATE_NOOP("BaselineWords", "Id")},
    {"title", QT_TRANSLATE_NOOP("BaselineWords", "Title")},
    {"year", QT_TRANSLATE_NOOP("BaselineWords", "Year")},
    {"source", QT_TRANSLATE_NOOP("BaselineWords", "Source")},
    {"source_locator", QT_TRANSLATE_NOOP("BaselineWords", "Found at")},
    {"system", QT_TRANSLATE_NOOP("BaselineWords", "System")},
    {"accelerator", QT_TRANSLATE_NOOP("BaselineWords", "Accelerator")},
    {"accelerators", QT_TRANSLATE_NOOP("BaselineWords", "Accelerators")},
    {"nodes", QT_TRANSLATE_NOOP("BaselineWords", "Nodes")},
    {"global_batch", QT_TRANSLATE_NOOP("BaselineWords", "Global batch")},
    {"precision", QT_TRANSLATE_NOOP("BaselineWords", "Precision")},
    {"framework", QT_TRANSLATE_NOOP("BaselineWords", "Framework")},
    {"dataset", QT_TRANSLATE_NOOP("BaselineWords", "Data set")},
    {"benchmark", QT_TRANSLATE_NOOP("BaselineWords", "Benchmark")},
    {"metric", QT_TRANSLATE_NOOP("BaselineWords", "Measure")},
    {"value", QT_TRANSLATE_NOOP("BaselineWords", "Figure")},
    {"unit", QT_TRANSLATE_NOOP("BaselineWords", "Unit")},
    {"verified", QT_TRANSLATE_NOOP("BaselineWords", "Read in the source")},
    {"derived", QT_TRANSLATE_NOOP("BaselineWords", "Computed from it")},
    {"own", QT_TRANSLATE_NOOP("BaselineWords", "Your own")},
    {"series", QT_TRANSLATE_NOOP("BaselineWords", "Curve")},
    {"scaling", QT_TRANSLATE_NOOP("BaselineWords", "Scaling")},
    {"base_accelerators", QT_TRANSLATE_NOOP("BaselineWords", "Base of the speed-up")},
    {"published_speedup", QT_TRANSLATE_NOOP("BaselineWords", "Speed-up by the source")},
    {"network", QT_TRANSLATE_NOOP("BaselineWords", "Network")},
    {"iteration_seconds", QT_TRANSLATE_NOOP("BaselineWords", "Seconds an iteration")},
    {"tokens_per_second", QT_TRANSLATE_NOOP("BaselineWords", "Tokens/s")},
    {"model_tflops_per_accelerator", QT_TRANSLATE_NOOP("BaselineWords", "TFLOP/s an accelerator")},
    {"aggregate_pflops", QT_TRANSLATE_NOOP("BaselineWords", "PFLOP/s in all")},
    {"peak_fraction", QT_TRANSLATE_NOOP("BaselineWords", "Share of the peak")},
    {"model_params_b", QT_TRANSLATE_NOOP("BaselineWords", "Parameters, billions")},
    {"layers", QT_TRANSLATE_NOOP("BaselineWords", "Layers")},
    {"seq_len", QT_TRANSLATE_NOOP("BaselineWords", "Sequence length")},
    {"tp", QT_TRANSLATE_NOOP("BaselineWords", "Tensor parallel")},
    {"pp", QT_TRANSLATE_NOOP("BaselineWords", "Pipeline parallel")},
    {"cp", QT_TRANSLATE_NOOP("BaselineWords", "Context parallel")},
    {"dp", QT_TRANSLATE_NOOP("BaselineWords", "Data parallel")},
    {"suite", QT_TRANSLATE_NOOP("BaselineWords", "Suite")},
    {"round", QT_TRANSLATE_NOOP("BaselineWords", "Round")},
    {"submitter", QT_TRANSLATE_NOOP("BaselineWords", "Submitter")},
    {"division", QT_TRANSLATE_NOOP("BaselineWords", "Division")},
    {"availability", QT_TRANSLATE_NOOP("BaselineWords", "Availability")},
    {"run_date", QT_TRANSLATE_NOOP("BaselineWords", "Run on")},
    {"runs_counted", QT_TRANSLATE_NOOP("BaselineWords", "Runs counted")},
    {"runs_failed", QT_TRANSLATE_NOOP("BaselineWords", "Runs failed")},
    {"runs_minutes", QT_TRANSLATE_NOOP("BaselineWords", "Minutes of the runs")},
    {"runs_samples", QT_TRANSLATE_NOOP("BaselineWords", "Samples of the runs")},
    {"samples_mean", QT_TRANSLATE_NOOP("BaselineWords", "Samples, mean")},
    {"throughput_mean", QT_TRANSLATE_NOOP("BaselineWords", "Throughput, mean")},
    {"throughput_unit", QT_TRANSLATE_NOOP("BaselineWords", "Unit of throughput")},
    {"scaling_factor", QT_TRANSLATE_NOOP("BaselineWords", "Scaling factor")},
    {"carried_over_from", QT_TRANSLATE_NOOP("BaselineWords", "Same runs as")},
    {"formula", QT_TRANSLATE_NOOP("BaselineWords", "Formula")},
    {"variables", QT_TRANSLATE_NOOP("BaselineWords", "Variables")},
    {"runs", QT_TRANSLATE_NOOP("BaselineWords", "Runs")},
    {"rounds", QT_TRANSLATE_NOOP("BaselineWords", "Rounds")},
    {"std", QT_TRANSLATE_NOOP("BaselineWords", "Standard deviation")},
    {"note", QT_TRANSLATE_NOOP("BaselineWords", "Note")},
};

QString listed(const BaselineSummary &summary)
{
    const QString records = Words::tr("%n record(s)", nullptr, summary.listed);
    return summary.listed == summary.all
               ? records
               : Words::tr("%1 of %n record(s)", nullptr, summary.all).arg(formatCount(summary.listed));
}

/// Qt puts %n in without parting its thousands.
QString withParted(QString text, int count)
{
    return text.replace(QString::number(count), formatCount(count));
}

} // namespace

QString baselineHeadline(const BaselineSummary &summary)
{
    QString sentence = withParted(listed(summary), summary.all);
    QStringList parts;
    const QString benchmarks = summary.benchmarks == 1 ? benchmarkText(summary.benchmark)
                                                       : Words::tr("%n benchmark(s)", nullptr, summary.benchmarks);
    const QString accelerators = summary.accelerators == 1
                                     ? acceleratorText(summary.accelerator)
                                     : Words::tr("%n kind(s) of accelerator", nullptr, summary.accelerators);
    if (summary.benchmarks > 0)
        parts.append(summary.accelerators > 0
                         ? Words::tr("%1 on %2", "benchmarks, accelerators").arg(benchmarks, accelerators)
                         : benchmarks);
    if (summary.firstYear)
        parts.append(summary.firstYear == summary.lastYear
                         ? QString::number(*summary.firstYear)
                         : Words::tr("%1 to %2", "years").arg(*summary.firstYear).arg(*summary.lastYear));
    if (summary.own > 0 && summary.own < summary.listed)
        parts.append(Words::tr("%n of your own", nullptr, summary.own));
    return parts.isEmpty() ? sentence + u'.'
                           : sentence + QStringLiteral(": ") + parts.join(QStringLiteral(", ")) + u'.';
}

QString baselineFastest(const BaselineSummary &summary)
{
    if (!summary.fastest)
        return {};
    const BaselineRow &row = *summary.fastest;
    return Words::tr("The fastest per accelerator: %1 on %2, %3 of them (%4).", "rate, accelerator, number, source")
        .arg(
            baselineCell(row, BaselineColumn::PerAccelerator), baselineCell(row, BaselineColumn::Accelerator),
            baselineCell(row, BaselineColumn::Accelerators),
            baselineCell(row, BaselineColumn::Source) +
                (row.record->source.year ? QStringLiteral(", ") + baselineCell(row, BaselineColumn::Year) : QString()));
}

QString baselineCurvesNote(const BaselineCurves &curves)
{
    QStringList parts;
    if (curves.found > int(curves.series.size()))
        parts.append(Words::tr("%1 of %n curve(s)", nullptr, curves.found).arg(curves.series.size()));
    else if (curves.found > 0)
        parts.append(Words::tr("%n curve(s)", nullptr, curves.found));
    if (curves.otherUnits > 0)
        parts.append(Words::tr("%n in other units left out", nullptr, curves.otherUnits));
    return parts.join(QStringLiteral(", "));
}

QString baselineFieldText(const QString &name)
{
    for (const FieldWord &known : kFieldWords) {
        if (name == QLatin1String(known.name))
            return Words::tr(known.word);
    }
    return displayText(name, 60).replace(u'_', u' ');
}

} // namespace paceline
