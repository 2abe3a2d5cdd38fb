// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"

#include <optional>
#include <vector>

namespace paceline::logs {

/// Gives records of one log their time. A printed date and time wins where the host's zone is known and the time is
/// possible; lines read as they arrive have the time of the poll; those of a backlog are interpolated between anchors
/// by the times that the lines print (elapsed time, time of a step), or else by their place in the file. Within one
/// file, in the order of the file.
class RecordTimes
{
public:
    /// No record is older: the start of the job, or when the file was offset bytes long. 0: unknown.
    void setStart(qint64 startMs, qint64 offset = 0)
    {
        m_startMs = startMs;
        m_startOffset = offset;
    }
    /// Of the host's clock, seconds east of UTC. Without it printed times are not used.
    void setZone(int offsetS) { m_zoneS = offsetS; }

    /// Records whose lines came between sinceMs and nowMs, our clock, UTC.
    std::vector<LogRecord> live(std::vector<Reading> readings, qint64 sinceMs, qint64 nowMs) const;
    /// Records of a backlog, all of it: its last byte was written at endMs.
    std::vector<LogRecord> backlog(std::vector<Reading> readings, qint64 endMs) const;
    /// Records of a part of a backlog of size bytes too long to be held back: by place alone.
    std::vector<LogRecord> partOfBacklog(std::vector<Reading> readings, qint64 size, qint64 endMs) const;

private:
    std::optional<qint64> printed(const Reading &reading, qint64 nowMs) const;

    qint64 m_startMs = 0, m_startOffset = 0;
    std::optional<int> m_zoneS;
};

} // namespace paceline::logs
