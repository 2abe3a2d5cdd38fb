// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"
#include "widgets/models/nodelook.h"
#include "widgets/theme.h"

#include <QStringList>
#include <memory>
#include <utility>
#include <vector>

namespace paceline {

/// The answer on top of the cluster map.
struct ClusterAnswer
{
    Mood mood = Mood::Idle;
    QString headline; ///< "38 of 1 024 nodes free, 4 down or drained, 12 % of allocated nodes idle by load"
    QString detail;   ///< free GPUs, and which nodes are out and why
};

/// Attention from one node in twenty out of service, or one allocated node in five idle by load.
ClusterAnswer answerOf(const NodeTally &tally, const NodeList &nodes);

/// One word for a choice: "State", "CPU load".
QString quantityName(NodeQuantity quantity);
/// What the scale means, and from where it comes, for a tool tip.
QString quantityMeaning(NodeQuantity quantity);
/// Why it cannot be shown; empty for None.
QString lackText(QuantityLack lack, NodeQuantity quantity);
/// The ends of the scale, its brown end first.
std::pair<QString, QString> scaleEnds(NodeQuantity quantity);

/// A node in words, for the card beside the mouse.
struct NodeFacts
{
    QString title;
    Mood mood = Mood::Idle;
    QString state; ///< in words with the reason
    std::vector<std::pair<QString, QString>> rows;
    QString source; ///< "scontrol show nodes, 12 s ago"
};

using JobPointers = std::vector<std::shared_ptr<const Job>>;
/// jobs: those on the node; null: the queue is not known. Ages in ms.
NodeFacts factsOf(const Node &node, const JobPointers *jobs, qint64 ageMs);
/// The facts as lines of text, for tools that read the screen.
QString plainText(const NodeFacts &facts);

/// The one line that fits beside a cell: GPUs and CPUs in use, load.
QString tileText(const Node &node);

/// Commands for the clipboard; a name with anything unusual in it is quoted for a shell.
QString showNodeCommand(const NodeName &name);
/// Drains nothing by itself: the reason is left to be filled in, and Slurm wants one.
QString drainNodeCommand(const NodeName &name);

} // namespace paceline
