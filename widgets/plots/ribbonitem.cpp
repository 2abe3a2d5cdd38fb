// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/ribbonitem.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr double kThinnest = 3; // pixels: one published figure is a line
constexpr double kIndent = 7;

} // namespace

RibbonItem::RibbonItem(QCPAxis *x, QCPAxis *y, Part part)
    : DrawnItem(x, y)
    , m_part(part)
{
}

QRectF RibbonItem::band() const
{
    const QRectF clip = clipRect();
    double top = valueAxis()->coordToPixel(high), bottom = valueAxis()->coordToPixel(low);
    const double missing = kThinnest - (bottom - top);
    if (missing > 0)
        top -= missing / 2, bottom += missing / 2;
    return QRectF(clip.left(), top, clip.width(), bottom - top).intersected(clip);
}

void RibbonItem::draw(QCPPainter *painter)
{
    if (m_part == Part::Words)
        return drawWords(painter);
    if (isAbove)
        return;
    painter->setAntialiasing(false);
    painter->fillRect(band(), color);
}

void RibbonItem::drawWords(QCPPainter *painter) const
{
    const QRectF clip = clipRect();
    const QFontMetricsF metrics(font);
    const double height = metrics.height();
    const QString words = metrics.elidedText(text, Qt::ElideRight, clip.width() - 2 * kIndent);
    double top = clip.top() + 2;
    if (!isAbove) {
        const QRectF here = band();
        if (here.height() >= height + 2)
            top = here.top() + std::min(4.0, (here.height() - height) / 2);
        else
            top = here.top() - height - 2 >= clip.top() ? here.top() - height - 2 : here.bottom() + 2;
    }
    const QRectF place(clip.left() + kIndent, top, metrics.horizontalAdvance(words), height);
    if (!clip.intersects(place))
        return;
    painter->fillRect(place.adjusted(-2, 0, 2, 0), ground);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(QPointF(place.left(), place.top() + metrics.ascent()), words);
}

} // namespace paceline
