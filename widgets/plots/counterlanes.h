// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/gridslice.h"
#include "widgets/plots/gridcolumns.h"
#include "widgets/theme.h"

#include <QPixmap>
#include <QPointer>
#include <QWidget>
#include <memory>
#include <vector>

namespace paceline {

class AxisView;
class TimeCursor;

/// A few counters as low areas above each other on the time axis of the page: the median of all nodes or GPUs, and
/// faint the highest of them. So one sees what the hardware did when a curve moved. GUI thread.
class CounterLanes : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kLaneHeight = 17, kMargin = 7;

    struct Lane
    {
        QString name; ///< short: it stands in the lane
        Metric metric;
        std::shared_ptr<const Grid> grid;
        bool isAlarm = false; ///< anything but nothing is drawn in the colour of attention
        friend bool operator==(const Lane &a, const Lane &b)
        {
            return a.name == b.name && a.metric.id == b.metric.id && a.grid == b.grid && a.isAlarm == b.isAlarm;
        }
    };

    explicit CounterLanes(QWidget *parent = nullptr);

    void setLanes(std::vector<Lane> lanes);
    const std::vector<Lane> &lanes() const { return m_lanes; }
    void setView(AxisView *view);
    void setCursor(TimeCursor *cursor);
    using QWidget::setCursor;
    /// Data that are no longer renewed are greyed.
    void setStale(bool isStale);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
    /// What stands at the end of a lane: the value at the cursor, else the newest one, in words.
    QString valueOf(std::size_t lane) const;
    int paintings() const { return m_paintings; }

signals:
    void laneActivated(const paceline::MetricId &metric);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect area() const;
    QRect laneRect(std::size_t lane) const;
    std::optional<std::size_t> laneAt(QPointF position) const;
    void invalidate();
    QPixmap draw();
    void drawLane(QPainter &painter, const Lane &lane, const QRect &rect) const;
    void drawWords(QPainter &painter, std::size_t lane) const;
    GridSlice slice(const Grid &grid, double from, double to) const;

    std::vector<Lane> m_lanes;
    QPointer<AxisView> m_view;
    QPointer<TimeCursor> m_cursor;
    QPixmap m_picture; ///< without cursor and words; null: out of date
    bool m_isStale = false;
    int m_paintings = 0;
};

} // namespace paceline
