// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: what a redraw takes from the store costs at 1e8 points at most twice the instructions of 1e6, and a run of 1e7
// records is affordable. Prints one JSON line. Usage: bench_run [RECORDS_OF_THE_LONG_RUN, default 1e7]
#include "backends/store/run.h"
#include "tests/bench/measure.h"

#include <QtGlobal>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace paceline;

namespace {

constexpr int kColumns = 1600;
const QString kLoss = QStringLiteral("loss");

std::shared_ptr<const Run> makeRun(qint64 size)
{
    RunBuilder builder;
    std::vector<LogRecord> records(1000);
    for (qint64 first = 0; first < size; first += 1000) {
        for (qint64 i = 0; i < 1000; ++i) {
            LogRecord &r = records[std::size_t(i)];
            r.step = first + i;
            r.timeMs = 1'700'000'000'000 + (first + i) * 20;
            r.timeSource = TimeSource::Printed;
            r.metrics = {{QString(), 2 + std::sin(double(first + i) / 997), QString(), kLoss}};
        }
        builder.append(records);
    }
    return builder.snapshot();
}

struct Redraw
{
    double instructions, cpuMs, zoomP99Ms;
    std::size_t points;
};

Redraw redraw(const Run &run)
{
    const double size = double(run.size());
    Redraw result{};
    bench::Meter meter;
    constexpr int rounds = 20;
    for (int i = 0; i < rounds; ++i)
        result.points = run.curve(kLoss, RunAxis::Step, 0, size, kColumns).size();
    result.instructions = meter.instructions() / rounds;
    result.cpuMs = meter.cpuMs() / rounds;
    std::vector<double> steps;
    for (double width = size, i = 0; width > 100; width *= 0.97, ++i) {
        const double x0 = std::fmod(i * 0.37, 1.0) * (size - width);
        bench::Meter one;
        run.curve(kLoss, RunAxis::Step, x0, x0 + width, kColumns);
        steps.push_back(one.cpuMs());
    }
    result.zoomP99Ms = bench::percentile(steps, 0.99);
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 longSize = argc > 1 ? qint64(std::atof(argv[1])) : 10'000'000;
    const auto shortRun = makeRun(1'000'000);
    const double before = bench::residentMiB();
    bench::Meter building;
    const auto longRun = makeRun(longSize);
    const double buildNs = building.cpuMs() * 1e6 / double(longSize);
    const double bytes = (bench::residentMiB() - before) * 1048576 / double(longSize);
    const Redraw small = redraw(*shortRun), large = redraw(*longRun);
    std::printf(
        "{\"bench\":\"run\",\"records\":%lld,\"bytes_per_record\":%.1f,\"append_ns\":%.0f,\"redraw_instructions\":%.0f,"
        "\"redraw_ms\":%.3f,\"zoom_p99_ms\":%.3f,\"points\":%zu,\"ratio_to_1e6\":%.2f,\"goal\":2}\n",
        static_cast<long long>(longSize), bytes, buildNs, large.instructions, large.cpuMs, large.zoomP99Ms,
        large.points, (large.instructions > 0 ? large.instructions / small.instructions : large.cpuMs / small.cpuMs));
}
