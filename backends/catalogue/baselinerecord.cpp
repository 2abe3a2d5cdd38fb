// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/baselinerecord.h"

#include "backends/catalogue/baselinefields.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::pair<BaselineKind, const char *> kKinds[] = {
    {BaselineKind::Paper, "paper"},
    {BaselineKind::MlperfHpc, "mlperf-hpc"},
    {BaselineKind::MlperfTraining, "mlperf-training"},
    {BaselineKind::LanguageModel, "language-model"},
    {BaselineKind::Convergence, "convergence"},
    {BaselineKind::Hardware, "hardware"},
    {BaselineKind::Model, "model"},
    {BaselineKind::Law, "law"},
    {BaselineKind::Own, "own"},
};

std::optional<double> number(const Json &json)
{
    std::optional<double> value;
    if (json.is_number()) {
        value = json.get<double>();
    } else if (json.is_string()) {
        bool isNumber = false;
        const double read = QString::fromStdString(json.get<std::string>()).trimmed().toDouble(&isNumber);
        if (isNumber)
            value = read;
    }
    return value && std::isfinite(*value) ? value : std::nullopt;
}

bool set(const Json &json, std::optional<double> &field)
{
    field = number(json);
    return field.has_value();
}

bool set(const Json &json, std::optional<qint64> &field)
{
    const std::optional<double> value = number(json);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9e15)
        return false;
    field = qint64(*value);
    return true;
}

bool set(const Json &json, QString &field)
{
    if (json.is_string())
        field = QString::fromStdString(json.get<std::string>());
    else if (json.is_number())
        field = QString::fromStdString(json.dump());
    else
        return false;
    return true;
}

bool set(const Json &json, std::optional<QString> &field)
{
    QString text;
    const bool isText = set(json, text);
    if (isText)
        field = text;
    return isText;
}

bool set(const Json &json, bool &field)
{
    if (json.is_boolean()) {
        field = json.get<bool>();
        return true;
    }
    if (json != "true" && json != "false")
        return false;
    field = json == "true";
    return true;
}

bool set(const Json &json, std::optional<BaselineScaling> &field)
{
    if (json != "strong" && json != "weak")
        return false;
    field = json == "strong" ? BaselineScaling::Strong : BaselineScaling::Weak;
    return true;
}

/// The elements of a list, or of a text like "3.1; 3.2".
std::optional<std::vector<Json>> elements(const Json &json)
{
    if (json.is_array())
        return std::vector<Json>(json.begin(), json.end());
    if (!json.is_string())
        return {};
    std::vector<Json> found;
    for (const QString &text : QString::fromStdString(json.get<std::string>()).split(u';', Qt::SkipEmptyParts))
        found.emplace_back(text.trimmed().toStdString());
    return found;
}

bool set(const Json &json, std::vector<double> &field)
{
    const auto list = elements(json);
    if (!list)
        return false;
    field.clear();
    for (const Json &element : *list) {
        const std::optional<double> value = number(element);
        if (!value)
            return false;
        field.push_back(*value);
    }
    return true;
}

bool set(const Json &json, QStringList &field)
{
    const auto list = elements(json);
    if (!list)
        return false;
    field.clear();
    for (const Json &element : *list) {
        QString text;
        if (!set(element, text))
            return false;
        field.append(text);
    }
    return true;
}

bool isUnknown(const Json &json)
{
    return json.is_null() || (json.is_string() && json.get_ref<const std::string &>().empty());
}

void setOther(const QString &name, const Json &value, std::vector<NamedValue> &others)
{
    const auto same = [&](const NamedValue &other) { return other.name == name; };
    others.erase(std::remove_if(others.begin(), others.end(), same), others.end());
    if (!isUnknown(value))
        others.push_back({name, QString::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace))});
}

} // namespace

QString baselineKindWord(BaselineKind kind)
{
    for (const auto &[known, word] : kKinds) {
        if (known == kind)
            return QLatin1String(word);
    }
    return {};
}

std::optional<BaselineKind> baselineKind(const QString &word)
{
    for (const auto &[kind, known] : kKinds) {
        if (word == QLatin1String(known))
            return kind;
    }
    return {};
}

QStringList baselineKindWords()
{
    QStringList words;
    for (const auto &[kind, word] : kKinds)
        words.append(QLatin1String(word));
    return words;
}

bool isShallowJson(const QByteArray &text)
{
    constexpr int kMaxDepth = 16;
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted && c == '\\')
            ++i;
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == '{' || c == '[') && ++depth > kMaxDepth)
            return false;
        else if (!isQuoted && (c == '}' || c == ']'))
            --depth;
    }
    return true;
}

QString readBaselineFields(const QByteArray &text, Baseline &record)
{
    const Json object = isShallowJson(text) ? Json::parse(text.begin(), text.end(), nullptr, false) : Json();
    if (!object.is_object())
        return QStringLiteral("json");
    QString misfit;
    // Both follow from the others.
    QSet<QString> taken = {QStringLiteral("kind"), QStringLiteral("label")};
    visitBaselineFields(record, [&](const char *name, auto &field) {
        taken.insert(QLatin1String(name));
        const auto it = object.find(name);
        if (it == object.end())
            return;
        if (isUnknown(*it))
            field = std::decay_t<decltype(field)>();
        else if (!set(*it, field) && misfit.isEmpty())
            misfit = QLatin1String(name);
    });
    for (const auto &[key, value] : object.items()) {
        if (const QString name = QString::fromStdString(key); !taken.contains(name))
            setOther(name, value, record.others);
    }
    return misfit;
}

} // namespace paceline
