// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/scalingtext.h"

#include "backends/core/text.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Scaling)
};

QString setAsideText(const ScalingAnalysis &analysis)
{
    QStringList scales;
    for (const ScalingPointFigures &figures : analysis.points) {
        if (!figures.isSetAside)
            continue;
        const double percent = 100 * (std::exp(figures.residual) - 1);
        scales.append(Text::tr("%1 (%2 %)")
                          .arg(formatNumber(figures.point.accelerators),
                               QLatin1String(percent > 0 ? "+" : "") + QString::number(percent, 'f', 0)));
    }
    return Text::tr("Set aside, because the other points contradict it: %1 accelerators.")
        .arg(scales.join(QStringLiteral(", ")));
}

/// Notes on the series, before any law.
QString seriesNoteText(ScalingNote note, const ScalingAnalysis &analysis, const QStringList &changes)
{
    switch (note) {
    case ScalingNote::TooFewScales:
        return Text::tr("Too few points: a curve takes three scales, better five.");
    case ScalingNote::BatchUnknown:
        return Text::tr("No global batch is told, so that strong and weak scaling cannot be told apart; laws of "
                        "all-reduce are left out.");
    case ScalingNote::BatchChanges:
        return Text::tr(
            "The global batch changes with the scale, but not in step with it: this is neither strong nor weak "
            "scaling.");
    case ScalingNote::OtherChanges:
        return Text::tr("Not only the scale changes, but also: %1.")
            .arg(displayText(changes.join(QStringLiteral(", "))));
    case ScalingNote::Superlinear:
        return Text::tr(
                   "Some points are more than linear against %1 accelerators: look whether the reference was as well "
                   "tuned, and whether caches or memory explain it.")
            .arg(formatNumber(analysis.reference));
    case ScalingNote::RatesFromSeconds:
        return Text::tr("No throughput is told: runs per second are taken.");
    default:
        return {};
    }
}

QString fitNoteText(ScalingNote note, const ScalingAnalysis &analysis)
{
    switch (note) {
    case ScalingNote::NoLawFits:
        return Text::tr("No law could be fitted.");
    case ScalingNote::LawByKind:
        return Text::tr(
            "Three scales do not choose among laws: the curve is the simplest one for this kind of scaling.");
    case ScalingNote::FewPoints:
        return Text::tr("Laws with three parameters take five points; a forecast trusts that none of them is needed.");
    case ScalingNote::SetAside:
        return setAsideText(analysis);
    case ScalingNote::ReferenceSetAside:
        return Text::tr(
            "The reference scale does not belong to the curve: efficiencies are measured against a bad point. "
            "Take another reference.");
    case ScalingNote::ParameterAtBound:
        return Text::tr("A parameter lies on its bound; its interval is one-sided.");
    case ScalingNote::OthersFitAsWell:
        return Text::tr("Another law fits about as well; bands of forecasts hold both.");
    case ScalingNote::RingIsUniversal:
        return Text::tr("With one batch, a ring all-reduce is the same curve in other parameters.");
    case ScalingNote::PoorFit:
        return Text::tr("No law describes the points well: they scatter by %1 % around the best.")
            .arg(QString::number(100 * analysis.spread, 'f', 0));
    case ScalingNote::FarForecast:
        return Text::tr("Forecasts beyond four times the largest scale are guesses.");
    default:
        return {};
    }
}

} // namespace

QString scalingLawText(ScalingLaw law)
{
    switch (law) {
    case ScalingLaw::Amdahl:
        return Text::tr("Amdahl's law");
    case ScalingLaw::Gustafson:
        return Text::tr("Gustafson's law");
    case ScalingLaw::Universal:
        return Text::tr("universal scalability law");
    case ScalingLaw::Ring:
        return Text::tr("compute and ring all-reduce");
    case ScalingLaw::Tree:
        break;
    }
    return Text::tr("compute and tree all-reduce");
}

QString scalingReasonText(const ScalingAnalysis &analysis)
{
    if (!analysis.law) {
        for (const ScalingNote why : {ScalingNote::TooFewScales, ScalingNote::NoLawFits}) {
            const auto noted = std::find(analysis.notes.begin(), analysis.notes.end(), why);
            if (noted != analysis.notes.end())
                return scalingNotesText(analysis, {}).value(noted - analysis.notes.begin());
        }
        return {};
    }
    const QString law = scalingLawText(*analysis.law);
    switch (analysis.reason) {
    case ScalingReason::Kind:
        return Text::tr("%1: it was the only candidate.").arg(law);
    case ScalingReason::LeaveOneOut:
        return Text::
            tr("%1: it foretells each scale best from the others (error %2 %); the information criterion alone does "
               "not decide.")
                .arg(law, QString::number(100 * analysis.candidates.front().looError, 'f', 1));
    case ScalingReason::Criterion:
        break;
    }
    return Text::tr("%1: it has the best information criterion by a clear margin.").arg(law);
}

QStringList scalingNotesText(const ScalingAnalysis &analysis, const QStringList &changes)
{
    QStringList texts;
    for (ScalingNote note : analysis.notes) {
        const QString text = seriesNoteText(note, analysis, changes);
        texts.append(text.isEmpty() ? fitNoteText(note, analysis) : text);
    }
    return texts;
}

} // namespace paceline
