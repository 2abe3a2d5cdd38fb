// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>

namespace paceline {

static Theme lightTheme()
{
    Theme t;
    t.window = 0xF6F7F9, t.panel = 0xFFFFFF, t.hairline = 0xDDE1E7, t.grid = 0xE9ECF1;
    t.ink = 0x1B2430, t.soft = 0x5C6878, t.faint = 0x8D98A8;
    t.accent = 0x2563C9, t.selection = 0xE8EFFB;
    t.well = 0x12805C, t.attention = 0xB26A00, t.failed = 0xBE3328;
    t.attentionGround = 0xFFF3E0, t.failedGround = 0xFDECEA;
    t.series = {QColor(0x0072B2), QColor(0xD55E00), QColor(0x009E73),
                QColor(0xCC79A7), QColor(0xE69F00), QColor(0x56B4E9)};
    t.heat = {QColor(0x5A1E00), QColor(0xA85A16), QColor(0xE3B98C), QColor(0xDDE5EC), QColor(0xBBD1E7)};
    return t;
}

static Theme darkTheme()
{
    Theme t;
    t.dark = true;
    t.window = 0x12161C, t.panel = 0x1A2029, t.hairline = 0x2C3542, t.grid = 0x262E3A;
    t.ink = 0xE6EBF2, t.soft = 0xA3AEBD, t.faint = 0x76828F;
    t.accent = 0x6EA2F5, t.selection = 0x22304A;
    t.well = 0x4CC38A, t.attention = 0xF0A93B, t.failed = 0xF26D5F;
    t.attentionGround = 0x3B2C12, t.failedGround = 0x40201E;
    t.series = {QColor(0x3D9BD6), QColor(0xF0813A), QColor(0x35C295),
                QColor(0xDE9CC2), QColor(0xF0B93B), QColor(0x7CC8F2)};
    t.heat = {QColor(0xFFD9A8), QColor(0xDB9440), QColor(0x7A5A3A), QColor(0x33404D), QColor(0x24425B)};
    return t;
}

QColor Theme::mood(Mood mood) const
{
    switch (mood) {
    case Mood::Well:
        return well;
    case Mood::Attention:
        return attention;
    case Mood::Failed:
        return failed;
    case Mood::Idle:
    case Mood::Waiting:
        break;
    }
    return soft;
}

QChar Theme::symbol(Mood mood)
{
    switch (mood) {
    case Mood::Well:
        return QChar(0x25CF);
    case Mood::Attention:
        return QChar(0x25B2);
    case Mood::Failed:
        return QChar(0x25A0);
    case Mood::Idle:
        return QChar(0x25CB);
    case Mood::Waiting:
        break;
    }
    return QChar(0x25F7);
}

static QFont sized(double pixels)
{
    QFont font = QApplication::font();
    // Qt's pixel sizes are whole numbers; 11.5 px is reached through points of the 96 dpi that the application sets.
    font.setPointSizeF(pixels * 0.75);
    return font;
}

QFont Theme::body()
{
    return sized(13);
}
QFont Theme::secondary()
{
    return sized(11.5);
}
QFont Theme::verdict()
{
    return sized(15);
}

QFont Theme::value()
{
    QFont font = sized(16);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont Theme::mono()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(12 * 0.75);
    return font;
}

const Theme &themeOf(const QPalette &palette)
{
    static const Theme kLight = lightTheme();
    static const Theme kDark = darkTheme();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? kDark
                                                                                                         : kLight;
}

static QPalette paletteOf(const Theme &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.panel);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.ink);
    p.setColor(QPalette::ToolTipBase, t.panel);
    p.setColor(QPalette::ToolTipText, t.ink);
    p.setColor(QPalette::PlaceholderText, t.faint);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::Mid, t.hairline);
    p.setColor(QPalette::Light, t.hairline);
    p.setColor(QPalette::Dark, t.faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.faint);
    return p;
}

void applyColorScheme(QApplication &app, ColorScheme scheme)
{
    bool dark = scheme == ColorScheme::Dark;
    if (scheme == ColorScheme::System)
        dark = themeOf(app.palette()).dark;
    app.setStyle(new FlatStyle);
    app.setPalette(paletteOf(dark ? darkTheme() : lightTheme()));
    QFont font = app.font();
    font.setPointSizeF(13 * 0.75);
    app.setFont(font);
}

} // namespace paceline
