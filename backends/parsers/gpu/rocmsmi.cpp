// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/rocmsmi.h"

#include "backends/parsers/gpu/gpucells.h"
#include "backends/parsers/gpu/jsoncells.h"

#include <array>
#include <cmath>

namespace paceline {

namespace {

using G = GpuSample;

/// Names as headerCell() leaves them; what the tool called them over the years.
constexpr auto kColumns = std::to_array<GpuColumn>({
    {"PCI Bus", &G::pciAddress},
    {"Unique ID", &G::uuid},
    {"Card Series", &G::name},
    {"Device Name", &G::name},
    {"Product Name", &G::name},
    {"GPU use", &G::utilGpu, Measure::Percent},
    {"GPU Memory Read/Write Activity", &G::utilMemory, Measure::Percent},
    {"GPU memory use", &G::utilMemory, Measure::Percent},
    {"VRAM Total Memory", &G::memoryTotalMiB, Measure::MiB},
    {"VRAM Total Used Memory", &G::memoryUsedMiB, Measure::MiB},
    {"Temperature (Sensor edge)", &G::temperatureC, Measure::Celsius},
    {"Temperature (Sensor junction)", &G::temperatureC, Measure::Celsius},
    {"Temperature (Sensor memory)", &G::memoryTemperatureC, Measure::Celsius},
    {"Temperature (Sensor mem)", &G::memoryTemperatureC, Measure::Celsius},
    {"Average Graphics Package Power", &G::powerW, Measure::Watt},
    {"Current Socket Graphics Package Power", &G::powerW, Measure::Watt},
    {"Max Graphics Package Power", &G::powerLimitW, Measure::Watt},
    {"sclk clock speed:", &G::smClockMHz, Measure::Megahertz},
    {"sclk clock speed", &G::smClockMHz, Measure::Megahertz},
    {"Fan speed", &G::fanPercent, Measure::Percent},
    {"Driver version", &G::driver},
});

/// "0 (300Mhz)" of a clock level, where the speed alone is not printed.
void addClockOfLevel(std::vector<Cell> &cells)
{
    for (const Cell &cell : cells) {
        if (cell.name.startsWith("sclk clock speed"))
            return;
    }
    for (const Cell &cell : std::vector<Cell>(cells)) {
        const qsizetype open = cell.text.indexOf('(');
        if (cell.name.startsWith("sclk clock level") && open >= 0)
            cells.push_back({"sclk clock speed:", {}, cell.text.sliced(open)});
    }
}

/// The object "system": the driver, and processes.
QString readSystem(const JsonRow &row, GpuReport &report)
{
    QString driver;
    for (const Cell &cell : row.cells) {
        if (cell.name.startsWith("PID") && indexOf(cell.name.sliced(3)))
            report.processes.push_back(rocmProcess(cell.name, cell.text));
        else if (cell.name.compare("Driver version", Qt::CaseInsensitive) == 0)
            driver = QString::fromUtf8(cell.text);
    }
    return driver;
}

std::vector<Cell> withUnits(const std::vector<Cell> &cells)
{
    std::vector<Cell> result;
    for (const Cell &cell : cells) {
        if (cell.name == "key")
            continue;
        result.push_back(headerCell(cell.name));
        result.back().text = cell.text;
    }
    return result;
}

void readJson(const JsonParts &parts, GpuReport &report)
{
    for (const QByteArray &document : parts.documents) {
        const auto rows = jsonRows(document, {"*card", "*system"});
        if (!rows)
            report.errors += QString::fromUtf8(document.first(std::min<qsizetype>(document.size(), 200)));
        QString driver;
        const std::size_t first = report.gpus.size();
        for (const JsonRow &row : rows.value_or(QList<JsonRow>())) {
            const QByteArray name = row.find("key") ? row.find("key")->text : QByteArray();
            if (name == "system")
                driver = readSystem(row, report);
            else
                report.gpus.push_back(rocmSample(name, withUnits(row.cells)));
        }
        for (std::size_t i = first; i < report.gpus.size(); ++i) {
            if (report.gpus[i].driver.isEmpty())
                report.gpus[i].driver = driver;
        }
    }
    for (const QString &line : parts.lines)
        report.errors += line;
    if (parts.isCut)
        report.errors += QStringLiteral("JSON ends early");
}

/// Tables that begin with "device,..." or "name, value", one after the other.
void readCsv(const QList<QByteArray> &lines, GpuReport &report)
{
    std::vector<Cell> header;
    QString driver;
    for (const QByteArray &line : lines) {
        if (isNoise(line))
            continue;
        const QList<QByteArray> texts = splitCsv(line);
        const QByteArray first = texts.value(0);
        if (first == "device" || (first == "name" && texts.value(1) == "value")) {
            header.clear();
            for (const QByteArray &text : texts)
                header.push_back(headerCell(text));
        } else if (header.empty() || texts.size() < 2 || looksLikeComplaint(line)) {
            report.errors += QString::fromUtf8(line.trimmed());
        } else if (header.front().name == "device" && first != "system") {
            std::vector<Cell> cells = rowCells(header, texts);
            cells.erase(cells.begin());
            report.gpus.push_back(rocmSample(first, cells));
        } else if (first.startsWith("PID")) {
            report.processes.push_back(rocmProcess(first, texts.mid(1).join(", ")));
        } else if (first.compare("Driver version", Qt::CaseInsensitive) == 0 || first == "system") {
            driver = QString::fromUtf8(texts.value(1));
        } else {
            report.errors += QString::fromUtf8(line.trimmed());
        }
    }
    for (GpuSample &gpu : report.gpus)
        gpu.driver = gpu.driver.isEmpty() ? driver : gpu.driver;
}

} // namespace

GpuSample rocmSample(const QByteArray &name, std::vector<Cell> cells)
{
    addClockOfLevel(cells);
    GpuSample sample = gpuSample(cells, kColumns);
    sample.index = indexOf(name.startsWith("card") ? name.sliced(4) : name);
    return sample;
}

GpuProcess rocmProcess(const QByteArray &pid, const QByteArray &values)
{
    static constexpr std::array kNames = std::to_array<const char *>({"gpus", "sdma_used", "cu_occupancy"});
    const QList<QByteArray> parts = splitCsv(values);
    GpuProcess process;
    process.pid = indexOf(pid.startsWith("PID") ? pid.sliced(3) : pid);
    // A name may hold commas; the four numbers stand at the end.
    const qsizetype nameEnd = std::max<qsizetype>(parts.size() - 4, 1);
    const QByteArray name = QList<QByteArray>(parts.first(nameEnd)).join(", ");
    process.name = isUnavailable(name) && name != "UNKNOWN" ? QString() : QString::fromUtf8(name);
    const double bytes = measured(parts.value(nameEnd + 1), "B", Measure::Byte);
    process.memoryUsedMiB = bytes / (1024.0 * 1024.0);
    process.others.push_back(namedValue(kNames[0], {}, parts.value(nameEnd)));
    process.others.push_back(namedValue(kNames[1], {}, parts.value(nameEnd + 2)));
    process.others.push_back(namedValue(kNames[2], {}, parts.value(nameEnd + 3)));
    return process;
}

Result<GpuReport> parseRocmSmi(QByteArrayView text)
{
    GpuReport report;
    const QList<QByteArray> lines = plainLines(text);
    const JsonParts parts = jsonParts(text);
    const bool isCsv = std::any_of(lines.begin(), lines.end(), [](const QByteArray &line) {
        return line.startsWith("device,") || line.simplified().startsWith("name, value") || line == "name,value";
    });
    if (!parts.documents.isEmpty() || parts.isCut)
        readJson(parts, report);
    else if (isCsv)
        readCsv(lines, report);
    else
        readRocmText(lines, report);
    if (!report.hasRows() && report.errors.isEmpty() && !isCsv && parts.documents.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
