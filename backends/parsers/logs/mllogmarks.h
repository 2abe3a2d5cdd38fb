// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/jsontext.h"
#include "backends/parsers/logs/logreader.h"

namespace paceline::logs {

/// What an MLPerf mark measured: the number, the first numbers of a list or those of an object under "value", each
/// under its own name where there are several.
void addMlPerfValues(std::string_view key, const std::vector<JsonField> &fields, LogRecord &record,
                     ReadContext &context);

/// Programs written for MLPerf print what they measure twice: in lines of their own and as MLPerf's marks. Readers
/// whose programs say all of it in lines of their own pass over the marks once such a line was seen.
class MlLogMarks
{
public:
    /// Of all rounds: ":::MLLOG ", ":::MLL ", ":::MLPv0.5.0 ".
    static bool isMark(const CleanLine &line)
    {
        const std::size_t text = line.text.find_first_not_of(" \t");
        return text != std::string_view::npos && line.text.substr(text).starts_with(":::ML");
    }
    enum class Evaluations { Told, OnlyMarked };
    explicit MlLogMarks(Evaluations evaluations = Evaluations::Told)
        : m_evaluations(evaluations)
    {
    }
    bool passesOver(const CleanLine &line) const
    {
        return m_isTold && isMark(line) &&
               (m_evaluations == Evaluations::Told || line.text.find("eval_accuracy") == std::string_view::npos);
    }
    ReadResult told(ReadResult result)
    {
        m_isTold |= result.claim == Claim::Record;
        return result;
    }

private:
    Evaluations m_evaluations;
    bool m_isTold = false;
};

} // namespace paceline::logs
