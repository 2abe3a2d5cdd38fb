// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/entity.h"
#include "backends/domain/metric.h"

#include <memory>
#include <vector>

namespace paceline {

/// 64 ticks of one metric for all entities: values[tick * entities + entity].
struct GridChunk
{
    static constexpr int kTicks = 64;
    std::vector<qint64> timeMs;
    std::vector<float> values;
};

/// One metric of many entities (rows) over time (columns). Immutable; a longer grid shares the full chunks of the
/// shorter one.
class Grid
{
public:
    MetricId metric;
    Entities entities; ///< row order
    std::vector<std::shared_ptr<const GridChunk>> chunks;
    int ticks = 0;

    int rows() const { return entities ? int(entities->size()) : 0; }
    qint64 timeMs(int tick) const
    {
        return chunks[std::size_t(tick / GridChunk::kTicks)]->timeMs[std::size_t(tick % GridChunk::kTicks)];
    }
    float value(int tick, int row) const
    {
        return chunks[std::size_t(tick / GridChunk::kTicks)]
            ->values[std::size_t(tick % GridChunk::kTicks) * std::size_t(rows()) + std::size_t(row)];
    }
    /// First tick at or after timeMs; ticks when there is none.
    int lowerBound(qint64 timeMs) const;
    /// Median over the rows that have a value at this tick; NaN when none has.
    float median(int tick) const;
};

/// Grows a grid on the ingest thread. Keeps at most maxTicks ticks (the oldest chunk goes first).
class GridBuilder
{
public:
    GridBuilder(MetricId metric, Entities entities, int maxTicks = 14400);
    /// values[i] belongs to entities[i]; a time not after the last one is dropped.
    void append(qint64 timeMs, const std::vector<float> &values);
    std::shared_ptr<const Grid> snapshot();
    const Entities &entities() const { return m_grid.entities; }

private:
    Grid m_grid;
    std::shared_ptr<GridChunk> m_open;
    int m_maxTicks;
    std::shared_ptr<const Grid> m_last;
};

} // namespace paceline
