// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/job.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// A part of a GPU that works as one of its own.
struct GpuInstance
{
    QString uuid, profile; ///< "MIG-...", "1g.10gb"
    std::optional<qint64> index;

    friend bool operator==(const GpuInstance &, const GpuInstance &) = default;
};

/// What is known of one GPU of a node. Empty and absent: not told.
struct GpuDevice
{
    enum class Allocation { Unknown, ThisJob, NotThisJob };

    QString uuid, pciAddress; ///< "0000:07:00.0", in lower case
    QString name, driver;
    QString mig;                 ///< "Enabled", "Disabled"
    QString partition;           ///< of a GPU of AMD that is divided: which part this is
    std::optional<qint64> index; ///< the tool's own numbering; with a device cgroup only of what it lets us see
    std::optional<int> minor;    ///< of the device file, by which Slurm knows it
    std::optional<double> memoryTotalMiB, powerLimitW;
    Allocation allocation = Allocation::Unknown;
    std::optional<int> processesOfJob; ///< absent where nobody tells whose processes are on it
    bool hasForeignProcesses = false;
    bool isLost = false; ///< its driver does not reach it any more
    std::vector<GpuInstance> instances;

    /// By which it is known: its UUID, else its PCI address, else what the tool calls it.
    GpuId id() const;
    QString label() const;

    friend bool operator==(const GpuDevice &, const GpuDevice &) = default;
};

/// One port of a fabric.
struct FabricPort
{
    QString name;             ///< "mlx5_0/1", "cxi0"
    QString state, linkLayer; ///< "ACTIVE"; "InfiniBand", "Ethernet"
    std::optional<double> rateGbps;

    friend bool operator==(const FabricPort &, const FabricPort &) = default;
};

/// What one node of a job consists of, as far as its probe can tell. Immutable once handed on.
struct NodeHardware
{
    NodeName node;
    std::vector<GpuDevice> gpus;
    std::vector<FabricPort> ports;
    QStringList notReadable;    ///< "rapl", "lustre": there, but not for us
    QStringList complaints;     ///< of GPU tools, newest last; remote text
    std::vector<int> slurmGpus; ///< what Slurm told the probe's step of the job's GPUs

    friend bool operator==(const NodeHardware &, const NodeHardware &) = default;
};

using NodeHardwarePtr = std::shared_ptr<const NodeHardware>;

/// The hardware of one node of a watched job, as it is from now on.
struct HardwareReport
{
    JobId job;
    NodeHardwarePtr hardware;
};

/// Says of each GPU whether it belongs to the job. indices are Slurm's (GRES IDX) on this node, where they are known:
/// they count device files. Where no more GPUs are visible than the job has, all are the job's, because a device cgroup
/// hides the others and renumbers these.
void setAllocation(NodeHardware &hardware, const std::optional<std::vector<int>> &indices);

} // namespace paceline
