// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/runspeed.h"

#include "backends/analysis/curves.h"
#include "backends/analysis/trend.h"

#include <algorithm>
#include <cmath>

namespace paceline {

namespace {

constexpr std::size_t kLeast = 3;
constexpr double kWarmUp = 0.1;

/// Median of a metric behind the warm-up; NaN with too few values.
double usual(const Run &run, const QString &metric)
{
    const TrendSample sample = sampleTrend(run, metric);
    // All of a short run is in its tail, and its head repeats some of it.
    std::vector<TrendPoint> points;
    if (sample.count > sample.tail.size())
        points = sample.head;
    for (const auto *part : {&sample.middle, &sample.tail})
        points.insert(points.end(), part->begin(), part->end());
    const double last = points.empty() ? 0 : points.back().timeMs, first = points.empty() ? 0 : points.front().timeMs;
    const bool hasTimes = last > first;
    std::vector<double> values;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double share = hasTimes ? (points[i].timeMs - first) / (last - first) : double(i) / double(points.size());
        if (share >= kWarmUp && std::isfinite(points[i].value) && points[i].value > 0)
            values.push_back(double(points[i].value));
    }
    return values.size() < kLeast ? std::numeric_limits<double>::quiet_NaN() : medianOf(values);
}

/// Milliseconds or seconds, as the log prints them.
double secondsOf(const Run &run, const QString &metric)
{
    const double value = usual(run, metric);
    return run.unit(metric) == QLatin1String("ms") ? value / 1000 : value;
}

QString withoutPrefix(const QString &metric)
{
    return metric.startsWith(kDerivedPrefix) ? metric.mid(qsizetype(kDerivedPrefix.size())) : metric;
}

} // namespace

std::optional<RunSpeed> speedOf(const Run &run)
{
    const QStringList metrics = run.metrics();
    const QString step = QStringLiteral("step_time");
    const double stepSeconds = metrics.contains(step) ? secondsOf(run, step) : std::numeric_limits<double>::quiet_NaN();
    for (const QString &metric : speedMetrics()) {
        if (!metrics.contains(metric) || metric == step)
            continue;
        const double rate = usual(run, metric);
        if (std::isnan(rate))
            continue;
        const bool isOfSteps = withoutPrefix(metric) == QLatin1String("steps_per_sec");
        return RunSpeed{withoutPrefix(metric), rate,
                        isOfSteps ? std::numeric_limits<double>::quiet_NaN() : rate * stepSeconds};
    }
    if (stepSeconds > 0)
        return RunSpeed{QStringLiteral("steps_per_sec"), 1 / stepSeconds};
    return std::nullopt;
}

} // namespace paceline
