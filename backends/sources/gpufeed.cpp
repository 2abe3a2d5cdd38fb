// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/gpufeed.h"

#include "backends/parsers/gpu/amdsmi.h"
#include "backends/parsers/gpu/dcgmi.h"
#include "backends/parsers/gpu/hlsmi.h"
#include "backends/parsers/gpu/nvidiacsv.h"
#include "backends/parsers/gpu/nvidialist.h"
#include "backends/parsers/gpu/rocmsmi.h"
#include "backends/parsers/gpu/xpusmi.h"
#include "backends/sources/gpureadings.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr qsizetype kMaxText = 256 << 10;
constexpr std::size_t kMaxGpus = 256;
constexpr qsizetype kMaxComplaints = 8;
constexpr double kMiB = 1024.0 * 1024.0;

/// How a tool of the probe is read. One that repeats itself has a line above its rows in which this stands.
struct ToolForm
{
    const char *name;
    const char *family;
    const char *header; ///< null: it answers once, as a whole
    Result<GpuReport> (*parse)(QByteArrayView text);
};

constexpr ToolForm kTools[] = {
    {"nvidia", "nvidia", "uuid", [](QByteArrayView text) { return parseNvidiaQuery(text); }},
    {"nvidia.list", "nvidia", nullptr, [](QByteArrayView text) { return parseNvidiaQuery(text); }},
    {"nvidia.instances", "nvidia", nullptr, parseNvidiaList},
    {"dcgmi", "nvidia", "#", parseDcgmiDmon},
    {"amd", "amd", nullptr, parseAmdSmi},
    {"amd.list", "amd", nullptr, parseAmdSmi},
    {"rocm", "rocm", nullptr, parseRocmSmi},
    {"xpu", "xpu", "Timestamp", parseXpuSmi},
    {"xpu.list", "xpu", nullptr, parseXpuSmi},
    {"hl", "hl", "uuid", [](QByteArrayView text) { return parseHlSmi(text); }},
};

const ToolForm *formOf(const QByteArray &name)
{
    const auto form =
        std::find_if(std::begin(kTools), std::end(kTools), [&name](const ToolForm &tool) { return name == tool.name; });
    return form == std::end(kTools) ? nullptr : form;
}

/// nvidia-smi writes a domain of eight digits, sysfs one of four.
QString plainPci(const QString &address)
{
    const QString lower = address.toLower();
    return lower.size() == 16 && lower.startsWith(QLatin1String("0000")) ? lower.mid(4) : lower;
}

std::optional<double> known(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

} // namespace

void GpuFeed::complain(const QByteArray &tool, const QString &text)
{
    static const QRegularExpression kAddress(QStringLiteral("[0-9A-Fa-f]{4,8}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}\\.[0-7]"));
    const QString complaint = QString::fromUtf8(tool) + QLatin1String(": ") + text.left(200);
    if (const auto match = kAddress.match(text); match.hasMatch()) {
        for (GpuDevice &device : m_devices)
            device.isLost = device.isLost || device.pciAddress == plainPci(match.captured());
    }
    if (m_complaints.contains(complaint))
        return;
    m_complaints += complaint;
    if (m_complaints.size() > kMaxComplaints)
        m_complaints.removeFirst();
}

void GpuFeed::take(const ProbeLine &line)
{
    using Event = ProbeLine::ToolEvent;
    if (line.tool == "nvidia.apps")
        return takeOwner(line);
    const ToolForm *form = formOf(line.tool);
    if (!form)
        return;
    Tool &tool = m_tools[line.tool];
    tool.uptimeS = line.sample.uptimeS.value_or(tool.uptimeS);
    switch (line.event) {
    case Event::Began:
        tool.header.clear();
        tool.lines.clear();
        break;
    case Event::Ended:
        if (form->header)
            readStream(line.tool, tool);
        else
            endDocument(line.tool, tool);
        tool.hasEnded = true;
        if (line.exitStatus != 0)
            complain(line.tool, QStringLiteral("exit %1").arg(line.exitStatus));
        break;
    case Event::Printed:
    case Event::Owned:
        if (form->header && line.text.contains(form->header))
            tool.header = line.text + '\n';
        else if (form->header && line.text.trimmed().toLower() == "id")
            tool.header += line.text + '\n';
        else if (tool.lines.size() < kMaxText)
            tool.lines += line.text + '\n';
        break;
    }
}

