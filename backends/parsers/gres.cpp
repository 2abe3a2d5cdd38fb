// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gres.h"

#include "backends/parsers/slurmtext.h"

#include <QList>
#include <algorithm>

namespace paceline {

static QList<QByteArrayView> splitOn(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '(')
            ++depth;
        else if (text[i] == ')')
            --depth;
        else if (text[i] == separator && depth <= 0) {
            parts.append(text.sliced(start, i - start));
            start = i + 1;
        }
    }
    parts.append(text.sliced(start));
    return parts;
}

static std::vector<int> expandIndices(QByteArrayView text)
{
    constexpr qint64 kMaxIndex = 4095;
    std::vector<int> indices;
    for (const QByteArrayView item : splitOn(text, ',')) {
        const qsizetype dash = item.indexOf('-');
        const auto low = parseSlurmCount(dash < 0 ? item : item.first(dash));
        const auto high = dash < 0 ? low : parseSlurmCount(item.sliced(dash + 1));
        if (!low || !high || *high > kMaxIndex || indices.size() > kMaxIndex)
            return {};
        for (qint64 index = *low; index <= *high; ++index)
            indices.push_back(int(index));
    }
    return indices;
}

static GresItem parseItem(QByteArrayView text)
{
    GresItem item;
    if (const qsizetype open = text.indexOf('('); open >= 0) {
        QByteArrayView inside = text.sliced(open + 1);
        text = text.first(open);
        if (const qsizetype close = inside.indexOf(')'); close >= 0)
            inside = inside.first(close);
        if (inside.startsWith(QByteArrayView("IDX:")))
            item.indices = expandIndices(inside.sliced(4));
    }
    QList<QByteArrayView> parts = splitOn(text, ':');
    if (parts.size() > 1) {
        if (const auto count = parseSlurmCount(parts.last())) {
            item.count = *count;
            parts.removeLast();
        }
    }
    item.name = QString::fromUtf8(parts.first());
    for (qsizetype i = 1; i < parts.size(); ++i)
        item.type += (i > 1 ? QStringLiteral(":") : QString()) + QString::fromUtf8(parts[i]);
    return item;
}

std::vector<GresItem> parseGres(QByteArrayView text)
{
    std::vector<GresItem> items;
    if (isSlurmNothing(text))
        return items;
    for (QByteArrayView part : splitOn(text, ',')) {
        if (part.startsWith(QByteArrayView("gres:")) || part.startsWith(QByteArrayView("gres/")))
            part = part.sliced(5);
        if (!part.isEmpty())
            items.push_back(parseItem(part));
    }
    return items;
}

std::optional<GpuCount> gpusOfGres(const std::vector<GresItem> &items)
{
    GpuCount gpus;
    qint64 total = 0;
    bool found = false;
    for (const GresItem &item : items) {
        if (item.name != QLatin1String("gpu") || item.count > 1000000)
            continue;
        found = true;
        total += item.count;
        if (!item.type.isEmpty())
            gpus.types[item.type] += int(item.count);
    }
    if (!found)
        return std::nullopt;
    gpus.total = int(std::min<qint64>(total, 1000000000));
    return gpus;
}

} // namespace paceline
