// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: 20,000 jobs from the poll's bytes to the list the window gets in 7 ms CPU (the reader's part of 25 ms), when
// one row in a hundred changed. Peer: QString::split of the same bytes into rows and fields, which has no jobs yet.
// Prints one JSON line. Usage: bench_squeue [JOBS]
#include "backends/parsers/squeue.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace paceline;

static double cpuMs()
{
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// A queue as squeue prints it. poll moves the state of every hundredth job.
static QByteArray queueText(int jobs, int poll)
{
    QByteArray text;
    text.reserve(jobs * 260);
    for (int i = 0; i < jobs; ++i) {
        const QByteArray id = QByteArray::number(1000000 + i);
        const bool running = i % 10 == 0 || i % 100 == poll % 100;
        text += id + '\x1f' + id + '\x1f' + id + "\x1fN/A\x1f" + (running ? "RUNNING" : "PENDING") + "\x1fuser" +
                QByteArray::number(i % 400) + "\x1fproject" + QByteArray::number(i % 60) + "\x1fnormal\x1fgpu\x1f" +
                (running ? "None\x1fgpu[0001-0004]" : "Priority\x1f") +
                "\x1f"
                "4\x1f"
                "256\x1fgres/gpu:a100:4\x1f"
                "1-00:00:00\x1f"
                "1795420256\x1f"
                "1795420257\x1f"
                "1795506657\x1f" +
                QByteArray::number(100000 + i) + "\x1ftrain_" + id + "\x1f/lustre/project/user/runs/" + id +
                "\x1f/lustre/project/user/train.sbatch\x1f(null)\x1e"
                "5eed5eed5eed5eed\n";
    }
    return text;
}

template <class F>
static double medianMs(int rounds, F run)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double begin = cpuMs();
        run(i);
        times.push_back(cpuMs() - begin);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[std::size_t(rounds / 2)];
}

int main(int argc, char **argv)
{
    const int jobs = argc > 1 ? atoi(argv[1]) : 20'000;
    constexpr int kRounds = 21;
    std::vector<QByteArray> polls;
    for (int i = 0; i < kRounds; ++i)
        polls.push_back(queueText(jobs, i));
    std::size_t seen = 0;
    const double first = medianMs(5, [&](int i) { seen += SqueueReader().read(polls[std::size_t(i)])->jobs.size(); });
    SqueueReader reader;
    (void)reader.read(polls.back());
    const double steady = medianMs(kRounds, [&](int i) { seen += reader.read(polls[std::size_t(i)])->jobs.size(); });
    const double same = medianMs(kRounds, [&](int) { seen += reader.read(polls.back())->jobs.size(); });
    qsizetype fields = 0;
    const double peer = medianMs(kRounds, [&](int i) {
        for (const QString &row : QString::fromUtf8(polls[std::size_t(i)]).split(u'\n', Qt::SkipEmptyParts))
            fields += row.split(QChar(0x1f)).size();
    });
    printf("{\"goal\":\"G9 "
           "reader\",\"jobs\":%d,\"bytes\":%lld,\"first_ms\":%.2f,\"steady_1pct_ms\":%.2f,\"unchanged_ms\":%.2f,"
           "\"qstring_split_ms\":%.2f,\"ratio\":%.3f,\"goal_ms\":7,\"rows\":%zu,\"fields\":%lld}\n",
           jobs, static_cast<long long>(polls[0].size()), first, steady, same, peer, steady / peer, seen,
           static_cast<long long>(fields));
    return 0;
}
