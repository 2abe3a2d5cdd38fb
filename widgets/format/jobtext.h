// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"
#include "backends/domain/node.h"

#include <QString>

namespace paceline {

/// "running", "waiting", "out of memory" ...
QString stateText(JobState state);
/// As above, with what the flags add: "starting", "completing", "requeued, waits". A word that we do not know is shown
/// as Slurm prints it.
QString stateText(const Job &job);
/// Slurm's reason in plain words, for example "Resources" -> "waits for free nodes"; a reason that we do not know is
/// passed through. Empty for no reason.
QString reasonText(const QString &reason);
/// "1:0" -> "exit code 1", "0:9" -> "killed by signal 9 (KILL)", "0:0" -> "exit code 0". What is not so written is
/// passed through.
QString exitText(const QString &exitCode);
/// "free", "partly used", "drained" ... with the reason that an administrator gave.
QString nodeStateText(const Node &node);

} // namespace paceline
