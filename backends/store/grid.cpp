// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/grid.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline {

int Grid::lowerBound(qint64 time) const
{
    int first = 0, count = ticks;
    while (count > 0) {
        const int half = count / 2;
        if (timeMs(first + half) < time) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

float Grid::median(int tick) const
{
    std::vector<float> present;
    present.reserve(std::size_t(rows()));
    for (int row = 0; row < rows(); ++row) {
        const float v = value(tick, row);
        if (!std::isnan(v))
            present.push_back(v);
    }
    if (present.empty())
        return kMissing;
    const auto middle = present.begin() + std::ptrdiff_t(present.size() / 2);
    std::nth_element(present.begin(), middle, present.end());
    if (present.size() % 2 == 1)
        return *middle;
    return (*std::max_element(present.begin(), middle) + *middle) / 2;
}

GridBuilder::GridBuilder(MetricId metric, Entities entities, int maxTicks)
    : m_maxTicks(std::max(maxTicks / GridChunk::kTicks, 2) * GridChunk::kTicks)
{
    m_grid.metric = std::move(metric);
    m_grid.entities = std::move(entities);
}

void GridBuilder::append(qint64 timeMs, const std::vector<float> &values)
{
    Q_ASSERT(values.size() == std::size_t(m_grid.rows()));
    if (m_open && !m_open->timeMs.empty() && timeMs <= m_open->timeMs.back())
        return;
    if (!m_open || m_open->timeMs.size() == std::size_t(GridChunk::kTicks)) {
        m_open = std::make_shared<GridChunk>();
        m_open->timeMs.reserve(std::size_t(GridChunk::kTicks));
        m_grid.chunks.push_back(m_open);
        if (m_grid.ticks >= m_maxTicks) {
            m_grid.chunks.erase(m_grid.chunks.begin());
            m_grid.ticks -= GridChunk::kTicks;
        }
    }
    m_open->timeMs.push_back(timeMs);
    m_open->values.insert(m_open->values.end(), values.begin(), values.end());
    ++m_grid.ticks;
    m_last.reset();
}

std::shared_ptr<const Grid> GridBuilder::snapshot()
{
    if (!m_last) {
        auto grid = std::make_shared<Grid>(m_grid);
        // The chunk that still grows is copied; a full one is never touched again and is shared.
        if (m_open && m_open->timeMs.size() < std::size_t(GridChunk::kTicks))
            grid->chunks.back() = std::make_shared<const GridChunk>(*m_open);
        m_last = std::move(grid);
    }
    return m_last;
}

} // namespace paceline
