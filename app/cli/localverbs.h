// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/scaling.h"

#include <QString>

namespace paceline::cli {

/// `parse KIND FILE`: what Paceline makes of one captured output. Returns the exit state.
int parseFile(const QString &kind, const QString &file, const QString &squeueFormat);
QStringList parseKinds();

struct LogOptions
{
    QStringList paths; ///< files, folders or "-"
    QString format;    ///< empty: whatever matches
    bool explain = false;
    QString patterns; ///< a file of them beside the user's own
    bool ownPatterns = true;
    bool points = false; ///< of event files: every one, not the curve's ends alone
};

/// `log PATH...`: the records of training logs. Returns the exit state.
int readLogs(const LogOptions &options);

/// `scaling FILE`: the laws of a table of throughput, one object for each series. Returns the exit state.
int printScaling(const QString &path, const ScalingQuery &query);

} // namespace paceline::cli
