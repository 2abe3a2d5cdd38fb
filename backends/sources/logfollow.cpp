// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/logfollow.h"

#include <algorithm>

namespace paceline {
namespace {

/// Records of a backlog that wait for their times; in longer files they are placed by their offset.
constexpr std::size_t kMaxHeld = 50'000;
/// After a longer silence of ours, what came meanwhile is interpolated, not "arrived".
constexpr qint64 kLongGapMs = 15'000;
/// So much of the text before the place where it goes on is shown.
constexpr qint64 kTextBefore = 512 << 10;

template <class T>
void append(std::vector<T> &all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

LogSource::Follow::Follow(LogSource &source, JobId job, const QString &path, qint64 startMs)
    : m_source(source)
    , m_job(job)
    , m_path(path)
    , m_startMs(startMs)
    , m_stream(source.m_patterns)
    , m_file(source.m_relay, path.toUtf8())
{
    connect(&m_file, &FileFollower::stepped, &source, [this](const FileStep &step) { take(step); });
    connect(&m_file, &FileFollower::rested, &source, [this](bool reached) { rest(reached); });
}

void LogSource::Follow::goOn(const LogPlace &place)
{
    m_file.goOn(place, kTextBefore);
    m_stream = FollowedStream(place, m_source.m_patterns);
    m_from = {place.timeMs, place.offset};
    m_changedMs = place.timeMs;
    m_isFinished = false;
}

void LogSource::Follow::stop()
{
    m_file.disconnect();
    m_file.abandon();
}

void LogSource::Follow::rest(bool reached)
{
    const qint64 nowMs = m_source.m_clock.nowMs();
    m_dueMs = nowMs + m_file.periodMs();
    const bool isQuiet = reached && m_sinceOffset == m_file.offset();
    if (reached || m_file.isMissing()) {
        m_sinceMs = nowMs;
        m_sinceOffset = m_file.offset();
    }
    if (reached && !m_isBacklog)
        m_growth.endLook(nowMs);
    // Not at once: file systems bring the last bytes of other hosts late.
    if (isQuiet && m_jobEnded && !m_isBacklog && !m_isFinished)
        finish();
    if (reached)
        m_source.report(m_job, std::nullopt);
    m_source.arm();
}

void LogSource::Follow::finish()
{
    m_isFinished = true;
    std::vector<logs::Reading> readings = m_stream.finish();
    if (readings.empty())
        return;
    LogChunk chunk;
    chunk.job = m_job;
    chunk.path = m_path;
    chunk.offset = chunk.fileSize = m_file.offset();
    chunk.timeMs = m_source.m_clock.nowMs();
    chunk.firstLine = m_stream.line();
    chunk.records = times(m_startMs, 0).live(std::move(readings), m_changedMs, m_changedMs);
    chunk.format = m_stream.format();
    chunk.place = place(chunk.timeMs);
    m_source.publish(std::move(chunk));
}

void LogSource::Follow::take(const FileStep &step)
{
    LogChunk chunk;
    chunk.job = m_job;
    chunk.path = m_path;
    chunk.event = step.event;
    chunk.offset = step.offset;
    chunk.fileSize = step.size;
    chunk.timeMs = m_source.m_clock.nowMs();
    chunk.firstLine = m_stream.line();
    if (step.error)
        m_source.report(m_job, step.error);
    switch (step.event) {
    case LogChunk::Event::Appended:
        read(step, chunk);
        break;
    case LogChunk::Event::Truncated:
    case LogChunk::Event::Replaced:
        chunk.records = releaseHeld(step);
        m_stream = FollowedStream(m_source.m_patterns);
        m_growth.restart();
        chunk.firstLine = 1;
        m_isBacklog = m_isBacklog && m_from && !m_hasBytes; // not the file of before: all of it is a backlog
        m_from.reset();
        m_sinceOffset = 0;
        break;
    case LogChunk::Event::CaughtUp:
        if (!std::exchange(m_isBacklog, false))
            return;
        chunk.records = releaseHeld(step);
        break;
    case LogChunk::Event::Deleted:
    case LogChunk::Event::Unreadable:
        if (!m_hasBytes) { // a Problem says it; what comes when there is a log is no backlog
            m_isBacklog = m_isBacklog && step.error->kind != ErrorKind::NotFound;
            return;
        }
        break;
    }
    chunk.blocks = m_growth.blocks();
    chunk.format = m_stream.format();
    if (m_held.empty())
        chunk.place = place(chunk.timeMs);
    m_source.publish(std::move(chunk));
}

void LogSource::Follow::read(const FileStep &step, LogChunk &chunk)
{
    m_hasBytes = true;
    m_isFinished = false;
    m_changedMs = changedMs(step);
    if (!m_isBacklog)
        m_growth.add(step.bytes);
    if (!step.before.isEmpty())
        publishBefore(step, chunk);
    chunk.bytes = step.bytes;
    std::vector<logs::Reading> readings = m_stream.read(step.bytes);
    const qint64 nowMs = chunk.timeMs;
    if (m_isBacklog) {
        append(m_held, std::move(readings));
        if (m_held.size() > kMaxHeld)
            chunk.records = backlogTimes().partOfBacklog(std::exchange(m_held, {}), step.size, changedMs(step));
    } else if (nowMs - m_sinceMs > kLongGapMs) {
        chunk.records = times(m_sinceMs, m_sinceOffset).backlog(std::move(readings), changedMs(step));
    } else {
        chunk.records = times(m_startMs, 0).live(std::move(readings), m_sinceMs, nowMs);
    }
}

/// When the file was written last, by our clock.
qint64 LogSource::Follow::changedMs(const FileStep &step) const
{
    const qint64 nowMs = m_source.m_clock.nowMs();
    return step.mtimeMs > 0 ? std::min(nowMs, step.mtimeMs - m_source.m_hostOffsetMs) : nowMs;
}

std::vector<LogRecord> LogSource::Follow::releaseHeld(const FileStep &step)
{
    return backlogTimes().backlog(std::exchange(m_held, {}), changedMs(step));
}

/// The text before the place where it goes on, from the first whole line.
void LogSource::Follow::publishBefore(const FileStep &step, const LogChunk &chunk)
{
    LogChunk text = chunk;
    text.offset = step.offset - step.before.size();
    const qsizetype cut = text.offset > 0 ? step.before.indexOf('\n') + 1 : 0;
    text.offset += cut;
    text.bytes = step.before.sliced(cut);
    text.firstLine = m_stream.line() - text.bytes.count('\n');
    text.format = m_stream.format();
    m_source.publish(std::move(text));
}

LogPlace LogSource::Follow::place(qint64 timeMs) const
{
    LogPlace now = m_stream.place();
    now.inode = m_file.inode();
    now.device = m_file.device();
    now.timeMs = timeMs;
    return now;
}

logs::RecordTimes LogSource::Follow::backlogTimes() const
{
    return m_from ? times(m_from->timeMs, m_from->offset) : times(m_startMs, 0);
}

logs::RecordTimes LogSource::Follow::times(qint64 startMs, qint64 offset) const
{
    logs::RecordTimes made;
    made.setStart(startMs, offset);
    if (m_source.m_zoneS)
        made.setZone(*m_source.m_zoneS);
    return made;
}

} // namespace paceline
