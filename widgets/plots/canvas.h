// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/metric.h"
#include "backends/store/curveaxis.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/items.h"

#include <QPointer>
#include <functional>

namespace paceline {

struct Theme;

/// The drawing surface of all plots: one axis rectangle with fixed margins, so that panes share their edges to the
/// pixel; the wheel zooms, dragging pans, with Shift it marks the range to zoom to, a double click resets. Nothing is
/// prepared or painted while hidden. GUI thread; owned by its pane. Private to this folder.
class Canvas : public QCustomPlot
{
    Q_OBJECT
public:
    static constexpr int kLeft = 46, kRight = 14, kTop = 8, kBottom = 17;

    explicit Canvas(QWidget *parent);

    /// prepare fetches what the visible range shows; called at most once before each painting.
    void setPrepare(std::function<void()> prepare) { m_prepare = std::move(prepare); }
    void setView(AxisView *view, CurveAxis::Kind axis);
    AxisView *view() const { return m_view; }
    CurveAxis::Kind axis() const { return m_axis; }
    void setLogX(bool on);
    void setValueScale(Unit unit, bool isLog);
    /// The range that serves unless the person zoomed the value axis.
    void setValueRange(double lower, double upper);
    void setShowsValueAxis(bool shows);
    int columns() const { return std::max(axisRect()->width(), 1); }
    double lower() const { return xAxis->range().lower; }
    double upper() const { return xAxis->range().upper; }

    /// Many panes that come into sight at once are painted one an event, not all in the one that shows them.
    void setPaintsInTurn(bool on) { m_paintsInTurn = on; }
    /// What is shown is out of date; painted anew when it can be seen.
    void invalidate();
    /// Fetches what a pane out of sight would show, before it is exported.
    void bringUpToDate();
    /// Number of full paintings so far, for tests and benches.
    int paintings() const { return m_paintings; }
    void showCursor(std::optional<double> at, std::vector<CursorItem::Dot> dots);
    LabelItem *labels() const { return m_labels; }
    void applyTheme(const Theme &theme);

signals:
    void hovered(QPointF position, double x);
    void hoverLeft();
    /// A press and a release at one place.
    void clicked(QPointF position);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool canBeSeen() const;
    void flush();
    void takeRange();
    QSharedPointer<QCPAxisTicker> ticker(bool isLog) const;
    void zoomValues(double factor, double about);

    std::function<void()> m_prepare;
    QPointer<AxisView> m_view;
    CurveAxis::Kind m_axis = CurveAxis::Kind::Time;
    void brush(double toX);

    CursorItem *m_cursor;
    BrushItem *m_brush;
    LabelItem *m_labels;
    std::optional<QCPRange> m_zoomedValues;
    std::optional<QPointF> m_dragFrom, m_pressedAt;
    QTimer m_flush;
    Unit m_unit = Unit::None;
    int m_paintings = 0;
    bool m_dirty = true, m_cursorDirty = false, m_logX = false, m_logY = false, m_scaleSet = false,
         m_paintsInTurn = false;
};

} // namespace paceline
