// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: a log of any one format is read at 300 MB/s or more on one core with all formats on, whatever its length at the
// same memory. Every fixture of a log is written again and again with steps that go on; the slowest come first. The
// peer is a count of line ends over the same bytes. User CPU time, best of several runs. Usage: bench_logformats
// [FOLDER_OF_LOGS] [MEGABYTES, default 64] [NAME, default all] [RUNS, default 3]
#include "tests/bench/loggrower.h"
#include "tests/bench/measure.h"

#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/recordtimes.h"
#include "backends/store/run.h"

#include <QDir>
#include <QFile>
#include <cmath>
#include <cstdlib>
#include <sys/resource.h>

using namespace paceline;

namespace {
quint64 allocations = 0;
}

// Every allocation of this program and of Qt comes by here.
extern "C" void *__libc_malloc(std::size_t size);
extern "C" void *malloc(std::size_t size)
{
    ++allocations;
    return __libc_malloc(size);
}

namespace {

constexpr qsizetype kBlock = 1 << 20;

double userSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

struct Figures
{
    QByteArray name;
    double megabytes = 0, records = 0, expected = 0;
    double read = INFINITY, whole = INFINITY, lines = INFINITY; ///< seconds
    double allocations = 0, instructions = 0;
    double storeBytes =
        0; ///< of resident memory for a record of the run; a lower bound but for the first log of a process
};

template <class Each>
void inBlocks(const QByteArray &log, Each &&each)
{
    for (qsizetype at = 0; at < log.size(); at += kBlock)
        each(QByteArrayView(log).sliced(at, std::min(kBlock, log.size() - at)));
}

void measureRead(const QByteArray &log, Figures &figures)
{
    const double from = userSeconds();
    const bench::Meter meter;
    const quint64 before = allocations;
    logs::LogStream stream;
    figures.records = 0;
    inBlocks(log, [&](QByteArrayView block) { figures.records += double(stream.read(block).size()); });
    figures.records += double(stream.finish().size());
    figures.allocations = double(allocations - before);
    figures.instructions = meter.instructions();
    figures.read = std::min(figures.read, userSeconds() - from);
}

/// As a backlog is taken in: with times, into the run that is drawn.
void measureWhole(const QByteArray &log, Figures &figures)
{
    const double from = userSeconds();
    const double memory = bench::residentMiB();
    logs::LogStream stream;
    logs::RecordTimes times;
    times.setStart(1'700'000'000'000);
    RunBuilder builder;
    inBlocks(log, [&](QByteArrayView block) {
        builder.append(times.partOfBacklog(stream.read(block), log.size(), 1'700'086'400'000));
    });
    figures.whole = std::min(figures.whole, userSeconds() - from);
    const double size = double(builder.snapshot()->size());
    figures.storeBytes = std::max(0.0, bench::residentMiB() - memory) * 1048576 / std::max(1.0, size);
}

void measureLines(const QByteArray &log, Figures &figures)
{
    const double from = userSeconds();
    qsizetype count = 0;
    for (qsizetype at = log.indexOf('\n'); at >= 0; at = log.indexOf('\n', at + 1))
        ++count;
    figures.lines = std::min(figures.lines, userSeconds() - from + (count < 0 ? 1 : 0));
}

Figures measure(const QByteArray &name, const QByteArray &log, double expected, int runs)
{
    Figures figures;
    figures.name = name;
    figures.megabytes = double(log.size()) / 1e6;
    figures.expected = expected;
    measureWhole(log, figures);
    for (int i = 0; i < runs; ++i) {
        measureRead(log, figures);
        measureLines(log, figures);
    }
    return figures;
}

void print(const Figures &f)
{
    std::printf(
        "{\"goal\": \"log MB/s\", \"log\": \"%s\", \"mb_per_s\": %.0f, \"goal_mb_per_s\": 300, "
        "\"lines_mb_per_s\": %.0f, \"ratio\": %.3f, \"with_run_mb_per_s\": %.0f, \"records_per_s\": %.0f, "
        "\"ns_per_record\": %.0f, \"bytes_per_record\": %.0f, \"records_of_expected\": %.3f, "
        "\"allocations_per_record\": %.2f, \"store_bytes_per_record\": %.0f, \"instructions_per_byte\": %.2f}\n",
        f.name.constData(), f.megabytes / f.read, f.megabytes / f.lines, f.lines / f.read, f.megabytes / f.whole,
        f.records / f.read, f.read / f.records * 1e9, f.megabytes * 1e6 / f.records, f.records / f.expected,
        f.allocations / f.records, f.storeBytes, f.instructions / f.megabytes / 1e6);
}

} // namespace

int main(int argc, char **argv)
{
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : PACELINE_FIXTURES "/training-logs");
    const double megabytes = argc > 2 ? std::atof(argv[2]) : 64;
    const QByteArray only = argc > 3 ? argv[3] : "all";
    const int runs = argc > 4 ? std::atoi(argv[4]) : 3;
    const auto size = qsizetype(megabytes * 1e6);
    std::vector<Figures> all;
    const QStringList names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        if (only != "all" && name != QString::fromLocal8Bit(only))
            continue;
        const QByteArray sample = bench::sampleIn(folder + QLatin1Char('/') + name);
        if (sample.isEmpty())
            continue;
        const bench::GrownLog grown = bench::grow(sample, size);
        all.push_back(measure(name.toUtf8(), grown.bytes, double(grown.records), runs));
    }
    if (only == "all" || only == "mixed") {
        const bench::GrownLog mixed = bench::mixedLog(size);
        all.push_back(measure("mixed", mixed.bytes, double(mixed.records), runs));
    }
    std::sort(all.begin(), all.end(),
              [](const Figures &a, const Figures &b) { return a.megabytes / a.read < b.megabytes / b.read; });
    for (const Figures &figures : all)
        print(figures);
    return all.empty() ? 1 : 0;
}
