// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goals: a sample takes at most 1/4 of the bytes and of the CPU of plain SQLite rows; a series of 1e4 samples is there
// after 1 ms, 1e7 samples from a cold file after 0.3 s of CPU. A sample is one metric of one record; its bytes and time
// hold its share of step, time, epoch and place in the log. Prints one JSON line. Usage: bench_history [FOLDER]
#include "backends/history/runreader.h"
#include "backends/history/runwriter.h"
#include "backends/history/schema.h"
#include "tests/bench/measure.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <unistd.h>

using namespace paceline;

namespace {

const ClusterId kCluster{QStringLiteral("bench")};
constexpr int kMetrics = 10;

double rounded(double value, double power)
{
    return std::round(value * power) / power;
}

/// What a training program prints: decimals of a fixed number for the most part, and two with all their digits.
double valueOf(int metric, qint64 step, std::mt19937 &random)
{
    const double noise = double(random() % 10'000) / 10'000;
    switch (metric) {
    case 0:
        return rounded(8 / std::sqrt(double(step) / 100 + 1) + noise / 10, 1e4);
    case 1:
        return 3e-4 * (1 + std::cos(double(step) / 1e6 * 3.14159)) / 2;
    case 2:
        return 0.5 + noise;
    case 3:
        return rounded(1200 + noise * 30, 10);
    case 4:
        return rounded(0.25 + noise / 100, 1e3);
    case 5:
        return 65536;
    default:
        return rounded(double(metric) + noise, 1e3);
    }
}

std::shared_ptr<const Run> makeRun(qint64 records, int metrics)
{
    std::mt19937 random(1);
    RunBuilder builder;
    std::vector<LogRecord> part(1000);
    qint64 offset = 0;
    for (qint64 first = 0; first < records; first += 1000) {
        for (qint64 i = 0; i < 1000; ++i) {
            LogRecord &r = part[std::size_t(i)];
            const qint64 step = first + i;
            r.step = step * 10;
            r.epoch = double(step) / 1000;
            r.line = step + 40;
            r.length = 120 + qint64(random() % 8);
            r.offset = offset;
            offset += r.length + 1;
            r.timeMs = 1'700'000'000'000 + step * 2500 + qint64(random() % 100);
            r.timeSource = TimeSource::Printed;
            r.metrics.clear();
            for (int m = 0; m < metrics; ++m) {
                const QString name = QStringLiteral("metric%1").arg(m);
                r.metrics.push_back({name, valueOf(m, step, random), {}, name});
            }
        }
        builder.append(part);
    }
    return builder.snapshot();
}

JobSnapshot snapshotOf(JobId job, std::shared_ptr<const Run> run)
{
    JobSnapshot snapshot;
    snapshot.job = job;
    snapshot.logRun = snapshot.run = std::move(run);
    snapshot.place = LogPlace{};
    return snapshot;
}

[[noreturn]] void giveUp(const Error &error)
{
    std::fprintf(stderr, "bench_history: %s\n", qPrintable(error.detail));
    std::exit(1);
}

Sqlite open(const QString &path)
{
    auto opened = openHistory(path);
    if (!opened)
        giveUp(opened.error());
    return std::move(*opened);
}

struct Cost
{
    double bytes, ns;
};

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size();
}

void checkpoint(Sqlite &database)
{
    if (auto done = database.query("PRAGMA wal_checkpoint(TRUNCATE)", [](const Sqlite::Row &) {}); !done)
        giveUp(done.error());
}

Cost writeChunks(const QString &path, JobId job, const std::shared_ptr<const Run> &run, double samples)
{
    Sqlite database = open(path);
    RunWriter writer(database, ::getpid());
    checkpoint(database);
    const qint64 before = sizeOf(path);
    const bench::Meter meter;
    if (auto done = writer.save(kCluster, 1, snapshotOf(job, run), 1); !done)
        giveUp(done.error());
    const double ms = meter.cpuMs();
    checkpoint(database);
    return {double(sizeOf(path) - before) / samples, ms * 1e6 / samples};
}

/// The peer: a row a sample, with what a chart of it needs.
Cost writeRows(const QString &path, const Run &run, double samples)
{
    Sqlite database = open(path);
    const auto made = database.script("CREATE TABLE rows (run INTEGER, metric INTEGER, step INTEGER, time INTEGER,"
                                      " value REAL, PRIMARY KEY (run, metric, step)) WITHOUT ROWID");
    if (!made)
        giveUp(made.error());
    checkpoint(database);
    const qint64 before = sizeOf(path);
    const bench::Meter meter;
    auto transaction = SqliteTransaction::begin(database);
    const QStringList metrics = run.metrics();
    for (qsizetype m = 0; m < metrics.size(); ++m) {
        for (const auto &chunk : run.chunks()) {
            const std::vector<float> &values = *chunk->values.constFind(metrics[m]);
            for (std::size_t i = 0; i < chunk->size(); ++i) {
                const auto done = database.run("INSERT INTO rows VALUES (1, ?, ?, ?, ?)", m, qint64(chunk->step[i]),
                                               qint64(chunk->timeMs[i]), double(values[i]));
                if (!done)
                    giveUp(done.error());
            }
        }
    }
    if (auto done = transaction->commit(); !done)
        giveUp(done.error());
    const double ms = meter.cpuMs();
    checkpoint(database);
    return {double(sizeOf(path) - before) / samples, ms * 1e6 / samples};
}

/// A record a save, as a running job brings them: microseconds of CPU a save, p50.
double liveSaveUs(const QString &path)
{
    Sqlite database = open(path);
    RunWriter writer(database, ::getpid());
    std::mt19937 random(1);
    RunBuilder builder;
    std::vector<double> us;
    for (qint64 step = 0; step < 1500; ++step) {
        LogRecord r;
        r.step = step;
        for (int m = 0; m < kMetrics; ++m)
            r.metrics.push_back({{}, valueOf(m, step, random), {}, QStringLiteral("metric%1").arg(m)});
        builder.append({r});
        const JobSnapshot job = snapshotOf(JobId{9}, builder.snapshot());
        const bench::Meter meter;
        if (auto done = writer.save(kCluster, 1, job, 1); !done)
            giveUp(done.error());
        us.push_back(meter.cpuMs() * 1000);
    }
    return bench::percentile(us, 0.5);
}

void forgetPages(const QString &path)
{
    const int file = ::open(path.toLocal8Bit().constData(), O_RDONLY);
    ::fsync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

double loadMs(const QString &path, JobId job, std::size_t records)
{
    Sqlite database = open(path);
    RunReader reader(database);
    const bench::Meter meter;
    const auto saved = reader.load({kCluster, job});
    const double ms = meter.cpuMs();
    if (!saved)
        giveUp(saved.error());
    return (*saved)->run->size() == records ? ms : std::nan("");
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder((argc > 1 ? QString::fromLocal8Bit(argv[1]) : QDir::tempPath()) +
                               QStringLiteral("/bench_history.XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("history.sqlite"));
    constexpr qint64 kLong = 1'000'000, kShort = 10'000, kPeer = 100'000;
    const Cost chunks = writeChunks(path, JobId{1}, makeRun(kLong, kMetrics), double(kLong) * kMetrics);
    writeChunks(path, JobId{2}, makeRun(kShort, 1), kShort);
    const Cost rows =
        writeRows(folder.filePath(QStringLiteral("rows.sqlite")), *makeRun(kPeer, kMetrics), double(kPeer) * kMetrics);
    const double liveUs = liveSaveUs(folder.filePath(QStringLiteral("live.sqlite")));
    std::vector<double> series, whole;
    for (int i = 0; i < 21; ++i)
        series.push_back(loadMs(path, JobId{2}, kShort));
    for (int i = 0; i < 3; ++i) {
        forgetPages(path);
        whole.push_back(loadMs(path, JobId{1}, kLong));
    }
    std::printf(
        "{\"bench\":\"history\",\"bytes_per_sample\":%.2f,\"ns_per_sample\":%.0f,\"rows_bytes_per_sample\":%.1f,"
        "\"rows_ns_per_sample\":%.0f,\"bytes_ratio\":%.3f,\"ns_ratio\":%.3f,\"goal_ratio\":0.25,"
        "\"live_save_us\":%.0f,\"series_1e4_ms\":%.2f,\"goal_series_ms\":1,\"cold_1e7_cpu_s\":%.3f,"
        "\"goal_cold_s\":0.3}\n",
        chunks.bytes, chunks.ns, rows.bytes, rows.ns, chunks.bytes / rows.bytes, chunks.ns / rows.ns, liveUs,
        bench::percentile(series, 0.5), bench::percentile(whole, 0.5) / 1000);
}
