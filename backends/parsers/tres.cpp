// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/tres.h"

#include "backends/parsers/slurmtext.h"

#include <algorithm>

namespace paceline {

QMap<QString, QString> parseTres(QByteArrayView text)
{
    QMap<QString, QString> tres;
    if (isSlurmNothing(text))
        return tres;
    while (!text.isEmpty()) {
        const qsizetype comma = text.indexOf(',');
        const QByteArrayView item = comma < 0 ? text : text.first(comma);
        text = comma < 0 ? QByteArrayView() : text.sliced(comma + 1);
        if (const qsizetype equals = item.indexOf('='); equals > 0)
            tres.insert(QString::fromUtf8(item.first(equals)), QString::fromUtf8(item.sliced(equals + 1)));
    }
    return tres;
}

std::optional<GpuCount> gpusOfTres(const QMap<QString, QString> &tres)
{
    const QString key = QStringLiteral("gres/gpu");
    GpuCount gpus;
    std::optional<qint64> total;
    qint64 typed = 0;
    for (auto it = tres.lowerBound(key); it != tres.end() && it.key().startsWith(key); ++it) {
        const auto count = parseSlurmCount(it.value().toUtf8());
        if (!count || *count > 1000000000)
            continue;
        if (it.key() == key) {
            total = count;
        } else if (it.key().at(key.size()) == u':') {
            gpus.types.insert(it.key().mid(key.size() + 1), int(*count));
            typed += *count;
        }
    }
    if (!total && gpus.types.isEmpty())
        return std::nullopt;
    gpus.total = int(std::min<qint64>(total.value_or(typed), 1000000000));
    return gpus;
}

} // namespace paceline
