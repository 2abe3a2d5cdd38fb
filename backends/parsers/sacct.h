// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/job.h"

#include <QByteArrayView>
#include <QStringList>
#include <vector>

namespace paceline {

/// One row of sacct: a job, or one of its steps.
struct SacctRow
{
    Job job;
    QString step; ///< empty for the job itself, else "batch", "extern", "0", "interactive"
    std::optional<QString> derivedExitCode;
    QMap<QString, QString> fields; ///< every column under its own name, as printed
};

struct SacctTable
{
    std::vector<SacctRow> rows;
    int badRows = 0;
};

/// Columns that Paceline asks for, in order; those that people choose come last.
QStringList sacctColumns();

/// `sacct -P`: columns are those of the header line, or with -n the given ones. Records end by line ends alone, so a
/// line with too few fields is joined to the one before (a job name may hold a line end). Column names are sacct's;
/// unknown ones stay in fields. Errors: Malformed (no header, no JobID column, or rows but none readable). No rows is a
/// value.
Result<SacctTable> parseSacct(QByteArrayView text, char separator, QStringList columns = {});

} // namespace paceline
