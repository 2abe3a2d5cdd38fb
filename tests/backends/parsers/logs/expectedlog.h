// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <vector>

namespace paceline {

/// A fixture of tests/fixtures/training-logs: the log and what stands in its expected.json.
struct ExpectedLog
{
    QByteArray bytes;
    QString format;
    QJsonArray records;
    qint64 recordsInFile = 0;
    bool isCut = false; ///< records lists only the first ones
};

QStringList expectedLogNames();
ExpectedLog loadExpectedLog(const QString &name);

/// What differs between a record and its entry in expected.json: step, epoch, step within the epoch, rank, and every
/// value with a common name. Empty when nothing does.
QStringList differences(const LogRecord &record, const QJsonObject &expected);
/// One entry for each expected record that is missing or wrong, and one for each record where none is expected.
struct Comparison
{
    int right = 0;
    QStringList wrong, unexpected;
};
Comparison compare(const std::vector<LogRecord> &records, const ExpectedLog &log);

} // namespace paceline
