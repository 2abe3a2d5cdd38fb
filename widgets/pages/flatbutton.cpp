// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/flatbutton.h"

#include "widgets/theme.h"

#include <QPainter>

namespace paceline {

FlatButton::FlatButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFont(Theme::secondary());
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FlatButton::sizeHint() const
{
    return {QFontMetrics(font()).horizontalAdvance(text()) + 20, 26};
}

void FlatButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.hairline, 1));
    painter.setBrush(isDown() || isChecked() || underMouse() ? theme.selection : theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(isEnabled() ? theme.ink : theme.faint);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace paceline
