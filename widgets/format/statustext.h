// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/domain/connection.h"

#include <QString>

namespace paceline {

/// One step of reaching a host, as an activity: "Asking for the address", "Checking the host key".
QString loginStepText(LoginStep step);
/// The state of a connection in words: "Connected to juniper", "Reconnecting to juniper, next try in 8 s", "Reconnect
/// needs a code".
QString connectionText(const ConnectionState &state, const QString &host, qint64 nowMs);
/// "2 requests/min · 14 kB/s · 0.1 % of a login core".
QString observerText(const ObserverCost &cost);
/// How a job's counters are read: "one step of ours on all nodes", "sstat" ... (the rungs of the ladder).
QString rungText(ProbeRung rung);
/// The rung, the phase and why not better, in one line; empty when all is well.
QString probeText(const ProbeStatus &status);
/// What a problem concerns: "The queue", "The log" ...
QString subjectText(Problem::Subject subject);

} // namespace paceline
