// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/entity.h"
#include "backends/domain/metric.h"
#include "backends/store/floatblock.h"

#include <array>
#include <memory>
#include <vector>

namespace paceline {

/// What all rows of one tick amount to, so that a band is drawn without looking at every row. All missing where no row
/// has a value.
struct GridSummary
{
    float min = kMissing, low = kMissing; ///< low: a tenth of the rows lies below
    float median = kMissing;
    float high = kMissing, max = kMissing; ///< high: a tenth of the rows lies above
};
/// Changes the order of values, drops the missing ones.
GridSummary summaryOf(std::vector<float> &values);

/// Some ticks of one metric. The room for all of them is there from the start, and ticks are only ever written behind
/// those that a Grid tells of: so the ingest thread fills a chunk that others read.
struct GridChunk
{
    /// Columns: as measured, or of each bucket lowest, highest, mean and last.
    enum Column { Value = 0, Low = 0, High, Mean, Last };

    GridChunk(int ticks, int rows, int columns);
    float *at(int tick, Column column)
    {
        return values.data() + (std::size_t(tick) * std::size_t(columns) + std::size_t(column)) * std::size_t(rows);
    }
    const float *at(int tick, Column column) const { return const_cast<GridChunk *>(this)->at(tick, column); }

    int rows, columns;
    std::vector<qint64> timeMs;
    std::vector<GridSummary> summaries;
    FloatBlock values;
};

/// One resolution of a grid: ticks as measured, or buckets of equal length, each known by its beginning.
struct GridLevel
{
    int periodMs = 0; ///< of a bucket; 0: as measured
    int perChunk = 1; ///< ticks of a chunk; the last one is not yet full
    std::vector<std::shared_ptr<const GridChunk>> chunks;
    int ticks = 0;

    qint64 timeMs(int tick) const { return chunk(tick).timeMs[within(tick)]; }
    /// Rows that were known then; those that came later have no value.
    int rows(int tick) const { return chunk(tick).rows; }
    const GridSummary &summary(int tick) const { return chunk(tick).summaries[within(tick)]; }
    // rows(tick) values each; where nothing was folded they are the same.
    const float *low(int tick) const { return column(tick, GridChunk::Low); }
    const float *high(int tick) const { return column(tick, periodMs == 0 ? GridChunk::Value : GridChunk::High); }
    const float *mean(int tick) const { return column(tick, periodMs == 0 ? GridChunk::Value : GridChunk::Mean); }
    const float *last(int tick) const { return column(tick, periodMs == 0 ? GridChunk::Value : GridChunk::Last); }
    /// First tick at or after timeMs; ticks when there is none.
    int lowerBound(qint64 timeMs) const;

private:
    const GridChunk &chunk(int tick) const { return *chunks[std::size_t(tick / perChunk)]; }
    std::size_t within(int tick) const { return std::size_t(tick % perChunk); }
    const float *column(int tick, GridChunk::Column which) const { return chunk(tick).at(tick % perChunk, which); }
};

/// One metric of many entities (rows) over time (columns), in several resolutions: what was measured lately as it was,
/// what is older in buckets. Immutable; a longer grid shares the chunks of the shorter one.
class Grid
{
public:
    static constexpr std::array<int, 2> kBucketMs{60'000, 300'000};

    MetricId metric;
    Entities entities; ///< row order; rows are only ever added at the end
    GridLevel raw;
    std::array<GridLevel, kBucketMs.size()> buckets; ///< those that are over, finest first

    int rows() const { return entities ? int(entities->size()) : 0; }
    int ticks() const { return raw.ticks; }
    qint64 timeMs(int tick) const { return raw.timeMs(tick); }
    float value(int tick, int row) const { return row < raw.rows(tick) ? raw.last(tick)[row] : kMissing; }
    int lowerBound(qint64 timeMs) const { return raw.lowerBound(timeMs); }
    /// Median over the rows that have a value at this tick; NaN when none has.
    float median(int tick) const { return raw.summary(tick).median; }
    /// Time of the oldest value in any resolution; the grid must have ticks.
    qint64 firstMs() const;
};

} // namespace paceline
