// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/run.h"

#include <array>

namespace paceline {

/// Folds a run's points, given in file order, into at most four a pixel column and pass. A pass ends where x goes back
/// to an earlier column. Used by Run::curve alone; lives as long as one call of it.
class CurveTracer
{
public:
    /// Passes kept apart; where there are more, trace again with Merged.
    static constexpr int kMaxPasses = 8;
    enum class Order { AsInFile, Merged };

    CurveTracer(double x0, double x1, int columns, Order order);

    double x0() const { return m_x0; }
    double x1() const { return m_x1; }
    double columnWidth() const { return (m_x1 - m_x0) / m_columns; }
    /// Of an x within [x0, x1].
    int column(double x) const;
    void add(CurvePoint point);
    /// A stretch that lies within one column: its first and last point and its finite extremes.
    void addFolded(CurvePoint first, CurvePoint last, MinMax extremes);
    /// What follows is not joined with what came before, unless both lie in one column.
    void breakLine();
    bool hasTooManyPasses() const { return m_order == Order::AsInFile && m_passes > kMaxPasses; }
    std::vector<CurvePoint> finish();

private:
    struct Fold
    {
        int column = -1;
        std::size_t count = 0;
        std::array<CurvePoint, 4> points; ///< all of them while there are not more than four
        CurvePoint first{}, last{};
        MinMax extremes{kMissing, kMissing};
        bool breakBefore = false, breakAfter = false;

        bool isEmpty() const { return count == 0; }
        void widen(float low, float high);
        void take(CurvePoint point);
    };
    int side(double x) const { return x < m_x0 ? -1 : x > m_x1 ? 1 : 0; }
    void enter(CurvePoint point);
    void beginPass(double x);
    void markSuperseded();
    void addOutside(CurvePoint point, int side);
    void flush();
    void emitPoint(CurvePoint point);
    void write(const Fold &fold);
    void merge(const Fold &fold);

    double m_x0, m_x1;
    int m_columns;
    Order m_order;
    struct Pass
    {
        double x;          ///< where it goes on from
        std::size_t first; ///< of m_points
    };
    int m_passes = 1;
    std::vector<Pass> m_rewinds;
    bool m_breakPending = false;
    Fold m_fold;
    std::optional<CurvePoint> m_outside; ///< the point before, when it lay outside
    bool m_outsideWritten = false;
    int m_lastColumn = -1; ///< of the pass; m_columns once it went past the right end
    std::vector<Fold> m_merged;
    std::vector<CurvePoint> m_points;
};

} // namespace paceline
