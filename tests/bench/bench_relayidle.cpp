// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// G18, last clause: what the relay costs on the host while nobody asks, pings included, as a share of one core.
// Argument: seconds to look at (60).
#include "tests/bench/relayhost.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>
#include <unistd.h>

using namespace paceline;

/// CPU milliseconds of all processes of the group, with those that ended and were waited for.
static double groupCpuMs(const QByteArray &group)
{
    double ms = 0;
    const QStringList pids = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &pid : pids) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid)), exact(QStringLiteral("/proc/%1/schedstat").arg(pid));
        if (!stat.open(QIODevice::ReadOnly) || !exact.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.value(2) != group)
            continue;
        const double ticks = fields.value(13).toDouble() + fields.value(14).toDouble(); // of children
        ms += exact.readAll().split(' ').value(0).toDouble() / 1e6 + ticks * 1000.0 / double(sysconf(_SC_CLK_TCK));
    }
    return ms;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int seconds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 60;
    // Without a server in between, so that its processes are not counted with ours; process numbers are the host's own.
    PipeRelay relay(std::make_unique<LocalPipe>());
    relay.start();
    waitFor(&relay, &Relay::ready);
    const RequestId stream =
        relay.openStream({.command = "cut -d' ' -f5 /proc/$PPID/stat; read -r x", .reading = StreamReading::Lines});
    QByteArray group;
    QObject::connect(&relay, &Relay::streamData, &relay,
                     [&](RequestId, const QByteArray &bytes) { group = bytes.trimmed(); });
    waitFor(&relay, &Relay::streamData);
    relay.stopStream(stream);
    waitFor(&relay, &Relay::streamEnded);
    const double before = groupCpuMs(group);
    QTimer timer;
    timer.start(seconds * 1000);
    waitFor(&timer, &QTimer::timeout);
    const double share = (groupCpuMs(group) - before) / (seconds * 10.0);
    std::printf("{\"goal\":\"G18 relay\",\"idle_percent_of_a_core\":%.4f,\"seconds\":%d,\"wanted\":0.1}\n", share,
                seconds);
    return share <= 0.1 ? 0 : 3;
}
