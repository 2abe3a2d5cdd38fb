// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

namespace paceline {

/// How a run of MLPerf ended.
enum class MlperfOutcome {
    Reached, ///< it stopped and says success, or its last evaluation meets the target that it printed
    Failed,  ///< it stopped without reaching the target
    Cut,     ///< it has no run_start or no run_stop
};

/// What one result log of MLPerf holds. Names are the catalogue's: resnet50, not resnet.
struct MlperfRun
{
    MlperfOutcome outcome = MlperfOutcome::Cut;
    double startMs = 0, stopMs = 0; ///< UTC of the run's host; only of runs that are not Cut
    std::optional<QString> benchmark, submitter, division, system, round;
    std::optional<double> globalBatch;
    std::optional<double> samples; ///< to the target; absent where the log does not say
    bool hasMarks = false;         ///< false: no log of MLPerf at all

    double minutes() const { return (stopMs - startMs) / 60000; }
};

/// Whether a score stands by the suite's rules.
enum class MlperfVerdict {
    Valid,
    TooFewRuns,    ///< fewer logs than the rules ask for
    TooManyFailed, ///< no score: more runs failed than may take the slowest places
    NoRun,         ///< no score: nothing is left after the drops
};

/// The score of the runs of one entry, in the catalogue's meanings.
struct MlperfScore
{
    MlperfVerdict verdict = MlperfVerdict::NoRun;
    BaselineScaling scaling = BaselineScaling::Strong;
    std::optional<double> minutes; ///< strong: olympic mean times the factor; weak: last stop less first start
    qint64 runsCounted = 0, runsFailed = 0;
    std::optional<qint64> runsRequired; ///< absent for a benchmark that the rules at hand do not name
    double scalingFactor = 1;
    std::vector<double> runsMinutes; ///< of the counted runs, in the order given
    std::vector<double> runsSamples; ///< the same; empty when one does not tell
    std::optional<double> samplesMean;
    std::optional<double> throughputMean;  ///< all samples over all run time, per second
    std::optional<double> modelsPerMinute; ///< weak only
};

} // namespace paceline
