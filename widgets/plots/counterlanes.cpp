// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/counterlanes.h"

#include "widgets/format/metrictext.h"
#include "widgets/format/units.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/timecursor.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kRoom = 1.08; // above the highest value

QFont wordFont()
{
    QFont font = Theme::secondary();
    font.setPointSizeF(9 * 0.75);
    return font;
}

} // namespace

CounterLanes::CounterLanes(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CounterLanes::setLanes(std::vector<Lane> lanes)
{
    if (lanes == m_lanes)
        return;
    const bool isOtherHeight = lanes.size() != m_lanes.size();
    m_lanes = std::move(lanes);
    if (isOtherHeight)
        updateGeometry();
    invalidate();
}

void CounterLanes::setView(AxisView *view)
{
    m_view = view;
    connect(view, &AxisView::rangeChanged, this, &CounterLanes::invalidate);
}

void CounterLanes::setCursor(TimeCursor *cursor)
{
    m_cursor = cursor;
    connect(cursor, &TimeCursor::moved, this, qOverload<>(&QWidget::update));
}

void CounterLanes::setStale(bool isStale)
{
    if (std::exchange(m_isStale, isStale) != isStale)
        invalidate();
}

void CounterLanes::invalidate()
{
    m_picture = QPixmap();
    update();
}

QSize CounterLanes::sizeHint() const
{
    return {400, int(m_lanes.size()) * kLaneHeight + 2 * kMargin};
}

QRect CounterLanes::area() const
{
    // The edges of the panes around it.
    return rect().adjusted(1 + Canvas::kLeft, kMargin, -1 - Canvas::kRight, -kMargin);
}

QRect CounterLanes::laneRect(std::size_t lane) const
{
    const QRect all = area();
    return {all.left(), all.top() + int(lane) * kLaneHeight + 1, all.width(), kLaneHeight - 3};
}

std::optional<std::size_t> CounterLanes::laneAt(QPointF position) const
{
    const int lane = (int(position.y()) - area().top()) / kLaneHeight;
    return position.y() >= area().top() && lane < int(m_lanes.size()) ? std::optional(std::size_t(lane)) : std::nullopt;
}

GridSlice CounterLanes::slice(const Grid &grid, double from, double to) const
{
    const auto [lower, upper] = m_view->range();
    return {grid, from, to, (upper - lower) / std::max(area().width(), 1)};
}

void CounterLanes::drawLane(QPainter &painter, const Lane &lane, const QRect &rect) const
{
    const Theme &theme = themeOf(palette());
    painter.fillRect(rect, theme.grid);
    if (!m_view || !lane.grid || lane.grid->ticks() == 0)
        return;
    const auto [lower, upper] = m_view->range();
    const GridSlice ticks = slice(*lane.grid, lower, upper);
    const std::vector<TickSpan> spans = tickSpans(ticks, lower, upper, rect.width());
    double highest = lane.metric.rangeMax;
    if (std::isnan(highest)) {
        highest = 0;
        for (int tick = 0; tick < ticks.ticks(); ++tick)
            highest = std::fmax(highest, double(ticks.summary(tick).max));
        highest = std::max(highest * kRoom, 1e-12);
    }
    // Quiet where all is well: a pale area with a thin edge; what is an alarm is loud.
    const QColor edge = m_isStale ? theme.faint : lane.isAlarm ? theme.attention : theme.series[0];
    const QColor body = m_isStale || lane.isAlarm ? edge : theme.heat[4];
    QColor spread = edge;
    spread.setAlphaF(0.18F);
    int before = -1; // where the edge stood in the column to the left
    for (std::size_t column = 0; column < spans.size(); ++column) {
        const int x = rect.left() + int(column);
        if (spans[column].isEmpty()) { // a hole is no 0
            painter.fillRect(QRect(x, rect.top(), 1, rect.height()), theme.panel);
            before = -1;
            continue;
        }
        float median = kMissing, most = kMissing;
        for (int tick = spans[column].first; tick < spans[column].last; ++tick) {
            median = std::fmax(median, ticks.summary(tick).median);
            most = std::fmax(most, ticks.summary(tick).max);
        }
        const auto top = [&](float v) {
            const double share = std::isnan(v) ? 0 : std::clamp(double(v) / highest, 0.0, 1.0);
            return rect.bottom() + 1 - int(std::lround(share * rect.height()));
        };
        const int high = top(most), middle = lane.isAlarm ? high : top(median);
        painter.fillRect(QRect(x, high, 1, middle - high), spread);
        painter.fillRect(QRect(x, middle, 1, rect.bottom() + 1 - middle), body);
        if (!lane.isAlarm) {
            const int from = before < 0 ? middle : std::min(before, middle),
                      to = before < 0 ? middle : std::max(before, middle);
            painter.fillRect(QRect(x, std::min(from, rect.bottom()), 1, to - from + 1), edge);
        }
        before = middle;
    }
}

QPixmap CounterLanes::draw()
{
    ++m_paintings;
    QPixmap picture(size() * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        drawLane(painter, m_lanes[i], laneRect(i));
    return picture;
}

QString CounterLanes::valueOf(std::size_t index) const
{
    const Lane &lane = m_lanes[index];
    if (!lane.grid || lane.grid->ticks() == 0 || !m_view)
        return {};
    double from = double(lane.grid->timeMs(lane.grid->ticks() - 1));
    if (m_cursor && m_cursor->position() && !std::isnan(m_cursor->position()->timeMs))
        from = m_cursor->position()->timeMs;
    const GridSlice ticks = slice(*lane.grid, from, from + 1);
    const TickSpan span = tickSpans(ticks, from, from + 1, 1).front();
    if (span.isEmpty())
        return formatValue(double(kMissing), lane.metric.unit);
    if (!lane.isAlarm)
        return formatValue(double(ticks.summary(span.first).median), lane.metric.unit);
    const float *values = ticks.high(span.first);
    return tr("%1 of %2", "so many GPUs of all")
        .arg(std::count_if(values, values + ticks.rows(span.first), [](float v) { return v > 0; }))
        .arg(lane.grid->rows());
}

/// The name left of the lane, the value in it at its end.
void CounterLanes::drawWords(QPainter &painter, std::size_t index) const
{
    const Theme &theme = themeOf(palette());
    const QFontMetrics metrics(painter.font());
    const QRect rect = laneRect(index);
    painter.setPen(theme.soft);
    const QRect left(1, rect.top(), rect.left() - 5, rect.height());
    painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter,
                     metrics.elidedText(m_lanes[index].name, Qt::ElideRight, left.width()));
    const QString value = valueOf(index);
    const int width = metrics.horizontalAdvance(value) + 8;
    const QRect right(rect.right() - width + 1, rect.top(), width, rect.height());
    QColor ground = theme.panel;
    ground.setAlphaF(0.85F);
    painter.fillRect(right, ground);
    painter.setPen(m_isStale ? theme.faint : theme.ink);
    painter.drawText(right, Qt::AlignCenter, value);
}

void CounterLanes::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        m_picture = draw();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setFont(wordFont());
    for (std::size_t i = 0; i < m_lanes.size(); ++i)
        drawWords(painter, i);
    if (!m_view || !m_cursor || !m_cursor->position() || std::isnan(m_cursor->position()->timeMs))
        return;
    const auto [lower, upper] = m_view->range();
    const double x = area().left() + (m_cursor->position()->timeMs - lower) / (upper - lower) * area().width();
    if (x < area().left() || x > area().right())
        return;
    painter.setPen(QPen(themeOf(palette()).soft, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
}

bool CounterLanes::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto lane = laneAt(help->pos())) {
        const Lane &shown = m_lanes[*lane];
        const int rows = shown.grid ? shown.grid->rows() : 0;
        QToolTip::showText(help->globalPos(),
                           tr("%1: %2. The edge is the median of %3, faint above it the highest. A click shows all.")
                               .arg(metricText(shown.metric.id), valueOf(*lane))
                               .arg(rows),
                           this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void CounterLanes::resizeEvent(QResizeEvent *)
{
    invalidate();
}

void CounterLanes::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        invalidate();
    QWidget::changeEvent(event);
}

void CounterLanes::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_cursor || !m_view)
        return;
    const auto [lower, upper] = m_view->range();
    const double share = (event->position().x() - area().left()) / std::max(area().width(), 1);
    if (share < 0 || share > 1)
        m_cursor->clear();
    else
        m_cursor->moveTo(RunAxis::Time, lower + share * (upper - lower));
}

void CounterLanes::mouseReleaseEvent(QMouseEvent *event)
{
    if (const auto lane = laneAt(event->position()))
        emit laneActivated(m_lanes[*lane].metric.id);
}

void CounterLanes::leaveEvent(QEvent *)
{
    if (m_cursor)
        m_cursor->clear();
}

} // namespace paceline
