// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>

namespace paceline {

/// What `srun --overlap --jobid=J` meant by ending: its exit status and what it wrote to stderr. The detail is Slurm's
/// own line. Kinds: Refused (another user's job, site rules), JobEnded (over, pending, requeued, or the step was
/// cancelled), ControllerDown, NoSlurm (no srun), Unsupported (an option that this version lacks), NotFound (no such
/// job), Internal for anything else. Source: fixtures/srun.
Error srunFailure(int exitStatus, const QByteArray &err);

} // namespace paceline
