// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/history/runwriter.h"

#include "backends/analysis/runspeed.h"
#include "backends/history/chunkcolumns.h"
#include "backends/history/memorybytes.h"

#include <cerrno>
#include <cmath>
#include <csignal>

namespace paceline {

namespace {

bool isAlive(qint64 pid)
{
    return ::kill(pid_t(pid), 0) == 0 || errno == EPERM;
}

/// Whether now holds what before held, and perhaps more.
bool isLonger(const Run &now, const Run &before)
{
    return now.chunks().size() >= before.chunks().size() && now.metrics().size() >= before.metrics().size() &&
           now.metrics().first(before.metrics().size()) == before.metrics();
}

} // namespace

Result<RunWriter::Outcome> RunWriter::save(const ClusterId &cluster, quint64 token, const JobSnapshot &job,
                                           qint64 nowMs)
{
    const RunKey key{cluster, job.job};
    Written &known = m_written[{key, token}];
    auto transaction = SqliteTransaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto done = writeJob(cluster, job, nowMs); !done)
        return tl::unexpected(done.error());
    const auto target = claim(key, token, nowMs);
    if (!target)
        return tl::unexpected(target.error());
    if (target->isHeld)
        return Outcome::HeldByAnother;
    // What another program wrote meanwhile is replaced as a whole.
    const bool isOurs = known.log.run && known.revision == target->revision && isLonger(*job.logRun, *known.log.run);
    Written written = isOurs ? known : Written{};
    Result<void> done = isOurs ? Result<void>() : clear(target->id, kLogTables);
    if (done && !isOurs)
        done = m_database.run("DELETE FROM beside WHERE run = ?", target->id);
    if (done)
        done = writeRun(*target, job, written, nowMs);
    if (done)
        done = transaction->commit();
    if (!done)
        return tl::unexpected(done.error());
    known = std::move(written);
    return Outcome::Written;
}

void RunWriter::goOn(quint64 token, const SavedRun &saved)
{
    // How much of it stands in the journal is not known: the last chunk is folded when it is full.
    const auto recordsOf = [](const std::shared_ptr<const Run> &run) {
        const std::size_t chunks = run ? run->chunks().size() : 0;
        return Records{run, chunks > 0 ? chunks - 1 : 0};
    };
    Written written{recordsOf(saved.run), {}, saved.revision};
    for (const auto &state : saved.files)
        written.files[state->file.path] = {state, recordsOf(state->run)};
    m_written[{saved.key, token}] = std::move(written);
}

Result<void> RunWriter::release(quint64 token, const RunKey &key)
{
    m_written.erase({key, token});
    return m_database.run("UPDATE runs SET claimed_ms = 0 WHERE cluster = ? AND job = ? AND writer = ?",
                          key.cluster.value, key.job.number, token);
}

Result<void> RunWriter::correct(const RunKey &key, const QString &name, const QString &value)
{
    return m_database.run("INSERT INTO corrections (cluster, job, key, value) VALUES (?, ?, ?, ?)"
                          " ON CONFLICT DO UPDATE SET value = excluded.value",
                          key.cluster.value, key.job.number, name, value);
}

