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
    static bool isMark(const CleanLine &line)
    {
        const std::size_t text = line.text.find_first_not_of(" \t");
        return text != std::string_view::npos && line.text.substr(text).starts_with(":::MLLOG ");
    }
    bool passesOver(const CleanLine &line) const { return m_isTold && isMark(line); }
    ReadResult told(ReadResult result)
    {
        m_isTold |= result.claim == Claim::Record;
        return result;
    }

private:
    bool m_isTold = false;
};

} // namespace paceline::logs
