// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/publishedrate.h"
#include "backends/store/snapshot.h"
#include "widgets/pages/factsdrawer.h"

namespace paceline {

/// A job beside what is published: what was guessed and why, the figures and their sources, its own rate for each
/// accelerator, what part of the peak that is, and what a sample costs in energy. Empty while the log tells no rate.
FactsDrawer::Facts publishedFacts(const BenchmarkView &view, const JobSnapshot &snapshot, qint64 nowMs);

/// Mean power of the last five minutes, summed over all GPUs (gpu.power) or else all nodes (power.node), of ticks that
/// have a value of each. Unit: watt.
struct JobPower
{
    double watts = 0;
    bool isOfGpus = false;
};
std::optional<JobPower> jobPower(const JobSnapshot &snapshot, qint64 nowMs);

} // namespace paceline
