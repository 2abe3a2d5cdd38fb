// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scalinglines.h"

#include "app/cli/jsonobject.h"
#include "widgets/format/scalingtext.h"

#include <algorithm>
#include <cmath>

namespace paceline::cli {

namespace {

QString kindWord(ScalingKind kind)
{
    static constexpr const char *kWords[] = {"unknown", "strong", "weak", "mixed"};
    return QLatin1String(kWords[std::size_t(kind)]);
}

QString lawWord(ScalingLaw law)
{
    static constexpr const char *kWords[] = {"amdahl", "gustafson", "usl", "ring", "tree"};
    return QLatin1String(kWords[std::size_t(law)]);
}

QString parameterWord(ScalingParameter::Name name)
{
    static constexpr const char *kWords[] = {"lambda",  "serial_fraction", "sigma", "kappa",
                                             "alpha_s", "transfer_s",      "hop_s"};
    return QLatin1String(kWords[std::size_t(name)]);
}

const char *causeWord(ScalingLoss::Cause cause)
{
    static constexpr const char *kWords[] = {"serial", "contention", "coherency", "latency", "transfer", "hops"};
    return kWords[std::size_t(cause)];
}

QString reasonWord(const ScalingAnalysis &analysis)
{
    static constexpr const char *kWords[] = {"aicc", "leave_one_out", "kind"};
    return analysis.law ? QLatin1String(kWords[std::size_t(analysis.reason)]) : QString();
}

QString statusWord(const ScalingAnalysis &analysis)
{
    const bool isFew =
        std::find(analysis.notes.begin(), analysis.notes.end(), ScalingNote::TooFewScales) != analysis.notes.end();
    return QLatin1String(analysis.law ? "fitted" : isFew ? "too_few_points" : "no_fit");
}

std::optional<qint64> count(std::size_t value)
{
    return qint64(value);
}

QByteArray truth(bool value)
{
    return value ? "true" : "false";
}

QByteArray estimateObject(const Estimate &estimate)
{
    return JsonObject().add("value", estimate.value).add("low", estimate.low).add("high", estimate.high).line();
}

QByteArray parametersObject(const ScalingAnalysis &analysis)
{
    JsonObject object;
    for (const ScalingParameter &parameter : analysis.parameters)
        object.addRaw(parameterWord(parameter.name), estimateObject(parameter.estimate));
    return object.line();
}

QByteArray pointObject(const ScalingPointFigures &figures)
{
    const ScalingPoint &point = figures.point;
    return JsonObject()
        .add("accelerators", point.accelerators)
        .add("throughput", point.throughput)
        .add("global_batch", point.globalBatch)
        .add("efficiency", figures.efficiency)
        .add("speedup", figures.speedup)
        .add("karp_flatt", figures.karpFlatt)
        .add("fitted", figures.fitted)
        .add("residual", figures.residual)
        .addRaw(QStringLiteral("set_aside"), truth(figures.isSetAside))
        .add("seconds", point.seconds)
        .add("accelerator_hours", figures.acceleratorHours)
        .add("kwh", figures.kilowattHours)
        .line();
}

QByteArray candidateObject(const ScalingCandidateFigures &candidate)
{
    return JsonObject()
        .add("model", lawWord(candidate.law))
        .add("parameters", count(candidate.parameters))
        .add("set_aside", count(candidate.setAside))
        .add("rms", candidate.rootMeanSquare)
        .add("aicc", candidate.aicc)
        .add("loo_error", candidate.looError)
        .add("weight", candidate.support)
        .line();
}

QByteArray forecastObject(const ScalingForecast &forecast)
{
    JsonObject losses;
    for (const ScalingLoss &loss : forecast.losses)
        losses.add(causeWord(loss.cause), loss.share);
    return JsonObject()
        .add("accelerators", forecast.accelerators)
        .add("throughput", forecast.throughput.value)
        .add("low", forecast.throughput.low)
        .add("high", forecast.throughput.high)
        .add("efficiency", forecast.efficiency.value)
        .add("efficiency_low", forecast.efficiency.low)
        .add("efficiency_high", forecast.efficiency.high)
        .addRaw(QStringLiteral("lost"), estimateObject(forecast.lost))
        .addRaw(QStringLiteral("lost_to"), losses.line())
        .add("accelerator_hours_per_million", forecast.acceleratorHoursPerMillion)
        .addRaw(QStringLiteral("hours"), estimateObject(forecast.hours))
        .addRaw(QStringLiteral("accelerator_hours"), estimateObject(forecast.acceleratorHours))
        .add("kwh", forecast.kilowattHours)
        .line();
}

QByteArray scaleObject(const Estimate &accelerators, JsonObject object = {})
{
    // null alone would leave open whether nothing is known or nothing limits it.
    return object.add("accelerators", accelerators.value)
        .add("low", accelerators.low)
        .add("high", accelerators.high)
        .addRaw(QStringLiteral("is_unlimited"), truth(std::isinf(accelerators.value)))
        .line();
}

template <class Values, class Line>
QByteArray arrayOf(const Values &values, Line line)
{
    QList<QByteArray> elements;
    for (const auto &value : values)
        elements.append(line(value));
    return jsonArray(elements);
}

QByteArray setAsideArray(const ScalingAnalysis &analysis)
{
    QList<QByteArray> elements;
    for (const ScalingPointFigures &figures : analysis.points) {
        if (figures.isSetAside)
            elements.append(JsonObject()
                                .add("accelerators", figures.point.accelerators)
                                .add("throughput", figures.point.throughput)
                                .add("fitted", figures.fitted)
                                .line());
    }
    return jsonArray(elements);
}

} // namespace

QByteArray scalingLine(const ScalingSeries &series, const ScalingAnalysis &analysis)
{
    JsonObject object;
    object.add("benchmark", series.name)
        .add("scaling", kindWord(analysis.kind))
        .add("reference", analysis.reference)
        .add("status", statusWord(analysis))
        .add("model", analysis.law ? lawWord(*analysis.law) : QString())
        .add("chosen_by", reasonWord(analysis))
        .add("why", scalingReasonText(analysis))
        .addRaw(QStringLiteral("parameters"), parametersObject(analysis))
        .add("degrees_of_freedom", analysis.law ? count(analysis.degreesOfFreedom) : std::nullopt)
        .add("spread", analysis.law ? analysis.spread : std::nan(""))
        .addRaw(QStringLiteral("points"), arrayOf(analysis.points, pointObject))
        .addRaw(QStringLiteral("set_aside"), setAsideArray(analysis))
        .addRaw(QStringLiteral("candidates"), arrayOf(analysis.candidates, candidateObject))
        .addRaw(QStringLiteral("peak"), scaleObject(analysis.peak))
        .addRaw(QStringLiteral("forecasts"), arrayOf(analysis.forecasts, forecastObject))
        .addRaw(QStringLiteral("limits"),
                arrayOf(analysis.limits,
                        [](const ScalingLimit &limit) {
                            return scaleObject(limit.accelerators, JsonObject().add("efficiency", limit.efficiency));
                        }))
        .addRaw(QStringLiteral("changes"), jsonTexts(series.changes))
        .addRaw(QStringLiteral("notes"), jsonTexts(scalingNotesText(analysis, series.changes)));
    return object.line();
}

} // namespace paceline::cli
