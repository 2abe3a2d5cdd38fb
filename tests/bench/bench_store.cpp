// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: one job of 1,024 nodes with 8 GPUs and 20 counters each at 1 Hz over 24 hours stays under 2 GB. Also what a
// tick and a picture of the whole day cost. Prints one JSON line. Usage: bench_store [NODES] [GPUS] [METRICS] [TICKS]
#include "backends/store/gridslice.h"
#include "backends/store/store.h"
#include "tests/bench/measure.h"

#include <cstdio>
#include <cstdlib>

using namespace paceline;

namespace {

Entities gpus(int nodes, int perNode)
{
    auto all = std::make_shared<std::vector<Entity>>();
    for (int node = 0; node < nodes; ++node) {
        for (int gpu = 0; gpu < perNode; ++gpu)
            all->push_back({.node = NodeName(QStringLiteral("n%1").arg(node, 4, 10, QLatin1Char('0'))),
                            .kind = Entity::Kind::Gpu,
                            .id = QStringLiteral("GPU-%1-%2").arg(node).arg(gpu),
                            .label = QString::number(gpu)});
    }
    return all;
}

/// What a picture of the whole day reads: for each pixel column the extremes of all rows.
double drawDayMs(const Grid &grid)
{
    bench::Meter meter;
    const double from = double(grid.firstMs()), to = double(grid.timeMs(grid.ticks() - 1));
    const GridSlice slice(grid, from, to, (to - from) / 600);
    float sum = 0;
    for (int tick = 0; tick < slice.ticks(); ++tick)
        sum += slice.summary(tick).max;
    return sum > -1 ? meter.cpuMs() : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const auto argument = [&](int i, int otherwise) { return argc > i ? std::atoi(argv[i]) : otherwise; };
    const int nodes = argument(1, 1024), perNode = argument(2, 8), metrics = argument(3, 20),
              ticks = argument(4, 86'400);
    const double before = bench::residentMiB();
    const Entities entities = gpus(nodes, perNode);
    Store store;
    std::vector<float> noise(entities->size() + 4096);
    unsigned seed = 1;
    for (float &v : noise)
        v = float((seed = seed * 1664525U + 1013904223U) >> 24) / 2.56F;
    std::vector<double> perTick;
    qint64 nowMs = 1'700'000'000'000;
    double most = 0;
    ChangeSet last;
    for (int tick = 0; tick < ticks; ++tick, nowMs += 1000) {
        Batch batch;
        for (int metric = 0; metric < metrics; ++metric) {
            SampleColumn column{JobId{1}, MetricId(QStringLiteral("m%1").arg(metric)), nowMs, entities, {}};
            const auto from = noise.begin() + (tick * 31 + metric * 7) % 4096;
            column.values.assign(from, from + std::ptrdiff_t(entities->size()));
            batch.samples.push_back(std::move(column));
        }
        bench::Meter meter;
        store.apply(batch);
        last = store.takeChanges();
        perTick.push_back(meter.cpuMs());
        if (tick % 600 == 599)
            most = std::max(most, bench::residentMiB() - before);
    }
    most = std::max(most, bench::residentMiB() - before);
    const Grid &grid = **last.watched.front()->grids.begin();
    std::printf("{\"bench\":\"store\",\"series\":%lld,\"ticks\":%d,\"resident_mb\":%.0f,\"goal_mb\":2000,"
                "\"tick_ms\":%.2f,\"tick_p99_ms\":%.2f,\"core_percent_at_1hz\":%.1f,\"day_slice_ms\":%.3f,"
                "\"hours_kept\":%.1f}\n",
                qint64(entities->size()) * metrics, ticks, most * 1.048576, bench::percentile(perTick, 0.5),
                bench::percentile(perTick, 0.99), bench::percentile(perTick, 0.5) / 10, drawDayMs(grid),
                double(grid.timeMs(grid.ticks() - 1) - grid.firstMs()) / 3.6e6);
}
