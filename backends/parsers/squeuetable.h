// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/job.h"
#include "backends/domain/namedvalue.h"

#include <QByteArray>
#include <QByteArrayView>

namespace paceline {

/// One row of squeue: a job, or with -s a step of one.
struct SqueueRow
{
    Job job;
    QString step;                   ///< "batch", "0"; empty for a job
    QString submit, start, end;     ///< as printed, where they are local times without a zone
    std::vector<NamedValue> others; ///< columns without a member, under the word of squeue's header
};

struct SqueueTable
{
    std::vector<SqueueRow> rows;
    QStringList errors;
};

/// squeue as people run it: the default table, -l, -s, --start, -o and -O in any choice, -o %all, with a header or
/// without. Columns by the header; without one by format (the argument of -o or -O), else by what cells look like, the
/// rest being column_N. Of a table with blanks between its columns each word goes where it fits best by its place and
/// by what its column holds. Errors: Malformed (neither a header nor a row with a job's number).
Result<SqueueTable> parseSqueueTable(QByteArrayView text, const QByteArray &format = {});

} // namespace paceline
