// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArrayView>
#include <QString>
#include <optional>

namespace paceline {

/// True for the words by which Slurm says "nothing": "", "(null)", "N/A", "n/a", "None", "NONE", "Unknown", "None
/// assigned".
bool isSlurmNothing(QByteArrayView text);

/// The text as UTF-8, or empty where it says nothing.
QString slurmText(QByteArrayView text);

/// A count as Slurm prints it: "64", "1K" (1024), "1.50K", and the lower end of "1-4". Absent when it is no number.
std::optional<qint64> parseSlurmCount(QByteArrayView text);

/// Memory in MiB: "200G", "3800M", "1875G", "512K", "4120000" (no letter: MiB); a trailing c or n of sacct's ReqMem is
/// ignored.
std::optional<qint64> parseSlurmMemoryMiB(QByteArrayView text);

/// What a Slurm command's failure means: ControllerDown, NoSlurm (127, "command not found"), NotFound (invalid job id),
/// PermissionDenied, else Refused. detail is the first lines of err.
Error slurmFailure(int exitStatus, QByteArrayView err);

} // namespace paceline
