// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logreader.h"
#include "backends/parsers/logs/scanner.h"

#include <span>

namespace paceline::logs {

/// What a format's own name for a metric means. An empty unit: the printed one.
struct FieldMeaning
{
    std::string_view name, unit, trainCanon, evalCanon;
};

/// How a format prints its list of metrics.
struct FieldRules
{
    std::span<const FieldMeaning> meanings; ///< names that are not here have their usual meaning
    Phase phase = Phase::Train;
    bool hasSuffixes = false;       ///< K, M, G and T behind a value multiply it
    std::string_view averaged = {}; ///< the mean in brackets behind this one is a metric of its own: "Loss avg"
};

struct FieldText
{
    std::string_view name, unit;
    double value = 0;
    std::optional<double> average; ///< in brackets behind the value
};

/// The next "name: value unit (average)" of a list, whatever stands between: blanks, tabs, commas, bars. Values that
/// are no numbers are passed over. False at the end.
bool nextField(Scanner &s, FieldText &field, char assign = ':');
/// Adds a field to the record by the rules.
void addField(const FieldText &field, const FieldRules &rules, LogRecord &record, ReadContext &context);
/// All that is left of the line. Returns how many there were.
int addFields(Scanner &s, const FieldRules &rules, LogRecord &record, ReadContext &context, char assign = ':');

/// "n/m" with blanks around the stroke or none, in square brackets or none.
struct Fraction
{
    qint64 at = 0, of = 0;
};
std::optional<Fraction> takeFraction(Scanner &s);

} // namespace paceline::logs
