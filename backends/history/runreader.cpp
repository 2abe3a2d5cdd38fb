// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/runreader.h"

#include "backends/history/chunkcolumns.h"
#include "backends/history/memorybytes.h"

#include <algorithm>

namespace paceline {

namespace {

Error brokenRun(qint64 run)
{
    return {ErrorKind::Malformed, QStringLiteral("run %1 has a gap").arg(run)};
}

/// Notes the first thing that went wrong.
void note(Result<void> &outcome, Result<void> step)
{
    if (outcome && !step)
        outcome = std::move(step);
}

/// Of three columns: what is counted, how much of it a second, and in a step.
std::optional<RunSpeed> speedIn(const Sqlite::Row &row, int column)
{
    const auto perSecond = row.maybeReal(column + 1);
    if (!perSecond)
        return std::nullopt;
    return RunSpeed{row.text(column), *perSecond,
                    row.maybeReal(column + 2).value_or(std::numeric_limits<double>::quiet_NaN())};
}

} // namespace

Result<std::vector<SavedRunEntry>> RunReader::runs(const ClusterId &cluster)
{
    std::vector<SavedRunEntry> entries;
    const auto done = m_database.query(
        "SELECT j.job, j.name, j.user, j.state, r.path, r.format, j.submit_s, j.start_s, j.end_s, r.total_steps,"
        " r.records, j.finished, j.nodes, j.gpus, j.cpus, j.gpu_type, r.speed_metric, r.speed, r.speed_batch FROM runs "
        "r JOIN jobs j ON j.cluster = r.cluster AND j.job = r.job"
        " WHERE r.cluster = ? ORDER BY j.start_s DESC, j.job DESC",
        [&](const Sqlite::Row &row) {
            entries.push_back({.job = JobId{quint32(row.number(0))},
                               .name = row.text(1),
                               .user = row.text(2),
                               .state = row.text(3),
                               .path = row.text(4),
                               .format = row.text(5),
                               .submitS = row.maybeNumber(6),
                               .startS = row.maybeNumber(7),
                               .endS = row.maybeNumber(8),
                               .totalSteps = row.maybeNumber(9),
                               .records = row.number(10),
                               .isFinished = row.number(11) != 0,
                               .nodes = row.maybeNumber(12),
                               .gpus = row.maybeNumber(13),
                               .cpus = row.maybeNumber(14),
                               .gpuType = row.text(15),
                               .speed = speedIn(row, 16)});
        },
        cluster.value);
    if (!done)
        return tl::unexpected(done.error());
    return entries;
}

Result<std::optional<SavedRun>> RunReader::load(const RunKey &key)
{
    const auto transaction = SqliteTransaction::begin(m_database, SqliteTransaction::Kind::Read);
    if (!transaction)
        return tl::unexpected(transaction.error());
    std::optional<qint64> id;
    SavedRun saved{.key = key, .run = {}, .place = {}};
    RunParts parts;
    QByteArray memory;
    const auto found = m_database.query(
        "SELECT id, path, format, total_steps, total_epochs, memory, revision FROM runs WHERE cluster = ? AND job = ?",
        [&](const Sqlite::Row &row) {
            id = row.number(0);
            parts.path = row.text(1);
            parts.format = row.text(2);
            parts.totalSteps = row.maybeNumber(3);
            parts.totalEpochs = row.maybeReal(4);
            memory = row.bytes(5).toByteArray();
            saved.revision = row.number(6);
        },
        key.cluster.value, key.job.number);
    if (!found)
        return tl::unexpected(found.error());
    if (!id)
        return std::optional<SavedRun>();
    auto known = unpackMemory(m_codec, memory);
    if (!known)
        return tl::unexpected(known.error());
    parts.memory = std::move(*known);
    Result<void> read = readRecords(*id, parts, kLogTables);
    if (read)
        read = readFiles(*id, saved);
    if (!read)
        return tl::unexpected(read.error());
    auto place = readPlace(*id);
    if (!place)
        return tl::unexpected(place.error());
    saved.run = RunBuilder::assemble(std::move(parts));
    saved.place = std::move(*place);
    return saved;
}

Result<std::optional<SavedRun>> RunReader::lastFinished(const ClusterId &cluster, const QString &name,
                                                        const QString &user, JobId except, qint64 nowMs)
{
    std::optional<JobId> job;
    const auto done = m_database.query(
        "SELECT j.job FROM jobs j JOIN runs r ON j.cluster = r.cluster AND j.job = r.job"
        " WHERE j.cluster = ? AND j.user = ? AND j.name = ? AND j.job <> ? AND r.records > 0"
        " AND (j.finished OR j.end_s < ?) ORDER BY j.start_s DESC, j.job DESC LIMIT 1",
        [&](const Sqlite::Row &row) { job = JobId{quint32(row.number(0))}; }, cluster.value, user, name, except.number,
        nowMs / 1000);
    if (!done)
        return tl::unexpected(done.error());
    return job ? load({cluster, *job}) : std::optional<SavedRun>();
}

Result<QMap<QString, QString>> RunReader::corrections(const RunKey &key)
{
    QMap<QString, QString> all;
    const auto done = m_database.query(
        "SELECT key, value FROM corrections WHERE cluster = ? AND job = ?",
        [&](const Sqlite::Row &row) { all.insert(row.text(0), row.text(1)); }, key.cluster.value, key.job.number);
    if (!done)
        return tl::unexpected(done.error());
    return all;
}

Result<void> RunReader::readRecords(qint64 run, RunParts &parts, const RunTables &tables)
{
    Result<void> read = readMetrics(run, parts, tables);
    if (read)
        read = readPoints(run, parts, tables);
    return read ? readJournal(run, parts, tables) : read;
}

/// The files beside the log, each with its own records.
Result<void> RunReader::readFiles(qint64 run, SavedRun &saved)
{
    struct Row
    {
        qint64 id;
        RunFileState state;
        QByteArray memory;
    };
    std::vector<Row> rows;
    Result<void> outcome = m_database.query(
        "SELECT id, path, kind, reason, state, format, label, size, read_to, damaged, memory, inode, device, offset,"
        " line, segment, known, reader, time_ms FROM beside WHERE run = ? ORDER BY path",
        [&](const Sqlite::Row &row) {
            Row read{row.number(0), {}, row.bytes(10).toByteArray()};
            RunFile &file = read.state.file;
            file.path = row.text(1);
            file.kind = RunFile::Kind(std::clamp<qint64>(row.number(2), 0, qint64(RunFile::Kind::Text)));
            file.reason = RunFile::Reason(std::clamp<qint64>(row.number(3), 0, qint64(RunFile::Reason::Beside)));
            file.state = RunFile::State(std::clamp<qint64>(row.number(4), 0, qint64(RunFile::State::SwitchedOff)));
            file.format = row.text(5);
            read.state.label = row.text(6);
            file.size = row.number(7);
            file.readTo = row.number(8);
            file.damaged = row.number(9);
            if (!row.isNull(13))
                read.state.place = LogPlace{.inode = quint64(row.number(11)),
                                            .device = quint64(row.number(12)),
                                            .offset = row.number(13),
                                            .line = row.number(14),
                                            .segment = int(row.number(15)),
                                            .known = row.bytes(16).toByteArray(),
                                            .state = row.bytes(17).toByteArray(),
                                            .timeMs = row.number(18)};
            rows.push_back(std::move(read));
        },
        run);
    for (Row &row : rows) {
        RunParts parts;
        parts.path = row.state.file.path;
        parts.format = row.state.file.format;
        auto memory = unpackMemory(m_codec, row.memory);
        if (!memory)
            return tl::unexpected(memory.error());
        parts.memory = std::move(*memory);
        note(outcome, readRecords(row.id, parts, kFileTables));
        if (!outcome)
            return outcome;
        if (!parts.chunks.empty())
            row.state.run = RunBuilder::assemble(std::move(parts));
        saved.files.push_back(std::make_shared<const RunFileState>(std::move(row.state)));
    }
    return outcome;
}

Result<void> RunReader::readMetrics(qint64 run, RunParts &parts, const RunTables &tables)
{
    bool isWhole = true;
    const auto done = m_database.query(
        tables.metrics,
        [&](const Sqlite::Row &row) {
            isWhole = isWhole && row.number(0) == parts.metrics.size();
            parts.metrics.append(row.text(1));
            if (!row.isNull(2))
                parts.units.insert(row.text(1), row.text(2));
        },
        run);
    return done && !isWhole ? tl::unexpected(brokenRun(run)) : done;
}

Result<void> RunReader::readPoints(qint64 run, RunParts &parts, const RunTables &tables)
{
    Result<void> outcome;
    const auto done = m_database.query(
        tables.points,
        [&](const Sqlite::Row &row) {
            const auto chunk = std::size_t(row.number(0));
            if (chunk == parts.chunks.size())
                parts.chunks.push_back(std::make_shared<RunChunk>());
            if (chunk + 1 == parts.chunks.size())
                note(outcome,
                     unpackColumn(m_codec, int(row.number(1)), row.bytes(2), parts.metrics, *parts.chunks[chunk]));
            else
                note(outcome, tl::unexpected(brokenRun(run)));
        },
        run);
    if (!done)
        return done;
    for (const auto &chunk : parts.chunks)
        note(outcome, squareUp(*chunk));
    return outcome;
}

Result<void> RunReader::readJournal(qint64 run, RunParts &parts, const RunTables &tables)
{
    Result<void> outcome;
    const auto done = m_database.query(
        tables.journal,
        [&](const Sqlite::Row &row) {
            const auto chunk = std::size_t(row.number(0));
            if (chunk == parts.chunks.size())
                parts.chunks.push_back(std::make_shared<RunChunk>());
            if (chunk + 1 == parts.chunks.size() && std::size_t(row.number(1)) == parts.chunks[chunk]->size())
                note(outcome, unpackRecords(m_codec, row.bytes(2), parts.metrics, *parts.chunks[chunk]));
            else
                note(outcome, tl::unexpected(brokenRun(run)));
        },
        run);
    return done ? outcome : done;
}

Result<LogPlace> RunReader::readPlace(qint64 run)
{
    std::optional<LogPlace> place;
    const auto done = m_database.query(
        "SELECT inode, device, offset, line, segment, known, state, time_ms FROM files WHERE run = ?",
        [&](const Sqlite::Row &row) {
            place = LogPlace{.inode = quint64(row.number(0)),
                             .device = quint64(row.number(1)),
                             .offset = row.number(2),
                             .line = row.number(3),
                             .segment = int(row.number(4)),
                             .known = row.bytes(5).toByteArray(),
                             .state = row.bytes(6).toByteArray(),
                             .timeMs = row.number(7)};
        },
        run);
    if (!done)
        return tl::unexpected(done.error());
    if (!place)
        return tl::unexpected(brokenRun(run));
    return *place;
}

} // namespace paceline
