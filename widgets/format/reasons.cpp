// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/text.h"
#include "widgets/format/jobtext.h"

#include <QCoreApplication>
#include <QHash>

namespace paceline {

namespace {

struct Reason
{
    const char *slurm; ///< as squeue %r prints it
    const char *words;
};

// Source: job_reason strings of Slurm 20.11 to 25.11 (man squeue, JOB REASON CODES).
constexpr Reason kReasons[] = {
    {"Resources", QT_TRANSLATE_NOOP("Reasons", "next in line, waits for free resources")},
    {"Priority", QT_TRANSLATE_NOOP("Reasons", "waits behind jobs of higher priority")},
    {"Dependency", QT_TRANSLATE_NOOP("Reasons", "waits for another job")},
    {"DependencyNeverSatisfied",
     QT_TRANSLATE_NOOP("Reasons", "will never start: the job it waits for ended otherwise than asked")},
    {"BeginTime", QT_TRANSLATE_NOOP("Reasons", "start time not reached")},
    {"JobHeldUser", QT_TRANSLATE_NOOP("Reasons", "held by its user")},
    {"JobHeldAdmin", QT_TRANSLATE_NOOP("Reasons", "held by an administrator")},
    {"JobArrayTaskLimit", QT_TRANSLATE_NOOP("Reasons", "the array's own limit of running tasks is reached")},
    {"Reservation", QT_TRANSLATE_NOOP("Reasons", "waits for its reservation to begin")},
    {"ReservationDeleted", QT_TRANSLATE_NOOP("Reasons", "its reservation was removed")},
    {"Licenses", QT_TRANSLATE_NOOP("Reasons", "waits for a licence")},
    {"NodeDown", QT_TRANSLATE_NOOP("Reasons", "a node that it needs is down")},
    {"ReqNodeNotAvail", QT_TRANSLATE_NOOP("Reasons", "a node that it asks for is not available")},
    {"BadConstraints", QT_TRANSLATE_NOOP("Reasons", "no node can ever meet its constraints")},
    {"Constraints", QT_TRANSLATE_NOOP("Reasons", "no node meets its constraints at present")},
    {"PartitionDown", QT_TRANSLATE_NOOP("Reasons", "the partition is down")},
    {"PartitionInactive", QT_TRANSLATE_NOOP("Reasons", "the partition starts no jobs at present")},
    {"PartitionNodeLimit", QT_TRANSLATE_NOOP("Reasons", "asks for more nodes than the partition allows or has")},
    {"PartitionTimeLimit", QT_TRANSLATE_NOOP("Reasons", "asks for more time than the partition allows")},
    {"AccountNotAllowed", QT_TRANSLATE_NOOP("Reasons", "its account may not use the partition")},
    {"QOSNotAllowed", QT_TRANSLATE_NOOP("Reasons", "its QOS may not use the partition")},
    {"InvalidAccount", QT_TRANSLATE_NOOP("Reasons", "its account is not valid")},
    {"InvalidQOS", QT_TRANSLATE_NOOP("Reasons", "its QOS is not valid")},
    {"AssociationJobLimit", QT_TRANSLATE_NOOP("Reasons", "the account's limit of running jobs is reached")},
    {"AssociationResourceLimit", QT_TRANSLATE_NOOP("Reasons", "the account's limit of resources is reached")},
    {"AssociationTimeLimit", QT_TRANSLATE_NOOP("Reasons", "the account's time is used up")},
    {"AssocGrpGRES", QT_TRANSLATE_NOOP("Reasons", "the account's limit of GPUs is reached")},
    {"AssocGrpGRESMinutes", QT_TRANSLATE_NOOP("Reasons", "the account's GPU time is used up")},
    {"AssocGrpCpuLimit", QT_TRANSLATE_NOOP("Reasons", "the account's limit of CPUs is reached")},
    {"AssocGrpCPUMinutesLimit", QT_TRANSLATE_NOOP("Reasons", "the account's CPU time is used up")},
    {"AssocGrpNodeLimit", QT_TRANSLATE_NOOP("Reasons", "the account's limit of nodes is reached")},
    {"AssocGrpBillingMinutes", QT_TRANSLATE_NOOP("Reasons", "the account's budget is used up")},
    {"AssocMaxJobsLimit", QT_TRANSLATE_NOOP("Reasons", "the account's limit of running jobs is reached")},
    {"AssocMaxGRESPerJob", QT_TRANSLATE_NOOP("Reasons", "asks for more GPUs than the account allows for one job")},
    {"AssocMaxWallDurationPerJobLimit", QT_TRANSLATE_NOOP("Reasons", "asks for more time than the account allows")},
    {"QOSJobLimit", QT_TRANSLATE_NOOP("Reasons", "the QOS's limit of running jobs is reached")},
    {"QOSResourceLimit", QT_TRANSLATE_NOOP("Reasons", "the QOS's limit of resources is reached")},
    {"QOSTimeLimit", QT_TRANSLATE_NOOP("Reasons", "the QOS's time is used up")},
    {"QOSUsageThreshold", QT_TRANSLATE_NOOP("Reasons", "the QOS's usage threshold is crossed")},
    {"QOSGrpGRES", QT_TRANSLATE_NOOP("Reasons", "the QOS's limit of GPUs is reached")},
    {"QOSGrpNodeLimit", QT_TRANSLATE_NOOP("Reasons", "the QOS's limit of nodes is reached")},
    {"QOSGrpCpuLimit", QT_TRANSLATE_NOOP("Reasons", "the QOS's limit of CPUs is reached")},
    {"QOSMaxGRESPerUser", QT_TRANSLATE_NOOP("Reasons", "your limit of GPUs in this QOS is reached")},
    {"QOSMaxGRESPerJob", QT_TRANSLATE_NOOP("Reasons", "asks for more GPUs than the QOS allows for one job")},
    {"QOSMaxJobsPerUserLimit", QT_TRANSLATE_NOOP("Reasons", "your limit of running jobs in this QOS is reached")},
    {"QOSMaxCpuPerUserLimit", QT_TRANSLATE_NOOP("Reasons", "your limit of CPUs in this QOS is reached")},
    {"QOSMaxNodePerUserLimit", QT_TRANSLATE_NOOP("Reasons", "your limit of nodes in this QOS is reached")},
    {"QOSMaxWallDurationPerJobLimit", QT_TRANSLATE_NOOP("Reasons", "asks for more time than the QOS allows")},
    {"MaxMemPerLimit", QT_TRANSLATE_NOOP("Reasons", "asks for more memory than allowed")},
    {"BurstBufferResources", QT_TRANSLATE_NOOP("Reasons", "waits for burst-buffer space")},
    {"BurstBufferStageIn", QT_TRANSLATE_NOOP("Reasons", "its data are being staged in")},
    {"Cleaning", QT_TRANSLATE_NOOP("Reasons", "was requeued and its last run is being cleaned up")},
    {"Prolog", QT_TRANSLATE_NOOP("Reasons", "the site's prolog runs")},
    {"DeadLine", QT_TRANSLATE_NOOP("Reasons", "cannot end before its deadline")},
    {"launch failed requeued held",
     QT_TRANSLATE_NOOP("Reasons", "the launch failed; requeued and held, release it to try again")},
    {"JobHoldMaxRequeue", QT_TRANSLATE_NOOP("Reasons", "held: it was requeued too often")},
    {"FrontEndDown", QT_TRANSLATE_NOOP("Reasons", "no front-end node is available")},
    {"SchedDefer", QT_TRANSLATE_NOOP("Reasons", "waits for the next round of the scheduler")},
    {"NonZeroExitCode", QT_TRANSLATE_NOOP("Reasons", "ended with an exit code other than 0")},
    {"TimeLimit", QT_TRANSLATE_NOOP("Reasons", "reached its time limit")},
    {"OutOfMemory", QT_TRANSLATE_NOOP("Reasons", "used more memory than it had")},
    {"RaisedSignal", QT_TRANSLATE_NOOP("Reasons", "ended by a signal")},
    {"InactiveLimit", QT_TRANSLATE_NOOP("Reasons", "was inactive for too long")},
    {"SystemFailure", QT_TRANSLATE_NOOP("Reasons", "the system failed")},
    {"JobLaunchFailure", QT_TRANSLATE_NOOP("Reasons", "could not be launched")},
};

const QHash<QString, const char *> &table()
{
    static const QHash<QString, const char *> kTable = [] {
        QHash<QString, const char *> words;
        for (const Reason &reason : kReasons)
            words.insert(QString::fromLatin1(reason.slurm), reason.words);
        return words;
    }();
    return kTable;
}

QString known(const QString &key)
{
    const char *words = table().value(key);
    return words ? QCoreApplication::translate("Reasons", words) : QString();
}

} // namespace

QString reasonText(const QString &reason)
{
    QString core = reason.trimmed();
    if (core.startsWith(QLatin1Char('(')) && core.endsWith(QLatin1Char(')')))
        core = core.mid(1, core.size() - 2);
    if (core.isEmpty() || core == QLatin1String("None"))
        return {};
    if (const QString words = known(core); !words.isEmpty())
        return words;
    // "ReqNodeNotAvail, UnavailableNodes:n[1-3]": the words for the reason, then what Slurm adds.
    const qsizetype comma = core.indexOf(QLatin1Char(','));
    const QString words = comma > 0 ? known(core.left(comma)) : QString();
    if (words.isEmpty())
        return displayText(core, 300);
    return words + QStringLiteral(" (") + displayText(core.mid(comma + 1).trimmed(), 200) + QLatin1Char(')');
}

} // namespace paceline
