// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// Slurm's base states. Flags such as COMPLETING or CONFIGURING stand in Job::flags. A word that we do not know is
/// Unknown and counts as active.
enum class JobState {
    Pending,
    Running,
    Suspended,
    Completed,
    Cancelled,
    Failed,
    Timeout,
    NodeFail,
    Preempted,
    BootFail,
    Deadline,
    OutOfMemory,
    Unknown
};

bool isFinished(JobState state);

struct TimeLimit
{
    enum class Kind { Unknown, Unlimited, Minutes };
    Kind kind = Kind::Unknown;
    qint64 minutes = 0; ///< only with Kind::Minutes

    friend bool operator==(const TimeLimit &, const TimeLimit &) = default;
};

/// One record of the queue: a job, a started array task, a het component, or the pending rest of an array.
/// Texts are as Slurm prints them, not yet made safe for display (see displayText).
struct Job
{
    JobId id;
    QString displayId; ///< as people write it: "12345", "7_3", "7_[6,9%2]", "10+1"
    QString name, user, account, qos, partition;
    JobState state = JobState::Unknown;
    QString stateText; ///< the word itself, for states and flags that we do not know
    QStringList flags; ///< COMPLETING, CONFIGURING, REQUEUED ... in capitals
    QString reason;    ///< empty when Slurm prints None
    std::optional<quint32> arrayJobId;
    QString arrayTask; ///< "3", or for the pending rest "6,9%2"
    std::optional<quint32> hetJobId, hetOffset;
    QString nodeList; ///< compact host list as Slurm prints it; expand with expandHostList
    int numNodes = 0;
    int numCpus = 0;
    std::optional<int> gpus;     ///< allocated (AllocTRES), or requested while pending; absent when not told
    QMap<QString, int> gpuTypes; ///< "a100" -> 8; without types empty
    TimeLimit timeLimit;
    std::optional<qint64> submitS, startS, endS; ///< UTC seconds; startS of a pending job is Slurm's estimate
    std::optional<double> priority;
    std::optional<QString> exitCode; ///< "code:signal"
    std::optional<int> restarts;
    QString stdoutPath, stderrPath, workDir, command, comment;

    friend bool operator==(const Job &, const Job &) = default;
};

/// What a running job holds on a group of nodes, from one "Nodes=... CPU_IDs=... Mem=... GRES=..." line of `scontrol
/// show job -d`.
struct NodeAllocation
{
    QString nodeList;
    std::vector<NodeName> nodes; ///< of nodeList, expanded
    QString cpuIds;
    std::optional<qint64> memoryMiB;
    QString gres;                ///< as printed: gpu:a100:4(IDX:0-3)
    std::vector<int> gpuIndices; ///< expanded IDX of gpu

    friend bool operator==(const NodeAllocation &, const NodeAllocation &) = default;
};

/// Everything about one opened job.
struct JobDetail
{
    Job job;
    QMap<QString, QString> allocTres;        ///< "cpu" -> "64", "mem" -> "200G", "gres/gpu" -> "8"
    std::vector<NodeAllocation> allocations; ///< empty when not running
    QString batchHost, submitLine;
    QMap<QString, QString> fields; ///< every Key=Value of the answer, as printed

    friend bool operator==(const JobDetail &, const JobDetail &) = default;
};

/// An immutable queue as one poll saw it. Rows that did not change between two polls are the same objects.
struct JobList
{
    std::vector<std::shared_ptr<const Job>> jobs;
    qint64 takenMs = 0;       ///< when the answer came, UTC
    int badRows = 0;          ///< rows that could not be read
    bool gpusPending = false; ///< a list with the allocated GPUs of jobs that started follows soon
};

} // namespace paceline
