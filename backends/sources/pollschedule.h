// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace paceline {

/// When a repeated request to the controller may be made next: at its period with a tenth of jitter, never twice within
/// kFloorMs, never while one is under way, later when the other side is slow (one part in twenty of its time at most)
/// or fails (twice as long each time, up to kCeilingMs). Times are of the cluster's Clock.
class PollSchedule
{
public:
    static constexpr int kFloorMs = 10'000;
    static constexpr int kCeilingMs = 300'000;

    /// Turned on, it is due at once (but see kFloorMs). A shorter period counts from the last request on.
    void setWanted(bool wanted, int periodMs, qint64 nowMs);
    bool isWanted() const { return m_wanted; }
    bool isUnderWay() const { return m_underWay; }

    /// As early as the floor allows.
    void hasten(qint64 nowMs);
    /// At once, floor or not: the connection is new or something changed that must be looked at.
    void makeDue(qint64 nowMs) { m_dueMs = nowMs; }

    bool isDue(qint64 nowMs) const { return m_wanted && !m_underWay && nowMs >= m_dueMs; }
    /// When to look again; -1 when there is nothing to wait for.
    qint64 nextMs() const { return m_wanted && !m_underWay ? m_dueMs : -1; }

    void started(qint64 nowMs);
    enum class Outcome { Answered, Failed, NotAsked }; ///< NotAsked: no connection; says nothing about the controller
    /// jitter: from -1 to 1.
    void finished(Outcome outcome, qint64 nowMs, double jitter);

private:
    bool m_wanted = false, m_underWay = false;
    int m_periodMs = 30'000, m_failures = 0;
    qint64 m_dueMs = 0, m_startedMs = 0;
    bool m_everStarted = false;
};

} // namespace paceline
