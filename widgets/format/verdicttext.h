// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/verdict.h"

#include <QString>

namespace paceline {

/// A verdict in words, plain text, translated.
struct VerdictText
{
    QString headline; ///< one sentence: what is the matter
    QString detail;   ///< one line: the rest, parts joined by " · "; may be empty
    QString plain;    ///< both for terminals, with plain spaces, on one or two lines
};

VerdictText describe(const Verdict &verdict);
/// One statement as a clause without a full stop: "9 % slower since 14:02".
QString clauseText(const Statement &statement, qint64 nowMs);
/// What a statement rests on: "120 records, 13:10 to 14:02".
QString evidenceText(const Evidence &evidence, qint64 nowMs);
/// "all well", "attention" ...
QString severityText(Severity severity);

} // namespace paceline
