// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/heldrecord.h"

namespace paceline::logs {

static constexpr std::size_t kMaxMetrics = 2048;
static constexpr qint64 kMaxLines = 4096;

void HeldRecord::open(const CleanLine &line, RecordKind kind)
{
    m_reading = ReadContext::begun(line, kind);
    m_isOpen = true;
}

void HeldRecord::extend(const CleanLine &line)
{
    LogRecord &record = m_reading.record;
    record.lastLine = line.raw.line;
    record.length = line.raw.offset + line.raw.length - record.offset;
}

bool HeldRecord::hasRoom() const
{
    const LogRecord &record = m_reading.record;
    return record.metrics.size() < kMaxMetrics && record.lastLine - record.line < kMaxLines;
}

void HeldRecord::release(ReadContext &context)
{
    if (m_isOpen && !m_reading.record.metrics.empty())
        context.add(std::move(m_reading));
    m_isOpen = false;
    m_reading = {};
}

} // namespace paceline::logs
