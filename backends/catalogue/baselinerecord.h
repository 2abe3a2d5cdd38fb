// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

#include <QByteArray>

namespace paceline {

/// The word of a kind in files and on the command line: "mlperf-training".
QString baselineKindWord(BaselineKind kind);
std::optional<BaselineKind> baselineKind(const QString &word);
QStringList baselineKindWords();

/// Whether nothing in a text of JSON is nested more than 16 deep: writing a value out costs the stack a frame a level.
bool isShallowJson(const QByteArray &text);

/// Applies a JSON object with the names of visitBaselineFields to record: a null or an empty text makes a field
/// unknown, a key that is missing leaves it as it is, and what no field takes goes to others. Numbers and lists may be
/// texts, as cells of CSV are. Returns the name of the first field that does not fit, "json" for what is no object (or
/// is nested more than 16 deep), empty when all is well; id, benchmark and so on are not asked for.
QString readBaselineFields(const QByteArray &object, Baseline &record);

} // namespace paceline
