// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

enum class RecordKind { Train, Eval, EpochEnd, Progress, Summary, EpochStart, EvalStart, Param };

/// Where the time of a record comes from.
enum class TimeSource { None, Printed, Arrived, Interpolated };

struct LogMetric
{
    QString name;  ///< as printed
    double value;  ///< may be NaN or infinite: the program printed so
    QString unit;  ///< as printed or fixed by the format; may be empty
    QString canon; ///< the common name (loss, val_loss, lr, samples_per_sec ...), empty where there is none

    friend bool operator==(const LogMetric &, const LogMetric &) = default;
};

/// What one line (or several) of a training log says. Line numbers count from 1, segments (pieces between \r) from 0.
struct LogRecord
{
    qint64 line = 0, lastLine = 0; ///< lastLine > line for a record over several lines
    std::optional<int> segment;    ///< only when the line holds carriage returns
    RecordKind kind = RecordKind::Train;
    std::optional<int> rank;
    std::optional<qint64> step, totalSteps, stepInEpoch, stepsPerEpoch;
    std::optional<double> epoch, totalEpochs, samples, samplesInEpoch, samplesPerEpoch;
    bool stepFromBar = false; ///< the step is not in the record itself but in the progress bar before it
    std::vector<LogMetric> metrics;

    qint64 timeMs = 0; ///< UTC; meaningful unless timeSource is None
    TimeSource timeSource = TimeSource::None;
    qint64 uncertaintyMs = 0;      ///< half width
    qint64 offset = 0, length = 0; ///< bytes in the file: from the start of the first line, without the line end

    const LogMetric *metric(const QString &canon) const;
    friend bool operator==(const LogRecord &, const LogRecord &) = default;
};

} // namespace paceline
