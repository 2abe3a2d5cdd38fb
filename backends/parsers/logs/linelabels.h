// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace paceline::logs {

/// What the labels and logging heads at the front of a line say.
struct LineHead
{
    std::optional<int> rank;
    /// Date and time as printed, taken as UTC, milliseconds since 1970. The zone is the printing host's.
    std::optional<qint64> printedMs;
};

/// Takes off the front of text, again and again, what others than the training code put there: labels of srun,
/// torchrun, mpirun and Ray, host and pod names, and the heads of Python's, absl's and the frameworks' logging. Linear;
/// a line without labels costs a few compares.
void stripLabels(std::string_view &text, LineHead &head);

} // namespace paceline::logs
