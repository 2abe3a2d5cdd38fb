// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/gridcolumns.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr int kRecentTicks = 30, kSilentTicks = 3;
constexpr std::size_t kSample = 20000; // values that a scale is made from
constexpr double kMadToDeviation = 1.4826;

QRgb mixed(const QColor &a, const QColor &b, double t)
{
    const auto part = [t](int x, int y) { return int(std::lround(x + (y - x) * t)); };
    return qRgb(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

// Differences below this are noise in this unit, however quiet the peers are.
double smallestSpread(Unit unit)
{
    switch (unit) {
    case Unit::Percent:
        return 12;
    case Unit::Byte:
        return 1e9;
    case Unit::BytePerSecond:
        return 2e5;
    case Unit::LoadAverage:
        return 2;
    case Unit::Celsius:
        return 8;
    default:
        return 1e-9;
    }
}

} // namespace

std::vector<TickSpan> tickSpans(const GridSlice &slice, double x0, double x1, int columns)
{
    std::vector<TickSpan> spans(std::size_t(std::max(columns, 0)));
    const double width = (x1 - x0) / columns;
    int next = 0;
    while (next < slice.ticks() && double(slice.timeMs(next)) < x0)
        ++next;
    for (int column = 0; column < columns; ++column) {
        const double left = x0 + width * column, right = left + width;
        const int first = next;
        while (next < slice.ticks() && double(slice.timeMs(next)) < right)
            ++next;
        TickSpan &span = spans[std::size_t(column)];
        if (next > first)
            span = {first, next};
        else if (first > 0 && left < double(slice.timeMs(first - 1)) + slice.lastsMs(first - 1))
            span = {first - 1, first};
    }
    return spans;
}

RobustScale robustScale(std::vector<float> &values)
{
    std::erase_if(values, [](float v) { return !std::isfinite(v); });
    if (values.empty())
        return {NAN, NAN};
    const auto median = [&values] {
        const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    };
    const float centre = median();
    for (float &v : values)
        v = std::fabs(v - centre);
    return {double(centre), double(median()) * kMadToDeviation};
}

double HeatScale::badness(double value) const
{
    const double away = better == Better::Higher  ? centre - value
                        : better == Better::Lower ? value - centre
                                                  : std::fabs(value - centre);
    return std::clamp(away / spread, 0.0, 1.0);
}

QRgb HeatScale::colour(float value) const
{
    return colours[std::size_t(badness(double(value)) * 255)];
}

bool HeatScale::isLike(const HeatScale &other) const
{
    return better == other.better && colours == other.colours &&
           std::fabs(centre - other.centre) < 0.1 * other.spread &&
           std::fabs(spread - other.spread) < 0.25 * other.spread;
}

HeatScale heatScale(const Grid &grid, int first, int last, const Metric &metric, const Theme &theme)
{
    HeatScale scale;
    scale.better = metric.better;
    // Healthy is quiet: the pale half of the colours for the small deviations of peers, the strong half for the rest.
    static constexpr double kStops[] = {0, 0.3, 0.55, 0.8, 1};
    for (std::size_t i = 0; i < scale.colours.size(); ++i) {
        const double t = double(i) / 255;
        std::size_t stop = 0;
        while (stop < 3 && t > kStops[stop + 1])
            ++stop;
        scale.colours[i] =
            mixed(theme.heat[4 - stop], theme.heat[3 - stop], (t - kStops[stop]) / (kStops[stop + 1] - kStops[stop]));
    }
    const std::size_t cells = std::size_t(std::max(last - first, 0)) * std::size_t(grid.rows());
    const std::size_t stride = cells / kSample + 1;
    std::vector<float> sample;
    sample.reserve(cells / stride + 1);
    for (std::size_t i = 0; i < cells; i += stride)
        sample.push_back(grid.value(first + int(i / std::size_t(grid.rows())), int(i % std::size_t(grid.rows()))));
    const RobustScale robust = robustScale(sample);
    if (std::isnan(robust.centre))
        return scale;
    scale.centre = robust.centre;
    const double size = std::fabs(robust.centre), least = smallestSpread(metric.unit);
    // A share that ought to be high is told on the whole way down to nothing, which stands still as a run goes on.
    const bool isShare = metric.unit == Unit::Percent && metric.better == Better::Higher;
    scale.spread = isShare ? std::max(size, least) : std::max({6 * robust.deviation, 0.35 * size, least});
    return scale;
}

std::vector<float> recentMeans(const Grid &grid, int end)
{
    std::vector<float> sums(std::size_t(grid.rows()), 0), counts(sums);
    for (int tick = std::max(0, end - kRecentTicks); tick < end; ++tick) {
        for (int row = 0; row < grid.rows(); ++row) {
            const float v = grid.value(tick, row);
            const bool isThere = !std::isnan(v);
            sums[std::size_t(row)] += isThere ? v : 0;
            counts[std::size_t(row)] += isThere ? 1.0F : 0.0F;
        }
    }
    for (std::size_t row = 0; row < sums.size(); ++row)
        sums[row] = counts[row] > 0 ? sums[row] / counts[row] : kMissing;
    return sums;
}

std::vector<double> recentBadness(const Grid &grid, int end, const HeatScale &scale)
{
    std::vector<double> sums(std::size_t(grid.rows()), 0), counts(sums), silent(sums);
    for (int tick = std::max(0, end - kRecentTicks); tick < end; ++tick) {
        for (int row = 0; row < grid.rows(); ++row) {
            const float v = grid.value(tick, row);
            if (std::isnan(v)) {
                silent[std::size_t(row)] += tick >= end - kSilentTicks;
                continue;
            }
            sums[std::size_t(row)] += scale.badness(double(v));
            counts[std::size_t(row)] += 1;
        }
    }
    for (std::size_t row = 0; row < sums.size(); ++row) {
        const bool isSilent = counts[row] == 0 || silent[row] >= std::min(kSilentTicks, end);
        sums[row] = isSilent ? 2 : sums[row] / counts[row];
    }
    return sums;
}

} // namespace paceline
