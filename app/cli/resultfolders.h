// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

namespace paceline::cli {

/// The logs of one entry of MLPerf: the runs of one benchmark on one system.
struct ResultFolder
{
    QString path;
    QStringList logs; ///< whole paths, by name
};

/// The folders at or below path that hold result_*.txt; where none does, those that hold other logs (.txt, .log, .out).
/// Folders below one with results are other matter (power, profiles) and left out, and links are not followed.
std::vector<ResultFolder> findResultFolders(const QString &path);

} // namespace paceline::cli
