// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/metricnames.h"

namespace paceline::logs {

/// The phase that the name of a DLLogger metric tells: "val.loss", "dev ema wer", "valid_loss".
Phase phaseOfDllName(std::string_view name, Phase otherwise);
/// What a metric of NVIDIA's DLLogger means; the programs name them as they like: "train.total_ips", "utts/s", "lrate".
std::string_view canonOfDllName(std::string_view name, std::string_view unit, Phase phase);

} // namespace paceline::logs
