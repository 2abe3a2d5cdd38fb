// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace paceline {

/// The pages of a cluster that are there without a job or a node.
enum class ClusterPage { Overview, Map, Scaling, Baselines };

struct ClusterPageEntry
{
    ClusterPage page;
    const char *key, *title; ///< title: in the context paceline::MainWindow
};
/// As the sidebar lists them.
inline constexpr ClusterPageEntry kClusterPages[] = {
    {ClusterPage::Overview, "overview", QT_TRANSLATE_NOOP("paceline::MainWindow", "Overview")},
    {ClusterPage::Map, "clustermap", QT_TRANSLATE_NOOP("paceline::MainWindow", "Cluster map")},
    {ClusterPage::Scaling, "scaling", QT_TRANSLATE_NOOP("paceline::MainWindow", "Scaling")},
    {ClusterPage::Baselines, "baselines", QT_TRANSLATE_NOOP("paceline::MainWindow", "Baselines")},
};

} // namespace paceline
