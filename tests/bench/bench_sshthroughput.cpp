// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/libsshpipe.h"
#include "tests/backends/transport/sshhost.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <vector>

using namespace paceline;

/// How fast bytes come over a channel of the pipe's own, next to the ssh program with the same cipher, same sshd, same
/// minute. Prints one line a run and the ratios of the medians.
namespace {

struct Cost
{
    double wallMs = 0, cpuMs = 0;
};

double cpuMs(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    const auto ms = [](const timeval &t) { return double(t.tv_sec) * 1e3 + double(t.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

Cost measurePipe(const SshServer &server, const QByteArray &command, qint64 expected)
{
    const double before = cpuMs(RUSAGE_SELF);
    QElapsedTimer timer;
    timer.start();
    LibsshPipe pipe(SshRoute{hostOf(server)});
    QEventLoop loop;
    qint64 total = 0;
    QObject::connect(&pipe, &BytePipe::received, &loop, [&](const QByteArray &bytes) { total += bytes.size(); });
    QObject::connect(&pipe, &BytePipe::closed, &loop, &QEventLoop::quit);
    pipe.open(command);
    loop.exec();
    if (total != expected)
        std::printf("WRONG: %lld of %lld bytes\n", qlonglong(total), qlonglong(expected));
    return {double(timer.nsecsElapsed()) / 1e6, cpuMs(RUSAGE_SELF) - before};
}

Cost measureProgram(const SshServer &server, const QByteArray &command)
{
    const double before = cpuMs(RUSAGE_CHILDREN);
    QElapsedTimer timer;
    timer.start();
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("ssh"),
                  {QStringLiteral("-F"), server.clientConfigFile(), QStringLiteral("-c"),
                   QStringLiteral("aes128-gcm@openssh.com"), QStringLiteral("testhost"), QString::fromLatin1(command)});
    process.waitForFinished(-1);
    return {double(timer.nsecsElapsed()) / 1e6, cpuMs(RUSAGE_CHILDREN) - before};
}

Cost medianOf(std::vector<Cost> costs)
{
    const auto middle = [&](double Cost::*field) {
        std::sort(costs.begin(), costs.end(), [&](const Cost &a, const Cost &b) { return a.*field < b.*field; });
        return costs[costs.size() / 2].*field;
    };
    return {middle(&Cost::wallMs), middle(&Cost::cpuMs)};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const qint64 bytes = 512 << 20;
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 7;
    SshServer server;
    if (const QString why = server.start(); !why.isEmpty()) {
        std::printf("no sshd: %s\n", qPrintable(why));
        return 77;
    }
    const QByteArray command = "head -c " + QByteArray::number(bytes) + " /dev/zero";
    std::vector<Cost> pipe, program;
    for (int i = 0; i < runs; ++i) {
        program.push_back(measureProgram(server, command));
        pipe.push_back(measurePipe(server, command, bytes));
        std::printf("run %d: ssh %.0f ms wall %.0f ms CPU, pipe %.0f ms wall %.0f ms CPU\n", i, program.back().wallMs,
                    program.back().cpuMs, pipe.back().wallMs, pipe.back().cpuMs);
    }
    const Cost ours = medianOf(pipe), theirs = medianOf(program);
    std::printf("G14 own channel: throughput %.2fx of ssh (goal >= 0.95), CPU %.2fx (goal <= 1.5), %.0f MB/s\n",
                theirs.wallMs / ours.wallMs, ours.cpuMs / theirs.cpuMs, double(bytes) / 1e3 / ours.wallMs);
    return 0;
}
