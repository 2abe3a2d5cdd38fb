// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/namedvalue.h"

#include <QMap>
#include <QStringList>
#include <limits>

namespace paceline {

inline constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

struct GpuProcess
{
    QString gpuUuid, name;
    std::optional<qint64> pid;
    double memoryUsedMiB = kNotMeasured;
    std::vector<NamedValue> others;
};

/// One row that a GPU tool printed, whoever made the GPU. NaN and empty: not told, or not available on this GPU.
struct GpuSample
{
    std::optional<qint64> index; ///< the tool's own numbering: may change with every boot
    QString pciAddress, uuid, name, mig, driver;
    QString eventReasons; ///< why the clocks are held down: NVIDIA's bits as "0x0000000000000004"
    double utilGpu = kNotMeasured, utilMemory = kNotMeasured; ///< percent
    double memoryTotalMiB = kNotMeasured, memoryUsedMiB = kNotMeasured;
    double temperatureC = kNotMeasured, memoryTemperatureC = kNotMeasured;
    double powerW = kNotMeasured, powerLimitW = kNotMeasured;
    double smClockMHz = kNotMeasured, fanPercent = kNotMeasured;
    double eccUncorrectedVolatile = kNotMeasured;
    QString entity;                 ///< DCGM: "GPU 0", "GPU-I 1"; empty for the other tools
    std::vector<NamedValue> others; ///< every other column of the row
    std::vector<GpuProcess> processes;
    std::vector<GpuSample> migDevices; ///< instances of a partitioned GPU, where the tool lists them below it
};

/// Counters since boot of one NVLink; link is absent where the tool spoke of the whole GPU.
struct GpuLink
{
    std::optional<qint64> gpu, link;
    QString gpuUuid;
    double txBytes = kNotMeasured, rxBytes = kNotMeasured;
    std::vector<NamedValue> others;
};

/// One row of the topology matrix.
struct GpuTopologyRow
{
    QString device; ///< "GPU0", "NIC0", "mlx5_0"
    QString name;   ///< of a NIC, from the legend
    std::vector<NamedValue> links, others;
};

/// What one output of a GPU tool amounts to. errors are lines by which the tool complained, in their order.
struct GpuReport
{
    std::vector<GpuSample> gpus;
    std::vector<GpuProcess> processes;
    std::vector<GpuLink> links;
    std::vector<GpuTopologyRow> topology;
    QStringList errors;

    bool hasRows() const { return !gpus.empty() || !processes.empty() || !links.empty() || !topology.empty(); }
};

} // namespace paceline
