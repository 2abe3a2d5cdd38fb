// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baselineset.h"
#include "backends/domain/publishedrate.h"

namespace paceline {

/// What the catalogue tells of a guessed benchmark on the guessed accelerator (its family where it knows that one
/// alone) at its scale, in a metric that a run prints: samples_per_sec or tokens_per_sec, derived ones too. Lowest to
/// highest of all curves that reach over the scale and of single records at it; MLPerf's where there are such, without
/// its open division. Where no curve reaches that far, from curves up to four times away. Of language models without
/// MLPerf's name: those whose size differs by 20 % at most. Absent where nothing compares.
std::optional<PublishedRate> publishedRate(const BaselineSet &catalogue, const BenchmarkGuess &guess,
                                           const QString &metric);

/// What a sample or token of the guessed model costs, and the dense peak of the accelerator at bf16 or else fp16. Where
/// the family alone is known, the variant with the highest peak counts. Absent where either is unknown.
std::optional<ModelWork> modelWork(const BaselineSet &catalogue, const BenchmarkGuess &guess, const QString &metric);

} // namespace paceline
