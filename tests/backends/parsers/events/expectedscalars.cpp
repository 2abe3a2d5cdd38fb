// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/events/expectedscalars.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace paceline {
namespace {

QString root()
{
    return QString::fromUtf8(PACELINE_FIXTURES "/training-logs");
}

} // namespace

QStringList expectedScalarNames()
{
    QStringList names = QDir(root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeIf([](const QString &name) { return loadExpectedScalars(name).scalars.isEmpty(); });
    return names;
}

ExpectedScalars loadExpectedScalars(const QString &name)
{
    const QString folder = root() + QLatin1Char('/') + name + QLatin1Char('/');
    ExpectedScalars expected;
    QFile json(folder + QLatin1String("expected.json"));
    if (!json.open(QIODevice::ReadOnly))
        return expected;
    const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
    expected.fileName = object.value(QLatin1String("file")).toString();
    expected.scalars = object.value(QLatin1String("scalars")).toObject();
    expected.records = object.value(QLatin1String("records")).toInteger();
    QFile file(folder + expected.fileName);
    if (file.open(QIODevice::ReadOnly))
        expected.bytes = file.readAll();
    return expected;
}

} // namespace paceline
