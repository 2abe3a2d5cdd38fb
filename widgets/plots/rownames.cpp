// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/rownames.h"

#include "widgets/format/entitytext.h"

#include <QDateTime>
#include <QFontMetrics>
#include <algorithm>
#include <cmath>

namespace paceline {

static qsizetype commonPrefix(const QStringList &names)
{
    qsizetype length = names.isEmpty() ? 0 : names.first().size();
    for (const QString &name : names) {
        length = std::min(length, name.size());
        while (length > 0 && name.left(length) != names.first().left(length))
            --length;
    }
    return length;
}

QStringList shortNames(const QStringList &names, int width, const QFont &font)
{
    const QFontMetrics metrics(font);
    const auto fits = [&](const QString &name) { return metrics.horizontalAdvance(name) <= width; };
    if (std::all_of(names.begin(), names.end(), fits))
        return names;
    const qsizetype prefix = names.size() > 1 ? commonPrefix(names) : 0;
    QStringList result;
    for (const QString &name : names) {
        const QString rest = prefix > 0 && prefix < name.size() ? QChar(0x2026) + name.mid(prefix) : name;
        result.append(metrics.elidedText(rest, Qt::ElideLeft, width));
    }
    return result;
}

QByteArray gridCsv(const Grid &grid, double x0, double x1)
{
    QByteArray table("time_utc");
    for (const Entity &entity : *grid.entities)
        table += ',' + entityText(entity, 256).toUtf8();
    table += '\n';
    for (int tick = grid.lowerBound(qint64(x0)); tick < grid.ticks() && double(grid.timeMs(tick)) <= x1; ++tick) {
        table += QDateTime::fromMSecsSinceEpoch(grid.timeMs(tick), Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
        for (int row = 0; row < grid.rows(); ++row) {
            const double value = double(grid.value(tick, row));
            table += ',';
            if (!std::isnan(value))
                table += QByteArray::number(value, 'g', 8);
        }
        table += '\n';
    }
    return table;
}

} // namespace paceline
