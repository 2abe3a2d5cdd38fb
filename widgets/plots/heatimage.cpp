// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatimage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace paceline {

void HeatImage::fit(const Request &request)
{
    const int entities = request.grid.rows();
    const int raised = std::min(request.raised, entities);
    const int rows = std::max(std::min(request.rows, entities), 1);
    const QSize size(request.columns, rows);
    const double width = (request.x1 - request.x0) / request.columns;
    const bool sameScale = std::fabs(width - m_width) < 1e-9 * width;
    if (m_image.size() != size || !sameScale) {
        m_image = QImage(size, QImage::Format_RGB32);
        m_image.fill(request.ground);
        m_done.assign(std::size_t(request.columns), {});
    } else if (const double moved = (request.x0 - m_x0) / width; std::fabs(moved) > 1e-6) {
        shift(int(std::lround(moved)));
    }
    m_x0 = request.x0;
    m_width = width;
    m_target.resize(std::size_t(request.grid.rows()));
    for (std::size_t i = 0; i < m_target.size(); ++i) {
        const int rank = request.rank[i];
        m_target[i] = rank < raised
                          ? rank
                          : raised + int(qint64(rank - raised) * (rows - raised) / std::max(entities - raised, 1));
    }
}

void HeatImage::shift(int columns)
{
    const int width = m_image.width();
    if (std::abs(columns) >= width) {
        std::fill(m_done.begin(), m_done.end(), Done{});
        return;
    }
    const int from = std::max(columns, 0), to = std::max(-columns, 0), count = width - std::abs(columns);
    for (int y = 0; y < m_image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(y));
        std::memmove(line + to, line + from, std::size_t(count) * sizeof(QRgb));
    }
    std::vector<Done> moved(m_done.size());
    std::copy_n(m_done.begin() + from, count, moved.begin() + to);
    m_done = std::move(moved);
}

bool HeatImage::update(const Request &request, qint64 budget)
{
    fit(request);
    const GridSlice slice(request.grid, request.x0, request.x1, m_width);
    const std::vector<TickSpan> spans = tickSpans(slice, request.x0, request.x1, request.columns);
    for (int column = request.columns - 1; column >= 0; --column) {
        const TickSpan span = spans[std::size_t(column)];
        const Done wanted = span.isEmpty() ? Done{0, 0} : Done{slice.timeMs(span.first), span.last - span.first};
        Done &done = m_done[std::size_t(column)];
        if (done == wanted)
            continue;
        if (budget <= 0)
            return false;
        budget -= std::max(wanted.ticks, 1) * qint64(request.grid.rows());
        const bool repeats = column + 1 < request.columns && wanted == m_done[std::size_t(column + 1)];
        if (repeats) {
            for (int y = 0; y < m_image.height(); ++y) {
                auto *line = reinterpret_cast<QRgb *>(m_image.scanLine(y));
                line[column] = line[column + 1];
            }
        } else {
            compute(request, slice, column, span);
        }
        done = wanted;
    }
    return true;
}

void HeatImage::compute(const Request &request, const GridSlice &slice, int column, TickSpan span)
{
    const HeatScale &scale = request.scale;
    // Folded by how far a value lies towards the bad end; NaN compares false and is passed over.
    const float centre = float(scale.centre);
    m_fold.assign(std::size_t(m_image.height()), -INFINITY);
    const auto fold = [this](const float *values, int rows, auto awayOf) {
        for (int row = 0; row < rows; ++row) {
            const float away = awayOf(values[row]);
            float &worst = m_fold[std::size_t(m_target[std::size_t(row)])];
            worst = away > worst ? away : worst;
        }
    };
    for (int tick = span.first; tick < span.last; ++tick) {
        const int rows = slice.rows(tick);
        const float *low = slice.low(tick), *high = slice.high(tick);
        if (scale.better != Better::Lower)
            fold(low, rows, [centre](float v) { return centre - v; });
        if (scale.better != Better::Higher)
            fold(high, rows, [centre](float v) { return v - centre; });
    }
    const float factor = 255.0F / float(scale.spread);
    uchar *pixel = m_image.bits() + std::size_t(column) * sizeof(QRgb);
    const qsizetype stride = m_image.bytesPerLine();
    for (const float away : m_fold) {
        const bool isMissing = std::isinf(away) && away < 0;
        const QRgb colour =
            isMissing ? request.ground : scale.colours[std::size_t(std::clamp(away * factor, 0.0F, 255.0F))];
        std::memcpy(pixel, &colour, sizeof colour);
        pixel += stride;
    }
}

} // namespace paceline
