// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/recordtimes.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr qint64 kHourMs = 3'600'000;
/// How wrong an interpolated time is taken to be: a part of the distance to the nearest anchor, and never less than
/// this.
constexpr double kRelativeError = 0.05;
constexpr qint64 kLeastErrorMs = 1000;

void set(LogRecord &record, qint64 timeMs, TimeSource source, qint64 uncertaintyMs)
{
    record.timeMs = timeMs;
    record.timeSource = source;
    record.uncertaintyMs = uncertaintyMs;
}

double secondsOfStep(const LogRecord &record)
{
    if (const LogMetric *time = record.metric(QStringLiteral("step_time")); time && time->value > 0)
        return time->unit.startsWith(QLatin1String("ms"))   ? time->value / 1000
               : time->unit.startsWith(QLatin1String("us")) ? time->value / 1e6
                                                            : time->value;
    if (const LogMetric *rate = record.metric(QStringLiteral("steps_per_sec")); rate && rate->value > 0)
        return 1 / rate->value;
    return std::nan("");
}

double medianStep(const std::vector<Reading> &readings)
{
    std::vector<double> all;
    for (const Reading &reading : readings) {
        if (const double seconds = secondsOfStep(reading.record); std::isfinite(seconds))
            all.push_back(seconds);
    }
    if (all.empty())
        return 0;
    const auto middle = all.begin() + std::ptrdiff_t(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    return *middle;
}

/// Steps made since the record before, at least one; empty when the record counts none.
std::optional<qint64> stepsSince(const LogRecord &record, std::optional<qint64> &lastStep)
{
    const std::optional<qint64> step = record.step ? record.step : record.stepInEpoch;
    if (!step)
        return {};
    const std::optional<qint64> before = std::exchange(lastStep, step);
    const qint64 steps = before && *step >= *before ? *step - *before : std::min<qint64>(*step, 1);
    return steps;
}

/// Seconds from the first record to each, by the times that the lines print. Empty when they print none.
std::vector<double> printedSeconds(const std::vector<Reading> &readings)
{
    const double typical = medianStep(readings);
    std::vector<double> at;
    double now = 0, base = std::nan(""), lastElapsed = 0;
    std::optional<qint64> lastStep;
    bool known = false;
    for (const Reading &reading : readings) {
        const auto steps = stepsSince(reading.record, lastStep);
        const double own = secondsOfStep(reading.record);
        if (std::isfinite(reading.elapsedS)) {
            // Steps between two readings of the clock are already in it; a clock that fell was started anew.
            if (std::isnan(base))
                base = now - (known ? reading.elapsedS : 0);
            else if (reading.elapsedS < lastElapsed)
                base = now;
            lastElapsed = reading.elapsedS;
            now = std::max(now, base + reading.elapsedS);
            known = true;
        } else if (std::isfinite(own) && steps.value_or(0) > 0) {
            // One step took what is printed, the others what steps take.
            now += own + double(*steps - 1) * typical;
            known = true;
        }
        at.push_back(now);
    }
    if (!known || at.back() <= at.front())
        return {};
    return at;
}

} // namespace

std::optional<qint64> RecordTimes::printed(const Reading &reading, qint64 nowMs) const
{
    if (!reading.utcMs && !(reading.printedMs && m_zoneS))
        return {};
    const qint64 timeMs = reading.utcMs ? *reading.utcMs : *reading.printedMs - *m_zoneS * 1000LL;
    const bool possible = timeMs <= nowMs + kHourMs && (m_startMs == 0 || timeMs >= m_startMs - kHourMs);
    return possible ? std::optional<qint64>(timeMs) : std::nullopt;
}

std::vector<LogRecord> RecordTimes::live(std::vector<Reading> readings, qint64 sinceMs, qint64 nowMs) const
{
    std::vector<LogRecord> records;
    records.reserve(readings.size());
    const qint64 span = std::max<qint64>(0, nowMs - sinceMs);
    const auto count = qint64(readings.size());
    for (qint64 i = 0; i < count; ++i) {
        Reading &reading = readings[std::size_t(i)];
        if (const auto time = printed(reading, nowMs))
            set(reading.record, *time, TimeSource::Printed, kLeastErrorMs / 2);
        else
            set(reading.record, nowMs - span * (count - 1 - i) / count, TimeSource::Arrived, span / 2);
        records.push_back(std::move(reading.record));
    }
    return records;
}

std::vector<LogRecord> RecordTimes::backlog(std::vector<Reading> readings, qint64 endMs) const
{
    const std::vector<double> seconds = printedSeconds(readings);
    if (seconds.empty()) {
        const qint64 size = readings.empty() ? 1 : readings.back().record.offset + readings.back().record.length;
        return partOfBacklog(std::move(readings), size, endMs);
    }
    const double lengthMs = (seconds.back() - seconds.front()) * 1000;
    const double roomMs = m_startMs > 0 && m_startMs < endMs ? double(endMs - m_startMs) : lengthMs;
    const double scale = std::min(1.0, roomMs / lengthMs);
    std::vector<LogRecord> records;
    records.reserve(readings.size());
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const double backMs = (seconds.back() - seconds[i]) * 1000 * scale;
        if (const auto time = printed(readings[i], endMs))
            set(readings[i].record, *time, TimeSource::Printed, kLeastErrorMs / 2);
        else
            set(readings[i].record, endMs - qint64(backMs), TimeSource::Interpolated,
                qint64(backMs * kRelativeError) + kLeastErrorMs);
        records.push_back(std::move(readings[i].record));
    }
    return records;
}

std::vector<LogRecord> RecordTimes::partOfBacklog(std::vector<Reading> readings, qint64 size, qint64 endMs) const
{
    const qint64 startMs = m_startMs > 0 && m_startMs < endMs ? m_startMs : endMs;
    const double length = double(endMs - startMs);
    std::vector<LogRecord> records;
    records.reserve(readings.size());
    for (Reading &reading : readings) {
        const qint64 place = reading.record.offset + reading.record.length - m_startOffset;
        const double part = size > m_startOffset ? double(place) / double(size - m_startOffset) : 1;
        const qint64 timeMs = startMs + qint64(length * std::clamp(part, 0.0, 1.0));
        if (const auto time = printed(reading, endMs))
            set(reading.record, *time, TimeSource::Printed, kLeastErrorMs / 2);
        else
            set(reading.record, timeMs, TimeSource::Interpolated,
                qint64(double(std::min(timeMs - startMs, endMs - timeMs)) * 2 * kRelativeError) + kLeastErrorMs);
        records.push_back(std::move(reading.record));
    }
    return records;
}

} // namespace paceline::logs
