// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/scaling.h"

#include <QString>
#include <QStringList>

namespace paceline {

/// "Amdahl's law", "ring all-reduce" ...
QString scalingLawText(ScalingLaw law);
/// A sentence: why the law was taken, or why none. Empty for an analysis that was not made.
QString scalingReasonText(const ScalingAnalysis &analysis);
/// A sentence for each note. changes: those of the series.
QStringList scalingNotesText(const ScalingAnalysis &analysis, const QStringList &changes);

} // namespace paceline
