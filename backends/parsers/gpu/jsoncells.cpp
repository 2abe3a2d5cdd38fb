// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/jsoncells.h"

#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxDepth = 32;

QByteArray scalarText(const Json &json)
{
    if (json.is_string())
        return QByteArray::fromStdString(json.get_ref<const std::string &>()).trimmed();
    if (json.is_null())
        return {};
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

bool isMeasure(const Json &json)
{
    return json.is_object() && json.contains("value") && json["value"].is_primitive() && json.size() <= 3 &&
           (json.size() == 1 || json.contains("unit"));
}

QByteArray leafText(const Json &json)
{
    if (!isMeasure(json))
        return scalarText(json);
    const QByteArray value = scalarText(json["value"]);
    const QByteArray unit = json.contains("unit") ? scalarText(json["unit"]) : QByteArray();
    return unit.isEmpty() || isUnavailable(value) || isUnavailable(unit) ? value : value + ' ' + unit;
}

QByteArray listText(const Json &list)
{
    QList<QByteArray> texts;
    bool told = list.empty();
    for (const Json &element : list) {
        texts += leafText(element);
        told = told || !isUnavailable(texts.last());
    }
    return told ? '[' + texts.join(", ") + ']' : QByteArray("N/A");
}

JsonRow rowOf(const Json &object, int depth);

void addMember(JsonRow &row, const QByteArray &path, const Json &value, int depth)
{
    const auto isPart = [](const Json &element) { return element.is_object() && !isMeasure(element); };
    if (value.is_object() && !isMeasure(value)) {
        if (depth >= kMaxDepth)
            return;
        for (const auto &[name, member] : value.items())
            addMember(row,
                      path.isEmpty() ? QByteArray::fromStdString(name) : path + '.' + QByteArray::fromStdString(name),
                      member, depth + 1);
    } else if (value.is_array() && std::any_of(value.begin(), value.end(), isPart)) {
        QList<JsonRow> rows;
        for (const Json &element : value) {
            if (element.is_object() && depth < kMaxDepth)
                rows += rowOf(element, depth + 1);
        }
        row.parts.emplaceBack(path, rows);
    } else {
        row.cells.push_back({path, {}, value.is_array() ? listText(value) : leafText(value)});
    }
}

JsonRow rowOf(const Json &object, int depth)
{
    JsonRow row;
    addMember(row, {}, object, depth);
    return row;
}

bool holds(const Json &object, const QList<QByteArray> &keys)
{
    return std::any_of(keys.begin(), keys.end(), [&object](const QByteArray &key) {
        const auto it = object.find(key.toStdString());
        return it != object.end() && it->is_primitive();
    });
}

void collect(const Json &json, const QList<QByteArray> &keys, QList<JsonRow> &rows, int depth)
{
    if (!json.is_structured() || depth > kMaxDepth)
        return;
    if (json.is_object() && holds(json, keys)) {
        rows += rowOf(json, depth);
        return;
    }
    for (const auto &[name, member] : json.items()) {
        const QByteArray key = QByteArray::fromStdString(name);
        const bool isNamed = std::any_of(keys.begin(), keys.end(), [&key](const QByteArray &wanted) {
            return wanted.startsWith('*') && key.startsWith(QByteArrayView(wanted).sliced(1));
        });
        if (isNamed && member.is_object() && json.is_object()) {
            rows += rowOf(member, depth + 1);
            rows.last().cells.insert(rows.last().cells.begin(), {"key", {}, key});
        } else {
            collect(member, keys, rows, depth + 1);
        }
    }
}

/// The end of the document that begins at start, -1 when it does not end.
qsizetype endOfDocument(QByteArrayView text, qsizetype start)
{
    qsizetype depth = 0;
    bool quoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return -1;
}

} // namespace

const Cell *JsonRow::find(const char *name) const
{
    const auto it = std::find_if(cells.begin(), cells.end(), [name](const Cell &cell) { return cell.name == name; });
    return it == cells.end() ? nullptr : &*it;
}

JsonParts jsonParts(QByteArrayView text)
{
    JsonParts parts;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype lineEnd = text.indexOf('\n', at) < 0 ? text.size() : text.indexOf('\n', at);
        const QByteArray line = text.sliced(at, lineEnd - at).toByteArray().trimmed();
        const bool isDocument = line.startsWith('{') || line == "[" || line.startsWith("[{") || line.startsWith("[ {");
        if (isDocument) {
            const qsizetype end = endOfDocument(text, at);
            parts.isCut = end < 0;
            if (parts.isCut)
                return parts;
            parts.documents += text.sliced(at, end - at).toByteArray();
            at = end;
            continue;
        }
        if (!line.isEmpty() && line != ",")
            parts.lines += QString::fromUtf8(line);
        at = lineEnd + 1;
    }
    return parts;
}

std::optional<QList<JsonRow>> jsonRows(const QByteArray &document, const QList<QByteArray> &keys)
{
    const Json json = Json::parse(document.begin(), document.end(), nullptr, false);
    if (json.is_discarded())
        return std::nullopt;
    QList<JsonRow> rows;
    collect(json, keys, rows, 0);
    return rows;
}

} // namespace paceline
