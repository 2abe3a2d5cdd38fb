// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jsonobject.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace paceline::cli {

namespace {

using Json = nlohmann::ordered_json;

QByteArray dumped(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray quoted(const QString &text)
{
    return dumped(Json(text.toStdString()));
}

QByteArray numberText(double value)
{
    constexpr double kExact = 9007199254740992.0;
    if (!std::isfinite(value))
        return "null";
    return value == std::floor(value) && std::abs(value) < kExact ? QByteArray::number(qint64(value))
                                                                  : dumped(Json(value));
}

/// Digits that begin with a needless 0 are names: serial numbers, buses.
bool isNumber(const QByteArray &text)
{
    qsizetype i = text.startsWith('-') ? 1 : 0;
    const qsizetype first = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9')
        ++i;
    return i > first && text.size() <= 40 && Json::accept(text.toStdString());
}

QByteArray valueText(const NamedValue &value)
{
    if (!value.text)
        return "null";
    const QByteArray text = value.text->toUtf8();
    if (!isNumber(text))
        return quoted(*value.text);
    const Json number = Json::parse(text.toStdString(), nullptr, false);
    return number.is_number_float() ? numberText(number.get<double>()) : dumped(number);
}

} // namespace

JsonObject &JsonObject::addRaw(const QString &key, const QByteArray &json)
{
    m_keys.insert(key);
    if (!m_text.isEmpty())
        m_text += ',';
    m_text += quoted(key) + ':' + json;
    return *this;
}

JsonObject &JsonObject::add(const char *key, double value)
{
    return addRaw(QLatin1String(key), numberText(value));
}

JsonObject &JsonObject::add(const char *key, const QString &text)
{
    return addRaw(QLatin1String(key), text.isEmpty() ? QByteArray("null") : quoted(text));
}

JsonObject &JsonObject::add(const char *key, const std::optional<qint64> &value)
{
    return addRaw(QLatin1String(key), value ? QByteArray::number(*value) : QByteArray("null"));
}

JsonObject &JsonObject::add(const char *key, const std::optional<quint64> &value)
{
    return addRaw(QLatin1String(key), value ? QByteArray::number(*value) : QByteArray("null"));
}

JsonObject &JsonObject::add(const char *key, const std::optional<double> &value)
{
    return addRaw(QLatin1String(key), value ? numberText(*value) : QByteArray("null"));
}

JsonObject &JsonObject::add(const char *key, const std::vector<NamedValue> &values)
{
    return addRaw(QLatin1String(key), JsonObject().addAll(values).line());
}

JsonObject &JsonObject::addAll(const std::vector<NamedValue> &values)
{
    for (const NamedValue &value : values) {
        QString key = value.name;
        for (int copy = 2; m_keys.contains(key); ++copy)
            key = QStringLiteral("%1_%2").arg(value.name).arg(copy);
        addRaw(key, valueText(value));
    }
    return *this;
}

QByteArray jsonTexts(const QStringList &texts)
{
    QList<QByteArray> elements;
    for (const QString &text : texts)
        elements += quoted(text);
    return jsonArray(elements);
}

QByteArray jsonArray(const QList<QByteArray> &elements)
{
    return '[' + elements.join(',') + ']';
}

} // namespace paceline::cli
