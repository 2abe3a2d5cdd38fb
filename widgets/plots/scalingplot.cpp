// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/scalingplot.h"

#include "widgets/plots/axisview.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/scalingitem.h"
#include "widgets/plots/tickers.h"

#include <QPen>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kReach = 14; // pixels around a point that belong to it

} // namespace

ScalingPlot::ScalingPlot(QWidget *parent)
    : PlotPane(parent)
    , m_view(new AxisView(this))
    , m_item(new ScalingItem(canvas()->xAxis, canvas()->yAxis))
{
    m_view->setMinimumSpan(0.5);
    canvas()->setView(m_view, CurveAxis::Kind::Samples);
    canvas()->setLogX(true);
    canvas()->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new DoublingTicker));
    canvas()->xAxis->grid()->setVisible(true);
    canvas()->setPrepare([this] { prepare(); });
    m_item->series = &m_series;
    connect(canvas(), &Canvas::hovered, this, [this](QPointF position, double) { hover(position); });
    connect(canvas(), &Canvas::hoverLeft, this, [this] {
        setNote({});
        setHighlighted(-1);
    });
    connect(canvas(), &Canvas::clicked, this, [this](QPointF position) {
        if (const Hit hit = hitAt(position); hit.series >= 0)
            emit seriesActivated(hit.series);
    });
}

QColor ScalingPlot::colourOf(int series) const
{
    const Theme &theme = themeOf(palette());
    return theme.series[std::size_t(series) % theme.series.size()];
}

void ScalingPlot::applyTheme(const Theme &theme)
{
    PlotPane::applyTheme(theme);
    canvas()->xAxis->grid()->setPen(QPen(theme.grid, 1));
}

void ScalingPlot::setSeries(std::vector<Series> series)
{
    if (series == m_series)
        return;
    m_series = std::move(series);
    for (Series &shown : m_series)
        std::stable_sort(shown.points.begin(), shown.points.end(),
                         [](const Point &a, const Point &b) { return a.accelerators < b.accelerators; });
    m_highlighted = -1;
    updateExtent();
    canvas()->invalidate();
}

void ScalingPlot::setQuantity(const QString &title, Unit unit, bool isLog)
{
    m_quantity = title;
    m_unit = unit;
    m_isLog = isLog;
    setTitle(title);
    canvas()->setValueScale(unit, isLog);
    canvas()->invalidate();
}

void ScalingPlot::setIdeal(int direction)
{
    m_ideal = direction;
    canvas()->invalidate();
}

void ScalingPlot::setHighlighted(int series)
{
    if (std::exchange(m_highlighted, series) == series)
        return;
    canvas()->invalidate();
    emit seriesHovered(series);
}

void ScalingPlot::updateExtent()
{
    double lower = INFINITY, upper = -INFINITY;
    for (const Series &shown : m_series) {
        for (const auto *points : {&shown.points, &shown.curve}) {
            for (const Point &point : *points) {
                lower = std::min(lower, point.accelerators);
                upper = std::max(upper, point.accelerators);
            }
        }
    }
    if (!(lower <= upper))
        lower = 1, upper = 64;
    // Room for the points at the edges and for the names behind the last ones.
    m_view->setExtent(lower / 1.3, upper * 2.4, false);
    m_view->reset();
}

void ScalingPlot::prepare()
{
    const Theme &theme = themeOf(palette());
    double low = INFINITY, high = -INFINITY;
    const double from = canvas()->lower(), to = canvas()->upper();
    for (const Series &shown : m_series) {
        for (const auto *points : {&shown.points, &shown.curve}) {
            for (const Point &point : *points) {
                if (point.accelerators < from || point.accelerators > to || !(m_isLog ? point.value > 0 : true))
                    continue;
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    }
    if (!(low <= high))
        low = 1, high = 10;
    if (m_isLog)
        canvas()->setValueRange(low / 1.6, high * 1.8);
    else
        canvas()->setValueRange(0, high * 1.12);
    m_item->colours.clear();
    for (int i = 0; i < int(m_series.size()); ++i)
        m_item->colours.push_back(colourOf(i));
    m_item->highlighted = m_highlighted;
    m_item->idealColour = theme.soft;
    m_item->ground = theme.panel;
    m_item->font = Theme::secondary();
    m_item->ideal.clear();
    if (m_ideal != 0 && !m_series.empty() && !m_series.front().points.empty()) {
        const Point &first = m_series.front().points.front();
        for (const double x : {first.accelerators, to})
            m_item->ideal.emplace_back(x, first.value * std::pow(x / first.accelerators, m_ideal));
    }
}

ScalingPlot::Hit ScalingPlot::hitAt(QPointF position) const
{
    Hit best;
    double nearest = kReach;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        for (std::size_t p = 0; p < m_series[i].points.size(); ++p) {
            const QPointF away = m_item->pixel(m_series[i].points[p]) - position;
            const double distance = std::hypot(away.x(), away.y());
            if (distance < nearest) {
                nearest = distance;
                best = {int(i), p};
            }
        }
    }
    return best;
}

void ScalingPlot::hover(QPointF position)
{
    const Hit hit = hitAt(position);
    setHighlighted(hit.series);
    if (hit.series < 0) {
        setNote({});
        return;
    }
    const Series &shown = m_series[std::size_t(hit.series)];
    const Point &point = shown.points[hit.point];
    QStringList parts{shown.name, tr("%1 accelerators").arg(formatCount(qint64(point.accelerators))),
                      formatValue(point.value, m_unit)};
    if (!shown.note.isEmpty())
        parts.append(shown.note);
    setNote(parts.join(QStringLiteral(" · ")));
}

QStringList ScalingPlot::shownNames() const
{
    return m_item->named;
}

int ScalingPlot::paintings() const
{
    return canvas()->paintings();
}

QString ScalingPlot::axisTitle() const
{
    return tr("Accelerators");
}

std::vector<PlotPane::LegendEntry> ScalingPlot::legend() const
{
    std::vector<LegendEntry> entries;
    for (int i = 0; i < int(m_series.size()); ++i)
        entries.push_back({m_series[std::size_t(i)].name, colourOf(i), m_series[std::size_t(i)].isWeak});
    return entries;
}

QByteArray ScalingPlot::csv() const
{
    const auto quoted = [](QString text) {
        text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        return '"' + text.toUtf8() + '"';
    };
    QByteArray table = "series,accelerators,value,low,high,unit\n";
    const auto number = [](double v) { return std::isnan(v) ? QByteArray() : QByteArray::number(v, 'g', 10); };
    for (const Series &shown : m_series) {
        for (const Point &point : shown.points)
            table += quoted(shown.name) + ',' + number(point.accelerators) + ',' + number(point.value) + ',' +
                     number(point.low) + ',' + number(point.high) + ',' + quoted(unitText(m_unit)) + '\n';
    }
    return table;
}

} // namespace paceline
