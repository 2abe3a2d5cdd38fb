// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a curve plot fetches from the store before each painting.
#include "widgets/format/metrictext.h"
#include "widgets/plots/branches.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/curveplot.h"
#include "widgets/plots/ribbonitem.h"
#include "widgets/plots/smoothing.h"

#include <algorithm>
#include <cmath>

namespace paceline {

static constexpr int kWarmUpColumns = 24; // smoothing begins left of the edge, so that panning does not change the line

double CurvePlot::columnWidth() const
{
    return (canvas()->upper() - canvas()->lower()) / canvas()->columns();
}

void CurvePlot::prepare()
{
    canvas()->labels()->labels.clear();
    if (!m_run)
        return;
    m_low = INFINITY, m_high = -INFINITY;
    prepareReferences();
    for (Drawn &drawn : m_series)
        prepareSeries(drawn);
    prepareRibbon();
    double low = m_low, high = m_high;
    if (!(low <= high))
        low = m_logY ? 0.1 : 0, high = 1;
    if (m_logY) {
        canvas()->setValueRange(low / 1.15, high * 1.15);
    } else {
        if (m_fromZero)
            low = std::min(low, 0.0);
        // A constant stands in the middle of values that can be told apart.
        const double room =
            high > low ? std::max((high - low) * 0.06, std::fabs(high) * 1e-6) : std::fabs(high) * 0.1 + 1e-9;
        canvas()->setValueRange(m_fromZero && low == 0 ? 0 : low - room, high + room * (m_fromZero ? 3 : 1));
    }
    for (const Drawn &drawn : m_series)
        addLabel(drawn);
    for (std::size_t i = m_legendLine == LegendLine::Shown ? kNamedAbove : 0; i < m_references.size(); ++i) {
        if (const auto last = m_referenceItems[i]->end())
            canvas()->labels()->labels.push_back({m_references[i].name, m_referenceItems[i]->style.color, *last});
    }
    showCursor();
}

std::vector<CurvePoint> CurvePlot::pointsOf(const Run &run, const QString &metric, const CurveAxis &axis,
                                            int warmUp) const
{
    const double x0 = canvas()->lower(), x1 = canvas()->upper();
    const auto fetch = [&](double from, double to, int columns) {
        auto points = run.curve(metric, axis.column, axis.toColumn(from), axis.toColumn(to), columns);
        for (CurvePoint &point : points)
            point.x = axis.fromColumn(point.x);
        return points;
    };
    if (canvas()->xAxis->scaleType() != QCPAxis::stLogarithmic)
        return fetch(x0 - warmUp * columnWidth(), x1, canvas()->columns() + warmUp);
    // Columns are narrow on the left: each doubling is asked for with a width that serves its narrowest one.
    std::vector<CurvePoint> points;
    for (double from = x0; from < x1; from *= 2) {
        auto part = fetch(from, std::min(2 * from, x1), canvas()->columns() / 4);
        std::erase_if(part, [&](const CurvePoint &p) { return p.x < from || p.x >= 2 * from; });
        points.insert(points.end(), part.begin(), part.end());
    }
    return points;
}

/// Smoothed in what the eye sees: a logarithmic axis is as wide as its logarithms.
std::vector<CurvePoint> CurvePlot::smoothedLine(std::vector<CurvePoint> points, double weight) const
{
    if (canvas()->xAxis->scaleType() != QCPAxis::stLogarithmic)
        return smoothed(points, weight, columnWidth());
    std::erase_if(points, [](const CurvePoint &point) { return !(point.x > 0); });
    for (CurvePoint &point : points)
        point.x = std::log(point.x);
    points = smoothed(points, weight, std::log(canvas()->upper() / canvas()->lower()) / canvas()->columns());
    for (CurvePoint &point : points)
        point.x = std::exp(point.x);
    return points;
}

void CurvePlot::include(const std::vector<CurvePoint> &points)
{
    for (const CurvePoint &point : points) {
        const double y = double(point.y);
        if (!std::isfinite(y) || point.x < canvas()->lower() || point.x > canvas()->upper() || (m_logY && y <= 0))
            continue;
        m_low = std::min(m_low, y);
        m_high = std::max(m_high, y);
    }
}

void CurvePlot::prepareSeries(Drawn &drawn)
{
    const double weight = drawn.series.smoothing;
    const auto points = pointsOf(*m_run, drawn.series.metric, m_axis, weight > 0 ? kWarmUpColumns : 0);
    include(points);
    Branches branches = branchesOf(points);
    if (weight > 0)
        drawn.smooth->setPoints(smoothedLine(branches.current, weight));
    drawn.raw->setPoints(std::move(branches.current));
    drawn.ghost->setPoints(std::move(branches.left));
}

/// Other runs serve for comparison: where the run itself is smoothed, they are, and what they left behind is not shown.
void CurvePlot::prepareReferences()
{
    for (std::size_t i = 0; i < m_references.size(); ++i) {
        const Reference &reference = m_references[i];
        if (m_series.empty() || !reference.run) {
            m_referenceItems[i]->setPoints({});
            continue;
        }
        const Series &series = m_series.front().series;
        auto points = branchesOf(pointsOf(*reference.run, series.metric, reference.axis,
                                          series.smoothing > 0 ? kWarmUpColumns : 0))
                          .current;
        if (series.smoothing > 0)
            points = smoothedLine(std::move(points), series.smoothing);
        include(points);
        m_referenceItems[i]->setPoints(std::move(points));
    }
}

/// A band far above would press the curve to the ground; then its words alone say where it is.
void CurvePlot::prepareRibbon()
{
    constexpr double kFarAbove = 4;
    m_band->setVisible(m_ribbon.has_value());
    m_bandWords->setVisible(m_ribbon.has_value());
    if (!m_ribbon)
        return;
    const bool isAbove = m_high > 0 && m_ribbon->low > kFarAbove * m_high;
    if (!isAbove && m_low <= m_high) {
        m_low = std::min(m_low, m_ribbon->low);
        m_high = std::max(m_high, m_ribbon->high);
    }
    for (RibbonItem *item : {m_band, m_bandWords}) {
        item->low = m_ribbon->low;
        item->high = m_ribbon->high;
        item->isAbove = isAbove;
    }
    m_bandWords->text = isAbove ? tr("%1, far above").arg(m_ribbon->label) : m_ribbon->label;
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
    if (m_series.size() < 2 || m_legendLine == LegendLine::Shown)
        return;
    if (last && !isMain)
        canvas()->labels()->labels.push_back({curveText(drawn.series.metric), drawn.smooth->style.color, *last});
}

} // namespace paceline
