// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/cells.h"

#include <QStringList>

namespace paceline {

/// The CSV of nvidia-smi and hl-smi: ", " between cells (or "," alone), a header that may be missing or repeated.
struct CsvTable
{
    std::vector<Cell> header; ///< empty: none was there and none could be known
    std::vector<QList<QByteArray>> rows;
    QStringList errors; ///< lines that are no rows
    bool sawNoProcesses = false;
};

/// fields: names of the columns where the text has no header; a line "$ nvidia-smi --query-gpu=a,b" tells them too.
/// A line is a row when it has as many cells as the header, or several and does not read like a complaint.
CsvTable readCsvTable(QByteArrayView text, const QByteArray &fields);

} // namespace paceline
