// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/fileparser.h"

namespace paceline::cli {

/// The kinds of `parse` that are tables of Slurm commands: sinfo, sprio, sstat.
const QMap<QString, FileParser> &tableParsers();

/// What squeue, scontrol, sacct and sinfo print with --json, whichever it is.
int parseJsonFile(const CapturedFile &file);

} // namespace paceline::cli
