// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/logreader.h"

#include <algorithm>

namespace paceline::logs {

LogRecord &ReadContext::add(const CleanLine &line, RecordKind kind)
{
    Reading &reading = m_readings.emplace_back();
    reading.printedMs = line.head.printedMs;
    LogRecord &record = reading.record;
    record.line = record.lastLine = line.raw.line;
    record.segment = line.raw.segment;
    record.kind = kind;
    record.rank = line.head.rank;
    record.offset = line.raw.offset;
    record.length = line.raw.length;
    return record;
}

std::vector<Reading> ReadContext::takeReadings()
{
    std::vector<Reading> taken = std::move(m_readings);
    m_readings = {};
    // The next piece of the log is likely to hold as many.
    m_readings.reserve(std::min<std::size_t>(taken.size(), 16384));
    return taken;
}

} // namespace paceline::logs
