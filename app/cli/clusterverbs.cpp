// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clusterverbs.h"

#include "app/cli/exitstatus.h"
#include "app/cli/jsonlines.h"
#include "app/cli/output.h"
#include "backends/analysis/verdict.h"
#include "widgets/format/verdicttext.h"

#include <algorithm>

namespace paceline::cli {

/// A job without a log that Paceline knows has a verdict, too.
static constexpr int kLogPatienceMs = 5'000;

static int partialIf(int badRows)
{
    return badRows > 0 ? Partial : Ok;
}

static int print(const Verdict &verdict)
{
    printLine(describe(verdict).plain.toUtf8());
    return severityExitStatus(verdict.severity);
}

Interest JobsVerb::interest() const
{
    Interest interest;
    interest.queue = true;
    return interest;
}

void JobsVerb::onChanged(const ChangeSet &)
{
    if (const Problem *problem = problemOf(Problem::Subject::Queue)) {
        fail(problem->error);
    } else if (jobs() && !jobs()->gpusPending) {
        for (const auto &job : jobs()->jobs)
            printLine(jobLine(*job));
        finish(partialIf(jobs()->badRows));
    }
}

Interest NodesVerb::interest() const
{
    Interest interest;
    interest.nodes = true;
    return interest;
}

void NodesVerb::onChanged(const ChangeSet &)
{
    if (const Problem *problem = problemOf(Problem::Subject::Nodes)) {
        fail(problem->error);
    } else if (nodes()) {
        for (const auto &node : nodes()->nodes)
            printLine(nodeLine(*node));
        finish(partialIf(nodes()->badRows));
    }
}

Interest JobDetailVerb::jobInterest(JobId job) const
{
    Interest interest;
    interest.details = {job};
    return interest;
}

void JobDetailVerb::onJob(const JobSnapshot &snapshot)
{
    if (snapshot.detail) {
        printLine(jobDetailLine(*snapshot.detail));
        finish(Ok);
        return;
    }
    for (const Problem &problem : snapshot.problems) {
        if (problem.subject == Problem::Subject::Job)
            failJob(problem.error);
    }
}

Interest ClusterVerdictVerb::interest() const
{
    Interest interest;
    interest.queue = interest.nodes = true;
    return interest;
}

void ClusterVerdictVerb::onChanged(const ChangeSet &)
{
    const bool queueTold = jobs() || problemOf(Problem::Subject::Queue);
    const bool nodesTold = nodes() || problemOf(Problem::Subject::Nodes);
    if (queueTold && nodesTold && !userName().isEmpty())
        finish(print(judgeCluster(jobs().get(), nodes().get(), userName(), session().clock().nowMs(), problems())));
}

JobVerdictVerb::JobVerdictVerb(HostSpec spec, QString job)
    : JobVerb(std::move(spec), std::move(job))
{
    m_waitForLog.setSingleShot(true);
    connect(&m_waitForLog, &QTimer::timeout, this, &JobVerdictVerb::judge);
}

Interest JobVerdictVerb::jobInterest(JobId job) const
{
    Interest interest;
    interest.queue = true;
    interest.logs = {job};
    return interest;
}

void JobVerdictVerb::onJob(const JobSnapshot &snapshot)
{
    m_snapshot = snapshot;
    const auto problem = std::find_if(snapshot.problems.begin(), snapshot.problems.end(),
                                      [](const Problem &p) { return p.subject == Problem::Subject::Job; });
    if (!snapshot.detail) {
        if (problem != snapshot.problems.end())
            failJob(problem->error);
        return;
    }
    const bool logRead = snapshot.log && snapshot.log->state != LogText::State::Reading &&
                         snapshot.log->readTo >= snapshot.log->fileSize;
    if (logRead || snapshot.detail->job.state == JobState::Pending)
        judge();
    else if (!m_waitForLog.isActive())
        m_waitForLog.start(kLogPatienceMs);
}

void JobVerdictVerb::judge()
{
    if (isFinished() || !m_snapshot)
        return;
    const Job *job = row() ? row() : &m_snapshot->detail->job;
    finish(print(judgeJob(job, &*m_snapshot, session().clock().nowMs(), problems())));
}

} // namespace paceline::cli
