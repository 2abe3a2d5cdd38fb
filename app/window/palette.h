// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialogs/commandpalette.h"

namespace paceline {

class ClusterView;

enum class PaletteAction {
    Connect,
    Overview,
    Map,
    Scaling,
    Baselines,
    SaveBaseline,
    Curves,
    Patterns,
    Refresh,
    Theme,
    FullScreen,
    Help
};

/// Actions (their key is the action's number), and the jobs and nodes of the cluster in front. view may be null.
std::vector<PaletteEntry> paletteEntries(const ClusterView *view);

} // namespace paceline
