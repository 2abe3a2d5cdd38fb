// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/logsource.h"

#include "backends/core/logging.h"
#include "backends/core/whenfinished.h"
#include "backends/parsers/logs/recordtimes.h"
#include "backends/sources/followedstream.h"

#include <algorithm>

namespace paceline {
namespace {

/// Records of a backlog that wait for their times; in longer files they are placed by their offset.
constexpr std::size_t kMaxHeld = 50'000;
/// After a longer silence of ours, what came meanwhile is interpolated, not "arrived".
constexpr qint64 kLongGapMs = 15'000;
/// So much of the text before the place where it goes on is shown.
constexpr qint64 kTextBefore = 512 << 10;

/// "+0130" in seconds.
std::optional<int> zoneSeconds(const QByteArray &text)
{
    const QByteArray zone = text.trimmed();
    bool isNumber = false;
    const int digits = zone.mid(1).toInt(&isNumber);
    if (zone.size() != 5 || !isNumber || (zone[0] != '+' && zone[0] != '-') || digits > 1500)
        return {};
    const int seconds = (digits / 100 * 60 + digits % 100) * 60;
    return zone[0] == '-' ? -seconds : seconds;
}

template <class T>
void append(std::vector<T> &all, std::vector<T> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

/// One job's log: the file, its reader and what waits for its times.
class LogSource::Follow
{
public:
    Follow(LogSource &source, JobId job, const QString &path, qint64 startMs)
        : m_source(source)
        , m_job(job)
        , m_path(path)
        , m_startMs(startMs)
        , m_file(source.m_relay, path.toUtf8())
    {
        connect(&m_file, &FileFollower::stepped, &source, [this](const FileStep &step) { take(step); });
        connect(&m_file, &FileFollower::rested, &source, [this](bool reached) { rest(reached); });
    }

    void goOn(const LogPlace &place)
    {
        m_file.goOn(place, kTextBefore);
        m_stream = FollowedStream(place);
        m_from = {place.timeMs, place.offset};
    }

    const QString &path() const { return m_path; }
    void setStart(qint64 startMs) { m_startMs = startMs; }
    bool isBusy() const { return m_file.isBusy(); }
    qint64 dueMs() const { return m_dueMs; }
    void lookNow() { m_dueMs = 0; }
    void poll() { m_file.poll(); }
    void pause() { m_file.abandon(); }

    /// Nothing is said any more; the object may live until the present signal is through.
    void stop()
    {
        m_file.disconnect();
        m_file.abandon();
    }

private:
    void rest(bool reached)
    {
        const qint64 nowMs = m_source.m_clock.nowMs();
        m_dueMs = nowMs + m_file.periodMs();
        if (reached || m_file.isMissing()) {
            m_sinceMs = nowMs;
            m_sinceOffset = m_file.offset();
        }
        if (reached)
            m_source.report(m_job, std::nullopt);
        m_source.arm();
    }

    void take(const FileStep &step)
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
            m_stream = FollowedStream();
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
        chunk.format = m_stream.format();
        if (m_held.empty())
            chunk.place = place(chunk.timeMs);
        m_source.publish(std::move(chunk));
    }

    void read(const FileStep &step, LogChunk &chunk)
    {
        m_hasBytes = true;
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
    qint64 changedMs(const FileStep &step) const
    {
        const qint64 nowMs = m_source.m_clock.nowMs();
        return step.mtimeMs > 0 ? std::min(nowMs, step.mtimeMs - m_source.m_hostOffsetMs) : nowMs;
    }

    std::vector<LogRecord> releaseHeld(const FileStep &step)
    {
        return backlogTimes().backlog(std::exchange(m_held, {}), changedMs(step));
    }

    /// The text before the place where it goes on, from the first whole line.
    void publishBefore(const FileStep &step, const LogChunk &chunk)
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

    LogPlace place(qint64 timeMs) const
    {
        LogPlace now = m_stream.place();
        now.inode = m_file.inode();
        now.device = m_file.device();
        now.timeMs = timeMs;
        return now;
    }

    logs::RecordTimes backlogTimes() const
    {
        return m_from ? times(m_from->timeMs, m_from->offset) : times(m_startMs, 0);
    }

    logs::RecordTimes times(qint64 startMs, qint64 offset) const
    {
        logs::RecordTimes made;
        made.setStart(startMs, offset);
        if (m_source.m_zoneS)
            made.setZone(*m_source.m_zoneS);
        return made;
    }

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
    bool m_isBacklog = true, m_hasBytes = false;
    FileFollower m_file;
};

LogSource::LogSource(Relay &relay, const Clock &clock, QObject *parent)
    : Source(parent)
    , m_relay(relay)
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogSource::tick);
    connect(&relay, &Relay::pinged, this,
            [this](int, std::optional<qint64> offsetMs) { m_hostOffsetMs = offsetMs.value_or(m_hostOffsetMs); });
}

LogSource::~LogSource() = default;

void LogSource::follow(JobId job, const QString &path, qint64 jobStartMs, const std::optional<LogPlace> &from)
{
    const auto known = m_follows.find(job);
    if (known != m_follows.end() && known->second->path() == path) {
        known->second->setStart(jobStartMs);
        return;
    }
    unfollow(job);
    qCDebug(lcSource) << "following" << path << "of job" << job.number;
    const auto added = std::make_shared<Follow>(*this, job, path, jobStartMs);
    if (from)
        added->goOn(*from);
    m_follows.emplace(job, added);
    askZone();
    arm();
}

void LogSource::unfollow(JobId job)
{
    const auto known = m_follows.find(job);
    if (known == m_follows.end())
        return;
    // It may be the one whose signal brought us here.
    std::shared_ptr<Follow> gone = std::move(known->second);
    m_follows.erase(known);
    m_problems.erase(job);
    gone->stop();
    QTimer::singleShot(0, this, [gone] {});
}

void LogSource::pause()
{
    m_isPaused = true;
    m_timer.stop();
    for (const auto &[job, follow] : m_follows)
        follow->pause();
}

void LogSource::resume()
{
    m_isPaused = false;
    for (const auto &[job, follow] : m_follows)
        follow->lookNow();
    if (!m_follows.empty())
        askZone();
    arm();
}

void LogSource::tick()
{
    if (m_isPaused)
        return;
    const qint64 nowMs = m_clock.nowMs();
    for (const auto &[job, follow] : m_follows) {
        if (!follow->isBusy() && follow->dueMs() <= nowMs)
            follow->poll();
    }
    arm();
}

void LogSource::arm()
{
    if (m_isPaused)
        return;
    std::optional<qint64> dueMs;
    for (const auto &[job, follow] : m_follows) {
        if (!follow->isBusy())
            dueMs = std::min(dueMs.value_or(follow->dueMs()), follow->dueMs());
    }
    if (dueMs)
        m_timer.start(int(std::clamp<qint64>(*dueMs - m_clock.nowMs(), 0, FileFollower::kQuietMs)));
}

/// Printed times are local times of the cluster: its zone is asked once.
void LogSource::askZone()
{
    if (m_zoneS || m_zoneAsked || m_isPaused)
        return;
    m_zoneAsked = true;
    const Pending<CommandOutput> pending = m_relay.run({.command = "date +%z", .maxBytes = 64, .key = "zone"});
    whenFinished(pending.result, this, [this](const Result<CommandOutput> &result) {
        if (result)
            m_zoneS = zoneSeconds(result->out);
        m_zoneAsked = m_zoneS.has_value();
    });
}

void LogSource::publish(LogChunk chunk)
{
    Batch batch;
    batch.timeMs = chunk.timeMs;
    batch.logs.push_back(std::move(chunk));
    emit batchReady(batch);
}

/// Says what keeps a log from being read, once, and once that it is over.
void LogSource::report(JobId job, const std::optional<Error> &error)
{
    const auto known = m_problems.find(job);
    if (error ? known != m_problems.end() && known->second == *error : known == m_problems.end())
        return;
    Problem problem{Problem::Subject::Log, job, {}, m_clock.nowMs(), !error};
    problem.error = error ? *error : known->second;
    if (error)
        m_problems.insert_or_assign(job, *error);
    else
        m_problems.erase(known);
    Batch batch;
    batch.timeMs = problem.timeMs;
    batch.problems.push_back(std::move(problem));
    emit batchReady(batch);
}

} // namespace paceline
