// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "widgets/plots/plotpane.h"

#include <limits>
#include <vector>

namespace paceline {

class AxisView;
class ScalingItem;

/// Figures against the number of accelerators, several series on logarithmic axes: told apart by colour and by the
/// shape of their points, named on their lines where there is room and under the mouse always. GUI thread.
class ScalingPlot : public PlotPane
{
    Q_OBJECT
public:
    struct Point
    {
        double accelerators = 1, value = 0;
        double low = std::numeric_limits<double>::quiet_NaN(), high = low; ///< NaN: no interval known
        bool isSetAside = false;                                           ///< no law was fitted to it
        friend bool operator==(const Point &a, const Point &b)
        {
            return a.accelerators == b.accelerators && a.value == b.value && a.isSetAside == b.isSetAside;
        }
    };
    struct Series
    {
        QString name, note; ///< note: what is to be known of it under the mouse
        std::vector<Point> points;
        std::vector<Point> curve; ///< of the fitted law, with its band; may go beyond the points
        bool isOwn = false;       ///< drawn strong, in front
        bool isWeak = false;      ///< work grows with the scale: dashed
        friend bool operator==(const Series &, const Series &) = default;
    };

    explicit ScalingPlot(QWidget *parent = nullptr);

    /// Replaces all; the view goes to all points.
    void setSeries(std::vector<Series> series);
    const std::vector<Series> &series() const { return m_series; }
    /// What the values are; isLog: both axes are logarithmic, else the values begin at 0.
    void setQuantity(const QString &title, Unit unit, bool isLog);
    /// Values proportional to scale (or inversely, with -1), through the first point of the first series; 0: no line.
    void setIdeal(int direction);
    /// This series stands out, the others fade; -1: none.
    void setHighlighted(int series);
    int highlighted() const { return m_highlighted; }
    /// Names that stand on their lines at present, for tests.
    QStringList shownNames() const;
    int paintings() const;

    QByteArray csv() const override;
    QString axisTitle() const override;
    std::vector<LegendEntry> legend() const override;

signals:
    void seriesHovered(int series);
    void seriesActivated(int series);

protected:
    void applyTheme(const Theme &theme) override;

private:
    struct Hit
    {
        int series = -1;
        std::size_t point = 0;
    };
    void prepare();
    void updateExtent();
    Hit hitAt(QPointF position) const;
    void hover(QPointF position);
    QColor colourOf(int series) const;

    std::vector<Series> m_series;
    QString m_quantity;
    Unit m_unit = Unit::None;
    bool m_isLog = true;
    int m_ideal = 0, m_highlighted = -1;
    AxisView *m_view;
    ScalingItem *m_item;
};

} // namespace paceline
