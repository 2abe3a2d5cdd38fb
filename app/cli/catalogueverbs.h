// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace paceline::cli {

/// Adds the verbs `baselines` and `mlperf`. Chosen becomes what to do when it is asked for; it returns the exit state.
void addCatalogueVerbs(CLI::App &app, std::function<int()> *chosen);

} // namespace paceline::cli
