// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/curvetracer.h"

#include <algorithm>
#include <cmath>

namespace paceline {

void CurveTracer::Fold::widen(float low, float high)
{
    if (!(extremes.min <= low))
        extremes.min = low;
    if (!(extremes.max >= high))
        extremes.max = high;
}

void CurveTracer::Fold::take(CurvePoint point)
{
    if (count < points.size())
        points[count] = point;
    if (count == 0)
        first = point;
    last = point;
    widen(point.y, point.y);
    ++count;
    breakAfter = false;
}

CurveTracer::CurveTracer(double x0, double x1, int columns, Order order)
    : m_x0(x0)
    , m_x1(x1)
    , m_columns(columns)
    , m_order(order)
{
    if (order == Order::Merged)
        m_merged.resize(std::size_t(columns));
}

int CurveTracer::column(double x) const
{
    if (!(m_x1 > m_x0))
        return 0;
    return std::clamp(int((x - m_x0) / (m_x1 - m_x0) * m_columns), 0, m_columns - 1);
}

void CurveTracer::beginPass(double x)
{
    ++m_passes;
    m_breakPending = true;
    m_rewinds.push_back({x, m_points.size()});
}

void CurveTracer::enter(CurvePoint point)
{
    const int column = this->column(point.x);
    if (column == m_fold.column)
        return;
    flush();
    if (column < m_lastColumn) {
        beginPass(point.x);
    } else if (m_outside && !m_outsideWritten && m_order == Order::AsInFile) {
        emitPoint(*m_outside);
    }
    m_outside.reset();
    m_outsideWritten = false;
    m_fold.column = m_lastColumn = column;
}

void CurveTracer::breakLine()
{
    (m_fold.isEmpty() ? m_breakPending : m_fold.breakAfter) = true;
    m_outside.reset();
    m_outsideWritten = false;
}

void CurveTracer::add(CurvePoint point)
{
    if (const int where = side(point.x)) {
        addOutside(point, where);
        return;
    }
    enter(point);
    if (std::isfinite(point.y))
        m_fold.take(point);
    else if (m_fold.isEmpty())
        m_fold.breakBefore = true;
    else
        m_fold.breakAfter = true;
}

void CurveTracer::addFolded(CurvePoint first, CurvePoint last, MinMax extremes)
{
    add(first);
    if (!std::isnan(extremes.min)) {
        if (m_fold.isEmpty())
            m_fold.take({first.x, extremes.min, first.estimated});
        m_fold.widen(extremes.min, extremes.max);
        m_fold.count += m_fold.points.size(); // not all points are known any more
    }
    add(last);
}

void CurveTracer::addOutside(CurvePoint point, int where)
{
    flush();
    const int place = where < 0 ? -1 : m_columns;
    const bool goesBack = place < m_lastColumn;
    if (goesBack) {
        beginPass(point.x);
        m_outside.reset();
    }
    const bool crosses = m_outside && where > 0 && side(m_outside->x) < 0;
    const bool leaves = where > 0 && m_lastColumn >= 0 && m_lastColumn < m_columns;
    m_outsideWritten = false;
    if (m_order == Order::AsInFile && (crosses || leaves)) {
        if (crosses)
            emitPoint(*m_outside);
        emitPoint(point);
        m_outsideWritten = true;
    }
    m_outside = point;
    m_lastColumn = place;
}

void CurveTracer::flush()
{
    const bool breakAfter = m_fold.breakAfter || (m_fold.isEmpty() && m_fold.breakBefore);
    if (!m_fold.isEmpty()) {
        if (m_order == Order::Merged)
            merge(m_fold);
        else
            write(m_fold);
    }
    m_fold = {};
    m_breakPending = m_breakPending || breakAfter;
}

void CurveTracer::emitPoint(CurvePoint point)
{
    if (m_breakPending && !m_points.empty() && std::isfinite(m_points.back().y))
        m_points.push_back({m_points.back().x, kMissing, false});
    m_breakPending = false;
    if (std::isfinite(point.y))
        m_points.push_back(point);
    else
        m_breakPending = true;
}

void CurveTracer::write(const Fold &fold)
{
    m_breakPending = m_breakPending || fold.breakBefore;
    if (fold.count <= fold.points.size()) {
        for (std::size_t i = 0; i < fold.count; ++i)
            emitPoint(fold.points[i]);
        return;
    }
    // Where the extremes stand within the column is not kept: in between, in the order that crosses less.
    const double third = (fold.last.x - fold.first.x) / 3;
    const bool rises = fold.first.y <= fold.last.y;
    emitPoint(fold.first);
    emitPoint({fold.first.x + third, rises ? fold.extremes.min : fold.extremes.max, fold.first.estimated});
    emitPoint({fold.last.x - third, rises ? fold.extremes.max : fold.extremes.min, fold.last.estimated});
    emitPoint(fold.last);
}

void CurveTracer::merge(const Fold &fold)
{
    Fold &all = m_merged[std::size_t(fold.column)];
    if (all.isEmpty()) {
        all = fold;
        return;
    }
    for (std::size_t i = 0; i < fold.count && all.count + i < all.points.size() && i < fold.points.size(); ++i)
        all.points[all.count + i] = fold.points[i];
    all.count += fold.count;
    all.widen(fold.extremes.min, fold.extremes.max);
    if (fold.first.x < all.first.x)
        all.first = fold.first;
    if (fold.last.x >= all.last.x)
        all.last = fold.last;
}

/// Whoever goes back leaves behind what was printed for the same x and beyond.
void CurveTracer::markSuperseded()
{
    for (const Pass &pass : m_rewinds) {
        for (std::size_t i = 0; i < pass.first; ++i)
            m_points[i].superseded = m_points[i].superseded || m_points[i].x >= pass.x;
    }
}

std::vector<CurvePoint> CurveTracer::finish()
{
    flush();
    if (m_order == Order::AsInFile)
        markSuperseded();
    for (Fold &fold : m_merged) {
        const auto end = fold.points.begin() + std::ptrdiff_t(std::min(fold.count, fold.points.size()));
        std::stable_sort(fold.points.begin(), end, [](const CurvePoint &a, const CurvePoint &b) { return a.x < b.x; });
        fold.breakBefore = false;
        if (!fold.isEmpty())
            write(fold);
    }
    return std::move(m_points);
}

} // namespace paceline
