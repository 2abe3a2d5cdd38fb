// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/amdsmi.h"

#include "backends/parsers/gpu/gpucells.h"
#include "backends/parsers/gpu/jsoncells.h"

#include <array>
#include <cmath>

namespace paceline {

namespace {

using G = GpuSample;

/// Paths of JSON and text, then columns of CSV, then those of monitor.
constexpr auto kColumns = std::to_array<GpuColumn>({
    {"gpu", &G::index},
    {"bdf", &G::pciAddress},
    {"bus.bdf", &G::pciAddress},
    {"gpu_bdf", &G::pciAddress},
    {"uuid", &G::uuid},
    {"gpu_uuid", &G::uuid},
    {"asic.market_name", &G::name},
    {"market_name", &G::name},
    {"board.product_name", &G::name},
    {"product_name", &G::name},
    {"usage.gfx_activity", &G::utilGpu, Measure::Percent},
    {"gfx_activity", &G::utilGpu, Measure::Percent},
    {"gfx_util", &G::utilGpu, Measure::Percent},
    {"gfx", &G::utilGpu, Measure::Percent},
    {"gfx%", &G::utilGpu, Measure::Percent},
    {"usage.umc_activity", &G::utilMemory, Measure::Percent},
    {"umc_activity", &G::utilMemory, Measure::Percent},
    {"mem_util", &G::utilMemory, Measure::Percent},
    {"mem%", &G::utilMemory, Measure::Percent},
    {"mem_usage.total_vram", &G::memoryTotalMiB, Measure::MiB},
    {"total_vram", &G::memoryTotalMiB, Measure::MiB},
    {"vram_total", &G::memoryTotalMiB, Measure::MiB},
    {"vram.size", &G::memoryTotalMiB, Measure::MiB},
    {"mem_usage.used_vram", &G::memoryUsedMiB, Measure::MiB},
    {"used_vram", &G::memoryUsedMiB, Measure::MiB},
    {"vram_used", &G::memoryUsedMiB, Measure::MiB},
    {"temperature.edge", &G::temperatureC, Measure::Celsius},
    {"edge", &G::temperatureC, Measure::Celsius},
    {"temperature.hotspot", &G::temperatureC, Measure::Celsius},
    {"hotspot", &G::temperatureC, Measure::Celsius},
    {"hotspot_temperature", &G::temperatureC, Measure::Celsius},
    {"gpu_temp", &G::temperatureC, Measure::Celsius},
    {"gpu_t", &G::temperatureC, Measure::Celsius},
    {"temperature.mem", &G::memoryTemperatureC, Measure::Celsius},
    {"memory_temperature", &G::memoryTemperatureC, Measure::Celsius},
    {"mem_temp", &G::memoryTemperatureC, Measure::Celsius},
    {"mem_t", &G::memoryTemperatureC, Measure::Celsius},
    {"power.socket_power", &G::powerW, Measure::Watt},
    {"power.current_socket_power", &G::powerW, Measure::Watt},
    {"power.average_socket_power", &G::powerW, Measure::Watt},
    {"socket_power", &G::powerW, Measure::Watt},
    {"current_socket_power", &G::powerW, Measure::Watt},
    {"average_socket_power", &G::powerW, Measure::Watt},
    {"power_usage", &G::powerW, Measure::Watt},
    {"power", &G::powerW, Measure::Watt},
    {"power.power_limit", &G::powerLimitW, Measure::Watt},
    {"limit.socket_power", &G::powerLimitW, Measure::Watt},
    {"limit.power_limit", &G::powerLimitW, Measure::Watt},
    {"limit.ppt0.socket_power_limit", &G::powerLimitW, Measure::Watt},
    {"limit.max_power", &G::powerLimitW, Measure::Watt},
    {"power_limit", &G::powerLimitW, Measure::Watt},
    {"max_power", &G::powerLimitW, Measure::Watt},
    {"power_cap", &G::powerLimitW, Measure::Watt},
    {"pwr_cap", &G::powerLimitW, Measure::Watt},
    {"clock.gfx_0.clk", &G::smClockMHz, Measure::Megahertz},
    {"clock.gfx.clk", &G::smClockMHz, Measure::Megahertz},
    {"gfx_0_clk", &G::smClockMHz, Measure::Megahertz},
    {"gfx_clk", &G::smClockMHz, Measure::Megahertz},
    {"gfx_clock", &G::smClockMHz, Measure::Megahertz},
    {"fan.usage", &G::fanPercent, Measure::Percent},
    {"fan_usage", &G::fanPercent, Measure::Percent},
    {"ecc.total_uncorrectable_count", &G::eccUncorrectedVolatile},
    {"total_uncorrectable_count", &G::eccUncorrectedVolatile},
    {"double_ecc", &G::eccUncorrectedVolatile},
    {"driver.driver_version", &G::driver},
    {"driver.version", &G::driver},
    {"driver_version", &G::driver},
});

bool hasColumn(const std::vector<Cell> &cells, const char *name)
{
    return std::any_of(cells.begin(), cells.end(), [name](const Cell &cell) { return cell.name == name; });
}

/// A column mem is a temperature next to hotspot or edge (metric), and a share of time elsewhere (monitor).
void nameMemory(std::vector<Cell> &cells)
{
    const bool isHeat = hasColumn(cells, "hotspot") || hasColumn(cells, "edge");
    for (Cell &cell : cells) {
        if (cell.name == "mem") {
            cell.header = cell.name;
            cell.name = isHeat ? "mem_temp" : "mem_util";
        }
    }
}

/// monitor's "0.3/192.0 GB", used of all.
void splitUsage(std::vector<Cell> &cells)
{
    for (const Cell &cell : std::vector<Cell>(cells)) {
        const qsizetype slash = cell.text.indexOf('/');
        const auto total = slash > 0 ? parseQuantity(cell.text.sliced(slash + 1)) : std::nullopt;
        if (cell.name != "vram_usage" || !total)
            continue;
        cells.push_back({"vram_used", {}, cell.text.first(slash).trimmed() + ' ' + total->unit});
        cells.push_back({"vram_total", {}, cell.text.sliced(slash + 1).trimmed()});
    }
}

void readRow(const JsonRow &row, GpuReport &report)
{
    const Cell *gpu = row.find("gpu");
    bool isProcessList = false;
    std::vector<Cell> cells = row.cells;
    for (const auto &[path, parts] : row.parts) {
        isProcessList = isProcessList || path == "process_list" || path == "process_info";
        for (std::size_t i = 0; i < std::size_t(parts.size()); ++i) {
            std::vector<Cell> members = parts[qsizetype(i)].cells;
            if (path != "process_list" && path != "process_info") {
                for (Cell &member : members)
                    cells.push_back(
                        {path + '.' + QByteArray::number(qulonglong(i)) + '.' + member.name, {}, member.text});
                continue;
            }
            const bool isSentence = members.size() == 1 && members[0].name == "process_info";
            if (isSentence) // "No running processes detected"
                continue;
            if (gpu)
                members.insert(members.begin(), *gpu);
            report.processes.push_back(amdProcess(members));
        }
    }
    isProcessList = isProcessList || row.find("process_list") || row.find("process_info");
    if (!isProcessList)
        report.gpus.push_back(amdSample(cells));
}

void readJson(const JsonParts &parts, GpuReport &report)
{
    for (const QByteArray &document : parts.documents) {
        const auto rows = jsonRows(document, {"gpu", "error", "error_code"});
        if (!rows)
            report.errors += QString::fromUtf8(document.first(std::min<qsizetype>(document.size(), 200)));
        for (const JsonRow &row : rows.value_or(QList<JsonRow>())) {
            if (row.find("gpu"))
                readRow(row, report);
            else
                report.errors += QString::fromUtf8(row.cells.front().text);
        }
    }
    for (const QString &line : parts.lines)
        report.errors += line;
    if (parts.isCut)
        report.errors += QStringLiteral("JSON ends early");
}

void readCsv(const QList<QByteArray> &lines, GpuReport &report)
{
    std::vector<Cell> header;
    for (const QByteArray &line : lines) {
        if (isNoise(line))
            continue;
        const QList<QByteArray> texts = splitCsv(line);
        if (texts.contains("gpu")) {
            header.clear();
            for (const QByteArray &text : texts)
                header.push_back({text.toLower(), {}, {}});
        } else if (header.empty() || texts.size() < 2 || looksLikeComplaint(line)) {
            report.errors += QString::fromUtf8(line.trimmed());
        } else if (hasColumn(header, "pid")) {
            report.processes.push_back(amdProcess(rowCells(header, texts)));
        } else {
            report.gpus.push_back(amdSample(rowCells(header, texts)));
        }
    }
}

} // namespace

GpuSample amdSample(std::vector<Cell> cells)
{
    nameMemory(cells);
    splitUsage(cells);
    return gpuSample(cells, kColumns);
}

GpuProcess amdProcess(const std::vector<Cell> &cells)
{
    GpuProcess process;
    double vram = kNotMeasured, all = kNotMeasured;
    for (Cell cell : cells) {
        if (cell.name.startsWith("process_info."))
            cell.name.remove(0, 13);
        if (cell.name == "pid")
            process.pid = indexOf(cell.text);
        else if (cell.name == "name")
            process.name = isUnavailable(cell.text) ? QString() : QString::fromUtf8(cell.text);
        else if (cell.name == "memory_usage.vram_mem" || cell.name == "vram_mem")
            vram = measured(cell.text, "B", Measure::MiB);
        else
            process.others.push_back(otherValue(cell));
        if (cell.name == "mem_usage" || cell.name == "mem")
            all = measured(cell.text, "B", Measure::MiB);
    }
    process.memoryUsedMiB = std::isnan(vram) ? all : vram;
    return process;
}

Result<GpuReport> parseAmdSmi(QByteArrayView text)
{
    GpuReport report;
    const QList<QByteArray> lines = plainLines(text);
    const JsonParts parts = jsonParts(text);
    const bool isCsv = std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.startsWith("gpu,") || line.startsWith("timestamp,gpu,");
    });
    if (!parts.documents.isEmpty() || parts.isCut)
        readJson(parts, report);
    else if (isCsv)
        readCsv(lines, report);
    else
        readAmdText(lines, report);
    if (!report.hasRows() && report.errors.isEmpty() && !isCsv && parts.documents.isEmpty() && !text.contains("GPU:"))
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
