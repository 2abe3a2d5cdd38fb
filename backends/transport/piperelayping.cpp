// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PipeRelay that keeps the link alive and counts what it costs.
#include "backends/transport/piperelay.h"

#include <QDateTime>

namespace paceline {

static constexpr int kTrafficIntervalMs = 1000;

void PipeRelay::beat()
{
    if (!m_pings.empty() && m_sinceByte.hasExpired(m_options.silenceMs))
        return end({ErrorKind::Disconnected, QStringLiteral("no answer for %1 ms").arg(m_sinceByte.elapsed())});
    Ping ping{.number = ++m_pingCount, .sentMs = QDateTime::currentMSecsSinceEpoch(), .since = {}};
    ping.since.start();
    m_pings.push_back(ping);
    const bool wantsClock = ping.number % quint64(m_options.clockEveryPings) == 1;
    send("A " + QByteArray::number(ping.number) + (wantsClock ? " 1" : " 0"));
}

// times(1p): "0m0.01s 0m0.02s" for the shell, then for its children.
static qint64 cpuMs(const QByteArray &times)
{
    double seconds = 0;
    for (const QByteArray &word : times.simplified().split(' ')) {
        const qsizetype minutes = word.indexOf('m');
        if (minutes > 0 && word.endsWith('s'))
            seconds += 60.0 * word.left(minutes).toDouble() + word.mid(minutes + 1).chopped(1).toDouble();
    }
    return qRound64(seconds * 1000.0);
}

void PipeRelay::takePong(const RelayFrame &frame)
{
    const QList<QByteArray> words = frame.text.split(' ');
    while (!m_pings.empty() && m_pings.front().number < words.value(0).toULongLong())
        m_pings.pop_front();
    if (m_pings.empty())
        return;
    const Ping ping = m_pings.front();
    m_pings.pop_front();
    const qint64 roundTripMs = ping.since.elapsed();
    std::optional<qint64> offsetMs;
    if (const QByteArray clock = words.value(1); !clock.isEmpty()) {
        const qint64 hostMs = clock.size() > 11 ? clock.toLongLong() : clock.toLongLong() * 1000 + 500;
        offsetMs = hostMs - (ping.sentMs + roundTripMs / 2);
    }
    emit pinged(int(roundTripMs), offsetMs);
    emit remoteCpu(cpuMs(frame.body));
}

void PipeRelay::reportTraffic()
{
    if (sender() == &m_trafficTimer)
        emit traffic(m_requests, m_bytesIn, m_bytesOut);
    else if (!m_trafficTimer.isActive() && !m_endReason)
        m_trafficTimer.start(kTrafficIntervalMs);
}

} // namespace paceline
