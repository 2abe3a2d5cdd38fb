// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/job.h"

#include <QByteArrayView>
#include <vector>

namespace paceline {

/// The jobs of one `scontrol show job [-d] [-o]` answer (an array or a heterogeneous job gives several). Times as
/// SLURM_TIME_FORMAT=%s prints them; else they stay in JobDetail::fields alone. Values that people choose are ended
/// only by the keys that can follow them. stdoutPath and stderrPath are as printed; see expandOutputPath. Errors:
/// Malformed (no job in the text), NotFound ("No jobs in the system").
Result<std::vector<JobDetail>> parseScontrolJobs(QByteArrayView text);

} // namespace paceline
