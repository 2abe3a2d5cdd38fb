// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/recordtimes.h"
#include "backends/sources/blockgrowth.h"
#include "backends/sources/followedstream.h"
#include "backends/sources/logsource.h"

namespace paceline {

/// One job's log: the file, its reader and what waits for its times. A part of LogSource, on its thread.
class LogSource::Follow
{
public:
    Follow(LogSource &source, JobId job, const QString &path, qint64 startMs);
    /// Goes on at a place reached earlier; before the first poll.
    void goOn(const LogPlace &place);

    const QString &path() const { return m_path; }
    void setStart(qint64 startMs) { m_startMs = startMs; }
    void setEnded() { m_jobEnded = true; }
    bool isBusy() const { return m_file.isBusy(); }
    qint64 dueMs() const { return m_dueMs; }
    void lookNow() { m_dueMs = 0; }
    void poll() { m_file.poll(); }
    void pause() { m_file.abandon(); }
    /// Nothing is said any more; the object may live until the present signal is through.
    void stop();

private:
    void rest(bool reached);
    void take(const FileStep &step);
    void read(const FileStep &step, LogChunk &chunk);
    void finish();
    void publishBefore(const FileStep &step, const LogChunk &chunk);
    std::vector<LogRecord> releaseHeld(const FileStep &step);
    qint64 changedMs(const FileStep &step) const;
    LogPlace place(qint64 timeMs) const;
    logs::RecordTimes backlogTimes() const;
    logs::RecordTimes times(qint64 startMs, qint64 offset) const;

    LogSource &m_source;
    JobId m_job;
    QString m_path;
    qint64 m_startMs;
    FollowedStream m_stream;
    struct From
    {
        qint64 timeMs, offset;
    };
    std::optional<From> m_from; ///< when and where following went on
    std::vector<logs::Reading> m_held;
    qint64 m_dueMs = 0;
    qint64 m_sinceMs = 0, m_sinceOffset = 0; ///< when the end of the file was reached last, and where it was
    qint64 m_changedMs = 0;                  ///< when the file was written last, by our clock
    BlockGrowth m_growth;
    bool m_isBacklog = true, m_hasBytes = false;
    bool m_jobEnded = false;
    bool m_isFinished = true; ///< nothing was read that the end of the log would complete
    FileFollower m_file;
};

} // namespace paceline
