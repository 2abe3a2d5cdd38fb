// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <atomic>

namespace paceline {

/// A clock that only tests move.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 nowMs = 1'700'000'000'000)
        : m_nowMs(nowMs)
    {
    }
    qint64 nowMs() const override;
    void advance(qint64 ms) { m_nowMs += ms; }

private:
    std::atomic<qint64> m_nowMs;
};

} // namespace paceline
