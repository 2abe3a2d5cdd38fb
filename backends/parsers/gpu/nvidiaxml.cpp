// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvidiaxml.h"

#include "backends/parsers/gpu/gpucells.h"

#include <QXmlStreamReader>
#include <array>
#include <cmath>

namespace paceline {

namespace {

using G = GpuSample;

constexpr int kMaxDepth = 32;

/// Where a value moved between the versions of the DTD, the newest place first where it is the better one.
constexpr auto kColumns = std::to_array<GpuColumn>({
    {"index", &G::index},
    {"id", &G::pciAddress},
    {"pci.pci_bus_id", &G::pciAddress},
    {"uuid", &G::uuid},
    {"product_name", &G::name},
    {"utilization.gpu_util", &G::utilGpu, Measure::Percent},
    {"utilization.memory_util", &G::utilMemory, Measure::Percent},
    {"fb_memory_usage.total", &G::memoryTotalMiB, Measure::MiB},
    {"fb_memory_usage.used", &G::memoryUsedMiB, Measure::MiB},
    {"temperature.gpu_temp", &G::temperatureC, Measure::Celsius},
    {"temperature.memory_temp", &G::memoryTemperatureC, Measure::Celsius},
    {"gpu_power_readings.power_draw", &G::powerW, Measure::Watt},
    {"gpu_power_readings.instant_power_draw", &G::powerW, Measure::Watt},
    {"gpu_power_readings.average_power_draw", &G::powerW, Measure::Watt},
    {"power_readings.power_draw", &G::powerW, Measure::Watt},
    {"gpu_power_readings.current_power_limit", &G::powerLimitW, Measure::Watt},
    {"gpu_power_readings.power_limit", &G::powerLimitW, Measure::Watt},
    {"gpu_power_readings.enforced_power_limit", &G::powerLimitW, Measure::Watt},
    {"power_readings.power_limit", &G::powerLimitW, Measure::Watt},
    {"power_readings.current_power_limit", &G::powerLimitW, Measure::Watt},
    {"power_readings.enforced_power_limit", &G::powerLimitW, Measure::Watt},
    {"clocks.sm_clock", &G::smClockMHz, Measure::Megahertz},
    {"fan_speed", &G::fanPercent, Measure::Percent},
    {"mig_mode.current_mig", &G::mig},
    {"ecc_errors.volatile.double_bit.total", &G::eccUncorrectedVolatile},
    {"driver_version", &G::driver},
});

struct Device
{
    std::vector<Cell> cells;
    std::vector<std::vector<Cell>> migDevices, processes;
};

/// The leaves below the current element, each under its path; parts of their own go to device.
void readLeaves(QXmlStreamReader &xml, const QByteArray &path, std::vector<Cell> &cells, Device *device, int depth)
{
    QByteArray text;
    bool hasChildren = false;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::Characters)
            text += xml.text().toUtf8();
        if (token != QXmlStreamReader::StartElement)
            continue;
        hasChildren = true;
        const QByteArray name = xml.name().toUtf8();
        if (name == "supported_clocks" || depth >= kMaxDepth) {
            xml.skipCurrentElement();
        } else if (device && (name == "mig_device" || name == "process_info")) {
            auto &parts = name == "mig_device" ? device->migDevices : device->processes;
            readLeaves(xml, {}, parts.emplace_back(), nullptr, depth + 1);
        } else {
            readLeaves(xml, path.isEmpty() ? name : path + '.' + name, cells, device, depth + 1);
        }
    }
    if (!hasChildren && !path.isEmpty())
        cells.push_back({path, {}, text.trimmed()});
}

/// The bits that --query-gpu=clocks_event_reasons.active prints, from the single reasons.
QString eventReasons(const std::vector<Cell> &cells)
{
    static constexpr std::array kReasons = std::to_array<const char *>(
        {"gpu_idle", "applications_clocks_setting", "sw_power_cap", "hw_slowdown", "sync_boost", "sw_thermal_slowdown",
         "hw_thermal_slowdown", "hw_power_brake_slowdown", "display_clocks_setting"});
    quint64 bits = 0;
    bool told = false;
    for (const Cell &cell : cells) {
        if (!cell.name.startsWith("clocks_event_reasons.") && !cell.name.startsWith("clocks_throttle_reasons."))
            continue;
        told = told || cell.text == "Active" || cell.text == "Not Active";
        for (std::size_t bit = 0; bit < kReasons.size(); ++bit) {
            if (cell.text == "Active" && cell.name.endsWith(QByteArray("_reason_") + kReasons[bit]))
                bits |= quint64(1) << bit;
        }
    }
    return told ? QStringLiteral("0x%1").arg(bits, 16, 16, QLatin1Char('0')) : QString();
}

