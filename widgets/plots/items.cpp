// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/items.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr std::size_t kPolylinePiece = 64; // Qt's stroker slows down on long paths
constexpr int kDash = 7, kDashOn = 4;
constexpr double kMaxTravel = 2500;
constexpr double kDotRoom = 5;

/// The part of a line between two abscissas, cut where it crosses them: a neighbour may be a million pixels away.
std::vector<QPointF> clipped(const std::vector<QPointF> &points, double left, double right)
{
    std::vector<QPointF> inside;
    inside.reserve(points.size());
    const auto at = [](QPointF a, QPointF b, double x) {
        return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF p = points[i];
        const QPointF before = i > 0 ? points[i - 1] : p;
        for (const double edge : {left, right}) {
            if ((before.x() < edge) != (p.x() < edge))
                inside.push_back(at(before, p, edge));
        }
        if (p.x() >= left && p.x() <= right)
            inside.push_back(p);
    }
    return inside;
}

/// How far the line goes up and down, in pixels: what antialiasing costs.
double travel(const std::vector<QPointF> &points)
{
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += std::min(std::fabs(points[i].y() - points[i - 1].y()), 1e4);
    return sum;
}

bool isDense(const std::vector<QPointF> &points)
{
    const double width = points.back().x() - points.front().x();
    return points.size() > 16 && (double(points.size()) > 1.3 * width || travel(points) > kMaxTravel);
}

} // namespace

QCPRange DrawnItem::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange DrawnItem::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    found = false;
    return {};
}

CurveItem::CurveItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

std::optional<QPointF> CurveItem::end() const
{
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        if (std::isfinite(point->y))
            return coordsToPixels(point->x, double(point->y));
    }
    return std::nullopt;
}

void CurveItem::draw(QCPPainter *painter)
{
    const bool isLog = valueAxis()->scaleType() == QCPAxis::stLogarithmic;
    const QRectF clip = clipRect();
    std::vector<QPointF> stretch;
    stretch.reserve(m_points.size());
    bool estimated = style.dashed;
    const auto flush = [&] {
        const std::vector<QPointF> seen = clipped(stretch, clip.left() - 4, clip.right() + 4);
        if (!seen.empty())
            drawStretch(painter, seen, estimated);
        stretch.clear();
    };
    for (const CurvePoint &point : m_points) {
        if (!std::isfinite(point.y) || (isLog && point.y <= 0)) {
            flush();
            continue;
        }
        const QPointF pixel(keyAxis()->coordToPixel(point.x), valueAxis()->coordToPixel(double(point.y)));
        const bool isDashed = point.estimated || style.dashed;
        if (isDashed != estimated && !stretch.empty()) {
            stretch.push_back(pixel);
            flush();
        }
        estimated = isDashed;
        stretch.push_back(pixel);
    }
    flush();
    const auto last = end();
    if (style.endDot && last && last->x() >= clip.left() && last->x() <= clip.right() + 1) {
        painter->setClipRect(clip.adjusted(-kDotRoom, 0, kDotRoom, 0)); // whole at the edge, too
        painter->setAntialiasing(true);
        painter->setPen(Qt::NoPen);
        painter->setBrush(style.color);
        painter->drawEllipse(*last, 3.2, 3.2);
    }
}

