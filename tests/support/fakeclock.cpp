// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeclock.h"

namespace paceline {

qint64 FakeClock::nowMs() const
{
    return m_nowMs;
}

} // namespace paceline
