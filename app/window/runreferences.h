// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/clusterdata.h"
#include "widgets/pages/curvespage.h"

namespace paceline {

/// The runs that may stand behind a job's: jobs of the same name that this session has read, the newest first. Runs of
/// earlier days come from the history, and belong in front of these.
std::vector<RunReference> sessionReferences(const ClusterData &data, JobId job);

} // namespace paceline
