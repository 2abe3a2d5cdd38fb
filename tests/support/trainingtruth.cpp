// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/trainingtruth.h"

#include <QRegularExpression>

namespace paceline {

std::vector<TrainingPoint> readTrainingTruth(const QByteArray &log)
{
    static const QRegularExpression kStep(
        QStringLiteral("^epoch \\d+ step (\\d+) loss ([-+.0-9einfa]+) .* throughput ([.0-9]+) samples/s$"));
    std::vector<TrainingPoint> points;
    const QStringList lines = QString::fromUtf8(log).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = kStep.match(lines[i]);
        if (match.hasMatch())
            points.push_back(
                {i + 1, match.captured(1).toLongLong(), match.captured(2).toDouble(), match.captured(3).toDouble()});
    }
    return points;
}

} // namespace paceline
