// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/parsers/logs/linelabels.h"
#include "backends/parsers/logs/linesplitter.h"

#include <string>
#include <string_view>

namespace paceline::logs {

/// A line, or a piece of one, as readers see it: no labels, no logging heads, no control sequences.
struct CleanLine
{
    std::string_view text; ///< bytes; mostly UTF-8, not promised; blanks at the front are kept
    RawPiece raw;
    LineHead head;
};

/// Removes what terminals and launchers put into lines. A piece with backspaces or erasing sequences becomes several,
/// as each of them is a refresh of the same terminal line. Keeps no state between pieces.
class LineCleaner
{
public:
    /// Calls each(CleanLine &) for every refresh in the piece; the views are valid within the call.
    template <class Each>
    void clean(const RawPiece &piece, Each &&each);

private:
    static bool isPlain(std::string_view bytes);
    /// Copies bytes without control sequences; 0x08 stands for every refresh.
    void removeControls(std::string_view bytes);
    static std::string_view withoutMark(const RawPiece &piece);

    std::string m_text;
};

/// bytes without ANSI sequences, NUL and backspaces, as a log view shows them.
std::string withoutControls(std::string_view bytes);

template <class Each>
void LineCleaner::clean(const RawPiece &piece, Each &&each)
{
    CleanLine line;
    line.raw = piece;
    std::string_view bytes = withoutMark(piece);
    if (isPlain(bytes)) [[likely]] {
        line.text = bytes;
        stripLabels(line.text, line.head);
        each(line);
        return;
    }
    removeControls(bytes);
    bytes = m_text;
    while (true) {
        const std::size_t refresh = bytes.find('\b');
        line.text = bytes.substr(0, refresh);
        line.head = {};
        stripLabels(line.text, line.head);
        each(line);
        if (refresh == std::string_view::npos)
            return;
        bytes.remove_prefix(std::min(bytes.find_first_not_of('\b', refresh), bytes.size()));
    }
}

} // namespace paceline::logs
