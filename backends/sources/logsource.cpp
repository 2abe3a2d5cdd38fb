// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/logsource.h"

#include "backends/core/logging.h"
#include "backends/core/whenfinished.h"
#include "backends/sources/logfollow.h"

#include <algorithm>

namespace paceline {
namespace {

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

} // namespace

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

void LogSource::setEnded(JobId job)
{
    if (const auto known = m_follows.find(job); known != m_follows.end())
        known->second->setEnded();
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
        if (m_zoneS)
            emit zoneKnown(*m_zoneS);
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
