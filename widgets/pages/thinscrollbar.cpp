// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/thinscrollbar.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

namespace paceline {

static constexpr int kThickness = 10;

ThinScrollBar::ThinScrollBar(Qt::Orientation orientation, QWidget *parent)
    : QScrollBar(orientation, parent)
{
}

QSize ThinScrollBar::sizeHint() const
{
    return orientation() == Qt::Vertical ? QSize(kThickness, 40) : QSize(40, kThickness);
}

void ThinScrollBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(palette());
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this);
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(backgroundRole()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isSliderDown() ? theme.faint : theme.hairline);
    painter.drawRoundedRect(QRectF(handle).adjusted(2.5, 2.5, -2.5, -2.5), 2.5, 2.5);
}

} // namespace paceline
