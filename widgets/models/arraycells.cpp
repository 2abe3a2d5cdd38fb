// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/arraycells.h"

#include "widgets/format/jobtext.h"
#include "widgets/format/units.h"
#include "widgets/models/jobcells.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(JobCells)
};

bool startedBefore(const Job &a, const Job &b)
{
    const auto startOf = [](const Job &job) {
        return job.state == JobState::Pending ? INT64_MAX : job.startS.value_or(INT64_MAX);
    };
    return startOf(a) < startOf(b);
}

QString stateOf(const ArraySummary &array)
{
    if (array.running > 0)
        return Words::tr("%1 of %2 running", "tasks of an array")
            .arg(formatCount(array.running), formatCount(array.tasks()));
    return array.waiting > 0 ? Words::tr("%1 waiting", "tasks of an array").arg(formatCount(array.waiting))
                             : Words::tr("%1 ended", "tasks of an array").arg(formatCount(array.ended));
}

} // namespace

void ArraySummary::add(const Job &job)
{
    if (!first)
        first = longest = &job;
    if (startedBefore(job, *longest))
        longest = &job;
    if (reason.isEmpty())
        reason = job.reason;
    if (job.state == JobState::Pending) {
        const qint64 tasks = countArrayTasks(job.arrayTask);
        waiting += tasks;
        asked.add(job, tasks);
    } else if (isFinished(job.state)) {
        ++ended;
    } else {
        ++running;
        held.add(job, 1);
    }
}

void ArraySummary::Size::add(const Job &job, qint64 tasks)
{
    nodes += tasks * job.numNodes;
    cpus += tasks * job.numCpus;
    gpus += tasks * job.gpus.value_or(0);
}

QString arrayCell(JobColumn column, const ArraySummary &array, double nowS)
{
    switch (column) {
    case JobColumn::State:
        return stateOf(array);
    case JobColumn::Id:
        return QString::number(array.first->arrayJobId.value_or(array.first->id.number));
    case JobColumn::Nodes:
        return formatCount(array.size().nodes);
    case JobColumn::Cpus:
        return formatCount(array.size().cpus);
    case JobColumn::Gpus:
        return formatCount(array.size().gpus);
    case JobColumn::NodeList:
        return {};
    case JobColumn::Reason:
        return array.reason.isEmpty() ? QString() : reasonText(array.reason);
    case JobColumn::Elapsed:
        return jobCell(column, *array.longest, nowS);
    default:
        return jobCell(column, *array.first, nowS);
    }
}

QString arrayToolTip(const ArraySummary &array)
{
    return Words::tr("Array of %1 tasks: %2 running, %3 waiting, %4 ended")
        .arg(formatCount(array.tasks()), formatCount(array.running), formatCount(array.waiting),
             formatCount(array.ended));
}

} // namespace paceline
