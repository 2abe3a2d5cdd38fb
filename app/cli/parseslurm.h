// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/fileparser.h"

namespace paceline::cli {

/// The kinds of `parse` that are about jobs and nodes of Slurm: squeue, scontrol-job, scontrol-node, sacct.
const QMap<QString, FileParser> &slurmParsers();

} // namespace paceline::cli
