// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/baselinetext.h"

#include "backends/catalogue/baselinefields.h"
#include "backends/catalogue/baselinerecord.h"
#include "backends/catalogue/citation.h"

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

/// What every record tells, if only as unknown.
bool isCommon(const char *name)
{
    static constexpr const char *kCommon[] = {"id",
                                              "title",
                                              "year",
                                              "source",
                                              "source_locator",
                                              "system",
                                              "accelerator",
                                              "accelerator_key",
                                              "accelerator_family",
                                              "accelerators",
                                              "nodes",
                                              "global_batch",
                                              "precision",
                                              "precision_key",
                                              "framework",
                                              "dataset",
                                              "benchmark",
                                              "metric",
                                              "value",
                                              "unit",
                                              "verified",
                                              "derived"};
    for (const char *common : kCommon) {
        if (std::strcmp(common, name) == 0)
            return true;
    }
    return false;
}

Json number(double value)
{
    constexpr double kExact = 9007199254740992.0;
    const bool isWhole = value == std::floor(value) && std::abs(value) < kExact;
    return isWhole ? Json(qint64(value)) : Json(value);
}

Json json(const std::optional<double> &value)
{
    return value ? number(*value) : Json();
}
Json json(const std::optional<qint64> &value)
{
    return value ? Json(*value) : Json();
}
Json json(const QString &value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}
Json json(const std::optional<QString> &value)
{
    return value ? json(*value) : Json();
}
Json json(bool value)
{
    return value;
}
Json json(const std::optional<BaselineScaling> &value)
{
    return value ? Json(*value == BaselineScaling::Strong ? "strong" : "weak") : Json();
}
Json json(const std::vector<double> &values)
{
    Json list = Json::array();
    for (const double value : values)
        list.push_back(number(value));
    return values.empty() ? Json() : list;
}
Json json(const QStringList &values)
{
    Json list = Json::array();
    for (const QString &value : values)
        list.push_back(value.toStdString());
    return values.isEmpty() ? Json() : list;
}

QByteArray dumped(const Json &value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json othersOf(const Baseline &record)
{
    Json object = Json::object();
    for (const NamedValue &other : record.others)
        object[other.name.toStdString()] =
            Json::parse(other.text.value_or(QStringLiteral("null")).toStdString(), nullptr, false);
    return object;
}

QByteArray plain(const Json &value)
{
    return value.is_string() ? QByteArray::fromStdString(value.get<std::string>()) : dumped(value);
}

/// A list as its elements between semicolons.
QByteArray listed(const Json &value)
{
    if (!value.is_array())
        return plain(value);
    QByteArrayList parts;
    for (const Json &element : value)
        parts.append(plain(element));
    return parts.join("; ");
}

QByteArray cell(const Json &value)
{
    if (value.is_null())
        return {};
    QByteArray text;
    if (value.is_array()) {
        QByteArrayList parts;
        for (const Json &element : value)
            parts.append(cell(element));
        text = parts.join(';');
    } else {
        text = plain(value);
    }
    const bool needsQuotes = text.contains(',') || text.contains('"') || text.contains('\n') || text.contains('\r');
    return needsQuotes ? '"' + text.replace('"', "\"\"") + '"' : text;
}

} // namespace

QByteArray baselineJson(const Baseline &record)
{
    Json object = Json::object();
    visitBaselineFields(record, [&](const char *name, const auto &field) {
        Json value = json(field);
        const bool isTold = std::strcmp(name, "own") == 0 ? value == true : !value.is_null();
        if (isTold || isCommon(name))
            object[name] = std::move(value);
        if (std::strcmp(name, "id") == 0)
            object["kind"] = baselineKindWord(record.kind).toStdString();
    });
    object.update(othersOf(record));
    if (const std::optional<QString> label = requiredLabel(record))
        object["label"] = label->toStdString();
    return dumped(object);
}

std::vector<NamedValue> baselineFields(const Baseline &record)
{
    std::vector<NamedValue> fields;
    const auto add = [&fields](const QString &name, const Json &value) {
        if (!value.is_null())
            fields.push_back({name, QString::fromUtf8(listed(value))});
    };
    visitBaselineFields(record,
                        [&](const char *name, const auto &field) { add(QString::fromLatin1(name), json(field)); });
    const Json others = othersOf(record);
    for (const auto &[name, value] : others.items())
        add(QString::fromStdString(name), value);
    return fields;
}

QByteArray baselineCsvHead()
{
    QByteArrayList names = {"kind"};
    const Baseline none;
    visitBaselineFields(none, [&](const char *name, const auto &) { names.append(name); });
    names.append("others");
    return names.join(',');
}

QByteArray baselineCsv(const Baseline &record)
{
    QByteArrayList cells = {baselineKindWord(record.kind).toUtf8()};
    visitBaselineFields(record, [&](const char *, const auto &field) { cells.append(cell(json(field))); });
    cells.append(record.others.empty() ? QByteArray() : cell(Json(dumped(othersOf(record)).toStdString())));
    return cells.join(',');
}

} // namespace paceline