Result<void> RunWriter::writeJob(const ClusterId &cluster, const JobSnapshot &snapshot, qint64 nowMs)
{
    if (!snapshot.detail)
        return m_database.run("INSERT INTO jobs (cluster, job, seen_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                              cluster.value, snapshot.job.number, nowMs);
    const Job &job = snapshot.detail->job;
    return m_database.run(
        "INSERT INTO jobs (cluster, job, name, user, submit_s, start_s, end_s, nodes, gpus, state, finished, seen_ms,"
        " cpus, gpu_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = "
        "excluded.name,"
        " user = excluded.user, submit_s = excluded.submit_s, start_s = excluded.start_s, end_s = excluded.end_s,"
        " nodes = excluded.nodes, gpus = excluded.gpus, state = excluded.state, finished = excluded.finished,"
        " seen_ms = excluded.seen_ms, cpus = excluded.cpus, gpu_type = excluded.gpu_type",
        cluster.value, snapshot.job.number, job.name, job.user, job.submitS, job.startS, job.endS, job.numNodes,
        job.gpus, job.stateText, isFinished(job.state), nowMs, job.numCpus,
        job.gpuTypes.size() == 1 ? job.gpuTypes.firstKey() : QString());
}

Result<RunWriter::Target> RunWriter::claim(const RunKey &key, quint64 token, qint64 nowMs)
{
    Target target{.token = token};
    const auto found = m_database.query(
        "SELECT id, revision, writer, writer_pid, claimed_ms FROM runs WHERE cluster = ? AND job = ?",
        [&](const Sqlite::Row &row) {
            target.id = row.number(0);
            target.revision = row.number(1);
            const qint64 ageMs = nowMs - row.number(4);
            target.isHeld = quint64(row.number(2)) != token && qAbs(ageMs) < kClaimMs && isAlive(row.number(3));
        },
        key.cluster.value, key.job.number);
    if (!found)
        return tl::unexpected(found.error());
    if (target.id != 0)
        return target;
    const auto made =
        m_database.run("INSERT INTO runs (cluster, job, writer, writer_pid, claimed_ms) VALUES (?, ?, ?, ?, ?)",
                       key.cluster.value, key.job.number, token, m_pid, nowMs);
    if (!made)
        return tl::unexpected(made.error());
    target.id = m_database.lastRowId();
    return target;
}

Result<void> RunWriter::clear(qint64 run, const RunTables &tables)
{
    for (const char *sql : {tables.clearPoints, tables.clearJournal, tables.clearMetrics}) {
        if (auto done = m_database.run(sql, run); !done)
            return done;
    }
    return {};
}

Result<void> RunWriter::writeRun(const Target &target, const JobSnapshot &job, Written &written, qint64 nowMs)
{
    Result<void> done = writeRecords(target.id, job.logRun, written.log, kLogTables);
    if (done)
        done = writePlace(target.id, job);
    if (done)
        done = writeFiles(target.id, job, written);
    if (!done)
        return done;
    written.revision = target.revision + 1;
    const Run &run = *job.logRun;
    const auto speed = speedOf(job.run ? *job.run : run);
    return m_database.run(
        "UPDATE runs SET path = ?, format = ?, total_steps = ?, total_epochs = ?, records = ?, memory = ?, writer = ?,"
        " writer_pid = ?, claimed_ms = ?, revision = ?, speed_metric = ?, speed = ?, speed_batch = ? WHERE id = ?",
        run.path(), run.format(), run.totalSteps(), run.totalEpochs(), run.size(), packMemory(m_codec, run.memory()),
        target.token, m_pid, nowMs, written.revision, speed ? speed->metric : QString(),
        speed ? std::optional(speed->perSecond) : std::nullopt,
        speed && !std::isnan(speed->batch) ? std::optional(speed->batch) : std::nullopt, target.id);
}

Result<void> RunWriter::writeRecords(qint64 run, const std::shared_ptr<const Run> &now, Records &written,
                                     const RunTables &tables)
{
    Result<void> done = writeMetrics(run, *now, written.run.get(), tables);
    if (done)
        done = writeChunks(run, *now, written, tables);
    if (done)
        written.run = now;
    return done;
}

Result<void> RunWriter::writeMetrics(qint64 run, const Run &now, const Run *before, const RunTables &tables)
{
    const QStringList metrics = now.metrics();
    for (qsizetype number = 0; number < metrics.size(); ++number) {
        const QString &name = metrics[number];
        const QString unit = now.unit(name);
        if (before && number < before->metrics().size() && before->unit(name) == unit)
            continue;
        const auto done =
            m_database.run(tables.putMetric, run, number, name, unit.isEmpty() ? std::nullopt : std::optional(unit));
        if (!done)
            return done;
    }
    return {};
}

Result<void> RunWriter::writeChunks(qint64 run, const Run &now, Records &written, const RunTables &tables)
{
    static const std::vector<std::shared_ptr<const RunChunk>> none;
    const auto &before = written.run ? written.run->chunks() : none;
    const auto &chunks = now.chunks();
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const RunChunk &chunk = *chunks[i];
        const RunChunk *old = i < before.size() ? before[i].get() : nullptr;
        const bool grows = i + 1 == chunks.size() && chunk.size() < RunChunk::kCapacity;
        const bool isFolded = i < written.folded;
        if (old == &chunk && (isFolded || grows))
            continue;
        const bool continues = old ? isContinued(*old, chunk) : true;
        const std::size_t first = old ? old->size() : 0;
        Result<void> done;
        if (continues && first == chunk.size() && (isFolded || grows))
            continue;
        if (continues && grows && !isFolded)
            done = m_database.run(tables.putJournal, run, i, first, packRecords(m_codec, chunk, first, now.metrics()));
        else
            done = fold({run, i}, chunk, now.metrics(), tables);
        if (!done)
            return done;
        if (!grows)
            written.folded = std::max(written.folded, i + 1);
    }
    return {};
}

