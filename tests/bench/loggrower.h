// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bench {

struct GrownLog
{
    QByteArray bytes;
    qint64 records = 0; ///< that the copies hold
};

/// The log in a folder of a fixture; empty when it holds none that is text.
QByteArray sampleIn(const QString &folder);
/// The sample again and again, size bytes or a little more. Steps, epochs and their totals go on from copy to copy, so
/// that it reads as one long run.
GrownLog grow(const QByteArray &sample, qsizetype size);
/// What a long job writes besides: nineteen of twenty lines hold no metric.
GrownLog mixedLog(qsizetype size);

} // namespace bench
