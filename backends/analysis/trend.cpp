// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/trend.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr std::size_t kHead = 256, kTail = 512, kMiddleChunks = 24, kPerChunk = 32;
constexpr std::size_t kDecides = 12, kFlatDecides = 40;

class Reader
{
public:
    Reader(const Run &run, const QString &metric)
        : m_run(*run.piece(metric).run)
        , m_metric(run.piece(metric).metric)
    {
    }
    const std::vector<float> *values(std::size_t chunk) const
    {
        const auto it = m_run.chunks()[chunk]->values.constFind(m_metric);
        return it == m_run.chunks()[chunk]->values.constEnd() ? nullptr : &*it;
    }
    TrendPoint at(std::size_t chunk, std::size_t i, float value) const
    {
        const RunChunk &c = *m_run.chunks()[chunk];
        return {c.step[i], c.timeMs[i], value};
    }
    std::vector<TrendPoint> first(std::size_t limit) const
    {
        std::vector<TrendPoint> points;
        for (std::size_t c = 0; c < m_run.chunks().size() && points.size() < limit; ++c) {
            const std::vector<float> *column = values(c);
            for (std::size_t i = 0; column && i < column->size() && points.size() < limit; ++i) {
                if (isCarried((*column)[i]))
                    points.push_back(at(c, i, (*column)[i]));
            }
        }
        return points;
    }
    std::vector<TrendPoint> last(std::size_t limit) const
    {
        std::vector<TrendPoint> points;
        for (std::size_t c = m_run.chunks().size(); c-- > 0 && points.size() < limit;) {
            const std::vector<float> *column = values(c);
            for (std::size_t i = column ? column->size() : 0; i-- > 0 && points.size() < limit;) {
                if (isCarried((*column)[i]))
                    points.push_back(at(c, i, (*column)[i]));
            }
        }
        std::reverse(points.begin(), points.end());
        return points;
    }
    std::vector<TrendPoint> between() const
    {
        std::vector<TrendPoint> points;
        const std::size_t chunks = m_run.chunks().size(), stride = std::max<std::size_t>(1, chunks / kMiddleChunks);
        for (std::size_t c = 0; c < chunks; c += stride) {
            const std::vector<float> *column = values(c);
            std::size_t taken = 0;
            for (std::size_t i = 0; column && i < column->size() && taken < kPerChunk; ++i) {
                if (isCarried((*column)[i])) {
                    points.push_back(at(c, i, (*column)[i]));
                    ++taken;
                }
            }
        }
        return points;
    }

private:
    const Run &m_run;
    const QString m_metric; ///< its name there
};

std::vector<double> finiteValues(const std::vector<TrendPoint> &points, std::size_t from, std::size_t to)
{
    std::vector<double> values;
    for (std::size_t i = from; i < std::min(to, points.size()); ++i) {
        if (std::isfinite(points[i].value))
            values.push_back(double(points[i].value));
    }
    return values;
}

/// Spread of a window's median: 1.4826 MAD (Rousseeuw and Croux 1993) times 1.2533 / sqrt(n) for a median of normal
/// values.
double medianError(const std::vector<double> &values)
{
    const double middle = medianOf(values);
    std::vector<double> distances;
    distances.reserve(values.size());
    for (const double v : values)
        distances.push_back(std::abs(v - middle));
    return 1.4826 * medianOf(distances) * 1.2533 / std::sqrt(double(std::max<std::size_t>(1, values.size())));
}

double bestWindow(const std::vector<TrendPoint> &points, std::size_t window)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + window <= points.size(); i += window) {
        const double middle = medianOf(finiteValues(points, i, i + window));
        if (middle < best)
            best = middle;
    }
    return best;
}

/// How many of the last points are no numbers.
std::size_t badTail(const std::vector<TrendPoint> &tail)
{
    std::size_t bad = 0;
    while (bad < tail.size() && !std::isfinite(tail[tail.size() - 1 - bad].value))
        ++bad;
    return bad;
}

} // namespace

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

TrendSample sampleTrend(const Run &run, const QString &metric)
{
    const Reader reader(run, metric);
    TrendSample sample;
    sample.tail = reader.last(kTail);
    sample.head = sample.tail.size() < kTail ? sample.tail : reader.first(kHead);
    if (sample.head.size() > kHead)
        sample.head.resize(kHead);
    if (sample.tail.size() == kTail)
        sample.middle = reader.between();
    sample.count = sample.tail.size() < kTail ? sample.tail.size() : sample.head.size() + sample.middle.size() + kTail;
    return sample;
}

