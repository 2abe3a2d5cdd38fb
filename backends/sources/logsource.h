// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sources/filefollower.h"
#include "backends/sources/source.h"

#include <QTimer>
#include <map>
#include <memory>

namespace paceline {

namespace logs {
class PatternSet;
}

/// Follows the logs of watched jobs and reads their records. Every byte is handed on once, as it stands in the file: a
/// chunk may begin or end within a line. Lives on the ingest thread; owned by the session. Relay and clock outlive it.
/// What was in the file before it was followed is a backlog: its text comes as it is read, its records with the
/// CaughtUp chunk, because only then their times are known (in files too long for that, as they come).
class LogSource final : public Source
{
    Q_OBJECT
public:
    LogSource(Relay &relay, const Clock &clock, QObject *parent = nullptr);
    ~LogSource() override;

    /// jobStartMs: UTC, 0 when unknown. Called again with the same path, it goes on; with another one, it starts anew.
    /// from: where it was read to before this program began; a file that is no longer the same is said to be Truncated
    /// or Replaced and read anew. Of the text before that place the end comes once more, without records.
    void follow(paceline::JobId job, const QString &path, qint64 jobStartMs, const std::optional<LogPlace> &from = {});
    /// The job has ended: once its log is quiet, a record over several lines that stands at its end is whole.
    void setEnded(paceline::JobId job);
    void unfollow(paceline::JobId job);
    /// The user's patterns, for logs that are followed from now on.
    void setPatterns(std::shared_ptr<const logs::PatternSet> patterns) { m_patterns = std::move(patterns); }
    /// The connection is lost: nothing is asked until resume().
    void pause();
    /// The relay answers (again): each file goes on at the byte where it stopped.
    void resume();

    /// Looks at the files that are due. Called by a timer of its own; tests move the clock and call it.
    void tick();

signals:
    /// The host's clock, seconds east of UTC. Once.
    void zoneKnown(int offsetS);

private:
    class Follow;
    friend class Follow;

    void askZone();
    void publish(LogChunk chunk);
    void report(JobId job, const std::optional<Error> &error);
    void arm();

    Relay &m_relay;
    const Clock &m_clock;
    QTimer m_timer;
    std::map<JobId, std::shared_ptr<Follow>> m_follows;
    std::map<JobId, Error> m_problems;
    std::shared_ptr<const logs::PatternSet> m_patterns;
    std::optional<int> m_zoneS;
    qint64 m_hostOffsetMs = 0;
    bool m_isPaused = false, m_zoneAsked = false;
};

} // namespace paceline
