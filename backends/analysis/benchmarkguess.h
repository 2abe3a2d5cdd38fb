// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/benchmark.h"
#include "backends/store/snapshot.h"

namespace paceline {

/// What a job and what was read of it may tell. snapshot may be null.
BenchmarkFacts benchmarkFacts(const Job &job, const JobSnapshot *snapshot);

/// What a job seems to run, on which accelerator and how many, each with its reason. A name that tells nothing gives
/// nothing: no guess is better than a wrong one.
BenchmarkGuess guessBenchmark(const BenchmarkFacts &facts);

/// The same with what a person chose in place of the guess.
BenchmarkGuess withChoice(BenchmarkGuess guess, const BenchmarkChoice &choice);

} // namespace paceline
