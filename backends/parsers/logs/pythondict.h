// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/scanner.h"

#include <vector>

namespace paceline::logs {

struct DictField
{
    std::string_view key;
    double value;
    std::optional<double> of; ///< of a text "n/of"
};

/// The numbers of a dict with quoted keys, as Python prints it: bare, in quotes or brackets, as np.float32(..),
/// array(.., dtype=..) or tensor(..), or "n/m" in quotes. Other values are passed over. False when s does not begin
/// with one, or it is not whole.
bool readPythonDict(Scanner &s, std::vector<DictField> &fields);

} // namespace paceline::logs
