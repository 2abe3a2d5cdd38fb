// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/domain/batch.h"

#include <deque>

namespace paceline {

/// What watching costs the cluster: totals since the connection began and rates over the last minute.
class CostMeter
{
public:
    static constexpr qint64 kWindowMs = 60000;
    explicit CostMeter(const Clock &clock)
        : m_clock(clock)
    {
    }

    void restart();
    /// Totals since the connection began, as the relay counts them.
    void add(qint64 requests, qint64 bytesIn, qint64 bytesOut);
    /// CPU time that the relay and its children have used on the login node since the connection began, milliseconds.
    void addRemoteCpu(qint64 cpuMs);
    ObserverCost cost() const;

private:
    struct Mark
    {
        qint64 timeMs, requests, bytes;
        std::optional<qint64> cpuMs;
    };
    void mark();

    const Clock &m_clock;
    ObserverCost m_total;
    std::optional<qint64> m_cpuMs;
    std::deque<Mark> m_marks; ///< at most one a second, the last minute of them
};

} // namespace paceline
