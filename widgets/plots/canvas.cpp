// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/canvas.h"

#include "widgets/plots/axisview.h"
#include "widgets/plots/tickers.h"
#include "widgets/theme.h"

#include <QWindow>
#include <cmath>

namespace paceline {

namespace {

constexpr double kWheelZoom = 0.85; // for one notch
constexpr float kLabelGround = 0.75F, kBrushShade = 0.18F;
constexpr double kClickSlack = 4;   // pixels that a hand may move in a click
constexpr double kFirstSpan = 1000; // ms: a logarithmic axis of time since the start begins here

QFont tickFont()
{
    QFont font = Theme::secondary();
    font.setPointSizeF(10.5 * 0.75);
    return font;
}

/// Where a logarithmic x axis begins that would begin at zero.
double firstOnLog(CurveAxis::Kind kind, double upper)
{
    const bool countsWhole = kind == CurveAxis::Kind::Step || kind == CurveAxis::Kind::Samples;
    const double first = kind == CurveAxis::Kind::RelativeTime ? kFirstSpan : countsWhole ? 1.0 : upper / 1e4;
    return std::min(first, upper / 1e3);
}

} // namespace

Canvas::Canvas(QWidget *parent)
    : QCustomPlot(parent)
{
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins(QMargins(kLeft, kTop, kRight, kBottom));
    axisRect()->setMinimumSize(10, 10);
    setSelectionRectMode(QCP::srmNone);
    setNoAntialiasingOnDrag(false);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_cursor = new CursorItem(xAxis, yAxis);
    m_cursor->setLayer(QStringLiteral("overlay"));
    m_brush = new BrushItem(xAxis, yAxis);
    m_brush->setLayer(QStringLiteral("overlay"));
    m_labels = new LabelItem(xAxis, yAxis);
    m_labels->setLayer(QStringLiteral("axes"));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0);
        axis->setNumberFormat(QStringLiteral("g")); // labels as they are told: "7.5e-4" is narrower than a raised power
        axis->setTickLabelPadding(5);
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    xAxis->grid()->setVisible(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_flush.setSingleShot(true);
    m_flush.setInterval(0);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        if (!canBeSeen())
            return;
        if (m_dirty)
            flush();
        else if (std::exchange(m_cursorDirty, false))
            layer(QStringLiteral("overlay"))->replot();
    });
    setValueScale(Unit::None, false);
}

void Canvas::setView(AxisView *view, CurveAxis::Kind axis)
{
    if (m_view)
        m_view->disconnect(this);
    m_view = view;
    m_axis = axis;
    connect(view, &AxisView::rangeChanged, this, &Canvas::invalidate);
    setLogX(m_logX);
    invalidate();
}

