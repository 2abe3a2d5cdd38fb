// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/fields.h"

namespace paceline::logs {

/// The next "name: value unit" or "name=value" of a list with commas, bars, semicolons, dashes, tabs or blanks between,
/// where units may stand behind a blank or in brackets: "avg_batch_cost: 0.5 sec, speed: 4433.8 [imgs/sec], loss=9.1".
/// Values that are no numbers (clock times, texts) are passed over. False at the end. Linear over all calls.
bool nextLooseField(Scanner &s, FieldText &field);
/// sec and seconds as s, "imgs/sec" as "imgs/s"; others as they are.
std::string shortUnit(std::string_view unit);
/// The common name of a speed with that unit ("tokens/s", "instance/sec"); empty when the unit tells none.
std::string_view meaningOfSpeedUnit(std::string_view unit);

} // namespace paceline::logs
