// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/runspeed.h"
#include "backends/core/ids.h"

#include <vector>

namespace paceline {

/// A past or running job as one point of a line of one's own.
struct OwnRun
{
    JobId job;
    QString name, user, acceleratorType; ///< type: "a100", empty where Slurm tells none
    double accelerators = 0;             ///< GPUs, or where there are none processors
    bool hasGpus = true;
    RunSpeed speed;
    double startS = std::numeric_limits<double>::quiet_NaN(), seconds = startS; ///< UTC; how long it ran
};

/// Runs that differ in scale only.
struct OwnSeries
{
    QString name;
    QString metric;           ///< what is counted, see RunSpeed
    std::vector<OwnRun> runs; ///< by accelerators, then by start
    int scales = 0;
};

/// A name without what tells its scale: "resnet-64gpu", "resnet_n8" and "resnet-x16" are runs of "resnet".
QString nameWithoutScale(const QString &name);

/// Puts runs together that have the same name but for the scale in it, the same user, kind of accelerator and measure
/// of speed. Series of two scales and more, the one with the newest run first.
std::vector<OwnSeries> ownSeries(std::vector<OwnRun> runs);

} // namespace paceline
