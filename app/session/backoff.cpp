// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/backoff.h"

#include <algorithm>

namespace paceline {

int Backoff::nextMs()
{
    const int base = std::min(kLastMs, kFirstMs << std::min(m_attempt++, 6));
    m_random ^= m_random << 13, m_random ^= m_random >> 17, m_random ^= m_random << 5; // xorshift32
    const int jitter = base / 4;
    return base - jitter + int(m_random % quint32(2 * jitter + 1));
}

bool isWorthRetrying(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Disconnected:
    case ErrorKind::TimedOut:
    case ErrorKind::Unreachable:
    case ErrorKind::NameUnknown: // a laptop that woke up has no resolver for a while
        return true;
    default:
        return false;
    }
}

} // namespace paceline
