// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/accelerators.h"
#include "backends/analysis/publishedrate.h"
#include "backends/domain/metric.h"

namespace paceline {

namespace {

/// Of one accelerator; where the family alone is known, of its fastest variant.
bool takePeak(const BaselineSet &catalogue, const BenchmarkGuess &guess, ModelWork &work)
{
    for (const Accelerator &accelerator : acceleratorsOf(catalogue)) {
        const bool isIt = guess.acceleratorKey.isEmpty() || guess.acceleratorKey == guess.acceleratorFamily
                              ? accelerator.family == guess.acceleratorFamily || accelerator.key == guess.acceleratorKey
                              : accelerator.key == guess.acceleratorKey;
        const DensePeak *peak = isIt ? densePeak(accelerator, QStringLiteral("fp16_or_bf16")) : nullptr;
        if (!peak || peak->figure.value <= work.teraflops)
            continue;
        work.teraflops = peak->figure.value;
        work.precision = peak->precision;
        work.accelerator = accelerator.name;
    }
    return work.teraflops > 0;
}

bool takeFlops(const BaselineSet &catalogue, const BenchmarkGuess &guess, ModelWork &work)
{
    if (work.metric == QLatin1String("tokens_per_sec") && guess.parametersBillion) {
        work.flops = 6e9 * *guess.parametersBillion;
        work.formula = QStringLiteral("6 N"); // the shape that attention's part needs is not known
        return true;
    }
    if (work.metric != QLatin1String("samples_per_sec"))
        return false;
    int found = 0;
    for (const Baseline &record : catalogue.records()) {
        const bool isIt = record.kind == BaselineKind::Model && record.benchmark == guess.benchmark &&
                          record.metric == QLatin1String("training_flops_per_sample") && record.value;
        if (isIt && ++found == 1) {
            work.flops = *record.value;
            work.formula = record.unit == QStringLiteral("FLOP/image") ? QStringLiteral("3 x 2 x MAC_forward")
                                                                       : QStringLiteral("6 N s + 12 L h s^2");
        }
    }
    return found == 1; // of several lengths of sequence none is known to be the right one
}

} // namespace

std::optional<ModelWork> modelWork(const BaselineSet &catalogue, const BenchmarkGuess &guess, const QString &metric)
{
    ModelWork work;
    work.metric = metric.startsWith(kDerivedPrefix) ? metric.mid(qsizetype(kDerivedPrefix.size())) : metric;
    const bool isKnown = !guess.benchmark.isEmpty() && !guess.acceleratorFamily.isEmpty();
    if (!isKnown || !takeFlops(catalogue, guess, work) || !takePeak(catalogue, guess, work))
        return {};
    return work;
}

} // namespace paceline
