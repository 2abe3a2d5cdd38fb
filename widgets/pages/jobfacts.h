// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/verdict.h"
#include "backends/store/snapshot.h"
#include "widgets/pages/factsdrawer.h"
#include "widgets/plots/plotpane.h"

namespace paceline {

/// The line under the verdict: "running 3 h 20 min of 12 h · gpu partition · 8 nodes, 64 × a100 · step 30 210 of 56
/// 300".
QString factsLine(const Job &job, const JobSnapshot *snapshot, qint64 nowMs);
/// Everything worth copying about a job, with what the verdict rests on first.
FactsDrawer::Facts jobFacts(const Job &job, const JobSnapshot *snapshot, const Verdict &verdict, qint64 nowMs);
/// Commands that show in a terminal what the page shows.
QList<CopyCommand> jobCommands(const Job &job, const JobSnapshot *snapshot);

} // namespace paceline
