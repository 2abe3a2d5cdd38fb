// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace paceline {

/// The time that a cluster's data are compared with: the wall clock when live, the tape's own clock in a replay.
/// Safe to call from any thread. Tests use tests/support/fakeclock.h.
class Clock
{
public:
    virtual ~Clock() = default;
    /// UTC, milliseconds since 1970.
    virtual qint64 nowMs() const = 0;
};

/// The machine's wall clock.
class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
};

} // namespace paceline
