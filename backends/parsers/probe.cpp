// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/probe.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr qsizetype kMaxLine = 64 << 10;
constexpr std::size_t kMaxInterfaces = 256;

template <class T>
std::optional<T> number(const QByteArray &text)
{
    bool isNumber = false;
    T value{};
    if constexpr (std::is_same_v<T, double>)
        value = text.toDouble(&isNumber);
    else if constexpr (std::is_same_v<T, quint64>)
        value = text.toULongLong(&isNumber);
    else
        value = T(text.toLongLong(&isNumber));
    if constexpr (std::is_same_v<T, double>)
        isNumber = isNumber && std::isfinite(value) && value >= 0;
    return isNumber ? std::optional(value) : std::nullopt;
}

void readCpu(ProbeSample &sample, const QByteArray &text)
{
    const QList<QByteArray> columns = text.split(',');
    std::array<quint64, 10> cpu{};
    if (columns.size() < 4) // older kernels tell fewer than ten, never fewer than four
        return;
    for (qsizetype i = 0; i < std::min<qsizetype>(columns.size(), 10); ++i) {
        if (columns[i].isEmpty())
            continue;
        const auto value = number<quint64>(columns[i]);
        if (!value)
            return;
        cpu[std::size_t(i)] = *value;
    }
    sample.cpu = cpu;
}

void readMemory(ProbeSample &sample, const QByteArray &text)
{
    const QList<QByteArray> columns = text.split(',');
    if (columns.size() != 2)
        return;
    sample.memoryTotalKiB = number<quint64>(columns[0]);
    sample.memoryAvailableKiB = number<quint64>(columns[1]);
}

void readInterfaces(ProbeSample &sample, const QByteArray &text)
{
    for (const QByteArray &entry : text.split(',')) {
        const qsizetype sent = entry.lastIndexOf(':'), received = sent < 1 ? -1 : entry.lastIndexOf(':', sent - 1);
        if (received < 1 || sample.interfaces.size() >= kMaxInterfaces)
            continue;
        const auto rx = number<quint64>(entry.mid(received + 1, sent - received - 1)),
                   tx = number<quint64>(entry.mid(sent + 1));
        if (rx && tx)
            sample.interfaces.push_back({entry.left(received), *rx, *tx});
    }
}

void readField(ProbeLine &line, const QByteArray &key, const QByteArray &value)
{
    if (key == "u")
        line.sample.uptimeS = number<double>(value);
    else if (key == "c")
        readCpu(line.sample, value);
    else if (key == "l")
        line.sample.load1 = number<double>(value);
    else if (key == "m")
        readMemory(line.sample, value);
    else if (key == "n")
        readInterfaces(line.sample, value);
    else if (key == "a")
        line.absent = value.split(',');
    else if (key == "node")
        line.node = value;
    else if (key == "step")
        line.step = value;
}

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

Result<ProbeLine> parseProbeLine(const QByteArray &line)
{
    if (line.size() > kMaxLine)
        return failure(ErrorKind::TooLarge, QString::number(line.size()));
    QList<QByteArray> words = line.simplified().split(' ');
    ProbeLine parsed;
    if (words.front().endsWith(':')) {
        words.front().chop(1);
        parsed.rank = number<int>(words.takeFirst());
    }
    if (words.size() < 2 || words.front().size() < 2 || words.front()[0] != 'P' || !number<int>(words.front().mid(1)))
        return failure(ErrorKind::Malformed, QString::fromUtf8(line.left(200)));
    if (words.front() != "P1")
        return failure(ErrorKind::Unsupported, QString::fromUtf8(words.front()));
    const auto tick = words[1].startsWith("t=") ? number<qint64>(words[1].mid(2)) : std::nullopt;
    if (!tick && !words[1].startsWith("node="))
        return failure(ErrorKind::Malformed, QString::fromUtf8(line.left(200)));
    parsed.kind = tick ? ProbeLine::Kind::Sample : ProbeLine::Kind::Hello;
    parsed.tick = tick.value_or(0);
    for (qsizetype i = 1; i < words.size(); ++i) {
        const qsizetype equals = words[i].indexOf('=');
        if (equals > 0)
            readField(parsed, words[i].left(equals), words[i].mid(equals + 1));
    }
    if (parsed.kind == ProbeLine::Kind::Hello && parsed.node.isEmpty())
        return failure(ErrorKind::Malformed, QString::fromUtf8(line.left(200)));
    return parsed;
}

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

QByteArray refitProbeAnswer(const QByteArray &lines, const QByteArray &tick)
{
    static const QByteArray kMark = "P1 t=";
    QByteArray refitted;
    qsizetype from = 0;
    for (qsizetype at = lines.indexOf(kMark); at >= 0; at = lines.indexOf(kMark, from)) {
        refitted += lines.mid(from, at + kMark.size() - from) + tick;
        from = at + kMark.size();
        while (from < lines.size() && lines[from] >= '0' && lines[from] <= '9')
            ++from;
    }
    return refitted + lines.mid(from);
}

} // namespace paceline
