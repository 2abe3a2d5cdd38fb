// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/counters.h"

#include <QByteArray>
#include <QList>
#include <array>
#include <optional>
#include <vector>

namespace paceline {

/// Bytes of one network interface since it came up.
struct InterfaceCounters
{
    QByteArray name;
    quint64 received = 0, sent = 0;
};

/// Bytes through one port of a fabric since it came up. What it does not count is absent.
struct PortFlow
{
    QByteArray name; ///< "mlx5_0/1", "cxi0"
    std::optional<quint64> received, sent;
    std::optional<quint64> waited; ///< ticks of the port's own clock in which it had data and might not send
};

/// Bytes of one disk since it came up.
struct DiskFlow
{
    QByteArray name;
    quint64 read = 0, written = 0;
};

/// Energy since some beginning, in microjoules.
struct EnergyMeter
{
    QByteArray name;
    quint64 microjoules = 0;
};

/// What the job's cgroup counts on this node.
struct JobUse
{
    std::optional<quint64> cpuUs, memoryBytes;
};

/// What the job's processes moved since the probe looked first, by any call that reads or writes.
struct ProcessUse
{
    quint64 read = 0, written = 0, calls = 0;
    quint64 blocked = 0, count = 0; ///< in uninterruptible sleep, and all, at this moment
};

/// Microseconds in which at least one task waited for the resource.
struct StallTimes
{
    std::optional<quint64> cpuUs, memoryUs, ioUs;
};

/// NVIDIA's number of a GPU's device file.
struct GpuMinor
{
    QByteArray pciAddress;
    int number = 0;
};

/// One sample of one node as the probe printed it: raw counters. What the node does not tell is absent. Disks,
/// processes and files are in one sample of ten seconds only.
struct ProbeSample
{
    std::optional<double> uptimeS;              ///< the node's own clock; rates are taken over it
    std::optional<std::array<quint64, 10>> cpu; ///< columns of the first line of /proc/stat, in jiffies
    std::optional<double> load1;
    std::optional<quint64> memoryTotalKiB, memoryAvailableKiB;
    std::vector<InterfaceCounters> interfaces;
    std::optional<JobUse> job;
    std::optional<StallTimes> stalls;
    std::vector<PortFlow> ports;
    std::vector<EnergyMeter> energy;
    std::vector<DiskFlow> disks;
    std::optional<ProcessUse> processes;
    std::vector<GpuMinor> minors;
    CounterReport files; ///< what the files say that are sent as they are
};

/// One line of the probe.
struct ProbeLine
{
    /// Part: files of the sample whose closing line follows. Tool: about a GPU tool.
    enum class Kind { Hello, Sample, Part, Tool };
    enum class ToolEvent { Began, Printed, Owned, Ended };
    Kind kind = Kind::Sample;
    std::optional<int> rank;    ///< the label of `srun -l`; none where the line came another way
    QByteArray node, step;      ///< Hello: Slurm's name of the node, and of the step where there is one
    std::vector<int> slurmGpus; ///< Hello: indices of the job's GPUs, where Slurm tells the step
    qint64 tick = 0;            ///< Sample and Part: the number that was sent to the probe
    ProbeSample sample;         ///< Part: files alone
    QList<QByteArray> absent;   ///< what this node does not let us read, said once
    QByteArray tool;            ///< Tool: "nvidia", "nvidia.list"
    ToolEvent event = ToolEvent::Printed;
    QByteArray text;  ///< Printed and Owned: the tool's own line
    QByteArray owner; ///< Owned: whose process it is about: "job", "foreign", "unknown"
    int exitStatus = 0;
};

/// Parses one line without its line end, with or without a rank in front ("12: P1 t=3 u=..."). A field that cannot be
/// read is absent. Errors: Malformed (no line of a probe), Unsupported (of another version).
Result<ProbeLine> parseProbeLine(const QByteArray &line);

/// Recorded lines of the probe as answers to another tick: the number behind t= becomes that of sent, the line that
/// asks for it. Other lines stay as they are.
QByteArray refitProbeAnswer(const QByteArray &lines, const QByteArray &sent);

} // namespace paceline