void CurveItem::drawStretch(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const
{
    if (points.size() == 1) {
        painter->setAntialiasing(true);
        painter->setPen(Qt::NoPen);
        painter->setBrush(style.color);
        painter->drawEllipse(points.front(), style.width, style.width);
    } else if (isDense(points)) {
        drawColumns(painter, points, estimated);
    } else {
        drawLine(painter, points, estimated);
    }
}

void CurveItem::drawLine(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const
{
    QPen pen(style.color, style.width, estimated ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
    painter->setAntialiasing(style.width > 1 || points.size() < 100);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    // Far outside of the panel the rasteriser would still walk over every pixel row.
    const QRectF room = QRectF(clipRect()).adjusted(-1e4, -1e4, 1e4, 1e4);
    const std::size_t piece = estimated ? points.size() : kPolylinePiece;
    std::vector<QPointF> clamped(points);
    for (QPointF &p : clamped)
        p = {std::clamp(p.x(), room.left(), room.right()), std::clamp(p.y(), room.top(), room.bottom())};
    for (std::size_t i = 0; i + 1 < clamped.size(); i += piece)
        painter->drawPolyline(clamped.data() + i, int(std::min(piece + 1, clamped.size() - i)));
}

void CurveItem::drawColumns(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const
{
    // A quiet line gets soft edges; a busy one is filled in whole pixels, which is many times cheaper.
    const bool isSoft = style.width > 1 && travel(points) < kMaxTravel;
    const std::vector<Column> columns = columnsOf(points);
    const QRectF clip = clipRect();
    const double half = style.width / 2;
    QVector<QRectF> soft;
    QVector<QRect> hard;
    for (const Column &column : columns) {
        const double top = std::max(column.top - half, clip.top()),
                     bottom = std::min(column.bottom + half, clip.bottom());
        const bool isDash = estimated && column.x % kDash >= kDashOn;
        if (isDash || bottom <= top || column.x < clip.left() - 2 || column.x > clip.right() + 2)
            continue;
        if (isSoft) // an antialiased QCPPainter is moved by half a pixel: whole coordinates are centres of pixels
            soft.append(QRectF(column.x - half, top, style.width, bottom - top));
        else
            hard.append(QRect(column.x, int(std::lround(top)), int(std::lround(style.width)),
                              std::max(int(std::lround(bottom - top)), 1)));
    }
    painter->setAntialiasing(isSoft);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.color);
    painter->drawRects(soft);
    painter->drawRects(hard);
}

std::vector<CurveItem::Column> CurveItem::columnsOf(const std::vector<QPointF> &points)
{
    std::vector<Column> columns;
    const auto columnOf = [](const QPointF &p) { return int(std::floor(p.x() + 0.5)); };
    Column open{columnOf(points.front()), points.front().y(), points.front().y()};
    QPointF before = points.front();
    for (const QPointF &p : points) {
        const int here = columnOf(p);
        if (here != open.x) {
            columns.push_back(open);
            const int steps = std::abs(here - open.x), sign = here > open.x ? 1 : -1;
            double from = before.y();
            for (int k = 1; k < steps; ++k) {
                const double to = before.y() + (p.y() - before.y()) * k / steps;
                columns.push_back({open.x + sign * k, std::min(from, to), std::max(from, to)});
                from = to;
            }
            open = {here, from, from};
        }
        open.top = std::min(open.top, p.y());
        open.bottom = std::max(open.bottom, p.y());
        before = p;
    }
    columns.push_back(open);
    return columns;
}

BandItem::BandItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

void BandItem::draw(QCPPainter *painter)
{
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    QPolygonF lows, highs;
    const auto flush = [&] {
        std::reverse(lows.begin(), lows.end());
        if (highs.size() > 1)
            painter->drawPolygon(highs + lows);
        lows.clear(), highs.clear();
    };
    for (const Point &p : m_points) {
        if (std::isnan(p.low) || std::isnan(p.high)) {
            flush();
            continue;
        }
        highs.append(coordsToPixels(p.x, double(p.high)));
        lows.append(coordsToPixels(p.x, double(p.low)));
    }
    flush();
}

ImageItem::ImageItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

void ImageItem::draw(QCPPainter *painter)
{
    if (image.isNull())
        return;
    const QRect target = keyAxis()->axisRect()->rect();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    const int raised = std::min(raisedRows, image.height());
    const int split = raised * raisedHeight;
    if (raised > 0)
        painter->drawImage(QRect(target.left(), target.top(), target.width(), split), image,
                           QRect(0, 0, image.width(), raised));
    painter->drawImage(target.adjusted(0, split, 0, 0), image,
                       QRect(0, raised, image.width(), image.height() - raised));
}

LabelItem::LabelItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

static constexpr double kLabelGap = 8; // behind the dot at the end of a line

QRectF LabelItem::placeOf(const Label &label, const QFontMetrics &metrics) const
{
    const QRectF clip = clipRect();
    const double width = metrics.horizontalAdvance(label.text), height = metrics.height();
    const bool fitsBehind = label.anchor.x() + kLabelGap + width <= clip.right();
    const double right =
        fitsBehind ? label.anchor.x() + kLabelGap + width : std::min(label.anchor.x() - 4, clip.right() - 2);
    const double above = label.anchor.y() - height - 3;
    const double top = fitsBehind ? label.anchor.y() - height / 2 : above >= clip.top() ? above : label.anchor.y() + 4;
    return {std::max(right - width, clip.left() + 2), std::max(top, clip.top()), width, height};
}

void LabelItem::draw(QCPPainter *painter)
{
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const double lowest = clipRect().bottom() - metrics.height();
    std::sort(labels.begin(), labels.end(), [](const Label &a, const Label &b) { return a.anchor.y() < b.anchor.y(); });
    std::vector<QRectF> taken;
    const auto isFree = [&](const QRectF &place) {
        return std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) { return other.intersects(place); });
    };
    for (const Label &label : labels) {
        QRectF place = placeOf(label, metrics);
        while (!isFree(place) && place.top() < lowest)
            place.translate(0, 1);
        place.moveTop(std::min(place.top(), lowest));
        while (!isFree(place) && place.top() > clipRect().top())
            place.translate(0, -1);
        taken.push_back(place);
        painter->fillRect(place.adjusted(-2, 0, 2, 0), ground); // readable over a line
        painter->setPen(label.color);
        painter->drawText(QPointF(place.left(), place.top() + metrics.ascent()), label.text);
    }
}

CursorItem::CursorItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

void CursorItem::draw(QCPPainter *painter)
{
    if (!at || !std::isfinite(*at))
        return;
    const QRectF rect = clipRect();
    const double x = std::floor(keyAxis()->coordToPixel(*at)) + 0.5;
    if (x < rect.left() || x > rect.right() + 1)
        return;
    painter->setAntialiasing(false);
    painter->setPen(QPen(color, 1, Qt::CustomDashLine));
    QPen pen(color, 1);
    pen.setDashPattern({3, 3});
    painter->setPen(pen);
    painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    for (const Dot &dot : dots) {
        if (!std::isfinite(dot.value))
            continue;
        painter->setBrush(dot.color);
        const double along = dot.x ? keyAxis()->coordToPixel(*dot.x) : x;
        painter->drawEllipse(QPointF(along, valueAxis()->coordToPixel(dot.value)), 3, 3);
    }
}

BrushItem::BrushItem(QCPAxis *x, QCPAxis *y)
    : DrawnItem(x, y)
{
}

void BrushItem::draw(QCPPainter *painter)
{
    if (!from)
        return;
    const QRect rect = keyAxis()->axisRect()->rect();
    const double x0 = keyAxis()->coordToPixel(*from), x1 = keyAxis()->coordToPixel(to);
    painter->fillRect(QRectF(QPointF(std::min(x0, x1), rect.top()), QPointF(std::max(x0, x1), rect.bottom())), color);
}

} // namespace paceline