Result<void> RunWriter::fold(const ChunkAt &at, const RunChunk &chunk, const QStringList &metrics,
                             const RunTables &tables)
{
    for (const char *sql : {tables.dropPoints, tables.dropJournal}) {
        if (auto done = m_database.run(sql, at.run, at.number); !done)
            return done;
    }
    for (const PackedColumn &column : packChunk(m_codec, chunk, 0, metrics)) {
        const auto done = m_database.run(tables.putPoint, at.run, at.number, column.column, column.bytes);
        if (!done)
            return done;
    }
    return {};
}

Result<void> RunWriter::writePlace(qint64 run, const JobSnapshot &job)
{
    const LogPlace &place = *job.place;
    return m_database.run(
        "INSERT OR REPLACE INTO files (run, path, inode, device, offset, line, segment, known, state, time_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        run, job.logRun->path(), place.inode, place.device, place.offset, place.line, place.segment, place.known,
        place.state, place.timeMs);
}

/// What is gone from the snapshot goes from the history.
Result<void> RunWriter::writeFiles(qint64 run, const JobSnapshot &job, Written &written)
{
    std::map<QString, WrittenFile> before = std::exchange(written.files, {});
    for (const auto &state : job.files) {
        WrittenFile &file = written.files[state->file.path] = before[state->file.path];
        before.erase(state->file.path);
        if (file.state == state)
            continue;
        if (auto done = writeFile(run, state, file); !done)
            return done;
    }
    for (const auto &[path, file] : before) {
        if (auto done = m_database.run("DELETE FROM beside WHERE run = ? AND path = ?", run, path); !done)
            return done;
    }
    return {};
}

Result<void> RunWriter::writeFile(qint64 run, const std::shared_ptr<const RunFileState> &state, WrittenFile &written)
{
    const auto id = writeFileRow(run, *state);
    if (!id)
        return tl::unexpected(id.error());
    Result<void> done;
    const bool isContinued = state->run && written.records.run && isLonger(*state->run, *written.records.run);
    if (!isContinued) {
        written.records = {};
        done = clear(*id, kFileTables);
    }
    if (done && state->run)
        done = writeRecords(*id, state->run, written.records, kFileTables);
    written.state = state;
    return done;
}

Result<qint64> RunWriter::writeFileRow(qint64 run, const RunFileState &state)
{
    const RunFile &file = state.file;
    const auto of = [&](auto member) { return state.place ? std::optional((*state.place).*member) : std::nullopt; };
    auto done = m_database.run(
        "INSERT INTO beside (run, path, kind, reason, state, format, label, size, read_to, damaged, memory, inode,"
        " device, offset, line, segment, known, reader, time_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind, reason = excluded.reason, state = excluded.state,"
        " format = excluded.format, label = excluded.label, size = excluded.size, read_to = excluded.read_to,"
        " damaged = excluded.damaged, memory = excluded.memory, inode = excluded.inode, device = excluded.device,"
        " offset = excluded.offset, line = excluded.line, segment = excluded.segment, known = excluded.known,"
        " reader = excluded.reader, time_ms = excluded.time_ms",
        run, file.path, int(file.kind), int(file.reason), int(file.state), file.format, state.label, file.size,
        file.readTo, file.damaged, packMemory(m_codec, state.run ? state.run->memory() : RunMemory{}),
        of(&LogPlace::inode), of(&LogPlace::device), of(&LogPlace::offset), of(&LogPlace::line), of(&LogPlace::segment),
        of(&LogPlace::known), of(&LogPlace::state), of(&LogPlace::timeMs));
    if (!done)
        return tl::unexpected(done.error());
    qint64 id = 0;
    done = m_database.query(
        "SELECT id FROM beside WHERE run = ? AND path = ?", [&](const Sqlite::Row &row) { id = row.number(0); }, run,
        file.path);
    return done ? Result<qint64>(id) : tl::unexpected(done.error());
}

} // namespace paceline
