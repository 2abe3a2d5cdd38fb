// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a job page derives from its data and from the clock.
#include "backends/analysis/verdict.h"
#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/describe.h"
#include "widgets/format/durations.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/statustext.h"
#include "widgets/pages/curvesrow.h"
#include "widgets/pages/factsdrawer.h"
#include "widgets/pages/factsline.h"
#include "widgets/pages/jobfacts.h"
#include "widgets/pages/jobpage.h"
#include "widgets/pages/logpane.h"
#include "widgets/pages/logview.h"
#include "widgets/pages/nodepanes.h"
#include "widgets/pages/verdictbanner.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/timecursor.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr qint64 kStaleAfterMs = 20'000; // counters come every 2 to 10 s

std::optional<qint64> newestSample(const JobSnapshot *snapshot)
{
    std::optional<qint64> newest;
    if (!snapshot)
        return newest;
    for (const auto &grid : snapshot->grids) {
        if (grid && grid->ticks() > 0)
            newest = std::max(newest.value_or(0), grid->timeMs(grid->ticks() - 1));
    }
    return newest;
}

QString problemText(const JobSnapshot *snapshot, Problem::Subject subject)
{
    if (!snapshot)
        return {};
    for (const Problem &problem : snapshot->problems) {
        if (problem.subject == subject)
            return describe(problem.error).plain();
    }
    return {};
}

/// Nodes that are silent or hold a throttled GPU.
QStringList suspectNodes(const Verdict &verdict)
{
    if (const Statement *silent = verdict.find(Statement::What::NodesSilent))
        return silent->texts;
    QStringList nodes;
    if (const Statement *throttled = verdict.find(Statement::What::GpusThrottled)) {
        for (const QString &gpu : throttled->texts)
            nodes.append(gpu.section(QLatin1Char('/'), 0, -2));
    }
    nodes.removeDuplicates();
    return nodes;
}

QString refusalText(const ProbeStatus &probe)
{
    const ErrorText error = describe(*probe.why);
    if (probe.why->kind != ErrorKind::Refused && probe.why->kind != ErrorKind::PermissionDenied)
        return error.whatToDo;
    return JobPage::tr(
        "Slurm lets only the owner of a job add a step to it. Its state and facts, and the log where it may "
        "be read, are shown all the same.");
}

} // namespace

void JobPage::updateVerdict()
{
    m_verdict = judgeJob(m_job.get(), m_snapshot.get(), nowMs(), m_clusterProblems,
                         m_benchmark.rate ? &*m_benchmark.rate : nullptr);
    m_banner->setVerdict(m_verdict);
    updateActions();
}

void JobPage::updateActions()
{
    using What = Statement::What;
    QString title;
    m_secondAction = nullptr;
    if (m_verdict.find(What::LossNotANumber) || m_verdict.find(What::Ended)) {
        title = tr("End of the log");
        m_secondAction = [this] { m_log->view()->setFollowing(true); };
    } else if (const QStringList suspects = suspectNodes(m_verdict); !suspects.isEmpty()) {
        title = tr("Copy node check");
        const QString nodes = suspects.join(QLatin1Char(','));
        m_secondAction = [nodes] {
            QGuiApplication::clipboard()->setText(QStringLiteral("scontrol show node ") +
                                                  QString::fromUtf8(shellQuoted(nodes.toUtf8())));
        };
    }
    const bool isLoud = m_verdict.severity == Severity::Attention || m_verdict.severity == Severity::Failed;
    QList<QAction *> actions;
    if (isLoud)
        actions.append(m_evidence);
    if (isLoud && m_secondAction)
        actions.append(m_second);
    m_second->setText(title);
    if (std::exchange(m_actions, actions) != actions)
        m_banner->setActions(actions);
}

void JobPage::updateFacts()
{
    const Job *shown = job();
    const qint64 now = nowMs();
    if (!shown) {
        m_factsLine->setFacts(jobId().number ? QString::number(jobId().number) : QString(), {});
        return;
    }
    m_factsLine->setFacts(displayText(shown->name, 80), displayText(shown->displayId, 40) + QStringLiteral(" · ") +
                                                            paceline::factsLine(*shown, m_snapshot.get(), now));
    const QList<CopyCommand> commands = jobCommands(*shown, m_snapshot.get());
    m_curves->setCommands(commands);
    m_nodes->setCommands(commands);
    if (!m_drawer->isHidden())
        updateDrawer(*shown);
}

/// Which nodes the age of the newest sample speaks for.
static QString sampledText(const ProbeStatus &probe, qint64 ageMs)
{
    if (probe.silentNodes.empty())
        return JobPage::tr("counters sampled %1").arg(formatAge(ageMs));
    const auto all = qint64(probe.nodes.size());
    return JobPage::tr("counters of %1 of %2 sampled %3", "3 of 8 nodes, 2 s ago")
        .arg(formatCount(all - qint64(probe.silentNodes.size())), nodesText(all), formatAge(ageMs));
}

