// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/pollschedule.h"

#include <algorithm>

namespace paceline {

void PollSchedule::setWanted(bool wanted, int periodMs, qint64 nowMs)
{
    const int period = std::clamp(periodMs, kFloorMs, 3'600'000);
    const bool turnedOn = wanted && !m_wanted;
    const bool shorter = period < m_periodMs;
    m_wanted = wanted;
    m_periodMs = period;
    if (turnedOn)
        hasten(nowMs);
    else if (shorter && m_failures == 0)
        m_dueMs = std::min(m_dueMs, std::max(nowMs, m_startedMs + period));
}

void PollSchedule::hasten(qint64 nowMs)
{
    m_dueMs = m_everStarted ? std::max(nowMs, m_startedMs + kFloorMs) : nowMs;
}

void PollSchedule::started(qint64 nowMs)
{
    m_underWay = true;
    m_everStarted = true;
    m_startedMs = nowMs;
}

void PollSchedule::finished(Outcome outcome, qint64 nowMs, double jitter)
{
    m_underWay = false;
    if (outcome == Outcome::Answered)
        m_failures = 0;
    else if (outcome == Outcome::Failed)
        m_failures = std::min(m_failures + 1, 8);
    else
        m_everStarted = false; // did not reach the controller, so that the floor does not hold for the next
    const qint64 tookMs = std::max<qint64>(0, nowMs - m_startedMs);
    qint64 wait = std::max<qint64>(m_periodMs, std::min<qint64>(tookMs * 20, kCeilingMs));
    if (m_failures > 0) // the first repeat comes at the usual time, then ever later
        wait = std::min<qint64>(wait << (m_failures - 1), std::max(kCeilingMs, m_periodMs));
    wait += qint64(double(wait) * 0.1 * std::clamp(jitter, -1.0, 1.0));
    m_dueMs = m_startedMs + std::max<qint64>(wait, kFloorMs);
}

} // namespace paceline
