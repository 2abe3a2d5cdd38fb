// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/baseline.h"

#include <QByteArray>

namespace paceline {

/// What a file of the user's own baselines amounts to.
struct OwnBaselines
{
    /// A row that was left out.
    struct BadRow
    {
        qint64 row;     ///< of records, from 1, the head line of CSV not counted
        QString reason; ///< the field that is missing or does not fit, or "json"
    };
    std::vector<Baseline> records;
    qint64 badRows = 0;
    std::vector<BadRow> firstBadRows; ///< twenty at most
};

/// Reads a JSON list, JSON lines or CSV (a head line with names, commas, semicolons or tabs between cells, quotes as in
/// RFC 4180) with the catalogue's names. A record needs benchmark, metric, value and unit; accelerators, where told,
/// is 1 or more. All are of kind Own; one without a source is marked as one's own. A missing id becomes
/// "own-ROW-BENCHMARK". One bad row costs that row. Errors: TooLarge (over 32 MiB), Malformed (neither JSON nor a head
/// line that names benchmark and value).
Result<OwnBaselines> parseOwnBaselines(const QByteArray &text);

} // namespace paceline
