// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/csvtable.h"

#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>
#include <algorithm>

namespace paceline {

namespace {

bool isHeader(const QList<QByteArray> &cells)
{
    static const QRegularExpression kName(QStringLiteral("^[A-Za-z][A-Za-z0-9_.]*( \\[[^\\]]+\\])?$"));
    static const QList<QByteArray> kKnown = {"index",       "name",         "uuid",          "timestamp",  "count",
                                             "pid",         "process_name", "gpu_uuid",      "gpu_name",   "serial",
                                             "pci.bus_id",  "pstate",       "fan.speed",     "gpu_serial", "gpu_bus_id",
                                             "used_memory", "power.draw",   "driver_version"};
    bool known = false;
    for (const QByteArray &cell : cells) {
        if (!kName.match(QString::fromUtf8(cell)).hasMatch())
            return false;
        const QByteArray name = headerCell(cell).name;
        known = known || kKnown.contains(name) || (name.contains('.') && name.size() > 4) || name.contains('_');
    }
    return known;
}

std::vector<Cell> headerOf(const QList<QByteArray> &names)
{
    std::vector<Cell> header;
    for (const QByteArray &name : names)
        header.push_back(headerCell(name));
    return header;
}

/// The fields of a command line "$ nvidia-smi --query-gpu=a,b".
QByteArray commandFields(const QByteArray &line)
{
    const qsizetype at = line.indexOf("--query-");
    const qsizetype equals = at < 0 ? -1 : line.indexOf('=', at);
    if (equals < 0)
        return {};
    QByteArray rest = line.sliced(equals + 1);
    const qsizetype end = rest.indexOf(' ');
    if (end >= 0)
        rest.truncate(end);
    return rest.replace('"', "").replace('\'', "");
}

QList<QByteArray> split(const QByteArray &line)
{
    const bool isTight = !line.contains(", ") && line.contains(',');
    return splitCsv(line, isTight ? "," : ", ");
}

/// Without a header a line of one cell among rows of several is no row.
void dropLines(CsvTable &table)
{
    qsizetype most = 0;
    for (const QList<QByteArray> &row : table.rows)
        most = std::max(most, row.size());
    std::vector<QList<QByteArray>> rows;
    for (const QList<QByteArray> &row : table.rows) {
        if (row.size() == 1 && most > 1)
            table.errors += QString::fromUtf8(row.front());
        else
            rows.push_back(row);
    }
    table.rows = std::move(rows);
}

} // namespace

CsvTable readCsvTable(QByteArrayView text, const QByteArray &fields)
{
    CsvTable table;
    if (!fields.isEmpty())
        table.header = headerOf(splitCsv(fields));
    for (const QByteArray &line : plainLines(text)) {
        if (isNoise(line)) {
            if (const QByteArray told = commandFields(line); !told.isEmpty() && table.header.empty())
                table.header = headerOf(splitCsv(told));
            continue;
        }
        const QList<QByteArray> cells = split(line.trimmed());
        if (line.trimmed().toLower().startsWith("no running ")) {
            table.sawNoProcesses = true;
        } else if (isHeader(cells)) {
            table.header = headerOf(cells);
        } else {
            const qsizetype expected = table.header.empty() ? cells.size() : qsizetype(table.header.size());
            const bool fits = cells.size() == expected && (expected > 1 || !looksLikeComplaint(line));
            const bool isRow = fits || (cells.size() > 1 && !looksLikeComplaint(line));
            if (isRow)
                table.rows.push_back(cells);
            else
                table.errors += QString::fromUtf8(line.trimmed());
        }
    }
    if (table.header.empty())
        dropLines(table);
    return table;
}

} // namespace paceline
