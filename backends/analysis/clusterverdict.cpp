// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/evidencebook.h"
#include "backends/analysis/verdict.h"

#include <cmath>

namespace paceline {

namespace {

using What = Statement::What;

constexpr qint64 kStaleMs = 5 * 60000;

struct Mine
{
    int running = 0, waiting = 0;
    const Job *next = nullptr; ///< the one of mine that starts first
};

Mine countMine(const JobList &jobs, const QString &user, qint64 nowMs)
{
    Mine mine;
    for (const auto &job : jobs.jobs) {
        if (!user.isEmpty() && job->user != user)
            continue;
        if (job->state == JobState::Running || job->state == JobState::Suspended || job->state == JobState::Unknown)
            ++mine.running;
        if (job->state != JobState::Pending)
            continue;
        ++mine.waiting;
        if (job->startS && *job->startS * 1000 >= nowMs && (!mine.next || *job->startS < *mine.next->startS))
            mine.next = job.get();
    }
    return mine;
}

void addQueue(EvidenceBook &book, const JobList &jobs, const QString &user, qint64 nowMs)
{
    const Mine mine = countMine(jobs, user, nowMs);
    const Severity severity = mine.running > 0 ? Severity::Well : mine.waiting > 0 ? Severity::Waiting : Severity::Idle;
    book.add({.what = What::MyJobs,
              .severity = severity,
              .a = double(mine.running),
              .b = double(mine.waiting),
              .texts = user.isEmpty() ? QStringList() : QStringList(user),
              .evidence = {.points = qint64(jobs.jobs.size()), .toMs = jobs.takenMs}});
    if (mine.next)
        book.add({.what = What::NextStart, .a = double(*mine.next->startS) * 1000, .texts = {mine.next->name}});
    if (jobs.badRows > 0)
        book.add({.what = What::BadRows, .severity = Severity::Attention, .a = double(jobs.badRows)});
}

void addNodes(EvidenceBook &book, const NodeList &nodes)
{
    int idle = 0, out = 0, gpus = 0, gpusFree = 0;
    for (const auto &node : nodes.nodes) {
        gpus += node->gpus;
        if (!node->isUsable()) {
            ++out;
            continue;
        }
        idle += node->state == NodeState::Idle;
        gpusFree += std::max(0, node->gpus - node->gpusAlloc.value_or(0));
    }
    const Evidence evidence{.points = qint64(nodes.nodes.size()), .toMs = nodes.takenMs};
    book.add({.what = What::FreeNodes,
              .a = double(idle),
              .b = gpus > 0 ? double(gpusFree) : std::nan(""),
              .evidence = evidence});
    if (out > 0)
        book.add({.what = What::NodesOut, .a = double(out), .b = double(nodes.nodes.size()), .evidence = evidence});
}

} // namespace

Verdict judgeCluster(const JobList *jobs, const NodeList *nodes, const QString &user, qint64 nowMs,
                     const std::vector<Problem> &problems)
{
    EvidenceBook book;
    if (jobs)
        addQueue(book, *jobs, user, nowMs);
    else
        book.add({.what = What::NoData, .severity = Severity::Idle});
    if (!book.addProblems(problems) && jobs && nowMs - jobs->takenMs > kStaleMs)
        book.add({.what = What::DataStale, .severity = Severity::Attention, .sinceMs = jobs->takenMs});
    if (nodes)
        addNodes(book, *nodes);
    return book.verdict(nowMs);
}

} // namespace paceline
