// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/clusterdata.h"
#include "app/window/lastruns.h"
#include "widgets/pages/curvespage.h"

namespace paceline {

/// The runs that may stand behind a job's: jobs of the same name that this session has read, the newest first; in front
/// of them the last finished one, where only the history knows it.
std::vector<RunReference> runReferences(const ClusterData &data, JobId job, const LastRuns::Last &last);

} // namespace paceline
