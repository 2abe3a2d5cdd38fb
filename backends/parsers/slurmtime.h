// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QByteArrayView>
#include <optional>

namespace paceline {

/// UTC seconds printed with SLURM_TIME_FORMAT=%s. Absent for 0, words (N/A, NONE, Unknown) and for local time without a
/// zone.
std::optional<qint64> parseEpochSeconds(QByteArrayView text);

/// "[D-]HH:MM:SS", "MM:SS" or "MM:SS.mmm" in seconds. Absent for words and for the rubbish of a step without samples
/// (over 100 years).
std::optional<double> parseSlurmDuration(QByteArrayView text);

/// A time limit of squeue, scontrol or sacct. UNLIMITED is Unlimited; Partition_Limit, INVALID, NOT_SET and other words
/// are Unknown. Seconds are rounded up to minutes.
TimeLimit parseTimeLimit(QByteArrayView text);

} // namespace paceline
