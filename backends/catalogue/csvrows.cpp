// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/catalogue/csvrows.h"

namespace paceline {

namespace {

char separatorOf(const QByteArray &text)
{
    const QByteArray first = text.left(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n'));
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        if (first.count(candidate) > first.count(best))
            best = candidate;
    }
    return best;
}

} // namespace

std::vector<QByteArrayList> csvRows(const QByteArray &text)
{
    const char separator = separatorOf(text);
    std::vector<QByteArrayList> rows;
    QByteArrayList row;
    QByteArray cell;
    bool isQuoted = false;
    const auto endRow = [&] {
        row.append(cell);
        cell.clear();
        if (row.size() > 1 || !row.first().trimmed().isEmpty())
            rows.push_back(row);
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isQuoted) {
            const bool isDoubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (c != '"' || isDoubled)
                cell += c;
            i += isDoubled;
            isQuoted = c != '"' || isDoubled;
        } else if (c == '"' && cell.trimmed().isEmpty()) {
            cell.clear();
            isQuoted = true;
        } else if (c == separator) {
            row.append(cell);
            cell.clear();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

} // namespace paceline
