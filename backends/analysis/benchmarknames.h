// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace paceline {

/// A benchmark by its key in the catalogue, and the words that name it.
struct NamedBenchmark
{
    QString benchmark, text;
    bool isVague = false; ///< the words may mean something else
};

/// Of the name of a job, a script or a command line: "rn50-imagenet", "Llama2-70B-LoRA".
std::optional<NamedBenchmark> benchmarkNamed(const QString &text);

/// Of a line of a result log of MLPerf that says what is submitted.
std::optional<NamedBenchmark> benchmarkSubmitted(const QString &line);

/// Of programs that write logs which no other program writes.
std::optional<NamedBenchmark> benchmarkOfFormat(const QString &logFormat);

/// Whether its throughput hangs on the number of parameters.
bool isLanguageModel(const QString &benchmark);

/// Programs of which the log's rate is that of one accelerator although all of them work.
bool printsRatePerAccelerator(const QString &logFormat);

} // namespace paceline
