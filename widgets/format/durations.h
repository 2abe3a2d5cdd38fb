// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QString>

namespace paceline {

/// Two units at most: "840 ms", "12 s", "12 min 30 s", "3 h 20 min", "2 d 4 h". Negative spans are written with a
/// minus. A number and its unit are joined by a no-break space.
QString formatDuration(qint64 ms);
/// "2 s ago", "3 h 20 min ago"; below one second and in the future "now".
QString formatAge(qint64 ms);
/// "12 h", "no limit", or "–" when it is not known.
QString formatTimeLimit(const TimeLimit &limit);
/// Slurm's clock: "12:05", "3:20:15", "2-04:10:00".
QString formatSlurmClock(qint64 seconds);
/// A moment in local time as short as it is clear: "14:02" today, "Tue 14:02" within six days, else "24 Nov 14:02" or
/// with the year.
QString formatMoment(qint64 timeMs, qint64 nowMs);

} // namespace paceline
