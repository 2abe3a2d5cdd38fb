// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/ansitext.h"

#include <QList>
#include <algorithm>

namespace paceline {

namespace {

constexpr int kTab = 8;
constexpr char kEscape = '\x1b';

using Stretch = AnsiLine::Stretch;

/// The 256-colour palette of xterm: 16 names, a 6x6x6 cube, 24 greys.
void takeIndexed(Stretch &style, int index)
{
    style.isRgb = index >= 16 && index <= 255;
    style.colour = index < 16 ? index : -1;
    if (!style.isRgb)
        return;
    if (index >= 232) {
        const int grey = 8 + 10 * (index - 232);
        style.rgb = qRgb(grey, grey, grey);
        return;
    }
    const auto level = [](int n) { return n == 0 ? 0 : 55 + 40 * n; };
    const int cube = index - 16;
    style.rgb = qRgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
}

void applySgr(Stretch &style, const QByteArray &parameters)
{
    const QList<QByteArray> parts = parameters.split(';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int code = parts[i].toInt();
        if (code == 0)
            style = {};
        else if (code == 1)
            style.isBold = true;
        else if (code == 22)
            style.isBold = false;
        else if (code == 39)
            style.colour = -1, style.isRgb = false;
        else if (code >= 30 && code <= 37)
            style.colour = code - 30, style.isRgb = false;
        else if (code >= 90 && code <= 97)
            style.colour = code - 90 + 8, style.isRgb = false;
        else if ((code == 38 || code == 48) && i + 2 < parts.size() && parts[i + 1] == "5") {
            if (code == 38)
                takeIndexed(style, std::clamp(parts[i + 2].toInt(), 0, 255));
            i += 2;
        } else if ((code == 38 || code == 48) && i + 4 < parts.size() && parts[i + 1] == "2") {
            if (code == 38) {
                style.isRgb = true;
                style.rgb = qRgb(parts[i + 2].toInt() & 255, parts[i + 3].toInt() & 255, parts[i + 4].toInt() & 255);
            }
            i += 4;
        }
    }
}

/// Behind the sequence that begins at at; SGR parameters are applied to style.
qsizetype skipSequence(const QByteArray &bytes, qsizetype at, Stretch &style)
{
    if (at + 1 >= bytes.size())
        return bytes.size();
    const char kind = bytes[at + 1];
    qsizetype i = at + 2;
    if (kind == '[') { // control sequence: parameters, then one final byte
        while (i < bytes.size() && (bytes[i] < '@' || bytes[i] > '~'))
            ++i;
        if (i < bytes.size() && bytes[i] == 'm')
            applySgr(style, bytes.mid(at + 2, i - at - 2));
        return i + 1;
    }
    if (kind == ']') { // operating system command, ended by BEL or ESC backslash
        while (i < bytes.size() && bytes[i] != '\a' && bytes[i] != kEscape)
            ++i;
        return i < bytes.size() && bytes[i] == kEscape ? i + 2 : i + 1;
    }
    return i;
}

bool isHarmful(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) ||
           u == 0x200e || u == 0x200f || u == 0x2028 || u == 0x2029;
}

void appendVisible(QString &text, const QString &piece)
{
    for (const QChar c : piece) {
        if (c == QLatin1Char('\t'))
            text.append(QString(kTab - text.size() % kTab, QLatin1Char(' ')));
        else if (c.unicode() < 0x20)
            text.append(QChar(0x2400 + c.unicode()));
        else if (isHarmful(c))
            text.append(QChar(0xFFFD));
        else
            text.append(c);
    }
}

QByteArray lastSegment(QByteArray bytes)
{
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes.mid(bytes.lastIndexOf('\r') + 1);
}

} // namespace

AnsiLine ansiLine(const QByteArray &raw, int maxChars)
{
    const QByteArray bytes = lastSegment(raw.left(16 * qsizetype(maxChars)));
    AnsiLine line;
    Stretch style;
    for (qsizetype i = 0; i < bytes.size() && line.text.size() < maxChars;) {
        if (bytes[i] == kEscape) {
            i = skipSequence(bytes, i, style);
            continue;
        }
        const qsizetype end = bytes.indexOf(kEscape, i);
        const qsizetype next = end < 0 ? bytes.size() : end;
        style.start = int(line.text.size());
        appendVisible(line.text, QString::fromUtf8(bytes.mid(i, next - i)));
        style.length = int(line.text.size()) - style.start;
        line.stretches.push_back(style);
        i = next;
    }
    if (line.text.size() > maxChars) {
        line.text.truncate(maxChars);
        line.text.append(QChar(0x2026));
        line.stretches.back().length = int(line.text.size()) - line.stretches.back().start;
    }
    return line;
}

QString plainLine(const QByteArray &bytes, int maxChars)
{
    return ansiLine(bytes, maxChars).text;
}

} // namespace paceline
