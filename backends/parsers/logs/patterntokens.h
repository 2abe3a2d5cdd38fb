// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>
#include <vector>

namespace paceline::logs {

/// A piece of a line as a person sees it.
struct PatternToken
{
    enum class Kind {
        Blank,
        Text,         ///< a word, or one mark
        Number,       ///< stands alone
        NumberInWord, ///< "epoch3", "acc@1"
        Clock,        ///< h:mm:ss
        Date,         ///< with or without a clock
        Path,         ///< of a file, or an address
        Code,         ///< hexadecimal: a hash, an address in memory
        Word,         ///< the name of a day or month
        Bar,          ///< what a progress bar is drawn of
    };
    Kind kind;
    std::string_view text;
};

/// All of line, in order.
std::vector<PatternToken> patternTokens(std::string_view line);
/// Bytes of a line as text, wherever they stand in it: a byte order mark is a character.
QString patternText(std::string_view bytes);
/// Whether a path may hold the byte.
bool isPathByte(char c);

} // namespace paceline::logs
