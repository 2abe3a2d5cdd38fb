// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

namespace paceline::cli {

/// The logs under a folder, found by their names; everything in the order of names.
struct LogFolder
{
    /// Event files and .wandb files by the folder they lie in ("." for the one that was asked for): one run each.
    std::vector<std::pair<QString, QStringList>> runs;
    QStringList texts;
    bool isWhole = true; ///< false: it is deeper or larger than what is looked through
};

/// Looks eight folders deep and at 100,000 names at most, and follows no links.
LogFolder findLogs(const QString &folder);

} // namespace paceline::cli
