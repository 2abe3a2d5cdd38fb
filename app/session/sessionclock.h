// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"

#include <atomic>
#include <memory>

namespace paceline {

/// The clock of one session: the wall clock, until a tape is loaded and brings its own. Any thread.
class SessionClock final : public Clock
{
public:
    qint64 nowMs() const override
    {
        const auto tape = m_tape.load();
        return tape ? tape->nowMs() : m_system.nowMs();
    }
    void follow(std::shared_ptr<const Clock> tape) { m_tape.store(std::move(tape)); }

private:
    SystemClock m_system;
    std::atomic<std::shared_ptr<const Clock>> m_tape;
};

} // namespace paceline
