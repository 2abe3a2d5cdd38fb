// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/scanner.h"

#include <string>
#include <vector>

namespace paceline::logs {

/// A value of a JSON object: numbers, also in quotes, and texts; objects within are told by path ("metadata.step_num").
struct JsonField
{
    std::string path;
    std::optional<double> number;
    std::string_view text; ///< of a string, escapes as written; of an array all of it, brackets too
};

/// Reads one object at the front of the scanner, linear in its length and three objects deep at most (what is deeper is
/// passed over). Takes NaN and Infinity as Python prints them. False when it is not whole.
bool readJsonObject(Scanner &s, std::vector<JsonField> &fields);

} // namespace paceline::logs
