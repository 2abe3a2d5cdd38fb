// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

#include <utility>

namespace paceline {

/// The fields of a record under their names in files, in the order in which they are written. Calls visit(name, field)
/// for each; Record is Baseline or const Baseline. Reading, writing and import all go through this one table. Not in
/// it: kind, and what stands in others.
template <class Record, class Visit>
void visitBaselineFields(Record &record, Visit &&visit)
{
    visit("id", record.id);
    auto &source = record.source;
    visit("title", source.title);
    visit("year", source.year);
    visit("source", source.name);
    visit("source_locator", source.locator);
    visit("system", record.system);
    visit("accelerator", record.accelerator);
    visit("accelerator_key", record.acceleratorKey);
    visit("accelerator_family", record.acceleratorFamily);
    visit("accelerators", record.accelerators);
    visit("nodes", record.nodes);
    visit("global_batch", record.globalBatch);
    visit("precision", record.precision);
    visit("precision_key", record.precisionKey);
    visit("framework", record.framework);
    visit("dataset", record.dataset);
    visit("benchmark", record.benchmark);
    visit("metric", record.metric);
    visit("value", record.value);
    visit("unit", record.unit);
    visit("verified", source.isVerified);
    visit("derived", source.isDerived);
    visit("own", source.isOwn);
    visit("series", record.series);
    visit("scaling", record.scaling);
    visit("base_accelerators", record.baseAccelerators);
    visit("published_speedup", record.publishedSpeedup);
    visit("network", record.network);
    visit("hfu", record.hfu);
    visit("iteration_seconds", record.iterationSeconds);
    visit("tokens_per_second", record.tokensPerSecond);
    visit("model_tflops_per_accelerator", record.teraflopsPerAccelerator);
    visit("aggregate_pflops", record.aggregatePetaflops);
    visit("peak_fraction", record.peakFraction);
    visitModelFields(record.model, visit);
    visitMlperfFields(record.mlperf, visit);
    auto &point = record.convergence;
    visit("std", point.deviation);
    visit("min", point.minimum);
    visit("max", point.maximum);
    visit("runs", point.runs);
    visit("trimmed_each_side", point.trimmedEachSide);
    visit("raw", point.raw);
    visit("rounds", point.rounds);
    visit("formula", record.formula.formula);
    visit("variables", record.formula.variables);
    visit("note", record.note);
}

template <class Shape, class Visit>
void visitModelFields(Shape &model, Visit &visit)
{
    visit("model_params_b", model.parametersBillion);
    visit("layers", model.layers);
    visit("hidden", model.hidden);
    visit("heads", model.heads);
    visit("seq_len", model.sequenceLength);
    visit("vocab", model.vocabulary);
    visit("tp", model.tensorParallel);
    visit("pp", model.pipelineParallel);
    visit("cp", model.contextParallel);
    visit("dp", model.dataParallel);
    visit("microbatch", model.microbatch);
}

template <class Entry, class Visit>
void visitMlperfFields(Entry &entry, Visit &visit)
{
    visit("suite", entry.suite);
    visit("round", entry.round);
    visit("submitter", entry.submitter);
    visit("division", entry.division);
    visit("availability", entry.availability);
    visit("run_date", entry.runDate);
    visit("runs_counted", entry.runsCounted);
    visit("runs_failed", entry.runsFailed);
    visit("runs_minutes", entry.runsMinutes);
    visit("scaling_factor", entry.scalingFactor);
    visit("samples_unit", entry.samplesUnit);
    visit("samples_mean", entry.samplesMean);
    visit("runs_samples", entry.runsSamples);
    visit("throughput_mean", entry.throughputMean);
    visit("throughput_unit", entry.throughputUnit);
    visit("throughput_scope", entry.throughputScope);
    visit("models", entry.models);
    visit("models_per_minute", entry.modelsPerMinute);
    visit("accelerators_per_model", entry.acceleratorsPerModel);
    visit("accelerators_per_model_at_most", entry.acceleratorsPerModelAtMost);
    visit("carried_over_from", entry.carriedOverFrom);
}

} // namespace paceline
