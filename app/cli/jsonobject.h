// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/namedvalue.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>

namespace paceline::cli {

/// A JSON object on one line, written key by key in order. What is not there is null, never 0 or "".
class JsonObject
{
public:
    JsonObject() = default;
    /// Goes on with an object that is there: its text without braces, and its keys.
    JsonObject(QByteArray members, QSet<QString> keys)
        : m_text(std::move(members))
        , m_keys(std::move(keys))
    {
    }

    JsonObject &add(const char *key, double value); ///< not finite: null
    JsonObject &add(const char *key, const QString &text);
    JsonObject &add(const char *key, const std::optional<qint64> &value);
    JsonObject &add(const char *key, const std::optional<quint64> &value);
    JsonObject &add(const char *key, const std::optional<double> &value);
    JsonObject &add(const char *key, const std::vector<NamedValue> &values); ///< as an object
    JsonObject &addRaw(const QString &key, const QByteArray &json);
    /// Each under its own name, as number where its text is one; a name that is taken gets "_2".
    JsonObject &addAll(const std::vector<NamedValue> &values);

    QByteArray line() const { return '{' + m_text + '}'; }

private:
    QByteArray m_text;
    QSet<QString> m_keys;
};

QByteArray jsonArray(const QList<QByteArray> &elements);
QByteArray jsonTexts(const QStringList &texts);

} // namespace paceline::cli
