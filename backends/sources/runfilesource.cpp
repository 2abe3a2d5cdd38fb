// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/runfilesource.h"

#include "backends/core/logging.h"
#include "backends/core/whenfinished.h"
#include "backends/parsers/runfiles/namedpaths.h"
#include "backends/sources/runfilefollow.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr qint64 kNamesWithin = 1 << 20; ///< of a log's start: there programs say where they write
constexpr qint64 kShortChunk = 64 << 10; ///< of a log that is read as it grows
constexpr qsizetype kMaxLine = 8192;
constexpr qint64 kSlackS = 2; ///< between the clocks of the controller and of the file system
constexpr int kHurriedMs = 3'000;

/// A place that holds the job's folder holds those of other jobs, too.
bool isAround(const QString &path, const QString &folder)
{
    return path == folder || folder.startsWith(path + u'/');
}

} // namespace

RunFileSource::RunFileSource(Relay &relay, const Clock &clock, QObject *parent)
    : Source(parent)
    , m_relay(relay)
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunFileSource::tick);
    connect(&relay, &Relay::pinged, this,
            [this](int, std::optional<qint64> offsetMs) { m_hostOffsetMs = offsetMs.value_or(m_hostOffsetMs); });
}

RunFileSource::~RunFileSource() = default;

RunFileSource::Watched *RunFileSource::find(JobId job)
{
    const auto known = m_watched.find(job);
    return known == m_watched.end() ? nullptr : &known->second;
}

void RunFileSource::follow(const Target &target)
{
    Watched &watched = m_watched[target.job];
    const bool ends = target.isOver && !watched.target.isOver;
    watched.target = target;
    if (ends)
        hasten(watched);
    arm();
}

void RunFileSource::goOn(JobId job, const RunFile &file, const std::optional<LogPlace> &place)
{
    Watched *watched = find(job);
    if (!watched || watched->follows.find(file.path) != watched->follows.end())
        return;
    if (file.reason == RunFile::Reason::Added)
        watched->added.append(file.path);
    if (file.state == RunFile::State::SwitchedOff)
        watched->switchedOff.append(file.path);
    if (file.isRead())
        start(*watched, file, place);
    else
        offer(*watched, file);
}

void RunFileSource::unfollow(JobId job)
{
    Watched *watched = find(job);
    if (!watched)
        return;
    while (!watched->follows.empty())
        stop(*watched, QString(watched->follows.begin()->first));
    m_watched.erase(job);
}

void RunFileSource::add(JobId job, const QString &path)
{
    Watched *watched = find(job);
    const QString resolved = watched ? resolvedPath(path, watched->target.workFolder) : QString();
    if (resolved.isEmpty() || resolved.contains(u'\n') || watched->added.contains(resolved))
        return;
    watched->added.append(resolved);
    watched->switchedOff.removeAll(resolved);
    hasten(*watched);
}

QStringList RunFileSource::added(JobId job) const
{
    const auto known = m_watched.find(job);
    return known == m_watched.end() ? QStringList() : known->second.added;
}

void RunFileSource::setRead(JobId job, const QString &path, bool isRead)
{
    Watched *watched = find(job);
    if (!watched)
        return;
    watched->switchedOff.removeAll(path);
    if (isRead) {
        const auto known = watched->others.find(path);
        if (known == watched->others.end())
            return;
        RunFile file = known->second;
        watched->others.erase(known);
        file.reason = RunFile::Reason::Added;
        file.state = RunFile::State::Waiting;
        start(*watched, file);
        return;
    }
    const auto known = watched->follows.find(path);
    if (known == watched->follows.end())
        return;
    RunFile file = known->second->file();
    file.state = RunFile::State::SwitchedOff;
    watched->switchedOff.append(path);
    stop(*watched, path);
    watched->others.insert_or_assign(path, file);
    publish({.job = job, .file = file, .startsAnew = true});
}

