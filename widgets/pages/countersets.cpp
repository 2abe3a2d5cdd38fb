// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/countersets.h"

#include <QCoreApplication>
#include <algorithm>
#include <initializer_list>
#include <optional>

namespace paceline {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Counters)
};

bool isTold(const Grids &grids, const MetricId &metric)
{
    const auto grid = grids.value(metric);
    return grid && grid->ticks() > 0;
}

std::optional<MetricId> firstOf(const Grids &grids, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const MetricId metric{QLatin1String(name)}; isTold(grids, metric))
            return metric;
    }
    return std::nullopt;
}

constexpr const char *kOrder[] = {"gpu.sm_active",    "gpu.util",        "gpu.sm_clock", "gpu.power",
                                  "gpu.temperature",  "gpu.memory.used", "cpu.busy",     "memory.used",
                                  "fabric.receive",   "net.receive",     "net.transmit", "cpu.load1",
                                  "gpu.tensor_active"};
// These say nothing by themselves, or never change.
constexpr const char *kLeftOut[] = {"memory.total", "gpu.memory.total", "gpu.power_limit", "gpu.throttle"};

} // namespace

QList<MetricId> lineCounters(const Grids &grids)
{
    QList<MetricId> chosen;
    const auto take = [&](std::initializer_list<const char *> names) {
        if (const auto metric = firstOf(grids, names); metric && !chosen.contains(*metric))
            chosen.append(*metric);
    };
    take({"gpu.sm_active", "gpu.util", "cpu.busy"});
    take({"gpu.power", "memory.used"});
    take({"fabric.receive", "net.receive"});
    return chosen;
}

QList<LaneChoice> laneCounters(const Grids &grids)
{
    QList<LaneChoice> lanes;
    const auto take = [&](const QString &name, std::initializer_list<const char *> names, bool isAlarm = false) {
        if (const auto metric = firstOf(grids, names))
            lanes.append({name, *metric, isAlarm});
    };
    take(Text::tr("GPU", "lane: share of time in which kernels are resident"), {"gpu.sm_active", "gpu.util"});
    if (lanes.isEmpty())
        take(Text::tr("CPU"), {"cpu.busy"});
    take(Text::tr("power"), {"gpu.power", "power.node"});
    take(Text::tr("throttle", "lane: share of GPUs whose clocks are held down"), {"gpu.throttled"}, true);
    take(Text::tr("network"), {"fabric.receive", "net.receive"});
    take(Text::tr("reading", "lane: bytes read from files"), {"job.io.read", "lustre.read", "nfs.read", "disk.read"});
    if (lanes.size() < 4)
        take(Text::tr("memory"), {"memory.used"});
    return lanes;
}

QList<MetricId> orderedCounters(const Grids &grids)
{
    QList<MetricId> ordered;
    for (const char *name : kOrder) {
        if (const MetricId metric{QLatin1String(name)}; grids.contains(metric))
            ordered.append(metric);
    }
    for (auto grid = grids.begin(); grid != grids.end(); ++grid) {
        const bool isLeftOut = std::any_of(std::begin(kLeftOut), std::end(kLeftOut),
                                           [&](const char *name) { return grid.key().value == QLatin1String(name); });
        if (!isLeftOut && !ordered.contains(grid.key()))
            ordered.append(grid.key());
    }
    return ordered;
}

QString counterGroupText(const MetricId &metric)
{
    const QString kind = metric.value.section(QLatin1Char('.'), 0, 0);
    if (kind == QLatin1String("gpu"))
        return Text::tr("GPU", "heading");
    if (kind == QLatin1String("net") || kind == QLatin1String("fabric"))
        return Text::tr("Network");
    if (kind == QLatin1String("cpu") || kind == QLatin1String("memory"))
        return Text::tr("Processors and memory");
    if (kind == QLatin1String("pressure"))
        return Text::tr("Pressure");
    if (kind == QLatin1String("power"))
        return Text::tr("Power");
    return Text::tr("Files and processes");
}

} // namespace paceline
