// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/xpusmi.h"

#include "backends/parsers/gpu/gpucells.h"
#include "backends/parsers/gpu/jsoncells.h"

#include <array>

namespace paceline {

namespace {

using G = GpuSample;

constexpr auto kColumns = std::to_array<GpuColumn>({
    {"DeviceId", &G::index},
    {"Device ID", &G::index},
    {"device_id", &G::index},
    {"pci_bdf_address", &G::pciAddress},
    {"PCI BDF Address", &G::pciAddress},
    {"uuid", &G::uuid},
    {"SOC UUID", &G::uuid},
    {"device_name", &G::name},
    {"Device Name", &G::name},
    {"GPU Utilization", &G::utilGpu, Measure::Percent},
    {"XPUM_STATS_GPU_UTILIZATION", &G::utilGpu, Measure::Percent},
    {"GPU Memory Utilization", &G::utilMemory, Measure::Percent},
    {"XPUM_STATS_MEMORY_UTILIZATION", &G::utilMemory, Measure::Percent},
    {"memory_physical_size_byte", &G::memoryTotalMiB, Measure::MiB},
    {"Memory Physical Size", &G::memoryTotalMiB, Measure::MiB},
    {"GPU Memory Used", &G::memoryUsedMiB, Measure::MiB},
    {"XPUM_STATS_MEMORY_USED", &G::memoryUsedMiB, Measure::MiB},
    {"GPU Core Temperature", &G::temperatureC, Measure::Celsius},
    {"XPUM_STATS_GPU_CORE_TEMPERATURE", &G::temperatureC, Measure::Celsius},
    {"GPU Memory Temperature", &G::memoryTemperatureC, Measure::Celsius},
    {"XPUM_STATS_MEMORY_TEMPERATURE", &G::memoryTemperatureC, Measure::Celsius},
    {"GPU Power", &G::powerW, Measure::Watt},
    {"XPUM_STATS_POWER", &G::powerW, Measure::Watt},
    {"power_limit", &G::powerLimitW, Measure::Watt},
    {"GPU Frequency", &G::smClockMHz, Measure::Megahertz},
    {"XPUM_STATS_GPU_FREQUENCY", &G::smClockMHz, Measure::Megahertz},
    {"driver_version", &G::driver},
    {"Driver Version", &G::driver},
});

/// {"metrics_type": "XPUM_STATS_POWER", "value": 14.6, "avg": ..} as cells.
void addMetrics(std::vector<Cell> &cells, const QList<JsonRow> &metrics, const QByteArray &tile)
{
    for (const JsonRow &metric : metrics) {
        const Cell *type = metric.find("metrics_type"), *value = metric.find("value");
        if (!type || !value)
            continue;
        cells.push_back({tile + type->text, {}, value->text});
    }
}

GpuSample jsonSample(const JsonRow &row)
{
    std::vector<Cell> cells = row.cells;
    for (Cell &cell : cells) {
        if (cell.name.endsWith("_byte"))
            cell.unit = "B";
    }
    for (const auto &[path, parts] : row.parts) {
        if (path == "device_level")
            addMetrics(cells, parts, {});
        for (const JsonRow &tile : parts) {
            const Cell *number = tile.find("tile_id");
            for (const auto &[name, metrics] : tile.parts)
                addMetrics(cells, metrics, "tile" + (number ? number->text : QByteArray("?")) + '.');
        }
    }
    return gpuSample(cells, kColumns);
}

void readJson(QByteArrayView text, GpuReport &report)
{
    const JsonParts parts = jsonParts(text);
    for (const QByteArray &document : parts.documents) {
        const auto rows = jsonRows(document, {"device_id", "error"});
        for (const JsonRow &row : rows.value_or(QList<JsonRow>())) {
            if (const Cell *error = row.find("error"); error && !row.find("device_id"))
                report.errors += QString::fromUtf8(error->text);
            else
                report.gpus.push_back(jsonSample(row));
        }
        if (!rows)
            report.errors += QString::fromUtf8(document.first(std::min<qsizetype>(document.size(), 200)));
    }
    if (parts.isCut)
        report.errors += QStringLiteral("JSON ends early");
    for (const QString &line : parts.lines)
        report.errors += line;
}

void readCsv(const QList<QByteArray> &lines, GpuReport &report)
{
    std::vector<Cell> header;
    for (const QByteArray &line : lines) {
        if (isNoise(line))
            continue;
        const QList<QByteArray> texts = splitCsv(line);
        if (line.contains("DeviceId") || (line.contains("Timestamp") && texts.size() > 1)) {
            header.clear();
            for (const QByteArray &text : texts)
                header.push_back(headerCell(text));
        } else if (!header.empty() && texts.size() > 1 && !looksLikeComplaint(line)) {
            report.gpus.push_back(gpuSample(rowCells(header, texts), kColumns));
        } else {
            report.errors += QString::fromUtf8(line.trimmed());
        }
    }
}

/// "| GPU Power (W) | 14.6 |" of stats, and "| 0 | Device Name: ... |" of discovery.
void readBox(const QList<QByteArray> &lines, GpuReport &report)
{
    std::vector<Cell> cells;
    const auto flush = [&cells, &report] {
        if (!cells.empty())
            report.gpus.push_back(gpuSample(cells, kColumns));
        cells.clear();
    };
    for (const QByteArray &line : lines) {
        if (!line.trimmed().startsWith('|')) {
            if (!isNoise(line) && !line.trimmed().startsWith('+'))
                report.errors += QString::fromUtf8(line.trimmed());
            continue;
        }
        const QByteArray name = line.split('|').value(1).trimmed(), value = line.split('|').value(2).trimmed();
        const bool isDevice = (name == "Device ID" && indexOf(value)) || indexOf(name);
        if (isDevice) {
            flush();
            cells.push_back({"Device ID", {}, indexOf(name) ? name : value});
        }
        const qsizetype colon = value.indexOf(": ");
        if (name.isEmpty() && value.startsWith("Tile ") && cells.size() > 1) { // the value above goes on
            cells.back().text += "; " + value;
            continue;
        }
        if ((name.isEmpty() || indexOf(name)) && colon > 0 && !cells.empty())
            cells.push_back({value.first(colon).trimmed(), {}, value.sliced(colon + 2).trimmed()});
        else if (!isDevice && !name.isEmpty() && !cells.empty()) {
            cells.push_back(headerCell(name));
            cells.back().text = value;
        }
    }
    flush();
}

} // namespace

Result<GpuReport> parseXpuSmi(QByteArrayView text)
{
    GpuReport report;
    const QList<QByteArray> lines = plainLines(text);
    const auto first = std::find_if(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.trimmed().startsWith('{') || line.contains("DeviceId") || line.trimmed().startsWith('|');
    });
    const QByteArray kind = first == lines.end() ? QByteArray() : first->trimmed().first(1);
    if (kind == "{")
        readJson(text, report);
    else if (kind == "|")
        readBox(lines, report);
    else
        readCsv(lines, report);
    if (!report.hasRows() && report.errors.isEmpty() && !text.contains("DeviceId"))
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
