// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/sacct.h"

namespace paceline {

/// sacct as people keep it: -P or -p with any separator, a header that may be missing, stand below other lines or come
/// again, and the table for people, whose columns are those of its dashes. Without a header the columns are those of
/// format (the argument of -o), else what cells look like, the rest being column_N. Complaints are in errors.
struct SacctCapture
{
    SacctTable table;
    QStringList errors;
};

/// Errors: Malformed (no row with a job's number, and no header).
Result<SacctCapture> parseSacctCapture(QByteArrayView text, const QByteArray &format = {});

} // namespace paceline
