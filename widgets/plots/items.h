// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"
#include "widgets/plots/qcp.h"

#include <optional>
#include <vector>

namespace paceline {

/// A thing drawn in axis coordinates whose range its owner decides.
class DrawnItem : public QCPAbstractPlottable
{
public:
    using QCPAbstractPlottable::QCPAbstractPlottable;
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const override;

protected:
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}
};

/// One line through points in order. Where there are more points than pixel columns it is painted as column
/// rectangles, elsewhere as a thin polyline: a wide antialiased pen over a dense line costs fifty times as much.
class CurveItem : public DrawnItem
{
public:
    struct Style
    {
        QColor color;
        double width = 1;
        bool endDot = false;
        bool dashed = false; ///< all of it, not only estimated stretches
    };
    CurveItem(QCPAxis *x, QCPAxis *y);
    Style style;
    void setPoints(std::vector<CurvePoint> points) { m_points = std::move(points); }
    const std::vector<CurvePoint> &points() const { return m_points; }
    /// Pixel position of the last finite point.
    std::optional<QPointF> end() const;

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawStretch(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const;
    void drawLine(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const;
    /// One pixel column of the line: everything between its lowest and its highest point.
    struct Column
    {
        int x;
        double top, bottom;
    };
    static std::vector<Column> columnsOf(const std::vector<QPointF> &points);
    void drawColumns(QCPPainter *painter, const std::vector<QPointF> &points, bool estimated) const;

    std::vector<CurvePoint> m_points;
};

/// The area between two lines, for example quantiles.
class BandItem : public DrawnItem
{
public:
    struct Point
    {
        double x;
        float low, high; ///< NaN: a gap
    };
    BandItem(QCPAxis *x, QCPAxis *y);
    QColor color;
    void setPoints(std::vector<Point> points) { m_points = std::move(points); }

protected:
    void draw(QCPPainter *painter) override;

private:
    std::vector<Point> m_points;
};

/// An image over the whole axis rectangle; smaller images are stretched without smoothing. Its first raisedRows rows
/// are raisedHeight pixels high each, the others share the rest.
class ImageItem : public DrawnItem
{
public:
    ImageItem(QCPAxis *x, QCPAxis *y);
    QImage image;
    int raisedRows = 0, raisedHeight = 1;

protected:
    void draw(QCPPainter *painter) override;
};

/// Names on the lines instead of a legend, pushed apart where they would cover each other.
class LabelItem : public DrawnItem
{
public:
    struct Label
    {
        QString text;
        QColor color;
        QPointF anchor; ///< end of a line in pixels; the text stands right of it where there is room, else left of and
                        ///< above it
    };
    LabelItem(QCPAxis *x, QCPAxis *y);
    std::vector<Label> labels;
    QFont font;
    QColor ground = Qt::transparent; ///< behind the words

protected:
    void draw(QCPPainter *painter) override;

private:
    QRectF placeOf(const Label &label, const QFontMetrics &metrics) const;
};

/// The linked cursor: a dashed line and dots on the curves, on the layer that is painted alone when the mouse moves.
class CursorItem : public DrawnItem
{
public:
    CursorItem(QCPAxis *x, QCPAxis *y);
    struct Dot
    {
        double value;
        QColor color;
        std::optional<double> x = {}; ///< none: on the line
    };
    std::optional<double> at;
    std::vector<Dot> dots;
    QColor color;

protected:
    void draw(QCPPainter *painter) override;
};

/// The stretch of the x axis that is being marked with the mouse.
class BrushItem : public DrawnItem
{
public:
    BrushItem(QCPAxis *x, QCPAxis *y);
    std::optional<double> from;
    double to = 0;
    QColor color;

protected:
    void draw(QCPPainter *painter) override;
};

} // namespace paceline
