// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/benchmark.h"

namespace paceline {

/// What has been published of a benchmark's throughput at a job's scale, counted as the job's log counts.
struct PublishedRate
{
    /// Where the scale lies in what is published; outside of it the figures go on with the outermost slope.
    enum class Place { Inside, BelowFirst, AboveLast };

    double low = 0, high = 0; ///< per second: of the whole job, or of one accelerator, see scope
    QString metric;           ///< of the run that they stand beside: "samples_per_sec"
    QString unit;             ///< as published: "images/s"; of tokens computed from sequences "tokens/s"
    int accelerators = 0;
    RateScope scope = RateScope::WholeJob;
    Place place = Place::Inside;
    int figures = 0;          ///< curves, and single records at that very scale
    QString accelerator;      ///< to show: "A100", "NVIDIA A100 SXM4 80GB"
    bool isOfFamily = false;  ///< of other variants of the accelerator too
    bool isWholeRuns = false; ///< MLPerf's: with start-up and evaluation, so that training alone was faster
    QString suite;            ///< "MLPerf v2.0", "MLPerf v1.0–v2.1", "MLPerf HPC v3.0"; empty for papers
    QStringList publishers;   ///< submitters, or who wrote the papers
    bool isTrusted = false;   ///< enough to call a job slow by it

    friend bool operator==(const PublishedRate &, const PublishedRate &) = default;
};

/// Operations that the model takes for one sample or token, and what the accelerator could do.
struct ModelWork
{
    double flops = 0;     ///< training, without recomputation
    QString formula;      ///< that gives them: "6 N"
    QString metric;       ///< of which it is a unit: "tokens_per_sec"
    double teraflops = 0; ///< dense peak of one accelerator
    QString precision;    ///< of the peak
    QString accelerator;  ///< whose peak it is

    friend bool operator==(const ModelWork &, const ModelWork &) = default;
};

/// All that a job page shows beside a run.
struct BenchmarkView
{
    BenchmarkGuess guess; ///< with what the user chose
    BenchmarkChoice choice;
    std::optional<PublishedRate> rate;
    std::optional<ModelWork> work;

    friend bool operator==(const BenchmarkView &, const BenchmarkView &) = default;
};

} // namespace paceline
