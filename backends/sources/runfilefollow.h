// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/recordtimes.h"
#include "backends/sources/runfilereading.h"
#include "backends/sources/runfilesource.h"

namespace paceline {

/// One file beside a job's log: its bytes, its reader and what waits for its times. A part of RunFileSource, on its
/// thread.
class RunFileSource::Follow
{
public:
    /// A long text without a record is read no further than this.
    static constexpr qint64 kPatience = 1 << 20;
    static constexpr int kQuietMs = 30'000;

    Follow(RunFileSource &source, const Target &target, RunFile file);
    /// Goes on at a place reached earlier; before the first poll.
    void goOn(const LogPlace &place);

    const RunFile &file() const { return m_file; }
    bool isBusy() const { return m_follower.isBusy(); }
    bool isRead() const { return m_file.isRead(); }
    /// Nothing came at the last looks.
    bool isQuiet() const { return m_periodMs >= kQuietMs; }
    qint64 dueMs() const { return m_dueMs; }
    void lookNow() { m_dueMs = 0; }
    void poll();
    void pause() { m_follower.abandon(); }
    void stop();
    /// The folder was looked at: the file has so many bytes.
    void noteSize(qint64 size);

private:
    void take(const FileStep &step);
    void read(const FileStep &step, RunFileChunk &chunk);
    void rest(bool reached);
    std::vector<LogRecord> timed(std::vector<logs::Reading> readings, const FileStep &step);
    logs::RecordTimes times() const;

    RunFileSource &m_source;
    JobId m_job;
    qint64 m_startMs;
    RunFile m_file;
    RunFileReading m_reading;
    std::vector<logs::Reading> m_held; ///< of a backlog, whose times are known at its end
    qint64 m_dueMs = 0, m_sinceMs = 0;
    int m_periodMs = 0;
    qint64 m_records = 0;
    bool m_isBacklog = true, m_grew = false;
    FileFollower m_follower;
};

} // namespace paceline
