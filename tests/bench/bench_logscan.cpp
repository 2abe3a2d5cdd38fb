// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// G11: scanning a training log with one format is at least 5 times as fast as QRegularExpression, and with all formats
// on at least 5 times as fast as a loop of one QRegularExpression for each format. CPU time, both in one run. Usage:
// bench_logscan [MEGABYTES]
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/registry.h"

#include <QRegularExpression>
#include <QString>
#include <ctime>

using namespace paceline;

namespace {

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

struct Case
{
    const char *name; ///< of the format
    QByteArray (*line)(int step);
    const char *pattern; ///< takes the same values out of the line
};

QByteArray noise(int i)
{
    return "[rank" + QByteArray::number(i % 8) + "]: some other output of the program, which holds no metric, number " +
           QByteArray::number(i) + '\n';
}

QByteArray ddp(int i)
{
    return "epoch " + QByteArray::number(i / 500) + " step " + QByteArray::number(i) + " loss " +
           QByteArray::number(2.3 / (1 + i * 1e-4), 'f', 4) +
           " lr 0.05 grad_norm 1.203 step_time 12.3ms throughput 2600.1 samples/s\n";
}

QByteArray imagenet(int i)
{
    return "Epoch: [" + QByteArray::number(i / 5005) + "][" + QByteArray::number(i % 5005).rightJustified(4) +
           "/5005]\tTime  0.314 ( 0.402)\tData  0.017 ( 0.026)\tLoss 6.8329e+00 (6.9329e+00)\tAcc@1   0.39 (  "
           "0.20)\tAcc@5   1.17 (  0.91)\n";
}

QByteArray megatron(int i)
{
    return " iteration " + QByteArray::number(i).rightJustified(8) +
           "/  500000 | consumed samples: " + QByteArray::number(i * 512LL).rightJustified(12) +
           " | elapsed time per iteration (ms): 1618.3 | learning rate: 1.375E-04 | global batch size:   512 | lm "
           "loss: 7.811917E+00 | loss scale: 16384.0"
           " | grad norm: 3.312 | number of skipped iterations:   0 | number of nan iterations:   0 |\n";
}

constexpr const char *kNumber = "([-+0-9.eE]+)";

const Case kCases[] = {
    {"generic", ddp, "^epoch (\\d+) step (\\d+) loss N lr N grad_norm N step_time N(ms) throughput N samples/s$"},
    {"pytorch-imagenet", imagenet,
     "^Epoch: \\[(\\d+)\\]\\[ *(\\d+)/(\\d+)\\]\\tTime +N \\( *N\\)\\tData +N \\( *N\\)\\tLoss +N \\( *N\\)\\tAcc@1 +N "
     "\\( *N\\)\\tAcc@5 +N \\( *N\\)$"},
    {"megatron-lm", megatron,
     "^ *iteration +(\\d+)/ *(\\d+) \\| consumed samples: +N \\| elapsed time per iteration \\(ms\\): N \\| learning "
     "rate: N \\| global batch size: +N \\| "
     "lm loss: N \\| loss scale: N \\| grad norm: N \\| number of skipped iterations: +N \\| number of nan iterations: "
     "+N \\|$"},
};

/// One pattern for each of the other formats, for the loop: what its lines begin with.
const char *const kHeads[] = {
    "^iter (\\d+): loss N, time Nms",        "^step +(\\d+)/(\\d+) \\| loss N",
    "step: +(\\d+) +loss: +N +memory:",      "^Epoch: \\[(\\d+)\\] +\\[ *(\\d+)/(\\d+)\\] +eta:",
    "iter: (\\d+)  total_loss: N",           "^Epoch\\(train\\) +\\[(\\d+)\\]\\[ *(\\d+)/(\\d+)\\]",
    "^Train: (\\d+) \\[ *(\\d+)/(\\d+) \\(", "^Train Epoch: (\\d+) \\[(\\d+)/(\\d+) \\(",
    "step=(\\d+), skipped=(\\d+), lr=\\[N",  "^\\{'loss': '?N'?, ",
    "(\\d+)/(\\d+) \\[=*>?\\.*\\] - ",       "(\\d+)%\\|[^|]*\\| (\\d+)/(\\d+) \\[",
};

QRegularExpression compiled(const char *pattern)
{
    QRegularExpression made(QString::fromLatin1(pattern).replace(QStringLiteral("N"), QString::fromLatin1(kNumber)));
    made.optimize();
    return made;
}

double oursSeconds(const QByteArray &log, const QString &format, qint64 &records)
{
    const double from = cpuSeconds();
    logs::LogStream stream({format, 0, 1});
    for (qsizetype at = 0; at < log.size(); at += 1 << 20)
        records +=
            qint64(stream.read(QByteArrayView(log).sliced(at, qMin<qsizetype>(1 << 20, log.size() - at))).size());
    return cpuSeconds() - from;
}

double peerSeconds(const QByteArray &log, const std::vector<QRegularExpression> &patterns, qint64 &records)
{
    const double from = cpuSeconds();
    double sum = 0;
    for (qsizetype at = 0; at < log.size();) {
        const qsizetype end = log.indexOf('\n', at);
        const QString line = QString::fromUtf8(log.constData() + at, end - at);
        at = end + 1;
        for (const QRegularExpression &pattern : patterns) {
            const QRegularExpressionMatch match = pattern.match(line);
            if (!match.hasMatch())
                continue;
            ++records;
            for (int i = 1; i <= match.lastCapturedIndex(); ++i)
                sum += match.capturedView(i).toDouble();
            break;
        }
    }
    records += sum < 0; // keeps the numbers from being optimised away
    return cpuSeconds() - from;
}

void report(const char *what, const char *name, double megabytes, double ours, double peer)
{
    std::printf("{\"goal\": \"G11\", \"case\": \"%s\", \"log\": \"%s\", \"ours_mb_per_s\": %.0f, \"peer_mb_per_s\": "
                "%.0f, \"ratio\": %.1f, \"goal_ratio\": 5}\n",
                what, name, megabytes / ours, megabytes / peer, peer / ours);
}

} // namespace

int main(int argc, char **argv)
{
    const double megabytes = argc > 1 ? QByteArray(argv[1]).toDouble() : 64;
    for (const Case &c : kCases) {
        QByteArray log;
        for (int i = 1; double(log.size()) < megabytes * 1e6; ++i)
            log += i % 10 == 0 ? noise(i) : c.line(i);
        const double size = double(log.size()) / 1e6;
        qint64 ours = 0, peers = 0, all = 0, loop = 0;
        const double oneSeconds = oursSeconds(log, QString::fromLatin1(c.name), ours);
        const double peerOne = peerSeconds(log, {compiled(c.pattern)}, peers);
        std::vector<QRegularExpression> patterns;
        for (const char *head : kHeads)
            patterns.push_back(compiled(head));
        for (const Case &other : kCases)
            patterns.push_back(compiled(other.pattern));
        const double allSeconds = oursSeconds(log, {}, all);
        const double loopSeconds = peerSeconds(log, patterns, loop);
        if (ours != peers || all != loop || ours != all) {
            std::fprintf(stderr, "%s: records differ: %lld, %lld, %lld, %lld\n", c.name, ours, peers, all, loop);
            return 1;
        }
        report("one format", c.name, size, oneSeconds, peerOne);
        report("all formats", c.name, size, allSeconds, loopSeconds);
    }
    return 0;
}
