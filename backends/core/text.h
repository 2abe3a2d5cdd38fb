// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace paceline {

/// One word for a POSIX shell: in single quotes, every ' written as '\''. Holds for any bytes but NUL, which is
/// dropped.
QByteArray shellQuoted(const QByteArray &word);

/// Remote text made safe to show: invalid UTF-8 replaced, control characters (C0, DEL, C1, bidi overrides) written as
/// visible symbols, line ends as U+23CE, at most maxChars characters followed by an ellipsis.
QString displayText(const QByteArray &raw, int maxChars = 4096);
QString displayText(const QString &raw, int maxChars = 4096);

} // namespace paceline
