// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/curveplot.h"

#include "widgets/format/metrictext.h"
#include "widgets/plots/axisview.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/smoothing.h"
#include "widgets/plots/timecursor.h"

#include <QDateTime>
#include <QMenu>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr double kRawAlpha = 0.3;
constexpr int kWarmUpColumns = 24; // smoothing begins left of the edge, so that panning does not change the line
constexpr double kSmoothings[] = {0, 0.3, 0.6, 0.9, 0.97};

} // namespace

CurvePlot::CurvePlot(QWidget *parent)
    : PlotPane(parent)
{
    canvas()->setPrepare([this] { prepare(); });
    connect(canvas(), &Canvas::hovered, this, [this](QPointF, double x) {
        if (m_cursor && !m_series.empty())
            m_cursor->moveTo(m_axis, x, m_series.front().series.metric);
    });
    connect(canvas(), &Canvas::hoverLeft, this, [this] {
        if (m_cursor)
            m_cursor->clear();
    });
}

void CurvePlot::setSeries(std::vector<Series> series)
{
    for (const Drawn &drawn : m_series) {
        canvas()->removePlottable(drawn.raw);
        canvas()->removePlottable(drawn.smooth);
    }
    m_series.clear();
    for (Series &one : series) {
        auto *raw = new CurveItem(canvas()->xAxis, canvas()->yAxis);
        auto *smooth = new CurveItem(canvas()->xAxis, canvas()->yAxis);
        m_series.push_back({std::move(one), raw, smooth});
    }
    colour(themeOf(palette()));
    updateTitle();
    canvas()->setValueScale(unit(), m_logY);
    canvas()->invalidate();
}

void CurvePlot::setRun(std::shared_ptr<const Run> run)
{
    if (run == m_run)
        return;
    m_run = std::move(run);
    updateTitle();
    canvas()->setValueScale(unit(), m_logY);
    canvas()->invalidate();
}

void CurvePlot::setAxis(RunAxis axis, AxisView *view)
{
    m_axis = axis;
    canvas()->setView(view, axis);
    showCursor();
}

void CurvePlot::setCursor(TimeCursor *cursor)
{
    m_cursor = cursor;
    connect(cursor, &TimeCursor::moved, this, &CurvePlot::showCursor);
}

void CurvePlot::setSmoothing(double weight)
{
    for (Drawn &drawn : m_series)
        drawn.series.smoothing = weight;
    colour(themeOf(palette()));
    canvas()->invalidate();
}

void CurvePlot::setLogY(bool on)
{
    m_logY = on;
    canvas()->setValueScale(unit(), on);
    canvas()->invalidate();
}

void CurvePlot::setLogX(bool on)
{
    m_logX = on;
    canvas()->setLogX(on);
}

Unit CurvePlot::unit() const
{
    if (m_series.empty())
        return Unit::None;
    const QString &metric = m_series.front().series.metric;
    return curveUnit(metric, m_run ? m_run->unit(metric) : QString());
}

void CurvePlot::applyTheme(const Theme &theme)
{
    colour(theme);
    PlotPane::applyTheme(theme);
}

void CurvePlot::colour(const Theme &theme)
{
    for (const Drawn &drawn : m_series) {
        const QColor color = theme.series[std::size_t(drawn.series.color) % theme.series.size()];
        QColor faint = color;
        const bool isSmoothed = drawn.series.smoothing > 0;
        faint.setAlphaF(isSmoothed ? float(kRawAlpha) : 1.0F);
        drawn.raw->style = {faint, isSmoothed ? 1.0 : 1.3, !isSmoothed};
        drawn.smooth->style = {color, 2, true};
        drawn.smooth->setVisible(isSmoothed);
    }
}

