// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/columncodec.h"
#include "backends/history/runtables.h"
#include "backends/history/savedrun.h"
#include "backends/history/sqlite.h"

namespace paceline {

/// Reads what was saved. Errors everywhere: as Sqlite, and Malformed for a run that cannot be put together.
class RunReader
{
public:
    explicit RunReader(Sqlite &database)
        : m_database(database)
    {
    }

    /// All runs of a cluster, newest first.
    Result<std::vector<SavedRunEntry>> runs(const ClusterId &cluster);
    /// Empty where none was saved.
    Result<std::optional<SavedRun>> load(const RunKey &key);
    /// The newest run of a finished job with this name and user, but for one job; empty where there is none. A job that
    /// was not seen to its end counts as finished once it must have reached its limit.
    Result<std::optional<SavedRun>> lastFinished(const ClusterId &cluster, const QString &name, const QString &user,
                                                 JobId except, qint64 nowMs);
    /// What the user corrected about a job's run: key -> value.
    Result<QMap<QString, QString>> corrections(const RunKey &key);

private:
    /// Of a log or a file: metrics and records.
    Result<void> readRecords(qint64 run, RunParts &parts, const RunTables &tables);
    Result<void> readMetrics(qint64 run, RunParts &parts, const RunTables &tables);
    Result<void> readPoints(qint64 run, RunParts &parts, const RunTables &tables);
    Result<void> readJournal(qint64 run, RunParts &parts, const RunTables &tables);
    Result<void> readFiles(qint64 run, SavedRun &saved);
    Result<LogPlace> readPlace(qint64 run);

    Sqlite &m_database;
    ColumnCodec m_codec;
};

} // namespace paceline
