// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/axisview.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

// The view grows by whole steps, so that most ticks change no axis and only add a point.
constexpr double kHeadroom = 0.08;
constexpr std::size_t kHistory = 100;

} // namespace

AxisView::AxisView(QObject *parent)
    : QObject(parent)
{
}

void AxisView::setMinimumSpan(double span)
{
    m_minimumSpan = span;
}

void AxisView::setExtent(double lower, double upper, bool growing)
{
    if (!(lower <= upper))
        return;
    if (upper - lower < m_minimumSpan)
        upper = lower + m_minimumSpan;
    m_extent = {lower, upper};
    m_growing = growing;
    if (m_live || !m_hasExtent)
        follow();
    m_hasExtent = true;
}

void AxisView::follow()
{
    const auto [lower, upper] = m_extent;
    const double span = m_whole ? upper - lower : m_range.second - m_range.first;
    const double room = m_growing ? kHeadroom * span : 0;
    const bool fits = upper <= m_range.second && m_range.second <= upper + 1.5 * room;
    if (m_whole && !(fits && m_range.first == lower))
        apply({lower, upper + room});
    else if (!m_whole && !fits)
        apply({upper + room - span, upper + room});
}

void AxisView::apply(Range range)
{
    if (range == m_range)
        return;
    m_range = range;
    emit rangeChanged();
}

void AxisView::remember()
{
    if (!m_history.empty() && m_history.back() == m_range)
        return;
    if (m_history.size() == kHistory)
        m_history.erase(m_history.begin());
    m_history.push_back(m_range);
}

void AxisView::setLive(bool live)
{
    if (std::exchange(m_live, live) != live)
        emit liveChanged(live);
}

void AxisView::zoom(double factor, double about)
{
    const double span = (m_range.second - m_range.first) * factor;
    const double whole = m_extent.second - m_extent.first;
    if (span < m_minimumSpan || span > 20 * whole)
        return;
    remember();
    m_whole = false;
    const Range range{about - (about - m_range.first) * factor, about + (m_range.second - about) * factor};
    setLive(m_live && range.second >= m_extent.second);
    apply(range);
}

void AxisView::pan(double distance)
{
    if (distance == 0)
        return;
    m_whole = false;
    setLive(false);
    apply({m_range.first + distance, m_range.second + distance});
}

void AxisView::setRange(Range range)
{
    if (!(range.second - range.first >= m_minimumSpan))
        return;
    remember();
    m_whole = false;
    setLive(false);
    apply(range);
}

void AxisView::showLast(double span)
{
    remember();
    m_whole = false;
    m_range = {m_extent.second - std::max(span, m_minimumSpan), m_extent.second};
    setLive(true);
    apply(m_range);
    emit rangeChanged();
}

void AxisView::goLive()
{
    setLive(true);
    follow();
}

void AxisView::reset()
{
    if (!isWhole())
        remember();
    m_whole = true;
    setLive(true);
    m_range.second = m_range.first; // forces a fresh fit
    follow();
}

void AxisView::undo()
{
    while (!m_history.empty()) {
        const Range range = m_history.back();
        m_history.pop_back();
        if (range == m_range)
            continue;
        m_whole = range.first == m_extent.first && range.second >= m_extent.second;
        setLive(range.second >= m_extent.second);
        apply(range);
        return;
    }
}

} // namespace paceline
