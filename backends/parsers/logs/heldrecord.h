// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

namespace paceline::logs {

/// A record over several lines while it grows. It goes out when a line shows that it has ended, or at the end of the
/// log; until then nobody sees it, so that a growing file gives the same records as the whole one.
class HeldRecord
{
public:
    /// The record begins at line; what was held before is dropped.
    void open(const CleanLine &line, RecordKind kind);
    bool isOpen() const { return m_isOpen; }
    LogRecord &record() { return m_reading.record; }
    Reading &reading() { return m_reading; }
    /// line is a further one of the record.
    void extend(const CleanLine &line);
    /// False when hostile input made it too long: it takes no more.
    bool hasRoom() const;
    /// Whether line may be one of the record: other ranks print between.
    bool isOfSameRank(const CleanLine &line) const { return m_reading.record.rank == line.head.rank; }
    /// The record is whole. One without metrics is dropped.
    void release(ReadContext &context);
    void drop() { m_isOpen = false; }

private:
    Reading m_reading;
    bool m_isOpen = false;
};

} // namespace paceline::logs
