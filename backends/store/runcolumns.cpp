// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/recordmetrics.h"
#include "backends/store/run.h"

#include <bit>
#include <cmath>
#include <utility>

namespace paceline {

static float columnValue(double value)
{
    return std::isnan(value) ? std::bit_cast<float>(kPrintedNanBits) : float(value);
}

RunBuilder::Column RunBuilder::columnOf(const LogMetric &metric)
{
    const QString &name = nameOf(metric);
    const std::size_t number = metricNumber(name, metric.unit);
    return {name, number, &m_open->values[name], m_run.m_units.contains(name)};
}

/// The columns of the open chunk are about to move.
void RunBuilder::forgetColumns()
{
    m_columns.clear();
}

/// Into the open chunk, behind all others. Columns without a value of this record stay short until fill().
void RunBuilder::appendMetrics(std::size_t at, const LogRecord &record, const std::optional<LogMetric> &speed)
{
    const std::size_t size = record.metrics.size() + (speed ? 1 : 0);
    for (std::size_t i = 0; i < record.metrics.size(); ++i)
        appendMetric(at, i, record.metrics[i]);
    if (speed)
        appendMetric(at, size - 1, *speed);
    m_counted.resize(m_run.m_totals.size());
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t number = m_columns[i].number;
        // Of a name that comes twice the last value counts.
        if (std::exchange(m_counted[number], m_run.m_size + 1) != m_run.m_size + 1)
            count(*m_open, at, number, m_columns[i].values->back());
    }
}

/// place: in the record, where the one before most often had the same metric.
void RunBuilder::appendMetric(std::size_t at, std::size_t place, const LogMetric &metric)
{
    const bool isAsBefore = place < m_columns.size() && m_columns[place].name == nameOf(metric) &&
                            (m_columns[place].hasUnit || metric.unit.isEmpty());
    if (!isAsBefore) {
        m_columns.resize(std::min(place, m_columns.size()));
        m_columns.push_back(columnOf(metric));
    }
    std::vector<float> &values = *m_columns[place].values;
    values.resize(at, kMissing);
    values.push_back(columnValue(metric.value));
}

void RunBuilder::rewriteMetrics(RunChunk &chunk, std::size_t at, const LogRecord &record)
{
    for (const LogMetric &metric : record.metrics) {
        metricNumber(nameOf(metric), metric.unit);
        std::vector<float> &column = chunk.values[nameOf(metric)];
        column.resize(chunk.size(), kMissing);
        column[at] = columnValue(metric.value);
    }
}

void RunBuilder::fill(RunChunk &chunk)
{
    for (std::vector<float> &column : chunk.values)
        column.resize(chunk.size(), kMissing);
}

std::size_t RunBuilder::metricNumber(const QString &name, const QString &unit)
{
    auto number = m_run.m_metrics.indexOf(name);
    if (number < 0) {
        number = m_run.m_metrics.size();
        m_run.m_metrics.append(name);
        m_run.m_totals.emplace_back();
    }
    if (!unit.isEmpty() && !m_run.m_units.contains(name))
        m_run.m_units.insert(name, unit);
    return std::size_t(number);
}

void RunBuilder::count(const RunChunk &chunk, std::size_t at)
{
    for (auto it = chunk.values.constBegin(); it != chunk.values.constEnd(); ++it) {
        if (isCarried((*it)[at]))
            count(chunk, at, std::size_t(m_run.m_metrics.indexOf(it.key())), (*it)[at]);
    }
}

void RunBuilder::count(const RunChunk &chunk, std::size_t at, std::size_t number, float value)
{
    Run::Totals &totals = m_run.m_totals[number];
    ++totals.count;
    totals.latest = Run::Latest{chunk.step[at], chunk.timeMs[at], std::isnan(value) ? kMissing : value};
    if (std::isfinite(value) && (!totals.minimum || value < totals.minimum->value))
        totals.minimum = totals.latest;
    if (std::isfinite(value) && (!totals.maximum || value > totals.maximum->value))
        totals.maximum = totals.latest;
    totals.extents[std::size_t(RunAxis::Step)].include(chunk.step[at]);
    totals.extents[std::size_t(RunAxis::Time)].include(chunk.timeMs[at]);
    totals.extents[std::size_t(RunAxis::Epoch)].include(chunk.epoch[at]);
    totals.extents[std::size_t(RunAxis::Samples)].include(chunk.samplesAt(at));
}

void RunBuilder::recount()
{
    m_run.m_totals.assign(m_run.m_totals.size(), {});
    for (const auto &chunk : m_run.m_chunks) {
        if (chunk != m_open) {
            count(*chunk);
            continue;
        }
        for (std::size_t at = 0; at < chunk->size(); ++at)
            count(*chunk, at);
    }
}

} // namespace paceline
