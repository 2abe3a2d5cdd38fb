// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logreader.h"

#include <algorithm>

namespace paceline::logs {

static constexpr std::size_t kMostLikely = 16;

void ReadContext::begin(Reading &reading, const CleanLine &line, RecordKind kind)
{
    reading.printedMs = line.head.printedMs;
    LogRecord &record = reading.record;
    record.line = record.lastLine = line.raw.line;
    record.segment = line.raw.segment;
    record.kind = kind;
    record.rank = line.head.rank;
    record.offset = line.raw.offset;
    record.length = line.raw.length;
}

Reading ReadContext::begun(const CleanLine &line, RecordKind kind)
{
    Reading reading;
    begin(reading, line, kind);
    return reading;
}

LogRecord &ReadContext::add(const CleanLine &line, RecordKind kind)
{
    if (!m_readings.empty())
        m_likelyMetrics = std::max(m_likelyMetrics, std::min(kMostLikely, m_readings.back().record.metrics.size()));
    Reading &reading = m_readings.emplace_back();
    begin(reading, line, kind);
    if (m_spare.capacity() < m_likelyMetrics)
        m_spare.reserve(m_likelyMetrics);
    reading.record.metrics.swap(m_spare);
    return reading.record;
}

void ReadContext::drop()
{
    m_spare.swap(m_readings.back().record.metrics);
    m_spare.clear();
    m_readings.pop_back();
}

std::vector<Reading> ReadContext::takeReadings()
{
    if (!m_readings.empty())
        m_likelyMetrics = std::min(kMostLikely, m_readings.back().record.metrics.size());
    std::vector<Reading> taken = std::move(m_readings);
    m_readings = {};
    // The next piece of the log is likely to hold as many.
    m_readings.reserve(std::min<std::size_t>(taken.size(), 16384));
    return taken;
}

} // namespace paceline::logs
