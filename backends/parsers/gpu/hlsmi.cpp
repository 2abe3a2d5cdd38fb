// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/hlsmi.h"

#include "backends/parsers/gpu/csvtable.h"
#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>
#include <array>

namespace paceline {

namespace {

using G = GpuSample;

constexpr auto kColumns = std::to_array<GpuColumn>({
    {"index", &G::index},
    {"bus_id", &G::pciAddress},
    {"pci.bus_id", &G::pciAddress},
    {"uuid", &G::uuid},
    {"name", &G::name},
    {"utilization.aip", &G::utilGpu, Measure::Percent},
    {"utilization.memory", &G::utilMemory, Measure::Percent},
    {"memory.total", &G::memoryTotalMiB, Measure::MiB},
    {"memory.used", &G::memoryUsedMiB, Measure::MiB},
    {"temperature.aip", &G::temperatureC, Measure::Celsius},
    {"temperature.memory", &G::memoryTemperatureC, Measure::Celsius},
    {"power.draw", &G::powerW, Measure::Watt},
    {"power.limit", &G::powerLimitW, Measure::Watt},
    {"clocks.current.soc", &G::smClockMHz, Measure::Megahertz},
    {"fan.speed", &G::fanPercent, Measure::Percent},
    {"ecc.errors.uncorrected.volatile.total", &G::eccUncorrectedVolatile},
    {"driver_version", &G::driver},
});

/// The two lines of a card:
/// |   0  HL-205              N/A  | 0000:b3:00.0     N/A |                   0  |
/// | N/A   33C   N/A   104W / 350W |    512MiB / 32768MiB |    15%           N/A |
Result<GpuReport> parseTable(const QList<QByteArray> &lines)
{
    static const QRegularExpression kCard(QStringLiteral(
        "^\\|\\s*(\\d+)\\s+(.+?)\\s+(?:\\S+)\\s*\\|\\s*([0-9a-fA-F:.]{7,})\\s+\\S+\\s*\\|\\s*(\\S+)\\s*\\|"));
    static const QRegularExpression kUse(QStringLiteral(
        "^\\|\\s*(\\S+)\\s+(\\S+)\\s+\\S+\\s+(\\S+)\\s*/\\s*(\\S+)\\s*\\|\\s*(\\S+)\\s*/\\s*(\\S+)\\s*\\|\\s*(\\S+)"));
    static const QRegularExpression kDriver(QStringLiteral("Driver Version:\\s*(\\S+)"));
    GpuReport report;
    std::vector<Cell> cells;
    QByteArray driver;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line);
        if (const auto told = kDriver.match(text); told.hasMatch())
            driver = told.captured(1).toUtf8();
        if (const auto card = kCard.match(text); card.hasMatch()) {
            cells = {{"index", {}, card.captured(1).toUtf8()},
                     {"name", {}, card.captured(2).toUtf8()},
                     {"bus_id", {}, card.captured(3).toUtf8()},
                     {"ecc.errors.uncorrected.volatile.total", {}, card.captured(4).toUtf8()},
                     {"driver_version", {}, driver}};
        } else if (const auto use = kUse.match(text); use.hasMatch() && !cells.empty()) {
            static constexpr std::array kNames =
                std::to_array<const char *>({"fan.speed", "temperature.aip", "power.draw", "power.limit", "memory.used",
                                             "memory.total", "utilization.aip"});
            for (std::size_t i = 0; i < kNames.size(); ++i)
                cells.push_back({kNames[i], {}, use.captured(int(i) + 1).toUtf8()});
            report.gpus.push_back(gpuSample(cells, kColumns));
            cells.clear();
        } else if (!line.startsWith('|') && !line.startsWith('+') && looksLikeComplaint(line)) {
            report.errors += text.trimmed();
        }
    }
    if (!cells.empty())
        report.gpus.push_back(gpuSample(cells, kColumns));
    return report;
}

} // namespace

Result<GpuReport> parseHlSmi(QByteArrayView text, const QByteArray &fields)
{
    const QList<QByteArray> lines = plainLines(text);
    if (std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) { return line.startsWith("+--"); }))
        return parseTable(lines);
    const CsvTable table = readCsvTable(text, fields);
    if (table.rows.empty() && table.errors.isEmpty() && table.header.empty())
        return failure(ErrorKind::Malformed);
    GpuReport report;
    report.errors = table.errors;
    for (const QList<QByteArray> &row : table.rows)
        report.gpus.push_back(gpuSample(rowCells(table.header, row), kColumns));
    return report;
}

} // namespace paceline