void GpuFeed::readStream(const QByteArray &name, Tool &tool)
{
    if (tool.lines.isEmpty())
        return;
    const QByteArray text = tool.header + std::exchange(tool.lines, {});
    if (const auto report = formOf(name)->parse(text))
        takeReport(name, *report, tool.uptimeS);
}

void GpuFeed::endDocument(const QByteArray &name, Tool &tool)
{
    const QByteArray text = std::exchange(tool.lines, {});
    const auto report = text.isEmpty() ? failure(ErrorKind::Malformed) : formOf(name)->parse(text);
    if (report)
        takeReport(name, *report, tool.uptimeS);
}

void GpuFeed::takeReport(const QByteArray &name, const GpuReport &report, double uptimeS)
{
    const QByteArray family = formOf(name)->family;
    for (const QString &error : report.errors)
        complain(name, error);
    for (const GpuSample &sample : report.gpus) {
        if (!sample.entity.isEmpty() && !sample.index) { // DCGM's "GPU-I 1"
            Reading &reading = m_instances[sample.entity];
            reading = {uptimeS, reading.uptimeS > 0 ? uptimeS - reading.uptimeS : 0,
                       gpuReadings(sample, GpuToolKind::Profile)};
            continue;
        }
        const auto index = find(family, sample);
        if (!index)
            continue;
        describe(m_devices[*index], sample);
        if (name == "nvidia.instances") {
            m_devices[*index].instances.clear();
            for (const GpuSample &instance : sample.migDevices)
                m_devices[*index].instances.push_back({instance.uuid, instance.name, instance.index});
        }
        if (name != "nvidia.list" && name != "nvidia.instances" && name != "amd.list" && name != "xpu.list")
            addReading(m_gpus[*index], name, sample, uptimeS);
    }
    sortDevices();
}

std::optional<std::size_t> GpuFeed::find(const QByteArray &family, const GpuSample &sample)
{
    const QString pci = plainPci(sample.pciAddress);
    std::optional<std::size_t> byIndex;
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        const GpuDevice &device = m_devices[i];
        const bool isSame = sample.uuid.isEmpty() || device.uuid.isEmpty() ? !pci.isEmpty() && pci == device.pciAddress
                                                                           : sample.uuid == device.uuid;
        if (isSame)
            return i;
        const bool mayBe =
            (sample.uuid.isEmpty() && pci.isEmpty()) || (device.uuid.isEmpty() && device.pciAddress.isEmpty());
        if (mayBe && m_gpus[i].family == family && sample.index && device.index == sample.index)
            byIndex = i;
    }
    if (byIndex)
        return byIndex;
    // A number alone is no name: where a list will tell it, that is waited for.
    const auto list = m_tools.find(family + ".list");
    const bool isNamed = !sample.uuid.isEmpty() || !pci.isEmpty();
    if (m_devices.size() >= kMaxGpus ||
        (!isNamed && (!sample.index || list == m_tools.end() || !list->second.hasEnded)))
        return std::nullopt;
    m_devices.emplace_back();
    m_gpus.emplace_back().family = family;
    return m_devices.size() - 1;
}

void GpuFeed::describe(GpuDevice &device, const GpuSample &sample)
{
    const auto take = [](QString &member, const QString &told) {
        if (!told.isEmpty())
            member = told;
    };
    take(device.uuid, sample.uuid);
    take(device.pciAddress, plainPci(sample.pciAddress));
    take(device.name, sample.name);
    take(device.driver, sample.driver);
    take(device.mig, sample.mig);
    if (sample.index)
        device.index = sample.index;
    if (const auto memory = known(sample.memoryTotalMiB))
        device.memoryTotalMiB = memory;
    if (const auto limit = known(sample.powerLimitW))
        device.powerLimitW = limit;
    for (const NamedValue &value : sample.others) {
        if (value.name == QLatin1String("partition_id") && value.text && *value.text != QLatin1String("0"))
            device.partition = *value.text;
    }
    device.isLost = false;
    for (const GpuMinor &minor : m_minors) {
        if (plainPci(QString::fromLatin1(minor.pciAddress)) == device.pciAddress)
            device.minor = minor.number;
    }
}

