// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Goal: 10,000 nodes at 1 Hz, ten metrics each, cost the ingest thread little: parsing the probe's lines, joining them
// to columns, growing the grids and taking the changes. Also what a watched job keeps in memory. Prints one JSON line.
// Usage: bench_ingest [NODES] [TICKS]
#include "backends/sources/probetable.h"
#include "backends/store/store.h"
#include "tests/bench/measure.h"

#include <cstdio>
#include <cstdlib>

using namespace paceline;

int main(int argc, char **argv)
{
    const int nodeCount = argc > 1 ? std::atoi(argv[1]) : 10'000, ticks = argc > 2 ? std::atoi(argv[2]) : 60;
    constexpr JobId job{1};
    std::vector<NodeName> nodes;
    for (int i = 0; i < nodeCount; ++i)
        nodes.emplace_back(QStringLiteral("n%1").arg(i, 5, 10, QLatin1Char('0')));
    const double before = bench::residentMiB();
    ProbeTable table(job, nodes);
    Store store;
    table.restart();
    qint64 nowMs = 1'700'000'000'000;
    for (int i = 0; i < nodeCount; ++i)
        table.take(QByteArray::number(i) + ": P1 node=" + nodes[std::size_t(i)].value.toUtf8() + " step=0", nowMs);
    std::vector<double> perTick, changes;
    for (int tick = 1; tick <= ticks; ++tick, nowMs += 1000) {
        std::vector<QByteArray> lines;
        for (int i = 0; i < nodeCount; ++i)
            lines.push_back(QByteArray::number(i) + ": P1 t=" + QByteArray::number(tick) + " u=" +
                            QByteArray::number(5000 + tick) + ".25 c=" + QByteArray::number(34596 + tick * 60 + i % 7) +
                            ",41112,29251,453872,3050,0,463,206,0,0 l=3.33"
                            " m=24684084,23306116 n=eth0:108351:82169,ib0:" +
                            QByteArray::number(qint64(tick) * 1'000'000) + ":42");
        bench::Meter meter;
        table.send(nowMs);
        for (const QByteArray &line : lines)
            table.take(line, nowMs + 5);
        Batch batch;
        batch.samples = table.takeColumns(nowMs + 5, 1000);
        store.apply(batch);
        bench::Meter taking;
        const ChangeSet set = store.takeChanges();
        changes.push_back(taking.cpuMs());
        perTick.push_back(meter.cpuMs());
    }
    const double mib = bench::residentMiB() - before;
    std::printf("{\"bench\":\"ingest\",\"nodes\":%d,\"ticks\":%d,\"tick_ms\":%.1f,\"tick_p99_ms\":%.1f,\"take_changes_"
                "ms\":%.2f,"
                "\"core_percent_at_1hz\":%.1f,\"ns_per_value\":%.0f,\"store_bytes_per_value\":%.1f}\n",
                nodeCount, ticks, bench::percentile(perTick, 0.5), bench::percentile(perTick, 0.99),
                bench::percentile(changes, 0.5), bench::percentile(perTick, 0.5) / 10,
                bench::percentile(perTick, 0.5) * 1e6 / (10.0 * nodeCount), mib * 1048576 / (10.0 * nodeCount * ticks));
}
