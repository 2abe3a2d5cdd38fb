// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace paceline {

/// A fixture of tests/fixtures/training-logs that holds scalars, and what its expected.json says.
struct ExpectedScalars
{
    QString fileName;
    QByteArray bytes;
    QJsonObject scalars; ///< by tag
    qint64 records = 0;
};

QStringList expectedScalarNames();
ExpectedScalars loadExpectedScalars(const QString &name);

} // namespace paceline
