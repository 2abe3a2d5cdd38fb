// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/probevalues.h"

#include <algorithm>

namespace paceline {

namespace {

/// Interfaces whose bytes pass through another one too, or never leave the node.
bool isVirtual(const QByteArray &name)
{
    static const std::array<const char *, 12> prefixes{"docker", "veth",  "virbr",   "br-", "bond", "tun",
                                                       "tap",    "vxlan", "flannel", "cni", "cali", "dummy"};
    const bool isBridge = name.size() > 2 && name.startsWith("br") && name[2] >= '0' && name[2] <= '9';
    return name == "lo" || isBridge || name.contains('.') ||
           std::any_of(prefixes.begin(), prefixes.end(), [&](const char *prefix) { return name.startsWith(prefix); });
}

bool isCounted(const std::vector<InterfaceCounters> &all, const QByteArray &name)
{
    if (!isVirtual(name))
        return true;
    // A node in a container may have nothing else.
    return name != "lo" &&
           std::all_of(all.begin(), all.end(), [](const InterfaceCounters &i) { return isVirtual(i.name); });
}

struct CpuShares
{
    float busy = kMissing, user = kMissing, system = kMissing, iowait = kMissing, steal = kMissing;
};

CpuShares cpuShares(const ProbeSample &before, const ProbeSample &now)
{
    if (!before.cpu || !now.cpu)
        return {};
    enum { User, Nice, System, Idle, IoWait, Irq, SoftIrq, Steal, kCounted }; // guest time is part of user time
    std::array<double, kCounted> spent{};
    double total = 0;
    for (std::size_t i = 0; i < kCounted; ++i) {
        if ((*now.cpu)[i] < (*before.cpu)[i])
            return {};
        spent[i] = double((*now.cpu)[i] - (*before.cpu)[i]);
        total += spent[i];
    }
    if (total <= 0)
        return {};
    const auto share = [&](double jiffies) { return float(100 * jiffies / total); };
    return {share(total - spent[Idle] - spent[IoWait]), share(spent[User] + spent[Nice]),
            share(spent[System] + spent[Irq] + spent[SoftIrq]), share(spent[IoWait]), share(spent[Steal])};
}

float networkRate(const ProbeSample &before, const ProbeSample &now, quint64 InterfaceCounters::*counter)
{
    if (!before.uptimeS || !now.uptimeS || *now.uptimeS <= *before.uptimeS)
        return kMissing;
    double bytes = 0;
    bool isMeasured = false;
    for (const InterfaceCounters &later : now.interfaces) {
        if (!isCounted(now.interfaces, later.name))
            continue;
        const auto earlier = std::find_if(before.interfaces.begin(), before.interfaces.end(),
                                          [&](const InterfaceCounters &i) { return i.name == later.name; });
        if (earlier == before.interfaces.end())
            continue;
        if (later.*counter < (*earlier).*counter)
            return kMissing;
        bytes += double(later.*counter - (*earlier).*counter);
        isMeasured = true;
    }
    return isMeasured ? float(bytes / (*now.uptimeS - *before.uptimeS)) : kMissing;
}

} // namespace

const std::vector<MetricId> &probeMetrics()
{
    static const std::vector<MetricId> metrics = [] {
        std::vector<MetricId> ids;
        for (const char *id : {"cpu.busy", "cpu.user", "cpu.system", "cpu.iowait", "cpu.steal", "cpu.load1",
                               "memory.used", "memory.total", "net.receive", "net.transmit"})
            ids.emplace_back(QString::fromLatin1(id));
        return ids;
    }();
    return metrics;
}

std::vector<ProbeValue> probeValues(const std::optional<ProbeSample> &earlier, const ProbeSample &now)
{
    ProbeSample before = earlier.value_or(ProbeSample{});
    if (!before.uptimeS || !now.uptimeS || *now.uptimeS <= *before.uptimeS)
        before = {}; // the node started anew: its counters did too
    const CpuShares cpu = cpuShares(before, now);
    float used = kMissing, total = kMissing;
    if (now.memoryTotalKiB)
        total = float(double(*now.memoryTotalKiB) * 1024);
    if (now.memoryTotalKiB && now.memoryAvailableKiB && *now.memoryAvailableKiB <= *now.memoryTotalKiB)
        used = float(double(*now.memoryTotalKiB - *now.memoryAvailableKiB) * 1024);
    const std::array<float, 10> values{cpu.busy,
                                       cpu.user,
                                       cpu.system,
                                       cpu.iowait,
                                       cpu.steal,
                                       now.load1 ? float(*now.load1) : kMissing,
                                       used,
                                       total,
                                       networkRate(before, now, &InterfaceCounters::received),
                                       networkRate(before, now, &InterfaceCounters::sent)};
    std::vector<ProbeValue> result;
    result.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        result.push_back({probeMetrics()[i], values[i]});
    return result;
}

} // namespace paceline