void CurvePlot::updateTitle()
{
    if (m_series.empty())
        return;
    const QString &metric = m_series.front().series.metric;
    setTitle(curveText(metric));
    const auto latest = m_run ? m_run->latest(metric) : std::nullopt;
    if (!latest)
        setValue({});
    else if (!std::isfinite(latest->value))
        setValue({std::isnan(latest->value) ? QStringLiteral("NaN") : QStringLiteral("∞"), {}}, Mood::Failed);
    else
        setValue(valueText(double(latest->value), unit()));
}

void CurvePlot::prepare()
{
    canvas()->labels()->labels.clear();
    if (!m_run)
        return;
    double low = INFINITY, high = -INFINITY;
    for (Drawn &drawn : m_series)
        prepareSeries(drawn, &low, &high);
    if (!(low <= high))
        low = 0, high = 1;
    if (m_logY) {
        canvas()->setValueRange(low / 1.15, high * 1.15);
    } else {
        if (m_fromZero)
            low = std::min(low, 0.0);
        const double room = std::max((high - low) * 0.06, std::fabs(high) * 1e-6 + 1e-12);
        canvas()->setValueRange(m_fromZero && low == 0 ? 0 : low - room, high + room * (m_fromZero ? 3 : 1));
    }
    for (const Drawn &drawn : m_series)
        addLabel(drawn);
    showCursor();
}

void CurvePlot::prepareSeries(Drawn &drawn, double *low, double *high)
{
    const double x0 = canvas()->lower(), x1 = canvas()->upper(), width = (x1 - x0) / canvas()->columns();
    const double weight = drawn.series.smoothing;
    std::vector<CurvePoint> points;
    if (canvas()->xAxis->scaleType() == QCPAxis::stLogarithmic) {
        // Columns are narrow on the left: each decade is asked for with a width that serves its narrowest one.
        for (double from = x0; from < x1; from *= 2) {
            auto part =
                m_run->curve(drawn.series.metric, m_axis, from, std::min(2 * from, x1), canvas()->columns() / 4);
            std::erase_if(part, [&](const CurvePoint &p) { return p.x < from || p.x >= 2 * from; });
            points.insert(points.end(), part.begin(), part.end());
        }
    } else {
        const int warmUp = weight > 0 ? kWarmUpColumns : 0;
        points = m_run->curve(drawn.series.metric, m_axis, x0 - warmUp * width, x1, canvas()->columns() + warmUp);
    }
    for (const CurvePoint &point : points) {
        const double y = double(point.y);
        if (!std::isfinite(y) || point.x < x0 || point.x > x1 || (m_logY && y <= 0))
            continue;
        *low = std::min(*low, y);
        *high = std::max(*high, y);
    }
    if (weight > 0)
        drawn.smooth->setPoints(smoothed(points, weight, width));
    drawn.raw->setPoints(std::move(points));
}

void CurvePlot::addLabel(const Drawn &drawn)
{
    const Theme &theme = themeOf(palette());
    const auto &points = drawn.raw->points();
    const bool isMain = &drawn == &m_series.front();
    const auto latest = m_run->latest(drawn.series.metric);
    const auto last = drawn.raw->end();
    if (last && latest && std::isnan(latest->value)) {
        canvas()->labels()->labels.push_back({tr("not a number from here"), theme.failed, *last});
    }
    if (isMain)
        m_hasEstimated = std::any_of(points.begin(), points.end(), [](const CurvePoint &p) { return p.estimated; });
    if (m_series.size() < 2)
        return;
    if (last && !isMain)
        canvas()->labels()->labels.push_back({curveText(drawn.series.metric), drawn.smooth->style.color, *last});
}

/// What the number in the title is, and how the line is drawn.
QString CurvePlot::restingNote() const
{
    if (!m_run || m_series.empty() || !m_run->latest(m_series.front().series.metric))
        return {};
    if (m_hasEstimated)
        return tr("last value · dashed: times estimated");
    return m_series.front().series.smoothing > 0 ? tr("last value · line smoothed") : tr("last value");
}

