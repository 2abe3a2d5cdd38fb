// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/baseline.h"

namespace paceline::cli {

struct MlperfOptions
{
    QString folder;
    std::optional<BaselineScaling> scaling; ///< absent: by the folder's path, else by the runs
};

/// `mlperf FOLDER`: the score of every folder of result logs at or below FOLDER, one line for each. Returns the exit
/// state: Partial when a folder has no score.
int scoreMlperf(const MlperfOptions &options);

} // namespace paceline::cli
