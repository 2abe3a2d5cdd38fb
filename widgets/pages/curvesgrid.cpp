// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/curvesgrid.h"

#include "widgets/pages/thinscrollbar.h"
#include "widgets/plots/axisview.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kLeastWidth = 380, kLeastHeight = 220; // a legend line of four values; a curve and its axis
constexpr double kShape = 1.8, kLeastShape = 1.3;    // width over height of a pane

/// Loss blue and throughput green as on the job page; what was evaluated in the next colour.
int colourOf(const QString &group)
{
    return group.endsWith(QLatin1String("_per_sec")) ? 2 : 0;
}

/// As many as show all panes at once in a good shape; where they do not fit, as many as are wide enough.
int columnsFor(int count, QSize room, int leastHeight)
{
    const int most =
        std::clamp((room.width() + Theme::kPaneGap) / (kLeastWidth + Theme::kPaneGap), 1, std::max(count, 1));
    int best = most;
    double leastError = INFINITY;
    for (int columns = 1; columns <= most; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double height = double(room.height() + Theme::kPaneGap) / std::max(rows, 1) - Theme::kPaneGap;
        const double width = double(room.width() + Theme::kPaneGap) / columns - Theme::kPaneGap;
        const double error = std::fabs(std::log(width / std::max(height, 1.0) / kShape));
        if (height >= leastHeight && error < leastError) {
            best = columns;
            leastError = error;
        }
    }
    return best;
}

} // namespace

CurvesGrid::CurvesGrid(TimeCursor *cursor, QWidget *parent)
    : QScrollArea(parent)
    , m_cursor(cursor)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(new ThinScrollBar(Qt::Vertical));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(new QWidget);
}

std::vector<CurvePlot::Series> CurvesGrid::seriesOf(const CurveGroup &group) const
{
    std::vector<CurvePlot::Series> series;
    int colour = colourOf(group.name);
    for (const QString &metric : group.metrics)
        series.push_back({metric, colour++, isEvaluation(metric) ? 0 : m_look.smoothing});
    return series;
}

CurvePlot *CurvesGrid::makePane(const CurveGroup &group)
{
    auto *pane = new CurvePlot(widget());
    pane->setPaintsInTurn(true);
    pane->setCursor(m_cursor);
    pane->setFromZero(group.name.endsWith(QLatin1String("_per_sec")));
    pane->setLegendLine(CurvePlot::LegendLine::Shown);
    pane->setSeries(seriesOf(group));
    if (m_view)
        pane->setAxis(m_axis, m_view);
    pane->setLogX(m_look.logX);
    pane->setLogY(m_look.logY);
    pane->setRun(m_run);
    pane->setReferences(m_references);
    pane->setStale(m_stale);
    m_byName.insert(group.name, pane);
    return pane;
}

void CurvesGrid::setGroups(const std::vector<CurveGroup> &groups)
{
    QList<CurvePlot *> panes;
    QSet<QString> wanted;
    for (const CurveGroup &group : groups) {
        wanted.insert(group.name);
        CurvePlot *pane = m_byName.value(group.name);
        if (!pane)
            pane = makePane(group);
        else if (pane->series() != seriesOf(group))
            pane->setSeries(seriesOf(group));
        panes.append(pane);
    }
    for (auto it = m_byName.begin(); it != m_byName.end();) {
        if (wanted.contains(it.key())) {
            ++it;
        } else {
            it.value()->deleteLater();
            it.value()->hide();
            it = m_byName.erase(it);
        }
    }
    if (panes == m_panes)
        return;
    m_panes = panes;
    place();
}

void CurvesGrid::place()
{
    const int width = viewport()->width(), height = viewport()->height();
    const int count = int(m_panes.size());
    // Each run behind is named in a line of its own.
    const int leastHeight =
        kLeastHeight + int(std::min(m_references.size(), CurvePlot::kNamedAbove)) * PlotPane::kDetailHeight;
    const int columns = columnsFor(count, {width, height}, leastHeight);
    const int rows = (count + columns - 1) / columns;
    const int paneWidth = (width - (columns - 1) * Theme::kPaneGap) / columns;
    const int shared = rows > 0 ? (height - (rows - 1) * Theme::kPaneGap) / rows : 0;
    const int paneHeight = std::clamp(shared, leastHeight, std::max(int(paneWidth / kLeastShape), leastHeight));
    for (int i = 0; i < count; ++i) {
        CurvePlot *pane = m_panes[i];
        pane->setGeometry(i % columns * (paneWidth + Theme::kPaneGap), i / columns * (paneHeight + Theme::kPaneGap),
                          paneWidth, paneHeight);
        pane->show();
    }
    widget()->resize(width, std::max(rows * (paneHeight + Theme::kPaneGap) - Theme::kPaneGap, 0));
}

void CurvesGrid::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    place();
}

void CurvesGrid::setRun(const std::shared_ptr<const Run> &run)
{
    m_run = run;
    for (CurvePlot *pane : std::as_const(m_panes))
        pane->setRun(run);
}

void CurvesGrid::setReferences(const std::vector<CurvePlot::Reference> &references)
{
    const bool isOtherCount = references.size() != m_references.size();
    m_references = references;
    for (CurvePlot *pane : std::as_const(m_panes))
        pane->setReferences(references);
    if (isOtherCount)
        place();
}

void CurvesGrid::setAxis(const CurveAxis &axis, AxisView *view)
{
    m_axis = axis;
    m_view = view;
    for (CurvePlot *pane : std::as_const(m_panes))
        pane->setAxis(axis, view);
}

void CurvesGrid::setLook(const CurvesState &state)
{
    const CurvesState before = std::exchange(m_look, state);
    for (CurvePlot *pane : std::as_const(m_panes)) {
        if (before.smoothing != state.smoothing)
            pane->setSmoothing(state.smoothing);
        if (before.logX != state.logX)
            pane->setLogX(state.logX);
        if (before.logY != state.logY)
            pane->setLogY(state.logY);
    }
}

void CurvesGrid::setStale(const QString &age)
{
    m_stale = age;
    for (CurvePlot *pane : std::as_const(m_panes))
        pane->setStale(age);
}

} // namespace paceline
