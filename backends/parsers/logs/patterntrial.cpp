// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patterntrial.h"

#include "backends/parsers/logs/patterntokens.h"

#include <algorithm>

namespace paceline::logs {
namespace {

int charsOf(std::string_view bytes)
{
    return int(patternText(bytes).size());
}

std::shared_ptr<const PatternSet> setOf(LogPattern pattern)
{
    pattern.isOn = true;
    return std::make_shared<const PatternSet>(std::vector<LogPattern>{std::move(pattern)});
}

} // namespace

PatternTrial::PatternTrial(const LogPattern &pattern, qint64 firstLine)
    : m_matcher(setOf(pattern))
    , m_builtIn(LogStream::Start{{}, 0, firstLine})
    , m_splitter(0, firstLine)
{
    m_outcome.values.resize(pattern.numbers.size());
}

void PatternTrial::read(QByteArrayView bytes)
{
    m_splitter.feed({bytes.data(), std::size_t(bytes.size())}, [this](const RawPiece &piece) {
        m_outcome.lines += piece.isLast;
        m_cleaner.clean(piece, [this](const CleanLine &line) { look(line); });
    });
    count(m_builtIn.read(bytes));
}

void PatternTrial::finish()
{
    if (m_splitter.isInLine())
        read(QByteArrayView("\n"));
    count(m_builtIn.finish());
    m_outcome.isWhole = true;
}

void PatternTrial::look(const CleanLine &line)
{
    if (m_matcher.set().size() == 0)
        return;
    const PatternMatcher::Outcome found = m_matcher.match(0, line.text);
    m_outcome.isSlow = m_outcome.isSlow || found == PatternMatcher::Outcome::TooSlow;
    if (found != PatternMatcher::Outcome::Yes)
        return;
    ++m_outcome.matches;
    m_lines.push_back(line.raw.line);
    PatternOutcome::Match match{line.raw.line, patternText(line.text), {}};
    const auto captures = m_matcher.captures();
    for (std::size_t i = 0; i < captures.size(); ++i) {
        const std::string_view before = line.text.substr(0, captures[i].start);
        match.spans.emplace_back(charsOf(before), charsOf(line.text.substr(captures[i].start, captures[i].length)));
        if (m_outcome.values[i].size() < PatternOutcome::kMaxValues)
            m_outcome.values[i].push_back(captures[i].value);
    }
    if (m_outcome.first.line == 0)
        m_outcome.first = match;
    m_outcome.last = std::move(match);
}

void PatternTrial::count(const std::vector<Reading> &readings)
{
    for (const Reading &reading : readings) {
        if (reading.record.kind == RecordKind::Param)
            continue; // no curve is lost
        const auto from = std::lower_bound(m_lines.begin(), m_lines.end(), reading.record.line);
        const auto to = std::upper_bound(from, m_lines.end(), reading.record.lastLine);
        m_outcome.taken += to - from;
        if (to != from && m_outcome.takenFormat.isEmpty())
            m_outcome.takenFormat = m_builtIn.format();
    }
}

} // namespace paceline::logs
