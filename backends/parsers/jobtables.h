// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/job.h"
#include "backends/domain/namedvalue.h"

#include <QByteArray>
#include <QByteArrayView>

namespace paceline {

/// One row of sstat, a step, or of sprio, a pending job. Columns without a member keep Slurm's name and its text.
struct JobTableRow
{
    JobId id;       ///< 0: the row is about no job (`sprio -w`)
    QString idText; ///< "7.batch", "7_0.0", "Weights"
    QString step;   ///< sstat: "batch", "0", "extern"
    QString user, partition, account, qos;
    std::optional<double> priority; ///< a share of 1 with `sprio -n`
    std::vector<NamedValue> others;
};

struct JobRows
{
    std::vector<JobTableRow> rows;
    QStringList errors;
};

/// `sstat -P`, or its table for people. The rubbish times of a step without samples ("213503982334-14:25:51") are not
/// available. Errors: Malformed (no header).
Result<JobRows> parseSstat(QByteArrayView text);

/// `sprio`, with -l, -n, -w or -o. Of two columns PARTITION the first is the name, the second a share of the priority.
/// Errors: Malformed (no header).
Result<JobRows> parseSprio(QByteArrayView text);

} // namespace paceline
