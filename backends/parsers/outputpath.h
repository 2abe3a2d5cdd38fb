// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QString>

namespace paceline {

/// The file that a job's StdOut or StdErr means, absolute, or empty where there is none (an empty pattern, a directory,
/// no job folder). Replaces what scontrol left of sbatch's pattern (%% %A %a %J %j %N %n %s %t %u %x %b, with widths
/// such as %4j; man sbatch, "filename pattern"), puts the task in the place of 4294967294, and the job's folder before
/// a relative path. Slurm from 25.05 on prints the expanded path: then only the folder is added.
QString expandOutputPath(const QString &pattern, const JobDetail &detail, const QString &slurmVersion = {});

} // namespace paceline