void CurvePlot::showCursor()
{
    if (!m_cursor || !m_run || m_series.empty() || !m_cursor->position()) {
        canvas()->showCursor(std::nullopt, {});
        setNote(restingNote());
        return;
    }
    const TimeCursor::Position &position = *m_cursor->position();
    std::vector<CursorItem::Dot> dots;
    QStringList words;
    if (position.record) {
        const Drawn &first = m_series.front();
        const double value = double(m_run->value(*position.record, first.series.metric));
        if (!std::isnan(position.timeMs))
            words.append(QDateTime::fromMSecsSinceEpoch(qint64(position.timeMs)).toString(QStringLiteral("HH:mm:ss")));
        if (!std::isnan(position.step))
            words.append(tr("step %1").arg(formatCount(qint64(position.step))));
        if (!std::isnan(value)) {
            words.append(formatValue(value, unit()));
            dots.push_back({value, first.smooth->style.color});
        }
    }
    setNote(words.join(QStringLiteral(" · ")));
    canvas()->showCursor(position.on(m_axis), std::move(dots));
}

void CurvePlot::addMenuActions(QMenu *menu)
{
    QAction *logY = menu->addAction(tr("Logarithmic values"));
    logY->setCheckable(true);
    logY->setChecked(m_logY);
    connect(logY, &QAction::toggled, this, &CurvePlot::setLogY);
    QMenu *smoothing = menu->addMenu(tr("Smoothing"));
    for (const double weight : kSmoothings) {
        QAction *action = smoothing->addAction(weight == 0 ? tr("None") : QString::number(weight));
        action->setCheckable(true);
        action->setChecked(!m_series.empty() && m_series.front().series.smoothing == weight);
        connect(action, &QAction::triggered, this, [this, weight] { setSmoothing(weight); });
    }
    menu->addSeparator();
}

QString CurvePlot::axisTitle() const
{
    switch (m_axis) {
    case RunAxis::Step:
        return tr("Step");
    case RunAxis::Epoch:
        return tr("Epoch");
    case RunAxis::Time:
        break;
    }
    return tr("Time (%1)").arg(QDateTime::currentDateTime().timeZoneAbbreviation());
}

std::vector<PlotPane::LegendEntry> CurvePlot::legend() const
{
    std::vector<LegendEntry> entries;
    for (const Drawn &drawn : m_series) {
        const QString name = curveText(drawn.series.metric);
        if (drawn.series.smoothing > 0) {
            entries.push_back({tr("%1, as printed").arg(name), drawn.raw->style.color});
            entries.push_back({tr("%1, smoothed %2").arg(name).arg(drawn.series.smoothing), drawn.smooth->style.color});
        } else {
            entries.push_back({name, drawn.raw->style.color});
        }
    }
    return entries;
}

QByteArray CurvePlot::csv() const
{
    QByteArray table("line,step,epoch,time_utc");
    for (const Drawn &drawn : m_series)
        table += ',' + drawn.series.metric.toUtf8().replace(',', '_').replace('"', '_');
    table += '\n';
    if (!m_run)
        return table;
    const auto cell = [](double value) {
        return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 12);
    };
    for (std::size_t i = 0; i < m_run->size(); ++i) {
        const Run::RecordPlace place = m_run->place(i);
        const double x = m_axis == RunAxis::Step ? place.step : m_axis == RunAxis::Time ? place.timeMs : place.epoch;
        if (!(x >= canvas()->lower() && x <= canvas()->upper()))
            continue;
        table += QByteArray::number(place.line) + ',' + cell(place.step) + ',' + cell(place.epoch) + ',';
        if (!std::isnan(place.timeMs))
            table += QDateTime::fromMSecsSinceEpoch(qint64(place.timeMs), Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
        for (const Drawn &drawn : m_series)
            table += ',' + cell(double(m_run->value(i, drawn.series.metric)));
        table += '\n';
    }
    return table;
}

int CurvePlot::paintings() const
{
    return canvas()->paintings();
}

} // namespace paceline
