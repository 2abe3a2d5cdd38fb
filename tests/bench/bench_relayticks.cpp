// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// G15: one sample per tick over a stream of the relay, against one exec per sample on the same ssh connection. What
// starting the local ssh program and asking its master cost is taken off the peer.
#include "tests/bench/relayhost.h"

#include <QCoreApplication>

using namespace paceline;

static std::vector<double> tickMs(PipeRelay &relay, int ticks)
{
    const RequestId stream =
        relay.openStream({.command = "while read -r tick; do read -r load </proc/loadavg; echo \"$load\"; done",
                          .reading = StreamReading::Lines});
    std::vector<double> times;
    for (int i = 0; i < ticks + 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        relay.sendLine(stream, "t");
        waitFor(&relay, &Relay::streamData);
        if (i >= 10)
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    relay.stopStream(stream);
    waitFor(&relay, &Relay::streamEnded);
    return times;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    RelayHost host;
    std::vector<double> execs, checks;
    for (int i = 0; i < 60; ++i) {
        execs.push_back(host.sshMs({QStringLiteral("testhost"), QStringLiteral("cat /proc/loadavg")}));
        checks.push_back(host.sshMs({QStringLiteral("-O"), QStringLiteral("check"), QStringLiteral("testhost")}));
    }
    const double tick = median(tickMs(host.relay(), 2000));
    const double exec = median(execs) - median(checks);
    std::printf("{\"goal\":\"G15\",\"relay_requests_per_s\":%.0f,\"exec_requests_per_s\":%.0f,\"relay_ms\":%.3f,\"exec_"
                "ms\":%.3f,"
                "\"ratio\":%.1f,\"wanted\":20}\n",
                1000 / tick, 1000 / exec, tick, exec, exec / tick);
    return exec / tick >= 20 ? 0 : 3;
}
