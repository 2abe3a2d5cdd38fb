// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/record.h"
#include "backends/parsers/logs/linecleaner.h"
#include "backends/parsers/logs/metricnames.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace paceline::logs {

/// A record and what its line says about time, from which RecordTimes makes the record's time.
struct Reading
{
    Reading() {} // NOLINT: a defaulted one would write zeros over all of it first

    LogRecord record;
    std::optional<qint64> printedMs;                            ///< printed date and time, see LineHead
    std::optional<qint64> utcMs;                                ///< printed time that needs no zone
    double elapsedS = std::numeric_limits<double>::quiet_NaN(); ///< printed time since some start, which may start anew
};

/// Progress bars without a description, which count the steps of a training loop: newest refresh, and how often one
/// was seen.
struct CountingBar
{
    qint64 step = 0, total = 0;
    quint64 serial = 0;
};

/// What readers of one stream share: where records go, what names mean, and the progress bar seen last.
class ReadContext
{
public:
    /// A new record that stands at line. Valid until the next call.
    LogRecord &add(const CleanLine &line, RecordKind kind);
    /// A record that was held back until its last line had come.
    void add(Reading reading) { m_readings.push_back(std::move(reading)); }
    Reading &last() { return m_readings.back(); }
    /// Takes back the record added last.
    void drop();
    static void addMetric(LogRecord &record, const MetricName &name, double value)
    {
        if (record.metrics.capacity() == 0)
            record.metrics.reserve(8);
        record.metrics.push_back({name.name, value, name.unit, name.canon});
    }
    /// A record that stands at line, for the reader to hold back.
    static Reading begun(const CleanLine &line, RecordKind kind);

    std::vector<Reading> takeReadings();
    const std::vector<Reading> &readings() const { return m_readings; }

    MetricNames names;

    using Bar = CountingBar;
    Bar lastBar;
    std::optional<Bar>
        trainBar; ///< the newest refresh of the bar that belongs to the training loop, once that is known

private:
    static void begin(Reading &reading, const CleanLine &line, RecordKind kind);

    std::vector<Reading> m_readings;
    std::vector<LogMetric> m_spare;  ///< of a record that was taken back, for its memory
    std::size_t m_likelyMetrics = 0; ///< the most that records had lately
};

enum class Claim {
    No,     ///< not this format's line
    Known,  ///< this format's line, which gives no record (a head line, a part of a longer record)
    Record, ///< records were added
};

struct ReadResult
{
    Claim claim = Claim::No;
    /// Bytes at the front of the text that were understood; something else glued behind them is read as a line of its
    /// own.
    std::size_t consumed = std::string_view::npos;
};

/// Reads the lines of one format: a pure function with state. Each call costs time linear in the line's length. A
/// reader claims only what matches the format's whole pattern, for what a reader claims no other one sees. It decides
/// on what came before alone, so that a growing file gives the same records as the whole one.
class LogReader
{
public:
    virtual ~LogReader() = default;
    virtual ReadResult read(const CleanLine &line, ReadContext &context) = 0;
    /// No line comes any more: records held back for further lines go out. A record over several lines is held until
    /// the line that ends it, which is asked with read() and may still be refused.
    virtual void finish(ReadContext &) {}
    /// Whether state() is all that it carries behind the line before nextLine. lastClaim: when it claimed a line last,
    /// 0 for never. Where a reader cannot go on, the log is read from its beginning when it is followed again.
    virtual bool canGoOn(qint64 lastClaim, qint64 nextLine) const
    {
        Q_UNUSED(lastClaim)
        Q_UNUSED(nextLine)
        return true;
    }
    /// All that it carries from line to line; setState of a new reader makes it go on as this one would. Bytes that
    /// are no state of this reader are ignored.
    virtual QByteArray state() const { return {}; }
    virtual void setState(const QByteArray &) {}
};

/// Specificity of a reader of facts that lines of any format are mixed with.
inline constexpr int kNoFormat = -1;

/// One format that Paceline reads: a row of the table in registry.cpp.
struct LogFormat
{
    std::string_view names; ///< separated by |; the first is the one shown
    /// A line without one of these words (any case) is not shown to the reader. Separated by |, each of two bytes or
    /// more.
    std::string_view anchors;
    /// Says which format a file is in when it holds lines of several: the highest among those seen lately.
    int specificity;
    std::unique_ptr<LogReader> (*make)();
};

} // namespace paceline::logs