/// From v11 on uncorrectable errors are told for SRAM and DRAM apart.
double uncorrectedErrors(const std::vector<Cell> &cells, const char *group)
{
    double sum = kNotMeasured;
    for (const Cell &cell : cells) {
        const bool counts = cell.name.startsWith(group) && cell.name.contains("uncorrectable");
        const auto count = counts ? parseCounter(cell.text) : std::nullopt;
        if (count)
            sum = (std::isnan(sum) ? 0 : sum) + double(*count);
    }
    return sum;
}

GpuProcess processOf(const std::vector<Cell> &cells, const QString &uuid)
{
    GpuProcess process;
    process.gpuUuid = uuid;
    for (const Cell &cell : cells) {
        if (cell.name == "pid")
            process.pid = indexOf(cell.text);
        else if (cell.name == "process_name" && !isUnavailable(cell.text))
            process.name = QString::fromUtf8(cell.text);
        else if (cell.name == "used_memory")
            process.memoryUsedMiB = measured(cell.text, {}, Measure::MiB);
        else if (cell.name != "process_name")
            process.others.push_back(namedValue(cell.name, {}, cell.text));
    }
    return process;
}

GpuSample sampleOf(const Device &device)
{
    GpuSample sample = gpuSample(device.cells, kColumns);
    sample.eventReasons = eventReasons(device.cells);
    if (std::isnan(sample.eccUncorrectedVolatile))
        sample.eccUncorrectedVolatile = uncorrectedErrors(device.cells, "ecc_errors.volatile.");
    for (const std::vector<Cell> &cells : device.migDevices) {
        sample.migDevices.push_back(gpuSample(cells, kColumns));
        sample.migDevices.back().eccUncorrectedVolatile = uncorrectedErrors(cells, "ecc_error_count.volatile_count.");
    }
    for (const std::vector<Cell> &cells : device.processes)
        sample.processes.push_back(processOf(cells, sample.uuid));
    return sample;
}

/// One document. Adds its GPUs and, where it breaks, an error.
bool readDocument(const QByteArray &text, GpuReport &report)
{
    QXmlStreamReader xml(text);
    if (!xml.readNextStartElement() || xml.name() != QLatin1String("nvidia_smi_log"))
        return false;
    const std::size_t first = report.gpus.size();
    QString driver;
    std::optional<qint64> attached;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("gpu")) {
            Device device;
            device.cells.push_back({"id", {}, xml.attributes().value(QLatin1String("id")).toUtf8()});
            readLeaves(xml, {}, device.cells, &device, 0);
            report.gpus.push_back(sampleOf(device));
        } else {
            std::vector<Cell> cells;
            const QByteArray name = xml.name().toUtf8();
            readLeaves(xml, name, cells, nullptr, 0);
            if (name == "driver_version" && !cells.empty())
                driver = QString::fromUtf8(cells.front().text);
            if (name == "attached_gpus" && !cells.empty())
                attached = indexOf(cells.front().text);
        }
    }
    if (xml.hasError())
        report.errors += xml.errorString();
    const bool isWhole = !attached || *attached == qint64(report.gpus.size() - first);
    for (std::size_t i = first; i < report.gpus.size(); ++i) {
        report.gpus[i].driver = driver;
        if (isWhole && !xml.hasError())
            report.gpus[i].index = qint64(i - first);
    }
    return true;
}

} // namespace

Result<GpuReport> parseNvidiaXml(QByteArrayView text)
{
    GpuReport report;
    const QByteArray bytes = text.toByteArray();
    qsizetype start = bytes.indexOf("<?xml");
    if (start < 0)
        start = bytes.indexOf("<nvidia_smi_log");
    for (const QByteArray &line : plainLines(start < 0 ? text : text.first(start))) {
        if (!isNoise(line) && looksLikeComplaint(line))
            report.errors += QString::fromUtf8(line.trimmed());
    }
    bool known = false;
    while (start >= 0) {
        const qsizetype next = bytes.indexOf("<?xml", start + 5);
        known = readDocument(next < 0 ? bytes.sliced(start) : bytes.sliced(start, next - start), report) || known;
        start = next;
    }
    if (!known && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
