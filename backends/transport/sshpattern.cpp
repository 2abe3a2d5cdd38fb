// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshpattern.h"

namespace paceline {

bool matchesSshPattern(const QByteArray &pattern, const QByteArray &text)
{
    // Greedy with one step back to the last star: linear in space, no recursion for hostile patterns.
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            starText = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool matchesSshPatterns(const QList<QByteArray> &patterns, const QByteArray &text)
{
    bool found = false;
    for (const QByteArray &pattern : patterns) {
        if (pattern.startsWith('!')) {
            if (matchesSshPattern(pattern.mid(1), text))
                return false;
        } else {
            found = found || matchesSshPattern(pattern, text);
        }
    }
    return found;
}

} // namespace paceline
