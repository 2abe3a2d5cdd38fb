// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/history/columncodec.h"
#include "backends/history/runtables.h"
#include "backends/history/savedrun.h"
#include "backends/history/sqlite.h"
#include "backends/store/snapshot.h"

#include <map>

namespace paceline {

/// Writes growing runs: of each snapshot only what differs from the one before. New records of the last chunk go into
/// the journal, a chunk that is full is folded into its columns. Each save is one transaction. Of
/// several programs that watch the same job one writes its run, until it is released, ends or falls silent.
/// Errors everywhere: as Sqlite; a save that failed left everything as it was and is made good by the next one.
class RunWriter
{
public:
    /// A claim that was not used for so long is free.
    static constexpr qint64 kClaimMs = 120'000;

    RunWriter(Sqlite &database, qint64 pid)
        : m_database(database)
        , m_pid(pid)
    {
    }

    enum class Outcome { Written, HeldByAnother };
    /// job holds a run and a place. token: one for each session of each program.
    Result<Outcome> save(const ClusterId &cluster, quint64 token, const JobSnapshot &job, qint64 nowMs);
    /// The run goes on from what was loaded.
    void goOn(quint64 token, const SavedRun &saved);
    /// The session no longer writes the run.
    Result<void> release(quint64 token, const RunKey &key);
    Result<void> correct(const RunKey &key, const QString &name, const QString &value);

private:
    struct Records
    {
        std::shared_ptr<const Run> run;
        std::size_t folded = 0; ///< this many chunks at the front are in points alone
    };
    struct WrittenFile
    {
        std::shared_ptr<const RunFileState> state;
        Records records;
    };
    struct Written
    {
        Records log;
        std::map<QString, WrittenFile> files; ///< by path
        qint64 revision = 0;
    };
    struct Target
    {
        qint64 id = 0, revision = 0;
        quint64 token = 0;
        bool isHeld = false; ///< by another session
    };
    using Slot = std::pair<RunKey, quint64>;

    Result<void> writeJob(const ClusterId &cluster, const JobSnapshot &job, qint64 nowMs);
    Result<Target> claim(const RunKey &key, quint64 token, qint64 nowMs);
    Result<void> writeRun(const Target &target, const JobSnapshot &job, Written &written, qint64 nowMs);
    Result<void> clear(qint64 run, const RunTables &tables);
    Result<void> writeRecords(qint64 run, const std::shared_ptr<const Run> &now, Records &written,
                              const RunTables &tables);
    Result<void> writeMetrics(qint64 run, const Run &now, const Run *before, const RunTables &tables);
    Result<void> writeChunks(qint64 run, const Run &now, Records &written, const RunTables &tables);
    struct ChunkAt
    {
        qint64 run;
        std::size_t number;
    };
    Result<void> fold(const ChunkAt &at, const RunChunk &chunk, const QStringList &metrics, const RunTables &tables);
    Result<void> writeFiles(qint64 run, const JobSnapshot &job, Written &written);
    Result<void> writeFile(qint64 run, const std::shared_ptr<const RunFileState> &state, WrittenFile &written);
    Result<qint64> writeFileRow(qint64 run, const RunFileState &state);
    Result<void> writePlace(qint64 run, const JobSnapshot &job);

    Sqlite &m_database;
    ColumnCodec m_codec;
    qint64 m_pid;
    std::map<Slot, Written> m_written;
};

} // namespace paceline