void Canvas::setLogX(bool on)
{
    m_logX = on;
    const bool isLog = on && m_axis != CurveAxis::Kind::Time;
    xAxis->setScaleType(isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    xAxis->setTicker(ticker(isLog));
    invalidate();
}

QSharedPointer<QCPAxisTicker> Canvas::ticker(bool isLog) const
{
    using Ticker = QSharedPointer<QCPAxisTicker>;
    if (m_axis == CurveAxis::Kind::Time)
        return Ticker(new TimeTicker);
    if (m_axis == CurveAxis::Kind::RelativeTime)
        return isLog ? Ticker(new LogSpanTicker) : Ticker(new SpanTicker);
    return isLog ? Ticker(new LogTicker(Unit::Count)) : Ticker(new ValueTicker(Unit::Count, 6));
}

void Canvas::setValueScale(Unit unit, bool isLog)
{
    if (m_scaleSet && unit == m_unit && isLog == m_logY)
        return;
    m_scaleSet = true;
    m_unit = unit;
    m_logY = isLog;
    yAxis->setScaleType(isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    yAxis->setTicker(isLog ? QSharedPointer<QCPAxisTicker>(new LogTicker(unit))
                           : QSharedPointer<QCPAxisTicker>(new ValueTicker(unit, height() < 150 ? 2 : 4)));
    m_zoomedValues.reset();
    invalidate();
}

void Canvas::setValueRange(double lower, double upper)
{
    yAxis->setRange(m_zoomedValues ? *m_zoomedValues : QCPRange(lower, upper));
}

void Canvas::setShowsValueAxis(bool shows)
{
    yAxis->setTickLabels(shows);
    yAxis->grid()->setVisible(shows);
}

void Canvas::applyTheme(const Theme &theme)
{
    setBackground(QBrush(theme.panel));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setTickLabelColor(theme.faint);
        axis->setTickLabelFont(tickFont());
        axis->grid()->setPen(QPen(theme.grid, 1));
    }
    m_cursor->color = theme.faint;
    m_brush->color = theme.accent;
    m_brush->color.setAlphaF(kBrushShade);
    m_labels->font = tickFont();
    m_labels->ground = theme.panel;
    m_labels->ground.setAlphaF(kLabelGround);
    invalidate();
}

bool Canvas::canBeSeen() const
{
    const QWindow *handle = window()->windowHandle();
    return isVisible() && handle && handle->isExposed() && !window()->isMinimized() && !visibleRegion().isEmpty();
}

void Canvas::invalidate()
{
    m_dirty = true;
    if (!m_flush.isActive() && canBeSeen())
        m_flush.start();
}

void Canvas::bringUpToDate()
{
    if (m_dirty)
        flush();
}

void Canvas::takeRange()
{
    if (!m_view)
        return;
    auto [lower, upper] = m_view->range();
    if (xAxis->scaleType() == QCPAxis::stLogarithmic)
        lower = std::max(lower, firstOnLog(m_axis, upper));
    xAxis->setRange(lower, upper);
    const double width = columns();
    xAxis->ticker()->setTickCount(std::max(int(width / (m_axis == CurveAxis::Kind::Time ? 84 : 96)), 2));
}

void Canvas::flush()
{
    m_dirty = false;
    m_flush.stop();
    setViewport(rect());
    plotLayout()->update(QCPLayoutElement::upPreparation);
    plotLayout()->update(QCPLayoutElement::upMargins);
    plotLayout()->update(QCPLayoutElement::upLayout);
    takeRange();
    if (m_prepare)
        m_prepare();
    m_cursorDirty = false;
    ++m_paintings;
    replot(QCustomPlot::rpQueuedRefresh);
}

void Canvas::paintEvent(QPaintEvent *event)
{
    const bool waits = m_paintsInTurn && m_dirty && canBeSeen();
    if (m_dirty && !waits)
        flush();
    else if ((m_cursorDirty || waits) && !m_flush.isActive())
        m_flush.start();
    QCustomPlot::paintEvent(event);
}

void Canvas::resizeEvent(QResizeEvent *)
{
    yAxis->ticker()->setTickCount(height() < 150 ? 2 : 4);
    invalidate();
}

void Canvas::showCursor(std::optional<double> at, std::vector<CursorItem::Dot> dots)
{
    if (!at && !m_cursor->at)
        return;
    m_cursor->at = at;
    m_cursor->dots = std::move(dots);
    m_cursorDirty = true;
    if (!m_flush.isActive() && canBeSeen())
        m_flush.start();
}

void Canvas::zoomValues(double factor, double about)
{
    const QCPRange range = yAxis->range();
    if (m_logY && about > 0)
        m_zoomedValues =
            QCPRange(about * std::pow(range.lower / about, factor), about * std::pow(range.upper / about, factor));
    else
        m_zoomedValues = QCPRange(about - (about - range.lower) * factor, about + (range.upper - about) * factor);
    invalidate();
}

void Canvas::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0 || !m_view)
        return event->ignore();
    const double factor = std::pow(kWheelZoom, notches);
    const QPointF position = event->position();
    const bool isOverValues = position.x() < axisRect()->left();
    if (isOverValues || event->modifiers() & Qt::ShiftModifier)
        zoomValues(factor, yAxis->pixelToCoord(position.y()));
    else
        m_view->zoom(factor, xAxis->pixelToCoord(position.x()));
    event->accept();
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    if (event->modifiers() & Qt::ShiftModifier) {
        m_brush->from = m_brush->to = xAxis->pixelToCoord(event->position().x());
        return;
    }
    m_dragFrom = event->position();
    if (m_view)
        m_view->beginPan();
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_pressedAt && (position - *m_pressedAt).manhattanLength() > kClickSlack)
        m_pressedAt.reset();
    if (m_brush->from && event->buttons() & Qt::LeftButton) {
        brush(position.x());
        return;
    }
    if (m_dragFrom && m_view && event->buttons() & Qt::LeftButton) {
        const double distance = xAxis->pixelToCoord(m_dragFrom->x()) - xAxis->pixelToCoord(position.x());
        m_dragFrom = position;
        m_view->pan(distance);
        return;
    }
    if (axisRect()->rect().contains(position.toPoint()))
        emit hovered(position, xAxis->pixelToCoord(position.x()));
    else
        emit hoverLeft();
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_pressedAt && event->button() == Qt::LeftButton;
    m_dragFrom.reset();
    m_pressedAt.reset();
    if (const auto from = std::exchange(m_brush->from, std::nullopt)) {
        const double to = m_brush->to;
        layer(QStringLiteral("overlay"))->replot();
        if (m_view && !isClick && *from != to)
            m_view->setRange({std::min(*from, to), std::max(*from, to)});
        return;
    }
    if (isClick)
        emit clicked(event->position());
}

void Canvas::brush(double toX)
{
    const QRect rect = axisRect()->rect();
    m_brush->to = xAxis->pixelToCoord(std::clamp(toX, double(rect.left()), double(rect.right())));
    layer(QStringLiteral("overlay"))->replot();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *)
{
    m_zoomedValues.reset();
    if (m_view)
        m_view->reset();
    invalidate();
}

void Canvas::leaveEvent(QEvent *)
{
    emit hoverLeft();
}

} // namespace paceline