void JobPage::updateStale()
{
    const qint64 now = nowMs();
    const Job *shown = job();
    const auto newest = newestSample(m_snapshot.get());
    const bool isRunning = shown && shown->state == JobState::Running;
    const qint64 age = newest ? now - *newest : 0;
    const bool isOld = isRunning && newest && age > kStaleAfterMs;
    const QString lost = m_staleSince ? tr("as of %1").arg(formatAge(now - *m_staleSince)) : QString();
    m_curves->setStale(lost);
    m_log->setStale(lost);
    m_nodes->setStale(!lost.isEmpty() ? lost : isOld ? tr("last sample %1").arg(formatAge(age)) : QString());
    if (!lost.isEmpty())
        m_factsLine->setAge(lost, true);
    else if (newest && isRunning)
        m_factsLine->setAge(sampledText(m_snapshot->probe, age), isOld);
    else
        m_factsLine->setAge({}, false);
}

void JobPage::updateExtents()
{
    const Job *shown = job();
    const auto run = m_snapshot ? m_snapshot->run : nullptr;
    const bool isGrowing = shown && !isFinished(shown->state);
    const QString &metric = m_curves->mainMetric();
    double lower = INFINITY, upper = -INFINITY;
    const auto include = [&](double from, double to) { lower = std::min(lower, from), upper = std::max(upper, to); };
    if (run) {
        for (const RunAxis axis : {RunAxis::Step, RunAxis::Epoch}) {
            if (const auto extent = run->extent(metric, axis))
                m_views[std::size_t(axis)]->setExtent(extent->first, extent->second, isGrowing);
        }
        if (const auto extent = run->extent(metric, RunAxis::Time))
            include(extent->first, extent->second);
    }
    if (m_snapshot) {
        for (const auto &grid : m_snapshot->grids) {
            if (grid && grid->ticks() > 0)
                include(double(grid->timeMs(0)), double(grid->timeMs(grid->ticks() - 1)));
        }
    }
    const double now = double(m_staleSince.value_or(nowMs()));
    if (shown && shown->startS && double(*shown->startS) * 1000 <= now)
        include(double(*shown->startS) * 1000, double(*shown->startS) * 1000);
    if (shown && shown->state == JobState::Running)
        include(now, now);
    if (lower <= upper)
        timeView()->setExtent(lower, upper, isGrowing);
}

QString JobPage::logMessage() const
{
    const Job *shown = job();
    if (const QString problem = problemText(m_snapshot.get(), Problem::Subject::Log); !problem.isEmpty())
        return problem;
    if (shown && shown->state == JobState::Pending)
        return tr("The job has not started. Its output appears here as soon as it writes some.");
    if (m_snapshot && m_snapshot->log && m_snapshot->log->lineCount() == 0)
        return tr("The log is still empty. Programs often hold their output back: try python -u.");
    if (m_snapshot && m_snapshot->detail && m_snapshot->detail->job.stdoutPath.isEmpty())
        return tr("Slurm tells no output file for this job.");
    return m_snapshot ? tr("Looking for the output file of this job.") : QString();
}

QString JobPage::countersMessage() const
{
    const Job *shown = job();
    if (shown && shown->state == JobState::Pending)
        return tr("The job waits; its nodes are measured when it runs.");
    if (const QString problem = problemText(m_snapshot.get(), Problem::Subject::Probe); !problem.isEmpty())
        return problem;
    if (m_snapshot && m_snapshot->probe.phase != ProbeStatus::Phase::Starting && m_snapshot->probe.why)
        return probeText(m_snapshot->probe) + QLatin1Char('\n') + refusalText(m_snapshot->probe);
    if (shown && isFinished(shown->state))
        return tr("The job is over and was not watched while it ran, so there are no counters.");
    return {};
}

void JobPage::updateEmptyTexts()
{
    const Job *shown = job();
    const bool isActive = shown && shown->state == JobState::Running;
    const QString log = logMessage(), counters = countersMessage();
    QString curves = log;
    if (m_snapshot && m_snapshot->log && m_snapshot->log->lineCount() > 0)
        curves = m_snapshot->log->format.isEmpty()
                     ? tr("No known format was recognised in the log so far; the text below is complete.")
                     : tr("No training record in the log so far.");
    m_log->setMessage(log);
    m_curves->setEmpty(curves, curves.isEmpty() && (isActive || !shown));
    const bool isStarting = counters.isEmpty() && (isActive || !shown);
    m_nodes->setEmpty(isStarting && m_snapshot ? tr("Starting the probe on the nodes of this job.") : counters,
                      isStarting);
}

double JobPage::timeOfLine(qint64 line) const
{
    if (!m_snapshot || !m_snapshot->logRun)
        return NAN;
    for (const auto &chunk : m_snapshot->logRun->chunks()) {
        if (chunk->line.empty() || chunk->line.back() < line)
            continue;
        const auto at = std::lower_bound(chunk->line.begin(), chunk->line.end(), line);
        return at != chunk->line.end() && *at == line ? chunk->timeMs[std::size_t(at - chunk->line.begin())] : NAN;
    }
    return NAN;
}

} // namespace paceline
