// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/baselineset.h"

#include <QByteArray>
#include <QFuture>

namespace paceline {

/// Reads one file of resources/baselines: a head line with catalogue, version and number of records, then one record a
/// line. A line {"section": ...} says what the following records share, until the next one. Errors: Unsupported
/// (another version), Malformed (anything else: the catalogue is ours, so one bad row costs all).
Result<std::vector<Baseline>> parseBaselineFile(const QByteArray &text);

/// The catalogue that is built in, read anew with every call: some tens of milliseconds, so call it off the GUI's
/// thread or once. Resources must be initialised. Errors: NotFound, Malformed (an id twice), or as parseBaselineFile.
Result<BaselineSetPtr> builtInBaselines();

/// The same on a thread of the pool.
QFuture<Result<BaselineSetPtr>> loadBuiltInBaselines();

} // namespace paceline
