// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/scaling.h"

#include <QByteArrayView>

namespace paceline {

/// A row that gave no point.
struct ScalingRowError
{
    enum class Reason { Accelerators, Throughput, Cells };
    qsizetype line = 0;
    Reason reason = Reason::Cells; ///< which of the two is missing or no positive number; Cells: no row of the table
    QString text;                  ///< the line
};

struct ScalingTable
{
    std::vector<ScalingSeries> series; ///< in the order of their first rows
    std::vector<ScalingRowError> errors;
    bool isRateFromSeconds = false; ///< no throughput was told: runs per second
    bool isRateFromSteps = false;   ///< no throughput was told: batch over the time of a step
    bool isOfNodes = false;         ///< no accelerators were told: nodes are counted
};

/// A table with a heading, one measurement a line, as people write it: separated by commas, semicolons (with decimal
/// commas then), tabs or bars; columns in any order, in any case, with units and under usual names (see
/// scalingcolumns.h), quoted or not; '#' comments, blank lines and columns of other things are passed over. A column of
/// benchmarks makes several series. Rows that differ in a condition (precision, system) at the same scale are several
/// series too; a condition or setting that changes with the scale is named in ScalingSeries::changes.
/// Errors: TooLarge (64 MiB, or 5,000 points in a series), Malformed (no heading with accelerators and throughput or
/// time; detail: the first line).
Result<ScalingTable> parseScalingTable(QByteArrayView text);

} // namespace paceline
