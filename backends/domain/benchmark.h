// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>

namespace paceline {

/// What is known of a job that may tell what it trains, and on what.
struct BenchmarkFacts
{
    QString jobName, script, submitLine, partition;
    QString logFormat;            ///< as the log was recognised: "nanogpt"
    QStringList metrics;          ///< canonical names of its curves
    QStringList logHead;          ///< its first lines, where they are held
    QMap<QString, int> gpuTypes;  ///< as Slurm names them
    std::optional<int> gpus;      ///< of the whole job
    QString rateMetric, rateUnit; ///< how the log prints its speed; the unit as printed

    friend bool operator==(const BenchmarkFacts &, const BenchmarkFacts &) = default;
};

/// Where a guess comes from.
enum class GuessSource { None, Chosen, LogText, JobName, Script, SubmitLine, LogFormat, GpuType, Partition };

struct GuessReason
{
    GuessSource source = GuessSource::None;
    QString text = {}; ///< the words that led there, as the cluster wrote them

    friend bool operator==(const GuessReason &, const GuessReason &) = default;
};

/// Weak: a hint that may well mean something else. Likely: a name that hardly means anything else, and nothing speaks
/// against it. Certain: the program or the user says so.
enum class GuessConfidence { None, Weak, Likely, Certain };

/// Whether the rate that a log prints is of all accelerators, or of each.
enum class RateScope { WholeJob, PerAccelerator };

/// What a job seems to run. Keys are those of the catalogue; empty: no guess.
struct BenchmarkGuess
{
    QString benchmark;
    std::optional<double> parametersBillion; ///< of a language model
    GuessReason benchmarkReason, sizeReason;
    GuessConfidence confidence = GuessConfidence::None;

    QString acceleratorKey, acceleratorFamily; ///< the key is empty where only the family is known
    GuessReason acceleratorReason;
    std::optional<int> accelerators; ///< as the catalogue counts them: a module of two dies is one

    RateScope scope = RateScope::WholeJob;
    GuessReason scopeReason;

    friend bool operator==(const BenchmarkGuess &, const BenchmarkGuess &) = default;
};

/// What a person chose instead of the guess; absent: as guessed. An empty benchmark: compare with nothing.
struct BenchmarkChoice
{
    std::optional<QString> benchmark;
    std::optional<QString> accelerator; ///< key or family
    std::optional<double> parametersBillion;
    std::optional<RateScope> scope;

    bool isEmpty() const { return !benchmark && !accelerator && !parametersBillion && !scope; }
    friend bool operator==(const BenchmarkChoice &, const BenchmarkChoice &) = default;
};

} // namespace paceline
