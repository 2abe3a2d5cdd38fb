// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/squeue.h"

#include <optional>

namespace paceline::cli {

/// A captured squeue output as rows that parseSqueueRecord reads, with the text of its times.
struct CapturedQueue
{
    SqueueFormat format;
    std::vector<QByteArray> records;
};

/// text: with Paceline's own separators, or lines with | (or the separator of formatText) between the fields.
/// formatText: the argument of -o; empty: taken from a header line where there is one, else the 32 fields of Paceline's
/// fixtures. Surplus separators are given to the one user's text (name, folder, command, comment) that lets the other
/// fields be what they are. Absent: cannot be told.
std::optional<CapturedQueue> readCapturedQueue(const QByteArray &text, const QString &formatText);

/// The raw text of one field of a record, empty when the format has none.
QByteArray squeueField(const QByteArray &record, const SqueueFormat &format, char letter);

} // namespace paceline::cli
