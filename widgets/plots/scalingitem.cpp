// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/scalingitem.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paceline {

namespace {

// With six colours: forty-two looks before one comes twice.
constexpr std::array kShapes{
    QCPScatterStyle::ssDisc,  QCPScatterStyle::ssSquare, QCPScatterStyle::ssTriangle,        QCPScatterStyle::ssDiamond,
    QCPScatterStyle::ssCross, QCPScatterStyle::ssPlus,   QCPScatterStyle::ssTriangleInverted};
constexpr std::size_t kFewSeries = 12;
constexpr float kFaded = 0.25F, kBand = 0.15F;

} // namespace

ScalingItem::ScalingItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

QPointF ScalingItem::pixel(const ScalingPlot::Point &point) const
{
    return {keyAxis()->coordToPixel(point.accelerators), valueAxis()->coordToPixel(point.value)};
}

QColor ScalingItem::shade(std::size_t index) const
{
    QColor colour = colours[index];
    if (highlighted >= 0 && int(index) != highlighted)
        colour.setAlphaF(kFaded);
    return colour;
}

std::vector<std::size_t> ScalingItem::order() const
{
    std::vector<std::size_t> indices(series->size());
    for (std::size_t i = 0; i < indices.size(); ++i)
        indices[i] = i;
    const auto weight = [this](std::size_t i) { return int(i) == highlighted ? 2 : int((*series)[i].isOwn); };
    std::stable_sort(indices.begin(), indices.end(),
                     [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
    return indices;
}

void ScalingItem::draw(QCPPainter *painter)
{
    if (!series || colours.size() != series->size()) // not prepared yet
        return;
    painter->setAntialiasing(true);
    drawIdeal(painter);
    const std::vector<std::size_t> indices = order();
    for (const std::size_t index : indices)
        drawCurve(painter, (*series)[index], shade(index));
    for (const std::size_t index : indices)
        drawPoints(painter, index, shade(index));
    drawNames(painter);
}

void ScalingItem::drawIdeal(QCPPainter *painter) const
{
    QPolygonF line;
    for (const auto &[x, y] : ideal)
        line.append({keyAxis()->coordToPixel(x), valueAxis()->coordToPixel(y)});
    painter->setPen(QPen(idealColour, 1, Qt::DotLine));
    painter->drawPolyline(line);
}

void ScalingItem::drawCurve(QCPPainter *painter, const ScalingPlot::Series &shown, const QColor &colour) const
{
    QPolygonF line, band;
    for (const ScalingPlot::Point &point : shown.curve) {
        line.append(pixel(point));
        if (!std::isnan(point.low))
            band.append({line.back().x(), valueAxis()->coordToPixel(point.low)});
    }
    for (auto point = shown.curve.rbegin(); point != shown.curve.rend(); ++point) {
        if (!std::isnan(point->high))
            band.append({keyAxis()->coordToPixel(point->accelerators), valueAxis()->coordToPixel(point->high)});
    }
    QColor faint = colour;
    faint.setAlphaF(kBand * float(colour.alphaF()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(faint);
    painter->drawPolygon(band);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, shown.isOwn ? 2 : 1.4, Qt::DashLine));
    painter->drawPolyline(line);
}

void ScalingItem::drawPoints(QCPPainter *painter, std::size_t index, const QColor &colour) const
{
    const ScalingPlot::Series &shown = (*series)[index];
    QPolygonF line;
    for (const ScalingPlot::Point &point : shown.points) {
        if (!point.isSetAside)
            line.append(pixel(point));
    }
    const bool isStrong = shown.isOwn || int(index) == highlighted;
    painter->setPen(QPen(colour, isStrong ? 2 : 1, shown.isWeak ? Qt::DashLine : Qt::SolidLine));
    if (shown.curve.empty())
        painter->drawPolyline(line);
    QCPScatterStyle style(kShapes[index % kShapes.size()], QPen(colour, 1.4), QBrush(colour), isStrong ? 9 : 6);
    QCPScatterStyle hollow(kShapes[index % kShapes.size()], QPen(colour, 1.4), QBrush(ground), isStrong ? 9 : 6);
    for (const ScalingPlot::Point &point : shown.points) {
        const QPointF at = pixel(point);
        if (!std::isnan(point.low) && !std::isnan(point.high)) {
            painter->setPen(QPen(colour, 1));
            painter->drawLine(QPointF(at.x(), valueAxis()->coordToPixel(point.low)),
                              QPointF(at.x(), valueAxis()->coordToPixel(point.high)));
        }
        const QCPScatterStyle &look = point.isSetAside ? hollow : style;
        look.applyTo(painter, painter->pen());
        look.drawShape(painter, at);
    }
}

/// Behind the last point of a series, else above or below it, else at one before; never over another name. What finds
/// no room is told under the mouse.
std::optional<QRectF> ScalingItem::placeOf(const ScalingPlot::Series &shown, QSizeF size,
                                           const std::vector<QRectF> &taken) const
{
    const QRectF clip = clipRect();
    for (auto point = shown.points.rbegin(); point != shown.points.rend(); ++point) {
        const QPointF at = pixel(*point);
        if (point->isSetAside || !clip.contains(at))
            continue;
        const double middle = at.y() - size.height() / 2;
        const std::array places{
            QRectF({at.x() + 9, middle}, size), QRectF({at.x() - size.width() / 2, at.y() - size.height() - 7}, size),
            QRectF({at.x() - size.width() / 2, at.y() + 7}, size), QRectF({at.x() - 9 - size.width(), middle}, size)};
        for (const QRectF &place : places) {
            const bool isFree =
                std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(place); });
            if (clip.contains(place) && isFree)
                return place;
        }
        if (series->size() > kFewSeries)
            break; // names amid many lines hide more than they tell
    }
    return std::nullopt;
}

void ScalingItem::drawNames(QCPPainter *painter)
{
    named.clear();
    painter->setFont(font);
    const QFontMetrics metrics(font);
    std::vector<QRectF> taken;
    for (const ScalingPlot::Series &shown : *series) {
        for (const ScalingPlot::Point &point : shown.points) {
            if (point.isSetAside)
                taken.push_back(QRectF(pixel(point) - QPointF(5, 5), QSizeF(10, 10)));
        }
    }
    std::vector<std::size_t> indices = order();
    std::reverse(indices.begin(), indices.end());
    for (const std::size_t index : indices) {
        const ScalingPlot::Series &shown = (*series)[index];
        if (highlighted >= 0 && int(index) != highlighted)
            continue;
        const QString text = metrics.elidedText(shown.name, Qt::ElideRight, int(clipRect().width() / 3));
        const auto place = placeOf(shown, QSizeF(metrics.horizontalAdvance(text), metrics.height()), taken);
        if (!place)
            continue;
        taken.push_back(place->adjusted(-4, -1, 4, 1));
        named.append(shown.name);
        painter->fillRect(place->adjusted(-2, 0, 2, 0), ground);
        painter->setPen(shade(index));
        painter->drawText(QPointF(place->left(), place->top() + metrics.ascent()), text);
    }
}

} // namespace paceline
