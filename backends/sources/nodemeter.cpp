// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/nodemeter.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace paceline {

namespace {

constexpr double kJiffyUs = 10000; // of /proc/stat, whatever the kernel's own tick is

/// Of what a port counts, what ought not to happen.
constexpr const char *kErrors[] = {"symbol_error",
                                   "link_error_recovery",
                                   "link_downed",
                                   "port_rcv_errors",
                                   "port_xmit_discards",
                                   "local_link_integrity_errors",
                                   "excessive_buffer_overrun_errors",
                                   "out_of_sequence",
                                   "local_ack_timeout_err",
                                   "rx_drops",
                                   "hni_pcs_uncorrected_cw"};

std::optional<double> reading(const NodePower &power, const char *name)
{
    for (const NamedValue &value : power.readings) {
        bool isNumber = false;
        const double number = value.name == QLatin1String(name) && value.text ? value.text->toDouble(&isNumber) : 0;
        if (isNumber)
            return number;
    }
    return std::nullopt;
}

} // namespace

QString portName(const PortCounters &port)
{
    return port.port ? port.device + QLatin1Char('/') + QString::number(*port.port) : port.device;
}

void NodeMeter::gauge(const char *metric, const std::optional<double> &value)
{
    if (value)
        m_values.push_back({.metric = MetricId(QLatin1String(metric)), .value = float(*value)});
}

void NodeMeter::rate(const char *metric, const PartValue &entity, const QString &counter,
                     const std::optional<quint64> &value, double factor)
{
    if (!value || m_uptimeS <= 0)
        return;
    const QString place = QLatin1String(metric) + QLatin1Char(' ') + entity.id;
    Reading &last = m_readings[place + QLatin1Char(' ') + counter];
    const Reading before = std::exchange(last, {m_uptimeS, *value});
    if (before.uptimeS <= 0 || before.uptimeS >= m_uptimeS)
        return;
    const double perSecond = *value < before.value
                                 ? double(kMissing)
                                 : factor * double(*value - before.value) / (m_uptimeS - before.uptimeS);
    const auto sum = m_sums.constFind(place);
    if (sum != m_sums.constEnd()) {
        m_values[*sum].value += float(perSecond);
        return;
    }
    m_sums.insert(place, m_values.size());
    m_values.push_back(entity);
    m_values.back().metric = MetricId(QLatin1String(metric));
    m_values.back().value = float(perSecond);
}

void NodeMeter::takeJob(const ProbeSample &sample)
{
    const quint64 jiffies =
        sample.cpu ? std::accumulate(sample.cpu->begin(), sample.cpu->begin() + 8, quint64(0)) : quint64(0);
    const quint64 cpuUs = sample.job ? sample.job->cpuUs.value_or(0) : 0;
    if (m_jobCpuUs > 0 && cpuUs > 0 && m_jiffies > 0 && jiffies > m_jiffies) {
        const double share = 100 * double(cpuUs - m_jobCpuUs) / (double(jiffies - m_jiffies) * kJiffyUs);
        gauge("cpu.job", cpuUs < m_jobCpuUs ? double(kMissing) : share);
    }
    m_jiffies = jiffies;
    m_jobCpuUs = cpuUs;
    if (sample.job && sample.job->memoryBytes)
        gauge("memory.job", double(*sample.job->memoryBytes));
    if (const auto &stalls = sample.stalls) {
        rate("pressure.cpu", {}, {}, stalls->cpuUs, 1e-4); // microseconds a second in percent
        rate("pressure.memory", {}, {}, stalls->memoryUs, 1e-4);
        rate("pressure.io", {}, {}, stalls->ioUs, 1e-4);
    }
    if (const auto &processes = sample.processes) {
        rate("job.io.read", {}, {}, processes->read);
        rate("job.io.write", {}, {}, processes->written);
        rate("job.io.calls", {}, {}, processes->calls);
        gauge("job.blocked", double(processes->blocked));
    }
    for (const DiskFlow &disk : sample.disks) {
        rate("disk.read", {}, QString::fromUtf8(disk.name), disk.read);
        rate("disk.write", {}, QString::fromUtf8(disk.name), disk.written);
    }
}

void NodeMeter::takeFabric(const ProbeSample &sample)
{
    for (const PortFlow &port : sample.ports) {
        const PartValue entity{.metric = {}, .kind = Entity::Kind::Port, .id = QString::fromUtf8(port.name)};
        rate("fabric.receive", entity, {}, port.received);
        rate("fabric.transmit", entity, {}, port.sent);
        rate("fabric.wait", entity, {}, port.waited);
    }
    for (const PortCounters &port : sample.files.ports) {
        const PartValue entity{.metric = {}, .kind = Entity::Kind::Port, .id = portName(port)};
        for (const NamedValue &value : port.others) {
            const bool isError = std::any_of(std::begin(kErrors), std::end(kErrors),
                                             [&value](const char *name) { return value.name == QLatin1String(name); });
            bool isNumber = false;
            const quint64 count = isError && value.text ? value.text->toULongLong(&isNumber) : 0;
            if (isNumber)
                rate("fabric.errors", entity, value.name, count);
        }
    }
}

void NodeMeter::takeFileSystems(const ProbeSample &sample)
{
    for (const FileSystemCounters &fileSystem : sample.files.fileSystems) {
        const PartValue entity{.metric = {}, .kind = Entity::Kind::FileSystem, .id = fileSystem.fileSystem};
        const bool isLustre = fileSystem.type == QLatin1String("lustre");
        rate(isLustre ? "lustre.read" : "nfs.read", entity, {}, fileSystem.readBytes);
        rate(isLustre ? "lustre.write" : "nfs.write", entity, {}, fileSystem.writtenBytes);
    }
}

void NodeMeter::takePower(const ProbeSample &sample)
{
    bool isCpuTold = false;
    for (const NodePower &power : sample.files.power) {
        const auto cpu = reading(power, "cpu_power");
        gauge("power.node", reading(power, "power"));
        gauge("power.cpu", cpu);
        isCpuTold = isCpuTold || cpu;
    }
    if (isCpuTold)
        return;
    for (const EnergyMeter &meter : sample.energy)
        rate("power.cpu", {}, QString::fromUtf8(meter.name), meter.microjoules, 1e-6);
}

std::vector<PartValue> NodeMeter::take(const ProbeSample &sample)
{
    m_values.clear();
    m_sums.clear();
    const double uptimeS = sample.uptimeS.value_or(0);
    if (uptimeS < m_uptimeS) { // the node started anew: its counters did too
        m_readings.clear();
        m_jiffies = m_jobCpuUs = 0;
    }
    m_uptimeS = uptimeS;
    takeJob(sample);
    takeFabric(sample);
    takeFileSystems(sample);
    takePower(sample);
    return std::move(m_values);
}

} // namespace paceline
