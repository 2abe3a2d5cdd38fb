// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/items.h"
#include "widgets/plots/scalingplot.h"

namespace paceline {

/// The series of a scaling plot, in the order of their importance. Private to this folder.
class ScalingItem : public DrawnItem
{
public:
    ScalingItem(QCPAxis *x, QCPAxis *y);

    const std::vector<ScalingPlot::Series> *series = nullptr;
    std::vector<QColor> colours; ///< of each series
    int highlighted = -1;
    std::vector<std::pair<double, double>> ideal; ///< points of the line, empty: none
    QColor idealColour, ground;
    QFont font;
    QStringList named; ///< by the last drawing

    QPointF pixel(const ScalingPlot::Point &point) const;

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawIdeal(QCPPainter *painter) const;
    void drawCurve(QCPPainter *painter, const ScalingPlot::Series &shown, const QColor &colour) const;
    void drawPoints(QCPPainter *painter, std::size_t index, const QColor &colour) const;
    void drawNames(QCPPainter *painter);
    std::optional<QRectF> placeOf(const ScalingPlot::Series &shown, QSizeF size,
                                  const std::vector<QRectF> &taken) const;
    QColor shade(std::size_t index) const;
    /// Own and highlighted series last, so that they lie on top.
    std::vector<std::size_t> order() const;
};

} // namespace paceline