void RunFileSource::readLog(const LogChunk &chunk)
{
    Watched *watched = find(chunk.job);
    if (!watched || chunk.event != LogChunk::Event::Appended)
        return;
    if (chunk.offset > kNamesWithin && chunk.bytes.size() > kShortChunk) {
        watched->unfinishedLine.clear();
        return;
    }
    const QByteArray text = watched->unfinishedLine + chunk.bytes;
    watched->unfinishedLine = text.mid(text.lastIndexOf('\n') + 1).left(kMaxLine);
    const QString &folder = watched->target.workFolder;
    for (const QString &name : pathsNamedIn(text)) {
        const QString path = resolvedPath(name, folder);
        if (path.isEmpty() || isAround(path, folder) || watched->named.contains(path) ||
            watched->named.size() >= kMaxNamedPaths)
            continue;
        watched->named.append(path);
        hasten(*watched);
    }
}

void RunFileSource::pause()
{
    m_isPaused = true;
    m_timer.stop();
    for (auto &[job, watched] : m_watched) {
        watched.isSearching = false;
        for (const auto &[path, follow] : watched.follows)
            follow->pause();
    }
}

void RunFileSource::resume()
{
    m_isPaused = false;
    for (auto &[job, watched] : m_watched) {
        for (const auto &[path, follow] : watched.follows)
            follow->lookNow();
    }
    arm();
}

void RunFileSource::hasten(Watched &watched)
{
    watched.searchDueMs = std::min(watched.searchDueMs, std::max(m_clock.nowMs(), watched.searchedMs + kHurriedMs));
    watched.isSearchedOver = false;
    arm();
}

void RunFileSource::tick()
{
    if (m_isPaused)
        return;
    const qint64 nowMs = m_clock.nowMs();
    std::vector<Follow *> due;
    int busy = 0;
    for (auto &[job, watched] : m_watched) {
        if (!watched.isSearching && !watched.isSearchedOver && watched.searchDueMs <= nowMs)
            search(watched);
        for (const auto &[path, follow] : watched.follows) {
            busy += follow->isBusy();
            if (follow->isRead() && !follow->isBusy() && follow->dueMs() <= nowMs)
                due.push_back(follow.get());
        }
    }
    std::stable_sort(due.begin(), due.end(), [](const Follow *a, const Follow *b) { return a->dueMs() < b->dueMs(); });
    for (Follow *follow : due) {
        if (busy++ < kMaxPolls)
            follow->poll();
    }
    arm();
}

void RunFileSource::arm()
{
    if (m_isPaused)
        return;
    std::optional<qint64> dueMs;
    const auto include = [&](qint64 ms) { dueMs = std::min(dueMs.value_or(ms), ms); };
    int busy = 0;
    for (const auto &[job, watched] : m_watched) {
        if (!watched.isSearching && !watched.isSearchedOver)
            include(watched.searchDueMs);
        for (const auto &[path, follow] : watched.follows)
            busy += follow->isBusy();
    }
    for (const auto &[job, watched] : m_watched) {
        for (const auto &[path, follow] : watched.follows) {
            if (busy < kMaxPolls && follow->isRead() && !follow->isBusy()) // else the one that ends arms again
                include(follow->dueMs());
        }
    }
    if (dueMs)
        m_timer.start(int(std::clamp<qint64>(*dueMs - m_clock.nowMs(), 0, kSearchMs)));
}

void RunFileSource::search(Watched &watched)
{
    const Target &target = watched.target;
    RunFileSearch search;
    search.sinceS = target.startMs > 0 ? target.startMs / 1000 - kSlackS : 0;
    search.added = watched.added;
    search.named = watched.named;
    if (!target.otherOutput.isEmpty() && target.otherOutput != target.logPath)
        search.files.append(target.otherOutput);
    const QString logFolder = target.logPath.left(target.logPath.lastIndexOf(u'/'));
    for (const QString &folder : {target.workFolder, logFolder}) {
        if (!resolvedPath(folder, {}).isEmpty() && !search.workFolders.contains(folder))
            search.workFolders.append(folder);
    }
    search.jobNames = {QString::number(target.job.number), target.name};
    search.jobNames.removeAll(QString());
    watched.isSearching = true;
    watched.searchedMs = m_clock.nowMs();
    // Without a start everything ever written would be the job's.
    if (search.sinceS == 0)
        search.workFolders.clear();
    const Pending<CommandOutput> pending = m_relay.run({.command = runFileSearchCommand(search),
                                                        .timeoutMs = (kSearchSeconds + 12) * 1000,
                                                        .maxBytes = 4 << 20,
                                                        .key = "files " + QByteArray::number(target.job.number)});
    whenFinished(pending.result, this,
                 [this, job = target.job](const Result<CommandOutput> &result) { takeFound(job, result); });
}

