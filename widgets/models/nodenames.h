// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace paceline {

/// Runs of digits compare as numbers: n2 before n10. Negative, 0 or positive.
int compareNaturally(QStringView a, QStringView b);

/// Positions 0 to names.size() - 1 in the natural order of the names. Names that come in order, as Slurm prints them,
/// cost one pass.
std::vector<int> naturalOrder(const std::vector<QStringView> &names);

/// What the names of nodes tell about where they stand.
struct NameGroups
{
    QStringList titles;  ///< in natural order
    std::vector<int> of; ///< for each name its title
};

/// Groups by the part of the name before the node's own number, where numbers tell a rack ("r12n03" is in "r12",
/// "cab3-n4" in "cab3", "x1000c0s1b0n0" in "x1000"); names with one number ("nid001234", "gpu007") by tens, or by
/// larger round numbers where that would make more than 50 groups: "gpu001–010". A number that is the same in all
/// names, as of a model in "dgx-a100-01", tells nothing. Only the name up to its first point counts.
NameGroups groupByName(const std::vector<QStringView> &names);

} // namespace paceline
