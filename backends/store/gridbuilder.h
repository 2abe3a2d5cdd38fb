// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/grid.h"

namespace paceline {

/// How much of a grid is kept at the least, in ticks of each resolution.
struct GridRetention
{
    int raw = 14'400;
    std::array<int, Grid::kBucketMs.size()> buckets{240, 288};

    /// What detail a job has at the least, however large it is: ten minutes at one sample a second, four hours of
    /// minutes, a day of five minutes.
    static GridRetention least() { return {.raw = 600, .buckets = {240, 288}}; }
    /// Bytes that one row takes at the most.
    qint64 bytesPerRow() const;
    /// As much as fits into so many bytes a row: detail first, then length. Less than the least where even that does
    /// not fit.
    static GridRetention fitting(qint64 bytesPerRow);

    friend bool operator==(const GridRetention &, const GridRetention &) = default;
};

/// Grows a grid on the ingest thread; the oldest chunk of each resolution goes first.
class GridBuilder
{
public:
    GridBuilder(MetricId metric, Entities entities, const GridRetention &retention = {});
    void setRetention(const GridRetention &retention) { m_retention = retention; }
    /// values[i] belongs to (*entities)[i]. Entities that are not known yet become rows at the end; known ones that are
    /// not told of have no value at this time. A time not after the last one is dropped.
    void append(qint64 timeMs, const Entities &entities, const std::vector<float> &values);
    /// values[i] belongs to entities()[i].
    void append(qint64 timeMs, const std::vector<float> &values);
    std::shared_ptr<const Grid> snapshot();
    const Entities &entities() const { return m_grid.entities; }

private:
    /// A bucket that is not over.
    struct Open
    {
        qint64 beginMs = -1;
        std::vector<float> low, high, sum, last;
        std::vector<quint32> count;
    };
    void extend(const Entities &entities);
    void fold(std::size_t level, qint64 timeMs, const std::vector<float> &values);
    void close(std::size_t level);
    /// The chunk that the next tick of this resolution goes to.
    GridChunk &room(GridLevel &level, std::shared_ptr<GridChunk> &open, int keep);

    Grid m_grid;
    GridRetention m_retention;
    std::shared_ptr<GridChunk> m_rawChunk;
    std::array<std::shared_ptr<GridChunk>, Grid::kBucketMs.size()> m_chunks;
    std::array<Open, Grid::kBucketMs.size()> m_open;
    Entities m_lastEntities;         ///< as they came last, and
    std::vector<std::size_t> m_rows; ///< their rows
    std::vector<float> m_scratch;
    std::shared_ptr<const Grid> m_last;
};

} // namespace paceline
