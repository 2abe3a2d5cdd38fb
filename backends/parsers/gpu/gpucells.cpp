// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/gpucells.h"

#include <cmath>

namespace paceline {

namespace {

/// True when the cell gave the member its value.
bool take(GpuSample &sample, const GpuColumn &column, const Cell &cell)
{
    if (const auto number = std::get_if<double GpuSample::*>(&column.member)) {
        if (!std::isnan(sample.*(*number)))
            return false;
        sample.*(*number) = measured(cell.text, cell.unit, column.measure);
        return !std::isnan(sample.*(*number));
    }
    if (const auto index = std::get_if<std::optional<qint64> GpuSample::*>(&column.member)) {
        if ((sample.*(*index)).has_value())
            return false;
        sample.*(*index) = indexOf(cell.text);
        return (sample.*(*index)).has_value();
    }
    QString &text = sample.*std::get<QString GpuSample::*>(column.member);
    if (!text.isEmpty() || isUnavailable(cell.text))
        return false;
    text = QString::fromUtf8(cell.text);
    return true;
}

} // namespace

std::optional<qint64> indexOf(const QByteArray &text)
{
    const auto number = parseCounter(text);
    return number && *number <= quint64(std::numeric_limits<qint32>::max()) ? std::optional(qint64(*number))
                                                                            : std::nullopt;
}

NamedValue otherValue(const Cell &cell)
{
    return namedValue(cell.header.isEmpty() ? cell.name : cell.header, cell.unit, cell.text);
}

GpuSample gpuSample(const std::vector<Cell> &cells, std::span<const GpuColumn> columns)
{
    GpuSample sample;
    std::vector<const Cell *> used;
    for (const GpuColumn &column : columns) {
        for (const Cell &cell : cells) {
            // A cell that has a key of its own and no value is told by the key's null.
            const bool isMeant = cell.name.compare(column.name, Qt::CaseInsensitive) == 0;
            if (isMeant && (take(sample, column, cell) || isUnavailable(cell.text)))
                used.push_back(&cell);
        }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell &cell = cells[i];
        if (std::find(used.begin(), used.end(), &cell) != used.end())
            continue;
        sample.others.push_back(cell.name.isEmpty()
                                    ? namedValue("column_" + QByteArray::number(qulonglong(i) + 1), {}, cell.text)
                                    : otherValue(cell));
    }
    return sample;
}

std::vector<Cell> rowCells(const std::vector<Cell> &header, const QList<QByteArray> &texts)
{
    std::vector<Cell> cells = header;
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i].text = texts.value(qsizetype(i));
    for (qsizetype i = qsizetype(header.size()); i < texts.size(); ++i)
        cells.push_back({{}, {}, texts[i]});
    return cells;
}

bool isNoise(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return text.isEmpty() || text.startsWith("$ ");
}

} // namespace paceline
