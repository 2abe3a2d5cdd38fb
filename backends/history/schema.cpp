// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <array>

namespace paceline {

namespace {

constexpr int kPatienceMs = 5000;

/// Step i makes version i + 1 of version i. A step that was released is never changed: what is new gets a new one.
constexpr std::array kSteps = {
    R"(
CREATE TABLE jobs (
    cluster TEXT NOT NULL, job INTEGER NOT NULL, name TEXT, user TEXT,
    submit_s INTEGER, start_s INTEGER, end_s INTEGER, nodes INTEGER, gpus INTEGER,
    state TEXT, finished INTEGER NOT NULL DEFAULT 0, seen_ms INTEGER NOT NULL,
    PRIMARY KEY (cluster, job)) WITHOUT ROWID;
CREATE INDEX jobs_by_name ON jobs (cluster, user, name, start_s);
-- writer, writer_pid, claimed_ms: who writes it at present; revision: counts what was written.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, cluster TEXT NOT NULL, job INTEGER NOT NULL, path TEXT, format TEXT,
    total_steps INTEGER, total_epochs REAL, records INTEGER NOT NULL DEFAULT 0, memory BLOB,
    writer INTEGER NOT NULL, writer_pid INTEGER NOT NULL, claimed_ms INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    UNIQUE (cluster, job), FOREIGN KEY (cluster, job) REFERENCES jobs (cluster, job) ON DELETE CASCADE);
CREATE TABLE metrics (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
    unit TEXT, PRIMARY KEY (run, number)) WITHOUT ROWID;
CREATE TABLE files (
    run INTEGER PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE, path TEXT, inode INTEGER NOT NULL,
    device INTEGER NOT NULL, offset INTEGER NOT NULL, line INTEGER NOT NULL, segment INTEGER NOT NULL,
    known BLOB, state BLOB, time_ms INTEGER NOT NULL);
-- One column of a chunk of a run: the metric's number, or below 0 as ChunkColumn says.
CREATE TABLE points (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    chunk INTEGER NOT NULL, col INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX points_by_place ON points (run, chunk, col);
-- Records behind those in points: all columns of some records of a chunk.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    chunk INTEGER NOT NULL, first INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX journal_by_place ON journal (run, chunk, first);
CREATE TABLE corrections (
    cluster TEXT NOT NULL, job INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (cluster, job, key)) WITHOUT ROWID;
)",
    R"(
-- A file beside the log of a run, and where it was read to: no offset where no reader can go on.
CREATE TABLE beside (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE, path TEXT NOT NULL,
    kind INTEGER NOT NULL, reason INTEGER NOT NULL, state INTEGER NOT NULL, format TEXT, label TEXT,
    size INTEGER NOT NULL, read_to INTEGER NOT NULL, damaged INTEGER NOT NULL, memory BLOB,
    inode INTEGER, device INTEGER, offset INTEGER, line INTEGER, segment INTEGER, known BLOB, reader BLOB,
    time_ms INTEGER, UNIQUE (run, path));
-- Its records, as those of the log.
CREATE TABLE beside_metrics (
    run INTEGER NOT NULL REFERENCES beside (id) ON DELETE CASCADE, number INTEGER NOT NULL, name TEXT NOT NULL,
    unit TEXT, PRIMARY KEY (run, number)) WITHOUT ROWID;
CREATE TABLE beside_points (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES beside (id) ON DELETE CASCADE,
    chunk INTEGER NOT NULL, col INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX beside_points_by_place ON beside_points (run, chunk, col);
CREATE TABLE beside_journal (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES beside (id) ON DELETE CASCADE,
    chunk INTEGER NOT NULL, first INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX beside_journal_by_place ON beside_journal (run, chunk, first);
)",
    R"(
-- What a run needs to stand in a line of runs at several scales.
ALTER TABLE jobs ADD COLUMN cpus INTEGER;
ALTER TABLE jobs ADD COLUMN gpu_type TEXT;
ALTER TABLE runs ADD COLUMN speed_metric TEXT;
ALTER TABLE runs ADD COLUMN speed REAL;
ALTER TABLE runs ADD COLUMN speed_batch REAL;
)",
};

Result<int> versionOf(Sqlite &database)
{
    int version = 0;
    const auto read =
        database.query("PRAGMA user_version", [&](const Sqlite::Row &row) { version = int(row.number(0)); });
    if (!read)
        return tl::unexpected(read.error());
    if (version > historySchemaVersion() || version < 0)
        return failure(
            ErrorKind::Unsupported,
            QStringLiteral("history of version %1, this program knows %2").arg(version).arg(historySchemaVersion()));
    return version;
}

Result<void> migrate(Sqlite &database)
{
    auto transaction = SqliteTransaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Another program may have been faster.
    const auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    for (std::size_t step = std::size_t(*version); step < kSteps.size(); ++step) {
        if (auto done = database.script(kSteps[step]); !done)
            return done;
    }
    if (auto done = database.script("PRAGMA user_version = " + QByteArray::number(historySchemaVersion())); !done)
        return done;
    return transaction->commit();
}

} // namespace

int historySchemaVersion()
{
    return int(kSteps.size());
}

Result<Sqlite> openHistory(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::PermissionDenied, folder);
    if (isNew)
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    // SQLite refuses at once, without its patience, where another program opens a new database while this one turns it
    // to WAL. Without the lock (a folder that is not to be written) that may happen, and nothing else.
    QLockFile lock(path + QStringLiteral(".lock"));
    (void)lock.tryLock(kPatienceMs);
    auto database = Sqlite::open(path);
    if (!database)
        return database;
    const auto version = versionOf(*database);
    if (!version)
        return tl::unexpected(version.error());
    // NORMAL: a kill loses nothing, a power cut what came after the last checkpoint.
    const auto set =
        database->script("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                         "PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 256;"
                         "PRAGMA journal_size_limit = 8388608;");
    if (!set)
        return tl::unexpected(set.error());
    if (*version < historySchemaVersion()) {
        if (auto done = migrate(*database); !done)
            return tl::unexpected(done.error());
    }
    return database;
}

} // namespace paceline
