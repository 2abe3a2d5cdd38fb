// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/core/text.h"

namespace paceline {

QByteArray shellQuoted(const QByteArray &word)
{
    QByteArray quoted;
    quoted.reserve(word.size() + 2);
    quoted += '\'';
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else if (c != '\0')
            quoted += c;
    }
    quoted += '\'';
    return quoted;
}

QString displayText(const QByteArray &raw, int maxChars)
{
    // Four bytes at most make one character; what lies beyond cannot be shown anyway.
    return displayText(QString::fromUtf8(raw.left(qsizetype(maxChars) * 4 + 4)), maxChars);
}

static QChar visible(QChar c)
{
    const char16_t u = c.unicode();
    if (u == u'\n' || u == u'\r' || u == 0x2028 || u == 0x2029)
        return QChar(0x23CE);
    if (u < 0x20)
        return QChar(char16_t(0x2400 + u));
    if (u == 0x7F)
        return QChar(0x2421);
    const bool c1 = u >= 0x80 && u < 0xA0;
    const bool bidi = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F;
    return c1 || bidi ? QChar(0xFFFD) : c;
}

QString displayText(const QString &raw, int maxChars)
{
    QString shown = raw.left(maxChars);
    for (QChar &c : shown)
        c = visible(c);
    if (raw.size() > maxChars)
        shown += QChar(0x2026);
    return shown;
}

} // namespace paceline
