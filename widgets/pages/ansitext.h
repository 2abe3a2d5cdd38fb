// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QString>
#include <vector>

namespace paceline {

/// One line of a log as a terminal would leave it: what stands behind the last carriage return, tabs filled, colours of
/// SGR sequences kept as stretches, all other sequences dropped, control characters made visible.
struct AnsiLine
{
    struct Stretch
    {
        int start = 0, length = 0;
        int colour = -1; ///< 0 to 15: the terminal's colours; -1: the text's own
        QRgb rgb = 0;    ///< when isRgb
        bool isRgb = false, isBold = false;
    };
    QString text;
    std::vector<Stretch> stretches; ///< all of the text, in order
};

AnsiLine ansiLine(const QByteArray &bytes, int maxChars = 4096);
/// A line without sequences, as it is copied.
QString plainLine(const QByteArray &bytes, int maxChars = 65536);

} // namespace paceline
