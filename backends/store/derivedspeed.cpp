// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/derivedspeed.h"

#include "backends/domain/metric.h"

#include <cmath>

namespace paceline {

namespace {

bool isPositive(double value)
{
    return std::isfinite(value) && value > 0;
}

/// "Global batch size", "global_batch_size"; one of a single device says nothing of the whole job.
bool isBatchOfAll(const QString &name)
{
    if (name.size() < 16 || name.size() > 20) // nearly every record asks for each of its names
        return false;
    QString plain = name.toLower();
    plain.replace(QLatin1Char(' '), QLatin1Char('_'));
    return plain == QLatin1String("global_batch_size") || plain == QLatin1String("total_batch_size") ||
           plain == QLatin1String("effective_batch_size");
}

bool isTokensOfBatch(const QString &name)
{
    return name == QLatin1String("tokens per iteration");
}

bool isTokenCount(const QString &name)
{
    return name == QLatin1String("consumed tokens") || name == QLatin1String("consumed_tokens");
}

/// Seconds that one step takes; empty where the record does not tell, or not in which unit.
std::optional<double> stepSeconds(const LogRecord &record)
{
    const LogMetric *time = record.metric(QStringLiteral("step_time"));
    if (!time || !isPositive(time->value))
        return std::nullopt;
    if (time->unit == QLatin1String("s") || time->unit == QLatin1String("sec"))
        return time->value;
    if (time->unit == QLatin1String("ms"))
        return time->value / 1000;
    return std::nullopt;
}

} // namespace

void DerivedSpeed::breakLine()
{
    m_memory.step = m_memory.samples = m_memory.tokens = std::nullopt;
}

void DerivedSpeed::learnBatch(const LogRecord &record)
{
    for (const LogMetric &metric : record.metrics) {
        if (!metric.canon.isEmpty() || !isPositive(metric.value))
            continue;
        if (isBatchOfAll(metric.name))
            m_memory.batchSamples = metric.value;
        else if (isTokensOfBatch(metric.name))
            m_memory.batchTokens = metric.value;
    }
}

std::optional<double> DerivedSpeed::perStep(std::optional<double> before, std::optional<double> now, double steps) const
{
    if (!before || !now || !isPositive(*now - *before))
        return std::nullopt;
    return (*now - *before) / steps;
}

std::optional<LogMetric> DerivedSpeed::of(const LogRecord &record)
{
    learnBatch(record);
    const bool isTraining = record.kind == RecordKind::Train || record.kind == RecordKind::Progress;
    if (!isTraining || !record.step || record.metric(QStringLiteral("samples_per_sec")) ||
        record.metric(QStringLiteral("tokens_per_sec")))
        return std::nullopt;
    std::optional<double> tokens;
    for (const LogMetric &metric : record.metrics) {
        if (isTokenCount(metric.name))
            tokens = metric.value;
    }
    const double step = double(*record.step);
    const double steps = m_memory.step ? step - *m_memory.step : 0;
    std::optional<double> tokensOfStep = m_memory.batchTokens, samplesOfStep = m_memory.batchSamples;
    if (steps > 0 && !tokensOfStep)
        tokensOfStep = perStep(m_memory.tokens, tokens, steps);
    if (steps > 0 && !samplesOfStep)
        samplesOfStep = perStep(m_memory.samples, record.samples, steps);
    m_memory.step = step;
    m_memory.samples = record.samples;
    m_memory.tokens = tokens;

    const std::optional<double> seconds = stepSeconds(record);
    const std::optional<double> &taken = tokensOfStep ? tokensOfStep : samplesOfStep;
    if (!seconds || !taken)
        return std::nullopt;
    const QString name =
        kDerivedPrefix + (tokensOfStep ? QStringLiteral("tokens_per_sec") : QStringLiteral("samples_per_sec"));
    return LogMetric{name, *taken / *seconds, {}, {}};
}

} // namespace paceline
