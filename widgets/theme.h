// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>

class QApplication;

namespace paceline {

/// The state of a job, node or connection as colour and shape; never by colour alone.
enum class Mood { Well, Attention, Failed, Idle, Waiting };

/// Colours and sizes of one look. Values only; which one serves is told by the palette, so that nothing must be passed
/// around.
struct Theme
{
    bool dark = false;
    QColor window, panel, hairline, grid;
    QColor ink, soft, faint;
    QColor accent, selection;
    QColor well, attention, failed, attentionGround, failedGround;
    std::array<QColor, 6> series; ///< Okabe and Ito, lightened for dark
    std::array<QColor, 5> heat;   ///< slow to healthy

    QColor mood(Mood mood) const;
    /// ● ▲ ■ ○ ◷
    static QChar symbol(Mood mood);

    static constexpr int kGrid = 4, kPaneGap = 12, kCorner = 8, kRowHeight = 26;
    static QFont body(), secondary(), verdict(), value(), mono(); ///< 13, 11.5, 15, 16 px; tabular figures
};

/// The theme that belongs to a palette: dark when its window is darker than its text.
const Theme &themeOf(const QPalette &palette);

enum class ColorScheme { System, Light, Dark, HighContrast };
/// Sets palette, style and font of the whole application.
void applyColorScheme(QApplication &app, ColorScheme scheme);

} // namespace paceline