LossHealth judgeLoss(const TrendSample &sample)
{
    LossHealth health;
    const std::size_t bad = badTail(sample.tail);
    if (bad > 0) {
        health.trend = LossTrend::NotANumber;
        health.badStep = sample.tail[sample.tail.size() - bad].step;
        return health;
    }
    if (sample.count < kDecides)
        return health;
    const std::size_t window = std::clamp<std::size_t>(sample.tail.size() / 4, 3, 32);
    const std::vector<double> end = finiteValues(sample.tail, sample.tail.size() - window, sample.tail.size());
    // The beginning is told by few points, since a loss falls fastest there; its own error counts in.
    constexpr std::size_t kBeginning = 5;
    health.first = medianOf(finiteValues(sample.head, 0, kBeginning));
    health.now = medianOf(end);
    health.best = std::min({bestWindow(sample.tail, window), bestWindow(sample.middle, window), health.first});
    const double noise = 3 * medianError(end) * std::sqrt(1 + double(window) / double(kBeginning));
    if (health.now < health.first - std::max(noise, 0.005 * std::abs(health.first)))
        health.trend = LossTrend::Falling;
    else if (sample.count >= kFlatDecides)
        health.trend = LossTrend::Flat;
    if (sample.count >= kFlatDecides && health.now > health.best + std::max(noise, 0.1 * std::abs(health.best)))
        health.trend = LossTrend::Rising;
    return health;
}

std::optional<RateHealth> judgeRate(const TrendSample &sample)
{
    constexpr std::size_t kNow = 8, kWarmUp = 4, kCompare = 16;
    const std::vector<TrendPoint> &tail = sample.tail;
    if (tail.empty())
        return std::nullopt;
    RateHealth health;
    health.before = std::numeric_limits<double>::quiet_NaN();
    health.now = medianOf(finiteValues(tail, tail.size() - std::min(kNow, tail.size()), tail.size()));
    if (std::isnan(health.now))
        return std::nullopt;
    const std::vector<TrendPoint> &past = sample.middle.empty() ? tail : sample.middle;
    const std::size_t end = sample.middle.empty() ? tail.size() - std::min(kNow, tail.size()) : past.size();
    const std::vector<double> earlier = finiteValues(past, kWarmUp, end);
    if (earlier.size() < kCompare)
        return health;
    // The usual pace is the upper middle: a job that has been slow for half of its life is still slower than it was.
    health.before = medianOf(earlier);
    std::vector<double> better;
    std::copy_if(earlier.begin(), earlier.end(), std::back_inserter(better),
                 [&](double v) { return v >= health.before; });
    if (better.size() >= 3 && medianOf(better) > health.before + 6 * medianError(better))
        health.before = medianOf(better);
    const double spread = medianError(earlier) * std::sqrt(double(earlier.size()) / double(kNow));
    health.slower =
        health.now < 0.95 * health.before && health.now < health.before - 3 * std::min(spread, 0.1 * health.before);
    if (!health.slower)
        return health;
    const double border = (health.now + health.before) / 2;
    std::size_t since = tail.size();
    for (std::size_t i = tail.size(); i-- > 2;) {
        if (medianOf(finiteValues(tail, i - 2, i + 1)) > border)
            break;
        since = i - 2;
    }
    health.sinceMs = since < tail.size() ? tail[since].timeMs : std::numeric_limits<double>::quiet_NaN();
    return health;
}

std::optional<Pace> paceOf(const TrendSample &sample)
{
    const TrendPoint *last = nullptr, *first = nullptr;
    std::size_t points = 0;
    for (auto it = sample.tail.rbegin(); it != sample.tail.rend(); ++it) {
        if (std::isnan(it->step) || std::isnan(it->timeMs))
            continue;
        if (!last)
            last = &*it;
        else if (it->step > first->step || it->timeMs > first->timeMs)
            break; // a restart: what lies before has another clock or count
        first = &*it;
        ++points;
    }
    if (points < 4 || last->timeMs - first->timeMs < 1000 || last->step <= first->step)
        return std::nullopt;
    return Pace{(last->step - first->step) / (last->timeMs - first->timeMs), last->step, last->timeMs, points};
}

double usualGapMs(const TrendSample &sample)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < sample.tail.size(); ++i) {
        const double gap = sample.tail[i].timeMs - sample.tail[i - 1].timeMs;
        if (gap > 0)
            gaps.push_back(gap);
    }
    return medianOf(gaps);
}

} // namespace paceline
