// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probescript.h"

#include "backends/core/text.h"

#include <QFile>
#include <QList>

namespace paceline {

namespace {

constexpr int kGoneNodeS = 8;

// A device cgroup (ConstrainDevices=yes) lets a step see the GPUs that it has, and nvidia-smi then knows no others.
// With
// --overlap a step shares "CPUs, memory and GRES" with all others by the manual of 22.05 and later, and without --gres
// it gets all GPUs of its job. Before that --overlap was about CPUs: such a step waits until the other steps free their
// GPUs, which is why centres told their users to add --gres=none there. --immediate bounds the wait; the caller falls
// back to None when the step is not there in time. Tried out with 22.05.8 without device cgroups: Slurm gives the step
// all GPUs while another step holds them, and gives them to the job's next steps too, whether or not those overlap.
// 20.11, 21.08 and 23.02 to 25.11 by their manuals only, and ConstrainDevices=yes nowhere.
const char *gpuOptions(GpuAccess access)
{
    return access == GpuAccess::Shared ? "--immediate=10" : "--gres=none";
}

} // namespace

QByteArray probeScript()
{
    QByteArray script;
    for (const char *part : {":/probe/counters.sh", ":/probe/gputools.sh", ":/probe/probe.sh"}) {
        QFile file(QString::fromLatin1(part));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QByteArray text = line.trimmed();
            if (!text.isEmpty() && !text.startsWith('#'))
                script += text + '\n';
        }
    }
    return script;
}

QByteArray probeCommand(JobId job, std::size_t nodes, const QByteArray &script, GpuAccess access)
{
    // The script travels in the environment, so that the accounting database does not keep it for every step. The
    // user's PATH goes with it, for the tools of GPU makers.
    const QByteArray srun =
        "srun --overlap --jobid=" + QByteArray::number(job.number) + " -N" + QByteArray::number(qulonglong(nodes)) +
        " --ntasks-per-node=1 -c1 --mpi=none --cpu-bind=none --gpu-bind=none --mem=0 " + gpuOptions(access) +
        " --export=PACELINE_PROBE,PATH"
        " --kill-on-bad-exit=0 --wait=0 -u -l -J paceline /bin/sh -c 'eval \"$PACELINE_PROBE\"'";
    // A srun that gets a signal kills its step, which would mark the job (DerivedExitCode 0:9): in a session of its own
    // only the end of its input ends it. One that waits for a node that is gone would never end: it is killed after a
    // while, with its session.
    const QByteArray session = "trap : USR1; { while read -r t; do echo \"$t\" || exit; done; exec >&-; sleep " +
                               QByteArray::number(kGoneNodeS) + "; kill -KILL 0; } | { trap : USR1; " + srun +
                               "; r=$?; kill -USR1 0; exit $r; }";
    return "trap '' HUP INT TERM; PACELINE_PROBE=" + shellQuoted(script) +
           "; export PACELINE_PROBE; if command -v setsid >/dev/null; then setsid -w /bin/sh -c " +
           shellQuoted(session) + "; else " + srun + "; fi";
}

} // namespace paceline
