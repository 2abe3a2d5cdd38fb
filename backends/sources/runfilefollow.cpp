// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilefollow.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr int kGrowingMs = 2000; // programs write such files once in seconds or minutes
constexpr std::size_t kMaxHeld = 50'000;

} // namespace

RunFileSource::Follow::Follow(RunFileSource &source, const Target &target, RunFile file)
    : m_source(source)
    , m_job(target.job)
    , m_startMs(target.startMs)
    , m_file(std::move(file))
    , m_reading(m_file.kind, m_file.path)
    , m_periodMs(kGrowingMs)
    , m_follower(source.m_relay, m_file.path.toUtf8())
{
    connect(&m_follower, &FileFollower::stepped, &source, [this](const FileStep &step) { take(step); });
    connect(&m_follower, &FileFollower::rested, &source, [this](bool reached) { rest(reached); });
}

void RunFileSource::Follow::goOn(const LogPlace &place)
{
    m_follower.goOn(place, 0);
    m_reading = RunFileReading(m_file.kind, m_file.path, place);
    m_sinceMs = place.timeMs;
    m_records = 1; // it had some
}

void RunFileSource::Follow::poll()
{
    m_grew = false;
    m_follower.poll();
}

void RunFileSource::Follow::stop()
{
    m_follower.disconnect();
    m_follower.abandon();
}

void RunFileSource::Follow::noteSize(qint64 size)
{
    if (size != m_follower.offset() && m_file.isRead())
        m_dueMs = 0;
}

void RunFileSource::Follow::rest(bool reached)
{
    const qint64 nowMs = m_source.m_clock.nowMs();
    m_periodMs = m_grew ? kGrowingMs : std::min(m_periodMs * 3 / 2, kQuietMs);
    m_dueMs = nowMs + m_periodMs;
    if (reached)
        m_sinceMs = nowMs;
    m_source.arm();
}

void RunFileSource::Follow::take(const FileStep &step)
{
    if (!m_file.isRead())
        return;
    RunFileChunk chunk{.job = m_job, .file = {}};
    m_file.error = step.error;
    switch (step.event) {
    case LogChunk::Event::Appended:
        m_file.state = RunFile::State::Reading;
        m_file.size = step.size;
        m_file.readTo = step.offset + step.bytes.size();
        read(step, chunk);
        break;
    case LogChunk::Event::CaughtUp:
        chunk.records = timed(std::exchange(m_held, {}), step);
        m_isBacklog = false;
        m_file.state = RunFile::State::Following;
        m_file.size = m_file.readTo = step.offset;
        break;
    case LogChunk::Event::Truncated:
    case LogChunk::Event::Replaced:
        m_held.clear();
        m_reading = RunFileReading(m_file.kind, m_file.path);
        m_isBacklog = true;
        m_records = m_file.readTo = m_file.damaged = 0;
        m_file.state = RunFile::State::Reading;
        chunk.startsAnew = true;
        break;
    case LogChunk::Event::Deleted:
        m_file.state = RunFile::State::Deleted;
        break;
    case LogChunk::Event::Unreadable:
        m_file.state = step.error->kind == ErrorKind::NotFound ? RunFile::State::Deleted : RunFile::State::Unreadable;
        break;
    }
    m_records += qint64(chunk.records.size() + m_held.size());
    const bool isHopeless = m_file.kind == RunFile::Kind::Text && m_records == 0 && m_file.readTo > kPatience &&
                            m_file.reason != RunFile::Reason::Added;
    if (isHopeless) {
        m_file.state = RunFile::State::NoMetrics;
        // Not at once: it asks for more as soon as this is through.
        QTimer::singleShot(0, &m_follower, [this] { m_follower.abandon(); });
    }
    m_file.format = m_reading.format();
    chunk.file = m_file;
    if (m_held.empty()) {
        chunk.place = m_reading.place();
        if (chunk.place) {
            chunk.place->inode = m_follower.inode();
            chunk.place->device = m_follower.device();
            chunk.place->timeMs = m_source.m_clock.nowMs();
        }
    }
    m_source.publish(std::move(chunk));
}

void RunFileSource::Follow::read(const FileStep &step, RunFileChunk &chunk)
{
    m_grew = m_grew || !step.bytes.isEmpty();
    RunFileReading::Read read = m_reading.read(step.bytes);
    m_file.damaged += read.damaged;
    chunk.records = std::move(read.records);
    if (m_isBacklog && !read.readings.empty()) {
        m_held.insert(m_held.end(), std::make_move_iterator(read.readings.begin()),
                      std::make_move_iterator(read.readings.end()));
        if (m_held.size() > kMaxHeld)
            chunk.records = times().partOfBacklog(std::exchange(m_held, {}), step.size, m_source.changedMs(step));
    } else if (!read.readings.empty()) {
        chunk.records = timed(std::move(read.readings), step);
    }
}

/// Of a text: by what it prints, else by when it came.
std::vector<LogRecord> RunFileSource::Follow::timed(std::vector<logs::Reading> readings, const FileStep &step)
{
    if (readings.empty())
        return {};
    const qint64 nowMs = m_source.m_clock.nowMs();
    if (m_isBacklog || nowMs - m_sinceMs > 2 * kQuietMs)
        return times().backlog(std::move(readings), m_source.changedMs(step));
    return times().live(std::move(readings), m_sinceMs, nowMs);
}

logs::RecordTimes RunFileSource::Follow::times() const
{
    logs::RecordTimes made;
    made.setStart(m_sinceMs > 0 ? m_sinceMs : m_startMs);
    if (m_source.m_zoneS)
        made.setZone(*m_source.m_zoneS);
    return made;
}

} // namespace paceline
