// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/ownbaselines.h"

#include "backends/catalogue/baselinerecord.h"
#include "backends/catalogue/csvrows.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace paceline {

namespace {

using Json = nlohmann::ordered_json;

constexpr qsizetype kMaxText = 32 << 20;
constexpr std::size_t kMaxBadRows = 20;

Json parsed(const QByteArray &text)
{
    return isShallowJson(text) ? Json::parse(text.begin(), text.end(), nullptr, false) : Json();
}

QByteArray dumped(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

class Reader
{
public:
    /// A JSON object as text.
    void add(const QByteArray &object)
    {
        ++m_row;
        Baseline record;
        QString reason = readBaselineFields(object, record);
        if (reason.isEmpty())
            reason = missing(record);
        if (!reason.isEmpty()) {
            refuse(reason);
            return;
        }
        record.kind = BaselineKind::Own;
        record.source.isOwn |= !record.source.name && !record.source.locator;
        if (record.source.title.isEmpty())
            record.source.title = record.benchmark;
        if (record.id.isEmpty())
            record.id = QStringLiteral("own-%1-%2").arg(m_row).arg(record.benchmark);
        m_found.records.push_back(std::move(record));
    }
    OwnBaselines take() { return std::move(m_found); }

private:
    static QString missing(const Baseline &record)
    {
        return record.benchmark.isEmpty()            ? QStringLiteral("benchmark")
               : record.metric.isEmpty()             ? QStringLiteral("metric")
               : !record.value                       ? QStringLiteral("value")
               : !record.unit                        ? QStringLiteral("unit")
               : record.accelerators.value_or(1) < 1 ? QStringLiteral("accelerators")
               : record.nodes.value_or(1) < 1        ? QStringLiteral("nodes")
                                                     : QString();
    }
    void refuse(const QString &reason)
    {
        ++m_found.badRows;
        if (m_found.firstBadRows.size() < kMaxBadRows)
            m_found.firstBadRows.push_back({m_row, reason});
    }

    OwnBaselines m_found;
    qint64 m_row = 0;
};

OwnBaselines readJsonLines(const QByteArray &text)
{
    Reader reader;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            reader.add(line);
    }
    return reader.take();
}

Result<OwnBaselines> readCsv(const QByteArray &text)
{
    const std::vector<QByteArrayList> rows = csvRows(text);
    if (rows.empty())
        return failure(ErrorKind::Malformed, QStringLiteral("empty"));
    QByteArrayList names;
    for (const QByteArray &name : rows.front())
        names.append(name.trimmed().toLower());
    if (!names.contains("benchmark") || !names.contains("value"))
        return failure(ErrorKind::Malformed, QString::fromUtf8(rows.front().join(',').left(200)));
    Reader reader;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        Json object = Json::object();
        for (qsizetype i = 0; i < std::min(row->size(), names.size()); ++i) {
            const QByteArray cell = row->at(i).trimmed();
            if (cell.isEmpty())
                continue;
            // Our own export puts what no column takes into the last one.
            const Json others = names[i] == "others" ? parsed(cell) : Json();
            if (others.is_object())
                object.update(others);
            else
                object[names[i].toStdString()] = QString::fromUtf8(cell).toStdString();
        }
        reader.add(row->size() > names.size() ? QByteArray() : dumped(object));
    }
    return reader.take();
}

} // namespace

Result<OwnBaselines> parseOwnBaselines(const QByteArray &given)
{
    if (given.size() > kMaxText)
        return failure(ErrorKind::TooLarge, QString::number(given.size()));
    const QByteArray text = given.startsWith("\xef\xbb\xbf") ? given.mid(3) : given;
    const QByteArray front = text.left(4096).trimmed();
    if (front.isEmpty())
        return failure(ErrorKind::Malformed, QStringLiteral("empty"));
    if (front.startsWith('{')) {
        const Json whole = parsed(text); // one record over several lines is no JSON lines
        if (!whole.is_object())
            return readJsonLines(text);
        Reader reader;
        reader.add(text);
        return reader.take();
    }
    if (!front.startsWith('['))
        return readCsv(text);
    const Json list = parsed(text);
    if (!list.is_array())
        return failure(ErrorKind::Malformed, QString::fromUtf8(front.left(200)));
    Reader reader;
    for (const Json &object : list)
        reader.add(dumped(object));
    return reader.take();
}

} // namespace paceline
