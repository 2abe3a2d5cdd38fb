// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvidiacsv.h"

#include "backends/parsers/gpu/csvtable.h"
#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>

namespace paceline {

namespace {

using G = GpuSample;

constexpr auto kColumns = std::to_array<GpuColumn>({
    {"index", &G::index},
    {"pci.bus_id", &G::pciAddress},
    {"gpu_bus_id", &G::pciAddress},
    {"uuid", &G::uuid},
    {"gpu_uuid", &G::uuid},
    {"name", &G::name},
    {"gpu_name", &G::name},
    {"utilization.gpu", &G::utilGpu, Measure::Percent},
    {"utilization.memory", &G::utilMemory, Measure::Percent},
    {"memory.total", &G::memoryTotalMiB, Measure::MiB},
    {"memory.used", &G::memoryUsedMiB, Measure::MiB},
    {"temperature.gpu", &G::temperatureC, Measure::Celsius},
    {"temperature.memory", &G::memoryTemperatureC, Measure::Celsius},
    {"power.draw", &G::powerW, Measure::Watt},
    {"power.draw.instant", &G::powerW, Measure::Watt},
    {"power.draw.average", &G::powerW, Measure::Watt},
    {"power.limit", &G::powerLimitW, Measure::Watt},
    {"enforced.power.limit", &G::powerLimitW, Measure::Watt},
    {"clocks.current.sm", &G::smClockMHz, Measure::Megahertz},
    {"clocks.sm", &G::smClockMHz, Measure::Megahertz},
    {"fan.speed", &G::fanPercent, Measure::Percent},
    {"mig.mode.current", &G::mig},
    {"ecc.errors.uncorrected.volatile.total", &G::eccUncorrectedVolatile},
    {"clocks_event_reasons.active", &G::eventReasons},
    {"clocks_throttle_reasons.active", &G::eventReasons},
    {"driver_version", &G::driver},
});

/// What cells without a header can be by their looks alone.
QByteArray guessedName(const QByteArray &cell)
{
    static const std::pair<QRegularExpression, const char *> kLooks[] = {
        {QRegularExpression(QStringLiteral("^(GPU|MIG)-[0-9a-f]{8}-")), "uuid"},
        {QRegularExpression(QStringLiteral("^([0-9A-F]{4}){1,2}:[0-9A-F]{2}:[0-9A-F]{2}\\.\\d$"),
                            QRegularExpression::CaseInsensitiveOption),
         "pci.bus_id"},
        {QRegularExpression(QStringLiteral("^0x[0-9A-Fa-f]{16}$")), "clocks_event_reasons.active"},
        {QRegularExpression(QStringLiteral("^\\d{3}\\.\\d{2,3}(\\.\\d{2})?$")), "driver_version"},
        {QRegularExpression(QStringLiteral("^\\d{4}/\\d{2}/\\d{2} ")), "timestamp"},
        {QRegularExpression(QStringLiteral("^P\\d+$")), "pstate"},
        {QRegularExpression(QStringLiteral("^(NVIDIA|Tesla|GeForce|Quadro|TITAN|GRID|A\\d+|H\\d+)\\b")), "name"},
    };
    for (const auto &[look, name] : kLooks) {
        if (look.match(QString::fromUtf8(cell)).hasMatch())
            return name;
    }
    return {};
}

/// The first column is the index when it counts the rows; driver versions are told from powers by being all the same.
std::vector<Cell> guessedHeader(const std::vector<QList<QByteArray>> &rows)
{
    std::vector<Cell> header;
    for (qsizetype column = 0; column < rows.front().size(); ++column) {
        QByteArray name = guessedName(rows.front()[column]);
        if (name == "driver_version" && rows.front()[column].count('.') < 2)
            name.clear();
        const bool taken =
            std::any_of(header.begin(), header.end(), [&name](const Cell &cell) { return cell.name == name; });
        header.push_back({taken ? QByteArray() : name, {}, {}});
    }
    bool counts = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
        counts = counts && rows[i].front() == QByteArray::number(qulonglong(i));
    if (counts)
        header.front().name = "index";
    return header;
}

/// A name with separators in it made more cells than columns: the surplus goes back to it.
void joinName(QList<QByteArray> &cells, const std::vector<Cell> &header)
{
    const auto name = std::find_if(header.begin(), header.end(),
                                   [](const Cell &cell) { return cell.name == "process_name" || cell.name == "name"; });
    const qsizetype at = name - header.begin();
    while (name != header.end() && cells.size() > qsizetype(header.size()) && at + 1 < cells.size()) {
        cells[at] += ", " + cells[at + 1];
        cells.removeAt(at + 1);
    }
}

GpuProcess processOf(const std::vector<Cell> &cells)
{
    GpuProcess process;
    for (const Cell &cell : cells) {
        const QByteArray name = cell.name.toLower();
        const bool available = !isUnavailable(cell.text);
        if (name == "pid" && process.pid.has_value() == false)
            process.pid = indexOf(cell.text);
        else if (name == "gpu_uuid" || name == "uuid")
            process.gpuUuid = available ? QString::fromUtf8(cell.text) : QString();
        else if (name == "process_name" || name == "name")
            process.name = available ? QString::fromUtf8(cell.text) : QString();
        else if (name == "used_gpu_memory" || name == "used_memory")
            process.memoryUsedMiB = measured(cell.text, cell.unit, Measure::MiB);
        else
            process.others.push_back(otherValue(cell));
    }
    return process;
}

std::vector<Cell> guessedProcessHeader(const QList<QByteArray> &row)
{
    std::vector<Cell> header(std::size_t(row.size()));
    bool hasPid = false, hasName = false, hasMemory = false;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const QByteArray &cell = row[qsizetype(i)];
        QByteArray &name = header[i].name;
        name = guessedName(cell);
        if (name == "name")
            name = "gpu_name";
        if (!name.isEmpty())
            continue;
        if (!hasPid && indexOf(cell))
            name = "pid", hasPid = true;
        else if (hasPid && !hasName)
            name = "process_name", hasName = true;
        else if (hasName && !hasMemory)
            name = "used_gpu_memory", hasMemory = true;
        else
            name = "column_" + QByteArray::number(qulonglong(i) + 1);
    }
    return header;
}

} // namespace

Result<GpuReport> parseNvidiaQuery(QByteArrayView text, const QByteArray &fields)
{
    CsvTable table = readCsvTable(text, fields);
    if (table.rows.empty() && table.errors.empty() && table.header.empty())
        return failure(ErrorKind::Malformed);
    if (table.header.empty() && !table.rows.empty())
        table.header = guessedHeader(table.rows);
    GpuReport report;
    report.errors = table.errors;
    for (const QList<QByteArray> &row : table.rows)
        report.gpus.push_back(gpuSample(rowCells(table.header, row), kColumns));
    return report;
}

Result<GpuReport> parseNvidiaApps(QByteArrayView text, const QByteArray &fields)
{
    CsvTable table = readCsvTable(text, fields);
    if (table.rows.empty() && table.errors.empty() && table.header.empty() && !table.sawNoProcesses)
        return failure(ErrorKind::Malformed);
    GpuReport report;
    report.errors = table.errors;
    for (QList<QByteArray> &row : table.rows) {
        const std::vector<Cell> header = table.header.empty() ? guessedProcessHeader(row) : table.header;
        joinName(row, header);
        report.processes.push_back(processOf(rowCells(header, row)));
    }
    return report;
}

} // namespace paceline
