// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/costmeter.h"

namespace paceline {

void CostMeter::restart()
{
    m_total = {};
    m_cpuMs.reset();
    m_marks.clear();
    mark();
}

void CostMeter::add(qint64 requests, qint64 bytesIn, qint64 bytesOut)
{
    m_total.requests = requests;
    m_total.bytesIn = bytesIn;
    m_total.bytesOut = bytesOut;
    mark();
}

void CostMeter::addRemoteCpu(qint64 cpuMs)
{
    m_cpuMs = cpuMs;
    mark();
}

void CostMeter::mark()
{
    const qint64 now = m_clock.nowMs();
    while (m_marks.size() > 1 && m_marks.front().timeMs < now - kWindowMs)
        m_marks.pop_front();
    m_marks.push_back({now, m_total.requests, m_total.bytesIn + m_total.bytesOut, m_cpuMs});
}

ObserverCost CostMeter::cost() const
{
    ObserverCost cost = m_total;
    if (m_marks.size() < 2)
        return cost;
    const Mark &from = m_marks.front(), &to = m_marks.back();
    const double seconds = double(std::max<qint64>(1000, to.timeMs - from.timeMs)) / 1000;
    cost.requestsPerMinute = double(to.requests - from.requests) / seconds * 60;
    cost.bytesPerSecond = double(to.bytes - from.bytes) / seconds;
    if (from.cpuMs && to.cpuMs)
        cost.remoteCpuPercent = double(*to.cpuMs - *from.cpuMs) / 10 / seconds;
    return cost;
}

} // namespace paceline
