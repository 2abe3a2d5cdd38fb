// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/tapeclock.h"

#include <algorithm>
#include <cmath>

namespace paceline {

static double allowed(double speed)
{
    return speed > 0 ? std::clamp(speed, TapeClock::kMinSpeed, TapeClock::kMaxSpeed) : 0;
}

TapeClock::TapeClock(qint64 startMs, qint64 endMs, const Clock &base, double speed)
    : m_startMs(startMs)
    , m_endMs(std::max(startMs, endMs))
    , m_base(base)
    , m_tapeMs(startMs)
    , m_baseMs(base.nowMs())
    , m_speed(allowed(speed))
{
}

qint64 TapeClock::nowLocked() const
{
    const double elapsedMs = double(std::max<qint64>(0, m_base.nowMs() - m_baseMs));
    return std::min(m_endMs, m_tapeMs + std::llround(elapsedMs * m_speed));
}

qint64 TapeClock::nowMs() const
{
    const std::lock_guard lock(m_mutex);
    return nowLocked();
}

double TapeClock::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

void TapeClock::setSpeed(double speed)
{
    const std::lock_guard lock(m_mutex);
    m_tapeMs = nowLocked();
    m_baseMs = m_base.nowMs();
    m_speed = allowed(speed);
}

void TapeClock::seek(qint64 timeMs)
{
    const std::lock_guard lock(m_mutex);
    m_tapeMs = std::clamp(timeMs, m_startMs, m_endMs);
    m_baseMs = m_base.nowMs();
}

} // namespace paceline
