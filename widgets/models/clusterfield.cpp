// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clusterfield.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

using Block = ClusterField::Block;
using Style = ClusterField::Style;

constexpr int kBlockGap = 14, kTightGap = 8; ///< between blocks; tight below this size of cells
constexpr int kRoomySide = 14;
constexpr int kMostTitle = 132; ///< a longer title is cut where its block is narrower
constexpr int kRowChoices[] = {1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16,
                               18, 20, 22, 25, 28, 30, 32, 36, 40, 44, 50, 56, 64, 72, 80, 90};
constexpr double kGoodShape = 1.8; ///< width to height of a block that looks calm

std::vector<Style> styles()
{
    std::vector<Style> all = {{312, 68, 56, true}, {184, 44, 36, true}, {150, 36, 30, true}};
    for (int side = 48; side >= 5; --side)
        all.push_back({side, side, side - (side >= 12 ? 2 : 1), false});
    return all;
}

struct Arranged
{
    std::vector<Block> blocks;
    int height = 0;
};

int gapOf(const Style &style)
{
    return style.mark >= kRoomySide ? kBlockGap : kTightGap;
}

/// Puts blocks of so many rows side by side; a group that is wider than the room gets a line for itself.
class Shelves
{
public:
    Shelves(const std::vector<int> &counts, const std::vector<int> &titleWidths, int width)
        : m_counts(counts)
        , m_titles(titleWidths)
        , m_width(width)
    {
    }
    /// blocks: null to learn the height alone.
    int arrange(const Style &style, int rows, std::vector<Block> *blocks) const
    {
        const int gap = gapOf(style), most = std::max(1, m_width / style.stepX);
        int x = 0, y = 0, shelf = 0, first = 0;
        for (std::size_t i = 0; i < m_counts.size(); ++i) {
            const int columns = std::min(most, (m_counts[i] + rows - 1) / rows);
            const int own = (m_counts[i] + columns - 1) / columns;
            const int cells = columns * style.stepX, titled = m_titles[i] > 0 ? ClusterField::kTitleHeight : 0;
            const int width = std::min(m_width, std::max(cells, std::min(m_titles[i], kMostTitle)));
            if (x > 0 && x + width > m_width) {
                y += shelf + gap;
                x = shelf = 0;
            }
            if (blocks)
                blocks->push_back({titled > 0 ? QRect(x, y, width, titled) : QRect(),
                                   QRect(x, y + titled, cells, own * style.stepY), columns, first, m_counts[i]});
            shelf = std::max(shelf, titled + own * style.stepY);
            x += width + gap;
            first += m_counts[i];
        }
        return y + shelf;
    }

private:
    const std::vector<int> &m_counts, &m_titles;
    int m_width;
};

int typical(std::vector<int> counts)
{
    const auto middle = counts.begin() + std::ptrdiff_t(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

/// How far a typical block is from a calm shape.
double strain(const Style &style, int rows, int count)
{
    const int columns = (count + rows - 1) / rows;
    return std::fabs(std::log(double(columns * style.stepX) / (std::min(rows, count) * style.stepY) / kGoodShape));
}

} // namespace

ClusterField ClusterField::fit(const std::vector<int> &counts, const std::vector<int> &titleWidths, QSize room)
{
    ClusterField field;
    if (counts.empty() || room.width() <= 0)
        return field;
    const Shelves shelves(counts, titleWidths, room.width());
    const int middle = typical(counts);
    int cells = 0;
    for (const int count : counts)
        cells += count;
    int bestRows = 0, lowest = 0;
    for (const Style &style : styles()) {
        field.m_style = style;
        bestRows = lowest = 0;
        // Sizes that cannot do are passed over: the cells alone need more than the room.
        const bool isLast = style.stepX == Style().stepX;
        if (!isLast && qint64(cells) * style.stepX * style.stepY > qint64(room.width()) * room.height())
            continue;
        int lowestRows = 1;
        for (const int rows : kRowChoices) {
            const int height = shelves.arrange(style, rows, nullptr);
            if (lowest == 0 || height < lowest)
                lowest = height, lowestRows = rows;
            if (height <= room.height() &&
                (bestRows == 0 || strain(style, rows, middle) < strain(style, bestRows, middle)))
                bestRows = rows;
        }
        if (bestRows > 0)
            break;
        bestRows = lowestRows;
    }
    field.m_height = shelves.arrange(field.m_style, bestRows, &field.m_blocks);
    return field;
}

int ClusterField::blockOf(int position) const
{
    if (position < 0 || position >= cells())
        return -1;
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), position,
                                        [](int p, const Block &block) { return p < block.first; });
    return int(after - m_blocks.begin()) - 1;
}

QRect ClusterField::cell(int position) const
{
    const int at = blockOf(position);
    if (at < 0)
        return {};
    const Block &block = m_blocks[std::size_t(at)];
    const int place = position - block.first;
    return {block.cells.x() + place % block.columns * m_style.stepX,
            block.cells.y() + place / block.columns * m_style.stepY,
            m_style.isTile ? m_style.stepX - (m_style.stepY - m_style.mark) : m_style.mark, m_style.mark};
}

int ClusterField::cellAt(QPoint point) const
{
    for (const Block &block : m_blocks) {
        if (!block.cells.contains(point))
            continue;
        const int column = (point.x() - block.cells.x()) / m_style.stepX;
        const int place = (point.y() - block.cells.y()) / m_style.stepY * block.columns + column;
        return place < block.count ? block.first + place : -1;
    }
    return -1;
}

int ClusterField::nearestInBlock(const Block &block, QPoint point) const
{
    const int rows = (block.count + block.columns - 1) / block.columns;
    const int column = std::clamp((point.x() - block.cells.x()) / m_style.stepX, 0, block.columns - 1);
    const int row = std::clamp((point.y() - block.cells.y()) / m_style.stepY, 0, rows - 1);
    return block.first + std::min(row * block.columns + column, block.count - 1);
}

int ClusterField::neighbour(int position, Direction direction) const
{
    const int at = blockOf(position);
    if (at < 0)
        return cells() > 0 ? 0 : -1;
    if (direction == Direction::Left || direction == Direction::Right)
        return std::clamp(position + (direction == Direction::Left ? -1 : 1), 0, cells() - 1);
    const Block &here = m_blocks[std::size_t(at)];
    const bool isDown = direction == Direction::Down;
    const int within = position + (isDown ? here.columns : -here.columns);
    if (within >= here.first && within < here.first + here.count)
        return within;
    if (isDown && (position - here.first) / here.columns < (here.count - 1) / here.columns)
        return here.first + here.count - 1; // the last line is shorter
    // The next block in this direction: the nearest line first, then the nearest to the column where one stands.
    const QRect square = cell(position);
    const int x = square.x() + m_style.mark / 2;
    const Block *best = nullptr;
    int bestY = 0, bestX = 0;
    for (const Block &block : m_blocks) {
        const int away = isDown ? block.cells.top() - here.cells.bottom() : here.cells.top() - block.cells.bottom();
        if (away <= 0)
            continue;
        const int aside = std::max({0, block.cells.left() - x, x - block.cells.right()});
        if (!best || away < bestY || (away == bestY && aside < bestX))
            best = &block, bestY = away, bestX = aside;
    }
    if (!best)
        return position;
    return nearestInBlock(*best, {x, isDown ? best->cells.top() : best->cells.bottom()});
}

} // namespace paceline
