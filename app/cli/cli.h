// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace paceline::cli {

/// paceline-cli: reads the arguments, runs one verb, returns the exit state.
int run(int argc, char **argv);

} // namespace paceline::cli
