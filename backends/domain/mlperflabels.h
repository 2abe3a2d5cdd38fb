// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>

namespace paceline {

/// MLCommons' rules for using its name ask for this word with every figure of one's own that is set beside MLPerf's.
inline constexpr QLatin1String kNotVerified("not verified by MLCommons Association");
inline constexpr QLatin1String kMlperfTrademark(
    "MLPerf is a registered trademark of MLCommons Association in the United States and other countries.");

} // namespace paceline
