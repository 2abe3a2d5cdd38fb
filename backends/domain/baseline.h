// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/namedvalue.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace paceline {

/// Which part of the catalogue a record belongs to.
enum class BaselineKind {
    Paper,          ///< ResNet-50 and other image networks: papers and vendors' tables
    MlperfHpc,      ///< MLPerf HPC entries
    MlperfTraining, ///< MLPerf Training entries
    LanguageModel,  ///< language models and exascale science runs
    Convergence,    ///< MLPerf reference convergence points
    Hardware,       ///< one figure of an accelerator, a network or a link
    Model,          ///< size, operations or target of a model, or a formula for them
    Law,            ///< scaling laws, cost of communication, scoring rules
    Own,            ///< the user's
};

/// Strong: the same work on more accelerators. Weak: work that grows with them; of MLPerf HPC, many models at once.
enum class BaselineScaling { Strong, Weak };

/// Where a figure comes from.
struct BaselineSource
{
    QString title;
    std::optional<qint64> year;
    std::optional<QString> name;    ///< who published it
    std::optional<QString> locator; ///< arXiv id, address, or repository@commit:path
    bool isVerified = false;        ///< the figure, or what it is computed from, was read there
    bool isDerived = false;         ///< computed from the source's raw figures
    bool isOwn = false;             ///< the user's own measurement, or one without a source
};

/// Shape of a transformer and how it was split, as far as the source says.
struct ModelShape
{
    std::optional<double> parametersBillion;
    std::optional<qint64> layers, hidden, heads, sequenceLength, vocabulary;
    std::optional<qint64> tensorParallel, pipelineParallel, contextParallel, dataParallel, microbatch;
};

/// What a record of MLPerf holds beside its value.
struct MlperfEntry
{
    std::optional<QString> suite, round, submitter, division, availability, runDate;
    std::optional<qint64> runsCounted, runsFailed; ///< counted: those that reached the target
    std::vector<double> runsMinutes;               ///< of the counted runs, by file name; empty above 40 runs
    std::vector<double> runsSamples;               ///< samples to the target of the same runs
    std::optional<double> scalingFactor;           ///< the review committee's, 1 where there is none
    std::optional<QString> samplesUnit, throughputUnit;
    std::optional<double> samplesMean;
    std::optional<double> throughputMean; ///< samples to the target over run time, start-up and evaluation included
    std::optional<QString> throughputScope;
    std::optional<qint64> models, acceleratorsPerModel, acceleratorsPerModelAtMost; ///< weak scaling
    std::optional<double> modelsPerMinute;
    std::optional<QString> carriedOverFrom; ///< id of the record of an earlier round with the same runs
};

/// How long the reference takes to converge at one batch size.
struct ConvergencePoint
{
    std::optional<double> deviation, minimum, maximum; ///< in the record's unit; population standard deviation
    std::optional<qint64> runs, trimmedEachSide;       ///< the record's value is the mean of what trimming leaves
    std::vector<double> raw;                           ///< of every run
    QStringList rounds;
};

/// A formula as text; a record with one has no value.
struct FormulaText
{
    std::optional<QString> formula, variables;
};

/// One published figure with its citation. What its source does not say is absent, never 0 or "".
struct Baseline
{
    QString id; ///< unique in the catalogue
    BaselineKind kind = BaselineKind::Own;
    BaselineSource source;

    std::optional<QString> system, network, framework, dataset, note;
    std::optional<QString> accelerator;       ///< as published
    std::optional<QString> acceleratorKey;    ///< joins BaselineCatalogue::accelerator()
    std::optional<QString> acceleratorFamily; ///< "a100"
    std::optional<qint64> accelerators, nodes, globalBatch;
    std::optional<QString> precision, precisionKey; ///< as published; fp64 fp32 tf32 fp16 bf16 fp16_or_bf16 fp8 ...

    QString benchmark, metric;
    std::optional<double> value; ///< absent for formulas
    std::optional<QString> unit;

    std::optional<QString> series; ///< records of one curve
    std::optional<BaselineScaling> scaling;
    std::optional<qint64> baseAccelerators;
    std::optional<double> publishedSpeedup; ///< the source's own factor against the base

    std::optional<double> hfu, iterationSeconds, tokensPerSecond;
    std::optional<double> teraflopsPerAccelerator, aggregatePetaflops, peakFraction;

    ModelShape model;
    MlperfEntry mlperf;
    ConvergencePoint convergence;
    FormulaText formula;
    std::vector<NamedValue> others; ///< every further field, its value as JSON
};

} // namespace paceline
