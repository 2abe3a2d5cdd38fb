// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/patternset.h"

namespace paceline::logs {

/// Reads a log, or its end, to see what one pattern takes of it and what the built-in readers take of the same lines
/// now.
class PatternTrial
{
public:
    /// Of a pattern that PatternSet::check() takes. firstLine: number of the line that is read first.
    explicit PatternTrial(const LogPattern &pattern, qint64 firstLine = 1);

    void read(QByteArrayView bytes);
    /// All was read; a last line without its end counts.
    void finish();
    const PatternOutcome &outcome() const { return m_outcome; }

private:
    void look(const CleanLine &line);
    void count(const std::vector<Reading> &readings);

    PatternMatcher m_matcher;
    LogStream m_builtIn;
    LineSplitter m_splitter;
    LineCleaner m_cleaner;
    std::vector<qint64> m_lines; ///< that matched, ascending
    PatternOutcome m_outcome;
};

} // namespace paceline::logs
