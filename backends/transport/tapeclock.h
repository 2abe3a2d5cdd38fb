// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <atomic>
#include <mutex>

namespace paceline {

/// The time of a replay: starts at the tape's start, runs `speed` times as fast as the clock beneath, and stands still
/// at the end.
class TapeClock final : public Clock
{
public:
    static constexpr double kMinSpeed = 0.25, kMaxSpeed = 64;

    TapeClock(qint64 startMs, qint64 endMs, const Clock &base, double speed = 1);

    qint64 nowMs() const override;
    double speed() const;
    /// 0 pauses; anything else is brought into kMinSpeed..kMaxSpeed.
    void setSpeed(double speed);
    /// Back to somewhere between start and end.
    void seek(qint64 timeMs);

private:
    qint64 nowLocked() const;

    const qint64 m_startMs, m_endMs;
    const Clock &m_base;
    mutable std::mutex m_mutex; ///< three numbers that belong together, read from any thread
    qint64 m_tapeMs, m_baseMs;
    double m_speed;
};

} // namespace paceline
