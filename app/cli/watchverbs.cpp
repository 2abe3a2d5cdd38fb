// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watchverbs.h"

#include "app/cli/exitstatus.h"
#include "app/cli/filelines.h"
#include "app/cli/jsonlines.h"
#include "app/cli/metricunits.h"
#include "app/cli/output.h"

#include <algorithm>
#include <cmath>

namespace paceline::cli {

namespace {

/// After the end of a job its last lines may still be on their way through the file system.
constexpr int kLastWordsMs = 5'000;

bool isSameState(const Job &a, const Job &b)
{
    return a.state == b.state && a.flags == b.flags && a.reason == b.reason && a.nodeList == b.nodeList &&
           a.exitCode == b.exitCode && a.restarts == b.restarts;
}

QString subjectName(Problem::Subject subject)
{
    switch (subject) {
    case Problem::Subject::Queue:
        return QStringLiteral("queue");
    case Problem::Subject::Nodes:
        return QStringLiteral("nodes");
    case Problem::Subject::Job:
        return QStringLiteral("job");
    case Problem::Subject::Log:
        return QStringLiteral("log");
    case Problem::Subject::Probe:
        return QStringLiteral("probe");
    case Problem::Subject::History:
        return QStringLiteral("history");
    case Problem::Subject::Connection:
        break;
    }
    return QStringLiteral("connection");
}

QStringList names(const std::vector<NodeName> &nodes)
{
    QStringList texts;
    for (const NodeName &node : nodes)
        texts.append(node.value);
    return texts;
}

std::vector<NodeName> without(const std::vector<NodeName> &nodes, const std::vector<NodeName> &others)
{
    std::vector<NodeName> rest;
    std::copy_if(nodes.begin(), nodes.end(), std::back_inserter(rest),
                 [&](const NodeName &node) { return std::find(others.begin(), others.end(), node) == others.end(); });
    return rest;
}

LogRecord recordAt(const Run &run, std::size_t index)
{
    const Run::RecordPlace place = run.place(index);
    LogRecord record;
    record.line = record.lastLine = place.line;
    record.offset = place.offset;
    if (std::isfinite(place.step))
        record.step = qint64(place.step);
    if (std::isfinite(place.epoch))
        record.epoch = place.epoch;
    record.timeMs = std::isfinite(place.timeMs) ? qint64(place.timeMs) : 0;
    record.timeSource = std::isfinite(place.timeMs) ? place.timeSource : TimeSource::None;
    for (const QString &metric : run.metrics()) {
        const float value = run.value(index, metric);
        if (!std::isnan(value))
            record.metrics.push_back({metric, double(value), run.unit(metric), {}});
    }
    return record;
}

bool isLogRead(const JobSnapshot &snapshot)
{
    return !snapshot.log || snapshot.log->state == LogText::State::Deleted ||
           snapshot.log->state == LogText::State::Unreadable || snapshot.log->readTo >= snapshot.log->fileSize;
}

bool areFilesRead(const JobSnapshot &snapshot)
{
    return std::none_of(snapshot.files.begin(), snapshot.files.end(), [](const auto &state) {
        return state->file.state == RunFile::State::Waiting || state->file.state == RunFile::State::Reading;
    });
}

} // namespace

WatchVerb::WatchVerb(HostSpec spec, QString job)
    : JobVerb(std::move(spec), std::move(job))
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] { finish(Ok); });
}

Interest WatchVerb::jobInterest(JobId job) const
{
    Interest interest;
    interest.queue = true;
    interest.jobs = {job};
    return interest;
}

void WatchVerb::onConnectionChanged(const ConnectionState &state)
{
    const bool lost = state.phase == ConnectionPhase::Reconnecting || state.phase == ConnectionPhase::WaitingForPerson;
    const bool back = state.phase == ConnectionPhase::Connected && m_linkLost;
    if (!back && (!lost || m_linkLost))
        return;
    m_linkLost = lost;
    printLine(gapEvent(session().clock().nowMs(), QStringLiteral("connection"), {}, back));
}

void WatchVerb::onChanged(const ChangeSet &changes)
{
    if (changes.problems)
        tellProblems(problems(), m_clusterProblems);
    JobVerb::onChanged(changes);
}

void WatchVerb::onJob(const JobSnapshot &snapshot)
{
    tellProblems(snapshot.problems, m_jobProblems);
    if (!snapshot.detail) {
        for (const Problem &problem : snapshot.problems) {
            if (problem.subject == Problem::Subject::Job && problem.error.kind == ErrorKind::NotFound)
                failJob(problem.error);
        }
        return;
    }
    tellState(snapshot);
    if (snapshot.logRun)
        tellRecords(*snapshot.logRun, {});
    for (const auto &state : snapshot.files) {
        tellFile(snapshot.detailMs, *state);
        if (state->run)
            tellRecords(*state->run, state->file.path);
    }
    for (const auto &grid : snapshot.grids) {
        if (grid)
            tellSamples(*grid);
    }
    tellSilence(snapshot.probe);
    endWhenOver(snapshot);
}

void WatchVerb::tellState(const JobSnapshot &snapshot)
{
    if (m_detail && isSameState(m_detail->job, snapshot.detail->job))
        return;
    m_detail = *snapshot.detail;
    printLine(stateEvent(snapshot.detailMs, *snapshot.detail));
}

