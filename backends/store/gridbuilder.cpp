// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/gridbuilder.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline {

namespace {

constexpr int kTicksPerChunk = 64;
constexpr int kBucketsPerChunk = 4; // of many rows a bucket is large, and few of them are written in an hour
constexpr int kBucketColumns = 4;
constexpr int kMostRaw = 86'400, kFewestRaw = 64, kFewestBuckets = 8;
constexpr std::array<int, Grid::kBucketMs.size()> kMostBuckets{7 * 24 * 60, 90 * 24 * 12};

qint64 bytesOf(const GridRetention &retention)
{
    // Of each resolution the oldest chunk is still whole when the newest is begun.
    qint64 floats = retention.raw + 2 * kTicksPerChunk;
    for (const int count : retention.buckets)
        floats += kBucketColumns * qint64(count + kBucketsPerChunk);
    return floats * qint64(sizeof(float));
}

/// A chunk with more rows that begins like this one.
std::shared_ptr<GridChunk> widened(const GridChunk &chunk, int perChunk, int ticks, int rows)
{
    auto wide = std::make_shared<GridChunk>(perChunk, rows, chunk.columns);
    wide->timeMs = chunk.timeMs;
    wide->summaries = chunk.summaries;
    for (int tick = 0; tick < ticks; ++tick) {
        for (int column = 0; column < chunk.columns; ++column) {
            const auto which = GridChunk::Column(column);
            float *to = wide->at(tick, which);
            std::copy_n(chunk.at(tick, which), chunk.rows, to);
            std::fill_n(to + chunk.rows, rows - chunk.rows, kMissing);
        }
    }
    return wide;
}

} // namespace

qint64 GridRetention::bytesPerRow() const
{
    return bytesOf(*this);
}

GridRetention GridRetention::fitting(qint64 bytesPerRow)
{
    GridRetention kept = least();
    const qint64 fixed = bytesOf({.raw = 0, .buckets = {}});
    const double share = double(bytesPerRow - fixed) / double(bytesOf(kept) - fixed);
    if (share < 1) {
        kept.raw = std::max(int(kept.raw * share), kFewestRaw);
        for (int &count : kept.buckets)
            count = std::max(int(count * share), kFewestBuckets);
        return kept;
    }
    // Half of what is left goes to detail, and what that does not need to length.
    qint64 floats = (bytesPerRow - bytesOf(kept)) / qint64(sizeof(float));
    const auto spend = [&floats](int &count, int most, qint64 cost, qint64 part) {
        const int more = int(std::clamp<qint64>(floats / part / cost, 0, most - count));
        count += more;
        floats -= more * cost;
    };
    spend(kept.raw, kMostRaw, 1, 2);
    spend(kept.buckets[0], kMostBuckets[0], kBucketColumns, 2);
    spend(kept.buckets[1], kMostBuckets[1], kBucketColumns, 1);
    return kept;
}

GridBuilder::GridBuilder(MetricId metric, Entities entities, const GridRetention &retention)
    : m_retention(retention)
{
    m_grid.metric = std::move(metric);
    m_grid.entities = std::move(entities);
    m_grid.raw.perChunk = kTicksPerChunk;
    for (std::size_t i = 0; i < m_grid.buckets.size(); ++i) {
        m_grid.buckets[i].periodMs = Grid::kBucketMs[i];
        m_grid.buckets[i].perChunk = kBucketsPerChunk;
    }
}

void GridBuilder::extend(const Entities &entities)
{
    QHash<Entity, std::size_t> rows;
    rows.reserve(m_grid.rows());
    for (std::size_t row = 0; row < m_grid.entities->size(); ++row)
        rows.insert((*m_grid.entities)[row], row);
    m_rows.clear();
    std::shared_ptr<std::vector<Entity>> all;
    for (const Entity &entity : *entities) {
        auto row = rows.constFind(entity);
        if (row == rows.constEnd()) {
            if (!all)
                all = std::make_shared<std::vector<Entity>>(*m_grid.entities);
            row = rows.insert(entity, all->size());
            all->push_back(entity);
        }
        m_rows.push_back(*row);
    }
    if (all)
        m_grid.entities = std::move(all);
    m_lastEntities = entities;
}

void GridBuilder::append(qint64 timeMs, const Entities &entities, const std::vector<float> &values)
{
    if (entities == m_grid.entities || *entities == *m_grid.entities) {
        append(timeMs, values);
        return;
    }
    if (entities != m_lastEntities)
        extend(entities);
    std::vector<float> all(std::size_t(m_grid.rows()), kMissing);
    for (std::size_t i = 0; i < values.size(); ++i)
        all[m_rows[i]] = values[i];
    append(timeMs, all);
}

