// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace paceline {

/// What the test cluster's training log says, read by a reader of the tests' own that shares nothing with
/// backends/parsers.
struct TrainingPoint
{
    qint64 line; ///< from 1
    qint64 step;
    double loss, throughput;
};

std::vector<TrainingPoint> readTrainingTruth(const QByteArray &log);

} // namespace paceline