void RunFileSource::takeFound(JobId job, const Result<CommandOutput> &result)
{
    Watched *watched = find(job);
    if (!watched || !watched->isSearching)
        return;
    watched->isSearching = false;
    const qint64 nowMs = m_clock.nowMs(), tookMs = nowMs - watched->searchedMs;
    const Target &target = watched->target;
    const bool isEarly = target.startMs > 0 && nowMs - target.startMs < kEarlyMs;
    watched->searchDueMs = watched->searchedMs + std::max<qint64>(isEarly ? kEarlySearchMs : kSearchMs, tookMs * 20);
    const Result<FoundFiles> found = result ? parseFoundFiles(result->out) : tl::unexpected(result.error());
    if (found) {
        watched->isSearchedOver = target.isOver;
        take(*watched, *found);
    } else {
        qCDebug(lcSource) << "looking for files of job" << job.number << "failed:" << found.error().detail;
    }
    arm();
}

void RunFileSource::take(Watched &watched, const FoundFiles &found)
{
    const Target &target = watched.target;
    const RunFileOwner owner{.job = target.job.number,
                             .nodes = target.nodes,
                             .leftOut = {target.logPath},
                             .sharesFolder = target.sharesFolder};
    std::vector<std::pair<RunFile, qint64>> fresh;
    for (const FoundFile &one : found.files) {
        const auto known = watched.follows.find(one.path);
        if (known != watched.follows.end())
            known->second->noteSize(one.size);
        else if (auto file = runFileOf(one, owner))
            fresh.emplace_back(std::move(*file), one.mtimeS);
    }
    std::stable_sort(fresh.begin(), fresh.end(), [](const auto &a, const auto &b) {
        return a.first.reason != b.first.reason ? a.first.reason < b.first.reason : a.second > b.second;
    });
    for (auto &[file, mtimeS] : fresh)
        offer(watched, std::move(file));
}

/// Reads the file, or says why not.
void RunFileSource::offer(Watched &watched, RunFile file)
{
    const auto reading = std::count_if(watched.follows.begin(), watched.follows.end(),
                                       [](const auto &follow) { return follow.second->isRead(); });
    if (watched.switchedOff.contains(file.path))
        file.state = RunFile::State::SwitchedOff;
    else if (file.isRead() && std::size_t(reading) >= kMaxFiles)
        file.state = RunFile::State::TooMany;
    if (file.isRead()) {
        watched.others.erase(file.path);
        start(watched, std::move(file));
        return;
    }
    const auto known = watched.others.find(file.path);
    if (known != watched.others.end() && known->second == file)
        return;
    watched.others.insert_or_assign(file.path, file);
    publish({.job = watched.target.job, .file = file});
}

void RunFileSource::start(Watched &watched, RunFile file, const std::optional<LogPlace> &place)
{
    qCDebug(lcSource) << "following" << file.path << "beside the log of job" << watched.target.job.number;
    const QString path = file.path;
    publish({.job = watched.target.job, .file = file});
    const auto added = std::make_shared<Follow>(*this, watched.target, std::move(file));
    if (place)
        added->goOn(*place);
    watched.follows.emplace(path, added);
    arm();
}

void RunFileSource::stop(Watched &watched, const QString &path)
{
    const auto known = watched.follows.find(path);
    if (known == watched.follows.end())
        return;
    // It may be the one whose signal brought us here.
    std::shared_ptr<Follow> gone = std::move(known->second);
    watched.follows.erase(known);
    gone->stop();
    QTimer::singleShot(0, this, [gone] {});
}

/// When the file was written last, by our clock.
qint64 RunFileSource::changedMs(const FileStep &step) const
{
    const qint64 nowMs = m_clock.nowMs();
    return step.mtimeMs > 0 ? std::min(nowMs, step.mtimeMs - m_hostOffsetMs) : nowMs;
}

void RunFileSource::publish(RunFileChunk chunk)
{
    Batch batch;
    batch.timeMs = m_clock.nowMs();
    batch.runFiles.push_back(std::move(chunk));
    emit batchReady(batch);
}

} // namespace paceline
