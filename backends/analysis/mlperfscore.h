// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/mlperfrun.h"

namespace paceline {

/// How many runs the suite's rules ask for; absent for other benchmarks. Source: mlcommons/training_policies and
/// mlcommons/logging, benchmark_meta.
std::optional<qint64> mlperfRunsRequired(const QString &benchmark);

/// How many runs are dropped at each end, and how many that failed may take the slowest places: 4 for unet3d, else 1.
int mlperfRunsDropped(const QString &benchmark);

/// Mean of what is left of minutes, in any order, after the drops; failed runs count as the slowest. Absent when more
/// failed than may, or nothing is left.
std::optional<double> olympicMean(std::vector<double> minutes, int failed, int dropped);

/// Weak where the runs of an HPC benchmark all ran at once and are not as many as the rules ask for of strong scaling.
BaselineScaling guessedScaling(const std::vector<MlperfRun> &runs, const QString &benchmark);

/// The score of the runs of one entry. Strong: olympic mean times factor. Weak: time from the first start to the last
/// stop of all models that reached the target, whatever the others did; factor is of no use there.
MlperfScore mlperfScore(const std::vector<MlperfRun> &runs, const QString &benchmark, BaselineScaling scaling,
                        double factor = 1);

/// What a sample of the benchmark is: "images", "sequences", "tokens", "samples".
QString mlperfSamplesUnit(const QString &benchmark);

} // namespace paceline