GridChunk &GridBuilder::room(GridLevel &level, std::shared_ptr<GridChunk> &open, int keep)
{
    const int within = level.ticks % level.perChunk, rows = m_grid.rows();
    if (within == 0 || !open) {
        const int columns = level.periodMs == 0 ? 1 : kBucketColumns;
        open = std::make_shared<GridChunk>(level.perChunk, rows, columns);
        level.chunks.push_back(open);
        while (level.ticks >= std::max(keep, 0) + level.perChunk) {
            level.chunks.erase(level.chunks.begin());
            level.ticks -= level.perChunk;
        }
    } else if (open->rows != rows) {
        open = widened(*open, level.perChunk, within, rows);
        level.chunks.back() = open;
    }
    return *open;
}

void GridBuilder::append(qint64 timeMs, const std::vector<float> &values)
{
    Q_ASSERT(values.size() == std::size_t(m_grid.rows()));
    GridLevel &raw = m_grid.raw;
    if (raw.ticks > 0 && timeMs <= raw.timeMs(raw.ticks - 1))
        return;
    GridChunk &chunk = room(raw, m_rawChunk, m_retention.raw);
    const int within = raw.ticks % raw.perChunk;
    chunk.timeMs[std::size_t(within)] = timeMs;
    std::copy(values.begin(), values.end(), chunk.at(within, GridChunk::Value));
    m_scratch = values;
    chunk.summaries[std::size_t(within)] = summaryOf(m_scratch);
    ++raw.ticks;
    for (std::size_t level = 0; level < m_open.size(); ++level)
        fold(level, timeMs, values);
    m_last.reset();
}

void GridBuilder::fold(std::size_t level, qint64 timeMs, const std::vector<float> &values)
{
    Open &open = m_open[level];
    const qint64 period = Grid::kBucketMs[level], begin = timeMs - timeMs % period;
    if (open.beginMs >= 0 && begin > open.beginMs)
        close(level);
    const std::size_t rows = values.size();
    if (open.beginMs < 0) {
        open.beginMs = begin;
        open.low.assign(rows, INFINITY);
        open.high.assign(rows, -INFINITY);
        open.sum.assign(rows, 0);
        open.last.assign(rows, kMissing);
        open.count.assign(rows, 0);
    } else if (open.count.size() != rows) {
        open.low.resize(rows, INFINITY);
        open.high.resize(rows, -INFINITY);
        open.sum.resize(rows, 0);
        open.last.resize(rows, kMissing);
        open.count.resize(rows, 0);
    }
    // Without branches: a missing value compares false.
    for (std::size_t row = 0; row < rows; ++row) {
        const float v = values[row];
        const bool isThere = v == v;
        open.low[row] = v < open.low[row] ? v : open.low[row];
        open.high[row] = v > open.high[row] ? v : open.high[row];
        open.sum[row] += isThere ? v : 0.0F;
        open.last[row] = isThere ? v : open.last[row];
        open.count[row] += isThere;
    }
}

void GridBuilder::close(std::size_t index)
{
    Open &open = m_open[index];
    GridLevel &level = m_grid.buckets[index];
    GridChunk &chunk = room(level, m_chunks[index], m_retention.buckets[index]);
    const int within = level.ticks % level.perChunk;
    float *low = chunk.at(within, GridChunk::Low), *high = chunk.at(within, GridChunk::High),
          *mean = chunk.at(within, GridChunk::Mean), *last = chunk.at(within, GridChunk::Last);
    GridSummary extremes;
    extremes.min = INFINITY;
    extremes.max = -INFINITY;
    const std::size_t known = open.count.size();
    for (std::size_t row = 0; row < std::size_t(chunk.rows); ++row) {
        const bool isThere = row < known && open.count[row] > 0;
        low[row] = isThere ? open.low[row] : kMissing;
        high[row] = isThere ? open.high[row] : kMissing;
        mean[row] = isThere ? open.sum[row] / float(open.count[row]) : kMissing;
        last[row] = isThere ? open.last[row] : kMissing;
        if (isThere) {
            extremes.min = std::min(extremes.min, open.low[row]);
            extremes.max = std::max(extremes.max, open.high[row]);
        }
    }
    m_scratch.assign(mean, mean + chunk.rows);
    GridSummary summary = summaryOf(m_scratch);
    if (extremes.min <= extremes.max) {
        summary.min = extremes.min;
        summary.max = extremes.max;
    }
    chunk.timeMs[std::size_t(within)] = open.beginMs;
    chunk.summaries[std::size_t(within)] = summary;
    ++level.ticks;
    open.beginMs = -1;
}

std::shared_ptr<const Grid> GridBuilder::snapshot()
{
    if (!m_last)
        m_last = std::make_shared<const Grid>(m_grid);
    return m_last;
}

} // namespace paceline
