// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/metric.h"

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

/// One sample of one node as the probe printed it: raw counters. What the node does not tell is absent.
struct ProbeSample
{
    std::optional<double> uptimeS;              ///< the node's own clock; rates are taken over it
    std::optional<std::array<quint64, 10>> cpu; ///< columns of the first line of /proc/stat, in jiffies
    std::optional<double> load1;
    std::optional<quint64> memoryTotalKiB, memoryAvailableKiB;
    std::vector<InterfaceCounters> interfaces;
};

/// One line of resources/probe/probe.sh.
struct ProbeLine
{
    enum class Kind { Hello, Sample };
    Kind kind = Kind::Sample;
    std::optional<int> rank; ///< the label of `srun -l`; none where the line came another way
    QByteArray node, step;   ///< Hello: Slurm's name of the node, and of the step where there is one
    qint64 tick = 0;         ///< Sample: the number that was sent to the probe
    ProbeSample sample;
    QList<QByteArray> absent; ///< files that this node does not let us read, said once
};

/// Parses one line without its line end, with or without a rank in front ("12: P1 t=3 u=..."). A field that cannot be
/// read is absent. Errors: Malformed (no line of a probe), Unsupported (of another version).
Result<ProbeLine> parseProbeLine(const QByteArray &line);

/// One metric of the catalogue for one node.
struct ProbeValue
{
    MetricId metric;
    float value; ///< kMissing where it was not measured, never 0 instead
};

/// What two samples of a node amount to: shares of CPU time and bytes per second between them, load and memory as of
/// the later one. A counter that went back (wrap, reset, reboot) leaves its interval missing. Always all metrics, in
/// the order of probeMetrics().
std::vector<ProbeValue> probeValues(const std::optional<ProbeSample> &before, const ProbeSample &now);

/// The metrics that probeValues gives, in its order.
const std::vector<MetricId> &probeMetrics();

/// Recorded lines of the probe as answers to another tick: the number behind t= becomes tick's. Other lines stay as
/// they are.
QByteArray refitProbeAnswer(const QByteArray &lines, const QByteArray &tick);

} // namespace paceline
