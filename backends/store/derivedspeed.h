// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"

#include <optional>

namespace paceline {

/// Throughput that a log does not print: what a step takes in (tokens, else samples) over the time that it takes. The
/// batch is what the log says of it, or the difference of two counts of samples or tokens; it is never guessed.
class DerivedSpeed
{
public:
    /// All that it carries from record to record.
    struct Memory
    {
        std::optional<double> batchSamples, batchTokens; ///< one step of all ranks
        std::optional<double> step, samples, tokens;     ///< of the last training record: counts since the start

        friend bool operator==(const Memory &, const Memory &) = default;
    };

    /// What stands beside the metrics of record, its name behind kDerivedPrefix; empty where the log prints a
    /// throughput itself, or says too little. Records come in the order of the file.
    std::optional<LogMetric> of(const LogRecord &record);
    /// The log was cut or replaced: counts start anew, the batch stays.
    void breakLine();

    const Memory &memory() const { return m_memory; }
    void goOn(const Memory &memory) { m_memory = memory; }

private:
    void learnBatch(const LogRecord &record);
    std::optional<double> perStep(std::optional<double> before, std::optional<double> now, double steps) const;

    Memory m_memory;
};

} // namespace paceline
