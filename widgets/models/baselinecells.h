// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/baselinetable.h"

namespace paceline {

/// The columns of the table of baselines.
enum class BaselineColumn {
    Benchmark,
    Accelerator,
    Accelerators,
    Value,
    Throughput,
    PerAccelerator,
    Batch,
    Precision,
    Source,
    Year,
    Count
};

bool isBaselineNumber(BaselineColumn column);
QString baselineHeader(BaselineColumn column);
QString baselineCell(const BaselineRow &row, BaselineColumn column);
/// What a column is sorted by; NaN where the record does not tell it.
double baselineSortKey(const BaselineRow &row, BaselineColumn column);

/// "H100", "TPU v3" for the family's key.
QString acceleratorText(const QString &family);
QString baselineKindText(BaselineKind kind);
/// A value of a facet as it is offered: "MLPerf Training", "ResNet-50", "2021".
QString baselineFacetText(BaselineFacet facet, const QString &value);
/// "1 234.5 images/s"; the unit as the record writes it.
QString baselineValueText(double value, const QString &unit);

} // namespace paceline
