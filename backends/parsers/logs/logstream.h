// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/anchors.h"
#include "backends/parsers/logs/linecleaner.h"
#include "backends/parsers/logs/logreader.h"

#include <QByteArrayView>
#include <QString>
#include <deque>
#include <memory>
#include <vector>

namespace paceline::logs {

class PatternSet;

/// Reads one training log: bytes in, records out. A pure function with state; what comes out does not depend on how the
/// bytes were cut. Every line is offered to the readers whose anchors it holds, the narrow formats first, so that
/// formats may mix and change at any line; patterns of the user come before them all.
class LogStream
{
public:
    struct Start
    {
        QString format;              ///< read only this one; empty: whatever matches
        qint64 offset = 0, line = 1; ///< of the first byte that will be fed
        int segment = 0;             ///< of its line, from 0
        QByteArray state = {};       ///< what Place::state was there
        std::shared_ptr<const PatternSet> patterns = {};
    };
    /// Where another stream can take over: fed from offset on, it gives the records that this one would give.
    struct Place
    {
        qint64 offset = 0, line = 1; ///< of the first byte that no complete line or piece held
        int segment = 0;
        QByteArray state;    ///< of the readers; one of another version of the program is ignored where it differs
        bool canGoOn = true; ///< false: a reader holds more than its state tells, so that no other stream can take over
    };
    /// Whether a stream with these patterns can go on where one with this state stopped: it had the same ones.
    static bool fits(const QByteArray &state, const PatternSet *patterns);
    /// Lines that held a metric's name and a number and that no reader understood.
    struct Puzzle
    {
        qint64 line;
        QByteArray text;
    };

    LogStream();
    explicit LogStream(const Start &start);
    ~LogStream();
    LogStream(LogStream &&) noexcept;
    LogStream &operator=(LogStream &&) noexcept;

    /// Records that are complete now, without times; see RecordTimes.
    std::vector<Reading> read(QByteArrayView bytes);
    /// The same, all of them with the time of arrival.
    std::vector<LogRecord> feed(QByteArrayView bytes, qint64 arrivalMs);
    /// The log has ended: records over several lines whose end was not seen yet. Call once, after the last read().
    std::vector<Reading> finish();

    /// Name of the format of the lines read lately; empty while none is known.
    QString format() const;
    /// Records by format, most first.
    std::vector<std::pair<QString, qint64>> formats() const;
    qint64 offset() const; ///< of the next byte
    qint64 line() const;   ///< number of the line that the next byte belongs to
    Place place() const;
    bool isInLine() const;       ///< the last line has no end yet
    qint64 tooLongLines() const; ///< lines or pieces over LineSplitter::kMaxPiece, of which only the front was read
    qint64 puzzles() const;
    const std::vector<Puzzle> &firstPuzzles() const; ///< twenty at most

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paceline::logs
