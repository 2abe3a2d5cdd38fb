// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/gpu.h"
#include "backends/parsers/cells.h"

#include <span>
#include <variant>

namespace paceline {

/// Where a column of one tool belongs: a member of GpuSample, and how it is measured.
struct GpuColumn
{
    const char *name; ///< as the tool prints it, without its unit; case does not matter
    std::variant<QString GpuSample::*, double GpuSample::*, std::optional<qint64> GpuSample::*> member;
    Measure measure = Measure::Number;
};

/// The row as a sample. Of several columns for one member the first of columns that has a value is taken; every cell
/// that was not taken is kept in others. A column without a name is called column_N.
GpuSample gpuSample(const std::vector<Cell> &cells, std::span<const GpuColumn> columns);

/// The cell under the name that its header prints.
NamedValue otherValue(const Cell &cell);

/// Header cells with the texts of a row; what the row lacks is empty.
std::vector<Cell> rowCells(const std::vector<Cell> &header, const QList<QByteArray> &texts);

/// A number of the tool's own counting; absent for anything else.
std::optional<qint64> indexOf(const QByteArray &text);

/// Lines in front of and between the rows that are the shell's or our own: "$ nvidia-smi ...", blank lines.
bool isNoise(const QByteArray &line);

} // namespace paceline
