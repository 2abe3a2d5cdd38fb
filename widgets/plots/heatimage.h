// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/gridcolumns.h"

#include <QImage>

namespace paceline {

/// A grid as an image, one pixel a column of time, rows folded to pixels by keeping the value that differs most.
/// Only columns whose ticks changed are computed; panning moves what is there. Colours of a scale, else the ground.
class HeatImage
{
public:
    struct Request
    {
        const Grid &grid;
        const std::vector<int> &rank; ///< display row of each entity
        HeatScale scale;
        double x0, x1;
        int columns, rows; ///< pixels
        int raised;        ///< first display rows that keep an image row of their own
        QRgb ground;       ///< colour of what is missing
    };
    /// Cells that one call looks at: about 4 ms. What is left over is done by the next calls, newest first.
    static constexpr qint64 kBudget = 3'000'000;

    /// Whether all columns are done.
    bool update(const Request &request, qint64 budget = kBudget);
    const QImage &image() const { return m_image; }
    /// The order, the scale or the metric changed.
    void invalidate() { m_image = QImage(); }

private:
    struct Done
    {
        qint64 firstMs = -1;
        int ticks = -1;
        friend bool operator==(const Done &, const Done &) = default;
    };
    void fit(const Request &request);
    void shift(int columns);
    void compute(const Request &request, const GridSlice &slice, int column, TickSpan span);

    QImage m_image;
    std::vector<Done> m_done;
    std::vector<float> m_fold;
    std::vector<int> m_target; ///< pixel row of each entity
    double m_x0 = 0, m_width = 0;
};

} // namespace paceline
