// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/jobcells.h"

#include "backends/core/text.h"
#include "widgets/format/durations.h"
#include "widgets/format/jobtext.h"
#include "widgets/format/units.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobCells)
};

constexpr int kMaxText = 200;

QString gpuCell(const Job &job)
{
    if (!job.gpus)
        return missingText();
    // One kind of GPU is worth naming; several stand in the tool tip.
    if (job.gpuTypes.size() == 1 && !job.gpuTypes.firstKey().isEmpty())
        return formatCount(*job.gpus) + QStringLiteral(" × ") + displayText(job.gpuTypes.firstKey(), 24);
    return formatCount(*job.gpus);
}

QString elapsedCell(const Job &job, double nowS)
{
    const QString limit = formatTimeLimit(job.timeLimit);
    const bool waits = job.state == JobState::Pending;
    if (waits || !job.startS)
        return missingText() + QStringLiteral(" / ") + limit;
    const qint64 end = isFinished(job.state) ? job.endS.value_or(*job.startS) : qint64(nowS);
    return formatSlurmClock(end - *job.startS) + QStringLiteral(" / ") + limit;
}

QString startCell(const Job &job, double nowS)
{
    if (!job.startS)
        return missingText();
    const QString moment = formatMoment(*job.startS * 1000, qint64(nowS * 1000));
    if (job.state != JobState::Pending)
        return moment;
    return double(*job.startS) > nowS ? QStringLiteral("≈ ") + moment : missingText();
}

} // namespace

QString jobHeader(JobColumn column)
{
    switch (column) {
    case JobColumn::State:
        return Words::tr("State");
    case JobColumn::Name:
        return Words::tr("Name");
    case JobColumn::Id:
        return Words::tr("Job");
    case JobColumn::User:
        return Words::tr("User");
    case JobColumn::Partition:
        return Words::tr("Partition");
    case JobColumn::Nodes:
        return Words::tr("Nodes");
    case JobColumn::Gpus:
        return Words::tr("GPUs");
    case JobColumn::Elapsed:
        return Words::tr("Elapsed / limit");
    case JobColumn::Reason:
        return Words::tr("Reason");
    case JobColumn::Start:
        return Words::tr("Start");
    case JobColumn::Account:
        return Words::tr("Account");
    case JobColumn::Qos:
        return Words::tr("QOS");
    case JobColumn::Cpus:
        return Words::tr("CPUs");
    case JobColumn::NodeList:
        return Words::tr("Node list");
    case JobColumn::Count:
        break;
    }
    return {};
}

QString jobHeaderToolTip(JobColumn column)
{
    if (column == JobColumn::Start)
        return Words::tr("When the job started; of a waiting job Slurm's estimate, where it makes one");
    if (column == JobColumn::Gpus)
        return Words::tr("Allocated GPUs; of a waiting job those asked for");
    return {};
}

bool isNumberColumn(JobColumn column)
{
    switch (column) {
    case JobColumn::Id:
    case JobColumn::Nodes:
    case JobColumn::Gpus:
    case JobColumn::Cpus:
    case JobColumn::Elapsed:
    case JobColumn::Start:
        return true;
    default:
        return false;
    }
}

QString jobCell(JobColumn column, const Job &job, double nowS)
{
    switch (column) {
    case JobColumn::State:
        return stateText(job);
    case JobColumn::Name:
        return displayText(job.name, kMaxText);
    case JobColumn::Id:
        return displayText(job.displayId, 64);
    case JobColumn::User:
        return displayText(job.user, 64);
    case JobColumn::Partition:
        return displayText(job.partition, 64);
    case JobColumn::Nodes:
        return formatCount(job.numNodes);
    case JobColumn::Gpus:
        return gpuCell(job);
    case JobColumn::Elapsed:
        return elapsedCell(job, nowS);
    case JobColumn::Reason:
        return reasonText(job.reason);
    case JobColumn::Start:
        return startCell(job, nowS);
    case JobColumn::Account:
        return displayText(job.account, 64);
    case JobColumn::Qos:
        return displayText(job.qos, 64);
    case JobColumn::Cpus:
        return formatCount(job.numCpus);
    case JobColumn::NodeList:
        return displayText(job.nodeList, kMaxText);
    case JobColumn::Count:
        break;
    }
    return {};
}

QString jobToolTip(JobColumn column, const Job &job, double nowS)
{
    switch (column) {
    case JobColumn::State:
        return job.stateText.isEmpty()
                   ? QString()
                   : Words::tr("Slurm: %1")
                         .arg(displayText((QStringList(job.stateText) + job.flags).join(QLatin1Char(' ')), kMaxText));
    case JobColumn::Reason:
        return job.reason.isEmpty() ? QString()
                                    : reasonText(job.reason) + QLatin1Char('\n') +
                                          Words::tr("Slurm: %1").arg(displayText(job.reason, 1000));
    case JobColumn::Nodes:
    case JobColumn::NodeList:
        return displayText(job.nodeList, 1000);
    case JobColumn::Gpus: {
        QStringList kinds;
        for (auto it = job.gpuTypes.begin(); it != job.gpuTypes.end(); ++it)
            kinds += formatCount(it.value()) + QStringLiteral(" × ") + displayText(it.key(), 64);
        return kinds.join(QLatin1Char('\n'));
    }
    case JobColumn::Name:
        return displayText(job.name, 1000);
    default:
        return jobCell(column, job, nowS);
    }
}

} // namespace paceline
