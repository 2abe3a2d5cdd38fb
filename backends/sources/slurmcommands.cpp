// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/slurmcommands.h"

#include "backends/core/text.h"
#include "backends/parsers/sacct.h"
#include "backends/parsers/scontrolnode.h"

namespace paceline {

namespace {

constexpr std::size_t kMaxListedJobs = 200;

/// Slurm is not in everybody's PATH when the shell is no login shell.
CommandRequest request(const QByteArray &key, const QByteArray &command)
{
    static const QByteArray kSetting =
        "PATH=$PATH:/usr/local/bin:/opt/slurm/bin:/opt/slurm/current/bin:/cm/shared/apps/slurm/current/bin; "
        "unset SQUEUE_ACCOUNT SQUEUE_ALL SQUEUE_ARRAY SQUEUE_FORMAT SQUEUE_FORMAT2 SQUEUE_LICENSES SQUEUE_NAMES "
        "SQUEUE_PARTITION "
        "SQUEUE_PRIORITY SQUEUE_QOS SQUEUE_SIBLING SQUEUE_SORT SQUEUE_STATES SQUEUE_USERS SACCT_FORMAT SLURM_CLUSTERS; "
        "export PATH SLURM_TIME_FORMAT=%s SLURM_BITSTR_LEN=0; ";
    CommandRequest made;
    made.command = kSetting + command;
    made.key = key;
    return made;
}

QByteArray number(JobId job)
{
    return QByteArray::number(job.number);
}

} // namespace

CommandRequest slurmIdentityCommand()
{
    return request("identity",
                   "id -un; command -v squeue >/dev/null || exit 127; squeue --version; "
                   "scontrol show config | grep -E '^(ClusterName|SLURM_VERSION) '; exec scontrol -o show partition");
}

CommandRequest slurmQueueCommand(const SqueueFormat &format)
{
    return request("squeue", "exec squeue -h -a -S i -o " + shellQuoted(format.argument()));
}

CommandRequest slurmGpusCommand(const std::vector<JobId> &jobs)
{
    QByteArray which = "-t R,S,CG,CF,ST,SI,RS,SO";
    if (jobs.size() <= kMaxListedJobs) {
        QByteArrayList numbers;
        for (const JobId job : jobs)
            numbers.append(number(job));
        which = "-j " + numbers.join(',');
    }
    return request("gpus", "exec squeue -h -a " + which + " -O " + shellQuoted(squeueGpusArgument()));
}

CommandRequest slurmNodesCommand()
{
    return request("nodes", "exec scontrol -o show nodes");
}

CommandRequest slurmJobCommand(JobId job)
{
    return request("job " + number(job), "exec scontrol show job -d " + number(job));
}

CommandRequest slurmHistoryCommand(JobId job)
{
    return request("history " + number(job), "exec sacct -n -X -P --delimiter=" + shellQuoted("\x1f") + " -j " +
                                                 number(job) + " -o " + sacctColumns().join(u',').toLatin1());
}

SlurmIdentity parseSlurmIdentity(QByteArrayView text)
{
    SlurmIdentity identity;
    const QList<QByteArray> lines = text.toByteArray().split('\n');
    identity.userName = QString::fromUtf8(lines.value(0).trimmed());
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype blank = line.indexOf(' ');
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith("slurm") && blank > 0 && identity.slurmVersion.isEmpty())
            identity.slurmVersion = QString::fromUtf8(line.mid(blank + 1).trimmed());
        else if (line.startsWith("ClusterName ") && equals > 0)
            identity.clusterName = QString::fromUtf8(line.mid(equals + 1).trimmed());
        else if (line.startsWith("SLURM_VERSION ") && equals > 0)
            identity.slurmVersion = QString::fromUtf8(line.mid(equals + 1).trimmed());
    }
    if (const auto partitions = parseScontrolPartitions(text)) {
        for (const PartitionFacts &partition : *partitions) {
            if (partition.isDefault)
                identity.defaultPartition = partition.name;
        }
    }
    return identity;
}

} // namespace paceline
