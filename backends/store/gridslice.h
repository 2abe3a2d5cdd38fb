// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/grid.h"

namespace paceline {

/// The ticks of a grid that a picture of a window needs, in order of time: as coarse as the picture can show where that
/// is kept, else what there is. So a window costs what it shows, however much the grid holds. The grid must outlive it.
class GridSlice
{
public:
    /// From the tick that may still last at fromMs to the first one after toMs. columnMs: what one pixel column spans.
    GridSlice(const Grid &grid, double fromMs, double toMs, double columnMs);

    int ticks() const { return m_ticks; }
    qint64 timeMs(int tick) const { return at(tick).level->timeMs(at(tick).tick); }
    /// How long a tick lasts: its bucket; of a measured one until the next, but no longer than about two intervals.
    double lastsMs(int tick) const;
    int rows(int tick) const { return at(tick).level->rows(at(tick).tick); }
    const GridSummary &summary(int tick) const { return at(tick).level->summary(at(tick).tick); }
    const float *low(int tick) const { return at(tick).level->low(at(tick).tick); }
    const float *high(int tick) const { return at(tick).level->high(at(tick).tick); }
    const float *mean(int tick) const { return at(tick).level->mean(at(tick).tick); }
    const float *last(int tick) const { return at(tick).level->last(at(tick).tick); }

private:
    struct Part
    {
        const GridLevel *level = nullptr;
        int first = 0, count = 0;
    };
    struct Place
    {
        const GridLevel *level;
        int tick;
    };
    Place at(int tick) const
    {
        for (const Part &part : m_parts) {
            if (tick < part.count)
                return {part.level, part.first + tick};
            tick -= part.count;
        }
        return {m_parts.back().level, 0};
    }

    std::vector<Part> m_parts;
    int m_ticks = 0;
    double m_intervalMs = 0;
};

/// Usual distance of two measured ticks near the end of the grid, in ms; 0 with fewer than two.
double tickInterval(const Grid &grid);

} // namespace paceline
