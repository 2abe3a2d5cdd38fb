// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

#include <QByteArray>

namespace paceline {

/// The record as one line of JSON under the catalogue's names. The fields that every record has are always there, null
/// where unknown; of the others only those that are told. Ends with the label that must stand beside the figure, if
/// any.
QByteArray baselineJson(const Baseline &record);

/// What the record tells, by the names of files and in their order, lists between semicolons; with what no field takes.
std::vector<NamedValue> baselineFields(const Baseline &record);

/// The names of all columns of baselineCsv, as its first line. Without line end.
QByteArray baselineCsvHead();
/// The record as a row of CSV (RFC 4180); lists between semicolons, what no column takes as JSON in the last one.
QByteArray baselineCsv(const Baseline &record);

} // namespace paceline
