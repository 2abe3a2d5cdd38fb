// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// G14, second half: a file through the relay's one channel against `ssh host cat` over the same connection.
#include "tests/bench/relayhost.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>

using namespace paceline;

static constexpr qint64 kSize = 256 << 20;

static double relayMs(PipeRelay &relay, const QByteArray &path)
{
    QElapsedTimer timer;
    timer.start();
    for (qint64 offset = 0; offset < kSize;) {
        const auto pending = relay.pull({.path = path, .offset = offset, .maxBytes = 32 << 20, .timeoutMs = 120000});
        QFutureWatcher<Result<FilePull>> watcher;
        watcher.setFuture(pending.result);
        if (!pending.result.isFinished())
            waitFor(&watcher, &QFutureWatcher<Result<FilePull>>::finished);
        const Result<FilePull> pulled = pending.result.result();
        if (!pulled || pulled->bytes.isEmpty())
            return 1e9;
        offset += pulled->bytes.size();
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    RelayHost host;
    const QString path = host.server().filePath(QStringLiteral("bulk"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    QByteArray block(1 << 20, 'x');
    for (qint64 i = 0; i < kSize >> 20; ++i) {
        block.fill(char('a' + i % 26));
        file.write(block);
    }
    file.close();
    std::vector<double> ours, peer;
    for (int i = 0; i < 5; ++i) {
        peer.push_back(host.sshMs({QStringLiteral("testhost"), QStringLiteral("cat ") + path}));
        ours.push_back(relayMs(host.relay(), path.toUtf8()));
    }
    const double megabytes = double(kSize) / 1e6;
    const double ratio = median(peer) / median(ours);
    std::printf("{\"goal\":\"G14b\",\"relay_MB_per_s\":%.0f,\"ssh_cat_MB_per_s\":%.0f,\"ratio\":%.2f,\"wanted\":0.5}\n",
                megabytes * 1000 / median(ours), megabytes * 1000 / median(peer), ratio);
    return ratio >= 0.5 ? 0 : 3;
}