/// A file that is read anew starts with no records again.
void WatchVerb::tellRecords(const Run &run, const QString &file)
{
    std::size_t &told = m_records[file];
    if (told > run.size())
        told = 0;
    for (; told < run.size(); ++told)
        printLine(recordEvent(recordAt(run, told), file));
}

/// That it was found, and when it is read no more, and why.
void WatchVerb::tellFile(qint64 timeMs, const RunFileState &state)
{
    const auto known = m_files.constFind(state.file.path);
    const bool isQuiet = known != m_files.constEnd() &&
                         (*known == state.file.state ||
                          (*known <= RunFile::State::Following && state.file.state <= RunFile::State::Following));
    if (isQuiet)
        return;
    m_files.insert(state.file.path, state.file.state);
    printLine(fileEvent(timeMs, state.file));
}

void WatchVerb::tellSamples(const Grid &grid)
{
    qint64 &told = m_sampledTo[grid.metric];
    const QString unit = metricUnit(grid.metric);
    for (int tick = grid.lowerBound(told + 1); tick < grid.ticks(); ++tick) {
        told = grid.timeMs(tick);
        for (int row = 0; row < grid.rows(); ++row) {
            const float value = grid.value(tick, row);
            if (!std::isnan(value))
                printLine(sampleEvent({told, (*grid.entities)[std::size_t(row)], grid.metric.value, unit, value}));
        }
    }
}

void WatchVerb::tellSilence(const ProbeStatus &probe)
{
    if (probe.silentNodes == m_silent)
        return;
    const auto gone = without(probe.silentNodes, m_silent);
    const auto back = without(m_silent, probe.silentNodes);
    const qint64 now = session().clock().nowMs();
    if (!gone.empty())
        printLine(
            gapEvent(probe.silentSinceMs > 0 ? probe.silentSinceMs : now, QStringLiteral("probe"), names(gone), false));
    if (!back.empty())
        printLine(gapEvent(now, QStringLiteral("probe"), names(back), true));
    m_silent = probe.silentNodes;
}

void WatchVerb::tellProblems(const std::vector<Problem> &now, std::vector<Problem> &before)
{
    const auto holds = [](const std::vector<Problem> &all, const Problem &one) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Problem &p) { return p.subject == one.subject && p.error == one.error; });
    };
    for (const Problem &problem : now) {
        if (!holds(before, problem))
            printLine(errorEvent(problem.timeMs, subjectName(problem.subject), problem.error, false));
    }
    for (const Problem &problem : before) {
        if (!holds(now, problem))
            printLine(errorEvent(session().clock().nowMs(), subjectName(problem.subject), problem.error, true));
    }
    before = now;
}

void WatchVerb::endWhenOver(const JobSnapshot &snapshot)
{
    const Job &job = snapshot.detail->job;
    const bool isOver = paceline::isFinished(job.state) && !job.flags.contains(QLatin1String("COMPLETING")) &&
                        isLogRead(snapshot) && areFilesRead(snapshot);
    if (isOver && !m_end.isActive())
        m_end.start(kLastWordsMs);
    else if (!isOver)
        m_end.stop();
}

TailVerb::TailVerb(HostSpec spec, QString job, Options options)
    : JobVerb(std::move(spec), std::move(job))
    , m_options(options)
{
}

Interest TailVerb::jobInterest(JobId job) const
{
    Interest interest;
    interest.queue = m_options.follow;
    interest.logs = {job};
    return interest;
}

void TailVerb::onJob(const JobSnapshot &snapshot)
{
    for (const Problem &problem : snapshot.problems) {
        const bool concernsUs =
            problem.subject == Problem::Subject::Log || (problem.subject == Problem::Subject::Job && !snapshot.detail);
        if (concernsUs && !snapshot.log && !m_options.follow) {
            problem.subject == Problem::Subject::Job ? failJob(problem.error) : fail(problem.error);
            return;
        }
    }
    if (!snapshot.log || !snapshot.detail)
        return;
    const bool isOver = paceline::isFinished(snapshot.detail->job.state);
    if (!isLogRead(snapshot) || snapshot.log->state == LogText::State::Reading)
        return;
    const bool last = !m_options.follow || isOver;
    print(*snapshot.log, last);
    if (last)
        finish(snapshot.log->state == LogText::State::Unreadable ? Partial : Ok);
}

/// A line without its end is told when it is known to stay so.
void TailVerb::print(const LogText &log, bool unfinishedToo)
{
    if (log.lineCount() == 0)
        return;
    const auto &chunks = log.chunks();
    const bool endsWhole = chunks.empty() || chunks.back()->bytes.endsWith('\n');
    const qint64 end = log.firstLine() + log.lineCount() - (endsWhole || unfinishedToo ? 0 : 1);
    if (m_next == 0)
        m_next = std::max(log.firstLine(), end - m_options.lines);
    m_next = std::max(m_next, log.firstLine()); // older lines are held no more
    for (; m_next < end; ++m_next) {
        const LogText::Line line = log.line(log.indexOfLine(m_next));
        printLine(logTextLine(line.number, line.bytes));
    }
}

} // namespace paceline::cli
