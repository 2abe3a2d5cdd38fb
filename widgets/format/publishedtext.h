// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/publishedrate.h"

#include <QString>

namespace paceline {

/// A benchmark of the catalogue as people write it: "resnet50" -> "ResNet-50". An unknown one is shown by its key.
QString benchmarkText(const QString &key);

/// The words on the ribbon: "published, 64 × A100: MLPerf v2.0".
QString ribbonText(const PublishedRate &rate);

/// "126 000 to 196 000 images/s", and of what else must be known to read it.
QString publishedFigures(const PublishedRate &rate);
/// Who published it: "MLPerf v1.0–v2.1: Azure, Dell, HPE".
QString publishedSources(const PublishedRate &rate);

/// Why something was guessed: "from the name of the job: “rn50”". Empty where nothing was.
QString guessReasonText(const GuessReason &reason);
/// "ResNet-50, from the name of the job: ...", with the doubt where there is one.
QString guessText(const BenchmarkGuess &guess);
QString acceleratorGuessText(const BenchmarkGuess &guess);

} // namespace paceline
