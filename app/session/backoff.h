// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

namespace paceline {

/// Waiting times between attempts to reconnect: 1 s doubling to 60 s, each with a jitter of a quarter to both sides.
class Backoff
{
public:
    static constexpr int kFirstMs = 1000, kLastMs = 60000;
    explicit Backoff(quint32 seed = 1)
        : m_random(seed ? seed : 1)
    {
    }
    int nextMs();
    void reset() { m_attempt = 0; }

private:
    int m_attempt = 0;
    quint32 m_random;
};

/// Whether an ended connection may be tried again without a person. A refused login, a host key that does not match and
/// what would only fail in the same way are never tried again.
bool isWorthRetrying(ErrorKind kind);

} // namespace paceline
