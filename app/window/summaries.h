// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/sidebar.h"

namespace paceline {

class ClusterView;

/// What the side bar and the title say of a cluster and its jobs, in words.
SidebarCluster summarizeCluster(const ClusterId &id, const ClusterView &view);
/// The jobs with an open page and those that are watched, in that order.
std::vector<SidebarJob> summarizeJobs(const ClusterId &id, const ClusterView &view);
QString windowTitleOf(const ClusterView &view);

} // namespace paceline
