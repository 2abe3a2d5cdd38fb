// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paceline::events {

/// A number as Python's json and wandb write it: also NaN, Infinity and -Infinity, bare or in quotes. Nothing for
/// everything else, true and false among it.
std::optional<double> jsonNumber(std::string_view json);

/// The numbers in an object, with their keys joined by points; an object with a "_type" (a picture, a histogram, a
/// table) has none. Limited in depth and count. Nothing where it is no object.
std::vector<std::pair<std::string, double>> jsonNumbers(std::string_view json);

} // namespace paceline::events