void GpuFeed::addReading(Gpu &gpu, const QByteArray &name, const GpuSample &sample, double uptimeS)
{
    Reading &reading = gpu.readings[name];
    if (uptimeS > reading.uptimeS)
        reading.everyS = reading.uptimeS > 0 ? uptimeS - reading.uptimeS : 0;
    reading.uptimeS = uptimeS;
    reading.values = gpuReadings(sample, name == "dcgmi" ? GpuToolKind::Profile : GpuToolKind::State);
}

void GpuFeed::setMinors(const std::vector<GpuMinor> &minors)
{
    m_minors = minors;
}

void GpuFeed::takeOwner(const ProbeLine &line)
{
    if (line.event == ProbeLine::ToolEvent::Began)
        m_owners.clear();
    else if (line.event == ProbeLine::ToolEvent::Ended)
        endOwners();
    if (line.event != ProbeLine::ToolEvent::Owned)
        return;
    const auto report = parseNvidiaApps(line.text, "pid,gpu_uuid,used_memory");
    if (!report)
        return;
    for (const QString &error : report->errors)
        complain(line.tool, error);
    for (const GpuProcess &process : report->processes) {
        Owners &owners = m_owners[process.gpuUuid];
        owners.ofJob += line.owner == "job" ? 1 : 0;
        owners.foreign += line.owner == "foreign" ? 1 : 0;
        owners.isTold = owners.isTold && line.owner != "unknown";
    }
}

void GpuFeed::endOwners()
{
    for (GpuDevice &device : m_devices) {
        Owners all;
        const auto add = [this, &all](const QString &uuid) {
            const auto owners = m_owners.find(uuid);
            if (uuid.isEmpty() || owners == m_owners.end())
                return;
            all.ofJob += owners->second.ofJob;
            all.foreign += owners->second.foreign;
            all.isTold = all.isTold && owners->second.isTold;
        };
        add(device.uuid);
        for (const GpuInstance &instance : device.instances)
            add(instance.uuid);
        device.hasForeignProcesses = all.foreign > 0;
        device.processesOfJob = all.isTold ? std::optional(all.ofJob) : std::nullopt;
    }
}

void GpuFeed::sortDevices()
{
    for (std::size_t i = 1; i < m_devices.size(); ++i) {
        for (std::size_t j = i; j > 0 && m_devices[j].index < m_devices[j - 1].index; --j) {
            std::swap(m_devices[j], m_devices[j - 1]);
            std::swap(m_gpus[j], m_gpus[j - 1]);
        }
    }
}

std::vector<PartValue> GpuFeed::values(double uptimeS)
{
    for (auto &[name, tool] : m_tools) {
        if (formOf(name)->header)
            readStream(name, tool);
    }
    std::vector<PartValue> values;
    const auto add = [&values, uptimeS](const Reading &reading, const QString &id, const QString &label) {
        const double holdsS = reading.everyS > 0 ? 1.5 * reading.everyS + 1 : 30;
        if (uptimeS - reading.uptimeS > holdsS)
            return false;
        for (const auto &[metric, value] : reading.values) {
            if (!std::isnan(value))
                values.push_back({MetricId(QLatin1String(metric)), Entity::Kind::Gpu, id, label, value});
        }
        return true;
    };
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        const GpuDevice &device = m_devices[i];
        bool isHere = false;
        for (const auto &[name, reading] : m_gpus[i].readings)
            isHere = add(reading, device.id().value, device.label()) || isHere;
        const auto addFact = [&](const char *metric, const std::optional<double> &fact, double factor) {
            if (isHere && fact)
                values.push_back({MetricId(QLatin1String(metric)), Entity::Kind::Gpu, device.id().value, device.label(),
                                  float(*fact * factor)});
        };
        addFact("gpu.memory.total", device.memoryTotalMiB, kMiB);
        addFact("gpu.power_limit", device.powerLimitW, 1);
    }
    for (const auto &[name, reading] : m_instances)
        add(reading, name, name);
    return values;
}

} // namespace paceline
