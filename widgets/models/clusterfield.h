// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

namespace paceline {

/// Where the cells of the cluster map stand: groups are blocks of cells under a title, put side by side in lines like
/// words. Pure geometry, in pixels. A position is a cell's place in the order of the groups, from 0.
class ClusterField
{
public:
    /// The size of cells, from tiles with words beside them to bare squares.
    struct Style
    {
        int stepX = 5, stepY = 5; ///< from one cell to the next
        int mark = 4;             ///< side of the square
        bool isTile = false;      ///< words beside the square

        bool isLargeTile() const { return isTile && mark >= 48; } ///< three lines of words, else two

        friend bool operator==(const Style &, const Style &) = default;
    };
    struct Block
    {
        QRect title; ///< empty where the group has none
        QRect cells;
        int columns = 1;
        int first = 0, count = 0; ///< positions
    };
    enum class Direction { Left, Right, Up, Down };

    static constexpr int kTitleHeight = 18, kNamedMark = 26; ///< from this size on a name fits into the square

    /// The largest cells with which all fits into the room; where none do, the smallest ones, and height() is more than
    /// the room's. titleWidths: what each title needs, 0 for none.
    static ClusterField fit(const std::vector<int> &counts, const std::vector<int> &titleWidths, QSize room);

    const Style &style() const { return m_style; }
    const std::vector<Block> &blocks() const { return m_blocks; }
    int cells() const { return m_blocks.empty() ? 0 : m_blocks.back().first + m_blocks.back().count; }
    int height() const { return m_height; }

    /// The square, in a tile with its words.
    QRect cell(int position) const;
    /// -1 between cells.
    int cellAt(QPoint point) const;
    /// The block that a position belongs to; -1 for none.
    int blockOf(int position) const;
    /// Where an arrow key leads; the position itself at the edge.
    int neighbour(int position, Direction direction) const;

private:
    int nearestInBlock(const Block &block, QPoint point) const;

    Style m_style;
    std::vector<Block> m_blocks;
    int m_height = 0;
};

} // namespace paceline
