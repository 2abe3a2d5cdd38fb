// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/cells.h"

#include <QStringList>

namespace paceline {

/// JSON of a tool between lines that are none: whole documents, and the lines in front of, between and behind them.
struct JsonParts
{
    QList<QByteArray> documents;
    QStringList lines;
    bool isCut = false; ///< the last document does not end; it is not among documents
};

/// A document begins with a line that begins with { or [ and ends where its brackets close.
JsonParts jsonParts(QByteArrayView text);

/// An object with scalars, taken apart: leaves under their paths ("usage.gfx_activity"), {"value": 42, "unit": "%"} as
/// "42 %", lists as "[0 %, N/A]". Lists of objects with names of their own are in parts, under their path.
struct JsonRow
{
    std::vector<Cell> cells;
    QList<std::pair<QByteArray, QList<JsonRow>>> parts;

    const Cell *find(const char *name) const;
};

/// Every object at or below the top that holds one of keys as a member, in order; each ends the way down. With "*" in
/// front ("*card") the names of members count that begin with the key, and the name is the row's cell "key".
/// Nothing when the text is no JSON.
std::optional<QList<JsonRow>> jsonRows(const QByteArray &document, const QList<QByteArray> &keys);

} // namespace paceline
