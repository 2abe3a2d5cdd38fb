// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/runcomparison.h"

#include <QString>

namespace paceline {

/// "loss 2.31, last run 2.35 at this step, 4 % faster". name: what the other run is called ("last run", "job 4711").
QString comparisonText(const RunComparison &comparison, const QString &name);

} // namespace paceline
