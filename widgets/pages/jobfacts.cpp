// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/jobfacts.h"

#include "backends/core/text.h"
#include "widgets/format/counts.h"
#include "widgets/format/durations.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/statustext.h"
#include "widgets/format/verdicttext.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(JobFacts)
};

QString gpuText(const Job &job)
{
    if (!job.gpus || *job.gpus == 0)
        return {};
    const QString gpus = job.gpuTypes.size() == 1
                             ? Words::tr("%1 × %2").arg(*job.gpus).arg(displayText(job.gpuTypes.firstKey(), 24))
                             : gpusText(*job.gpus);
    return job.numNodes > 1 && *job.gpus % job.numNodes == 0
               ? Words::tr("%1 (%2 a node)", "GPUs in all, and on each node").arg(gpus).arg(*job.gpus / job.numNodes)
               : gpus;
}

QString runningText(const Job &job, qint64 nowMs)
{
    if (job.state != JobState::Running || !job.startS)
        return stateText(job);
    const QString passed = formatDuration(nowMs - *job.startS * 1000);
    return job.timeLimit.kind == TimeLimit::Kind::Minutes
               ? Words::tr("running %1 of %2").arg(passed, formatTimeLimit(job.timeLimit))
               : Words::tr("running %1").arg(passed);
}

QString stepText(const JobSnapshot &snapshot)
{
    const auto newest = snapshot.run ? snapshot.run->newest() : std::nullopt;
    if (!newest)
        return {};
    const Run::RecordPlace place = snapshot.run->place(*newest);
    const auto total = snapshot.run->totalSteps();
    if (std::isnan(place.step))
        return std::isnan(place.epoch) ? QString() : Words::tr("epoch %1").arg(formatNumber(place.epoch, 4));
    const QString step = formatCount(qint64(place.step));
    return total ? Words::tr("step %1 of %2").arg(step, formatCount(*total)) : Words::tr("step %1").arg(step);
}

void addTo(FactsDrawer::Facts &facts, const QString &name, const QString &value, int maxChars = 2000)
{
    if (!value.isEmpty())
        facts.append({name, displayText(value, maxChars)});
}

QString indicesText(const std::vector<int> &indices)
{
    QStringList texts;
    for (const int index : indices)
        texts.append(QString::number(index));
    return texts.join(QStringLiteral(", "));
}

void addAllocation(FactsDrawer::Facts &facts, const JobDetail &detail)
{
    facts.append({QString(), Words::tr("Allocated")});
    for (auto tres = detail.allocTres.begin(); tres != detail.allocTres.end(); ++tres)
        addTo(facts, displayText(tres.key(), 40), tres.value());
    for (const NodeAllocation &allocation : detail.allocations) {
        QStringList parts;
        if (!allocation.gpuIndices.empty())
            parts.append(Words::tr("GPU %1").arg(indicesText(allocation.gpuIndices)));
        if (!allocation.cpuIds.isEmpty())
            parts.append(Words::tr("CPU %1").arg(allocation.cpuIds));
        if (allocation.memoryMiB)
            parts.append(formatValue(double(*allocation.memoryMiB) * 1048576, Unit::Byte));
        addTo(facts, displayText(allocation.nodeList, 60), parts.join(QStringLiteral(" · ")));
    }
}

void addPlaces(FactsDrawer::Facts &facts, const Job &job, const JobDetail *detail)
{
    facts.append({QString(), Words::tr("Files")});
    addTo(facts, Words::tr("Script"), job.command);
    addTo(facts, Words::tr("Folder"), job.workDir);
    addTo(facts, Words::tr("Output"), job.stdoutPath);
    if (job.stderrPath != job.stdoutPath)
        addTo(facts, Words::tr("Errors"), job.stderrPath);
    if (detail) {
        addTo(facts, Words::tr("Submitted as"), detail->submitLine);
        addTo(facts, Words::tr("Batch host"), detail->batchHost);
    }
}

} // namespace

QString factsLine(const Job &job, const JobSnapshot *snapshot, qint64 nowMs)
{
    QStringList parts{runningText(job, nowMs)};
    if (!job.partition.isEmpty())
        parts.append(Words::tr("%1 partition").arg(displayText(job.partition, 40)));
    QStringList size;
    if (job.numNodes > 0)
        size.append(nodesText(job.numNodes));
    if (const QString gpus = gpuText(job); !gpus.isEmpty())
        size.append(gpus);
    if (!size.isEmpty())
        parts.append(size.join(QStringLiteral(", ")));
    if (snapshot) {
        if (const QString step = stepText(*snapshot); !step.isEmpty())
            parts.append(step);
    }
    return parts.join(QStringLiteral(" · "));
}

FactsDrawer::Facts jobFacts(const Job &job, const JobSnapshot *snapshot, const Verdict &verdict, qint64 nowMs)
{
    FactsDrawer::Facts facts;
    if (!verdict.statements.empty())
        facts.append({QString(), Words::tr("What the verdict rests on")});
    for (const Statement &statement : verdict.statements)
        facts.append({clauseText(statement, nowMs), evidenceText(statement.evidence, nowMs)});
    const JobDetail *detail = snapshot ? snapshot->detail.get() : nullptr;
    facts.append({QString(), Words::tr("Job")});
    addTo(facts, Words::tr("Number"), job.displayId);
    addTo(facts, Words::tr("Name"), job.name);
    addTo(facts, Words::tr("User"), job.user);
    addTo(facts, Words::tr("Account"), job.account);
    addTo(facts, Words::tr("Quality of service"), job.qos);
    addTo(facts, Words::tr("State"), stateText(job));
    addTo(facts, Words::tr("Reason"), reasonText(job.reason));
    addTo(facts, Words::tr("Time limit"), formatTimeLimit(job.timeLimit));
    if (job.startS)
        addTo(facts, Words::tr("Start"), formatMoment(*job.startS * 1000, nowMs));
    if (job.exitCode)
        addTo(facts, Words::tr("Exit"), exitText(*job.exitCode));
    if (job.restarts && *job.restarts > 0)
        addTo(facts, Words::tr("Restarts"), QString::number(*job.restarts));
    addTo(facts, Words::tr("Nodes"), job.nodeList);
    if (detail)
        addAllocation(facts, *detail);
    addPlaces(facts, job, detail);
    if (snapshot) {
        facts.append({QString(), Words::tr("Counters")});
        facts.append({Words::tr("Read by"), rungText(snapshot->probe.rung)});
        addTo(facts, Words::tr("Why"), probeText(snapshot->probe));
    }
    return facts;
}

QList<CopyCommand> jobCommands(const Job &job, const JobSnapshot *snapshot)
{
    const QString id = QString::number(job.id.number);
    QList<CopyCommand> commands{
        {Words::tr("Queue entry (squeue)"), QStringLiteral("squeue -j ") + id},
        {Words::tr("All facts (scontrol)"), QStringLiteral("scontrol show job -d ") + id},
        {Words::tr("Accounting (sacct)"), QStringLiteral("sacct -j ") + id},
        {Words::tr("Shell on the job's first node (srun)"),
         QStringLiteral("srun --overlap --jobid=%1 --pty bash").arg(id)},
    };
    const QString path = snapshot && snapshot->log ? snapshot->log->path : job.stdoutPath;
    if (!path.isEmpty())
        commands.append({Words::tr("Follow the log (tail)"),
                         QStringLiteral("tail -F ") + QString::fromUtf8(shellQuoted(path.toUtf8()))});
    return commands;
}

} // namespace paceline
