// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/scaling.h"

#include <QByteArray>

namespace paceline::cli {

/// One series as an object on one line: its law and parameters, points, candidates, forecasts, limits and notes.
QByteArray scalingLine(const ScalingSeries &series, const ScalingAnalysis &analysis);

} // namespace paceline::cli
