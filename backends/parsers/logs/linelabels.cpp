// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/linelabels.h"

#include "backends/parsers/logs/launcherlabels.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <chrono>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLabel = 160;
constexpr int kMaxLabels = 8;

bool isLevel(std::string_view word)
{
    static constexpr std::string_view kLevels[] = {"INFO",  "WARNING",  "WARN",   "DEBUG",
                                                   "ERROR", "CRITICAL", "NOTICE", "FATAL"};
    return std::find(std::begin(kLevels), std::end(kLevels), word) != std::end(kLevels);
}

/// hh:mm:ss with . or , and a fraction, if any. Milliseconds of the day.
std::optional<qint64> timeOfDay(Scanner &s)
{
    const auto hour = digits(s, 2, 2);
    const auto minute = hour && s.take(':') ? digits(s, 2, 2) : std::nullopt;
    const auto second = minute && s.take(':') ? digits(s, 2, 2) : std::nullopt;
    if (!second || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    qint64 ms = ((*hour * 60LL + *minute) * 60 + *second) * 1000;
    const std::size_t before = s.position();
    if (s.take('.') || s.take(',')) {
        qint64 scale = 100;
        if (!isDigit(s.peek()))
            s.moveTo(before);
        for (; isDigit(s.peek()); s.skip(1), scale /= 10)
            ms += (s.peek() - '0') * scale;
    }
    return ms;
}

std::optional<qint64> dayMs(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok())
        return {};
    return qint64(std::chrono::sys_days(date).time_since_epoch().count()) * 86'400'000;
}

/// 2023-05-19, 2023/05/19 or 08/31/2024 (month first).
std::optional<qint64> date(Scanner &s)
{
    const auto first = digits(s, 2, 4);
    const char separator = s.peek();
    if (!first || (separator != '-' && separator != '/'))
        return {};
    s.skip(1);
    const auto second = digits(s, 2, 2);
    const auto third = second && s.take(separator) ? digits(s, 2, 4) : std::nullopt;
    if (!third)
        return {};
    return *first > 99 ? dayMs(*first, *second, *third) : *third > 99 ? dayMs(*third, *first, *second) : std::nullopt;
}

/// Date and time with a blank, T or comma between; a zone behind it, if any, is taken into account.
std::optional<qint64> dateAndTime(Scanner &s)
{
    const std::size_t from = s.position();
    const auto day = date(s);
    const bool goesOn = day && (s.take('T') || s.take(',') || s.skipBlanks());
    const auto time = goesOn ? timeOfDay(s) : std::nullopt;
    if (!time) {
        s.moveTo(from);
        return {};
    }
    s.take('Z');
    return *day + *time;
}

/// "transformers.trainer -   " and "__main__ - " behind the level.
void skipLoggerName(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view name = isLetter(s.peek()) || s.peek() == '_' ? s.word("_.") : std::string_view();
    const bool isName = name.find('.') != std::string_view::npos || name.starts_with("__") || name == "root";
    if (isName && s.take(" - "))
        s.skipBlanks();
    else
        s.moveTo(from);
}

/// A date that leaves the century or the year out: "06/04 15:01:15" of MMEngine on a terminal, "23-05-05 23:19:09.355"
/// of BasicSR. Which year it was, and whether the month comes first, nobody knows.
bool takeShortDate(Scanner &s)
{
    const std::size_t from = s.position();
    const auto first = digits(s, 2, 2);
    const char separator = s.peek();
    bool fits = first && (separator == '-' || separator == '/');
    if (fits) {
        s.skip(1);
        fits = digits(s, 2, 2).has_value() && (!s.take(separator) || digits(s, 2, 2));
    }
    if (fits && s.skipBlanks() && timeOfDay(s))
        return true;
    s.moveTo(from);
    return false;
}

/// "- name - INFO - ", "| INFO | ", "INFO ", "[INFO] " ... after a date.
void skipLoggerFields(Scanner &s)
{
    const std::size_t from = s.position();
    if (s.rest().starts_with("-INFO: ")) {
        s.skip(7);
        return;
    }
    s.skipBlanks();
    for (int field = 0; field < 4; ++field) {
        const std::size_t before = s.position();
        const bool separated = s.take("- ") || s.take("| ") || s.take(": ");
        s.skipBlanks();
        // "train.py[line:274]" is a name, "[INFO]" a label of its own.
        const std::string_view word = s.word(separated && isLetter(s.peek()) ? "_.-/:|=[]" : "_.-/:|=");
        const std::string_view bare = word.substr(0, word.find_first_of(":|"));
        if (isLevel(bare)) {
            if (bare.size() < word.size()) { // "INFO:epoch[1]", "INFO:tensorflow:loss = 1"
                s.moveTo(s.position() - word.size() + bare.size() + 1);
                Scanner ahead = s;
                if (!ahead.word("_.").empty() && ahead.take(':') && isLetter(ahead.peek()))
                    s = ahead;
            }
            s.skipBlanks();
            if (s.take("- ") || s.take("| ") || s.take(": "))
                s.skipBlanks();
            skipLoggerName(s);
            return;
        }
        const bool isName = separated && !word.empty() && (s.rest().starts_with(" - ") || s.rest().starts_with(" | "));
        if (!isName) {
            s.moveTo(field == 0 ? before : from);
            break;
        }
        s.skipBlanks();
    }
    if (s.take("- ") || s.take("| ") || s.take(": "))
        s.skipBlanks();
}

std::optional<int> rankOf(std::string_view content)
{
    for (const std::string_view name : {"default", "rank", "Rank "}) {
        if (content.starts_with(name)) {
            Scanner s(content.substr(name.size()));
            const auto value = digits(s, 1, 7);
            return s.atEnd() ? value : std::nullopt;
        }
    }
    return {};
}

/// A word with letters that no training code would use for a step: a pod's, logger's or file's name.
bool isBracketName(std::string_view content)
{
    static constexpr std::string_view kTheirs[] = {"train", "val",  "valid", "test", "eval",
                                                   "epoch", "step", "iter",  "batch"};
    if (content.empty() || !isLetter(content.front()) || content.size() > 80)
        return false;
    if (std::find(std::begin(kTheirs), std::end(kTheirs), content) != std::end(kTheirs))
        return false;
    if (isLevel(content.substr(0, content.find('|'))))
        return true;
    return std::all_of(content.begin(), content.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == ':' || c == '<' || c == '>' ||
               c == '|';
    });
}

/// NeMo's "NeMo I 2024-07-22 12:05:15 file:948" and PyTorch's "W1206 07:13:29.087 file.cpp:1431".
bool isLoggerBracket(std::string_view content)
{
    return content.starts_with("NeMo ") || (content.size() > 14 && isLetter(content[0]) && isDigit(content[1]) &&
                                            content[5] == ' ' && content.find(':') != std::string_view::npos);
}

/// "ppocr INFO: ", "mindcv.train INFO - " behind a date in brackets.
void skipNameAndLevel(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view name = s.word("_.-");
    const bool hasLevel = !name.empty() && s.skipBlanks() && isLevel(s.word(""));
    s.take(':');
    if (hasLevel && s.skipBlanks()) {
        if (s.take("- "))
            s.skipBlanks();
        return;
    }
    s.moveTo(from);
}

void takePrintedTime(std::string_view content, LineHead &head)
{
    for (std::size_t i = 0; i + 19 <= content.size() && i < 16; ++i) {
        Scanner s(content.substr(i));
        if (const auto time = isDigit(content[i]) ? dateAndTime(s) : std::nullopt) {
            head.printedMs = time;
            return;
        }
    }
}

bool takeBracket(Scanner &s, LineHead &head)
{
    if (takeMpiLabel(s, head))
        return true;
    const std::string_view all = s.rest().substr(0, kMaxLabel);
    const std::size_t close = all.find(']');
    if (close == std::string_view::npos)
        return false;
    const std::string_view content = trimmed(all.substr(1, close - 1));
    const auto rank = rankOf(content);
    Scanner inner(content);
    const auto time = dateAndTime(inner);
    const bool isDate = (time || takeShortDate(inner)) && inner.atEnd();
    if (!rank && !time && !isDate && !isLoggerBracket(content) && !isBracketName(content))
        return false;
    if (rank)
        head.rank = rank;
    if (time)
        head.printedMs = time;
    else
        takePrintedTime(content, head);
    s.skip(close + 1);
    s.take(':');
    s.skipBlanks();
    if (s.take("- "))
        s.skipBlanks();
    if (isDate)
        skipNameAndLevel(s);
    return true;
}

/// I0317 10:00:13.224641 1253444 file.py:181]
bool takeAbslHead(Scanner &s)
{
    const std::string_view all = s.rest().substr(0, kMaxLabel);
    const bool starts = all.size() > 14 && isLetter(all[0]) && isDigit(all[1]) && isDigit(all[4]) && all[5] == ' ' &&
                        isDigit(all[6]) && all[8] == ':';
    const std::size_t close = starts ? all.find("] ") : std::string_view::npos;
    if (close == std::string_view::npos)
        return false;
    s.skip(close + 2);
    return true;
}

/// srun's right-aligned "  12: ", or a date.
bool takeNumberedLabel(Scanner &s, LineHead &head)
{
    const std::size_t from = s.position();
    s.skipBlanks();
    if (const auto time = dateAndTime(s)) {
        head.printedMs = time;
        s.take(':');
        skipLoggerFields(s);
        return true;
    }
    if (takeShortDate(s)) {
        skipLoggerFields(s);
        return true;
    }
    // Megatron-Core indents its date: " [2025-08-01 07:19:37] iteration"; what people quote is indented altogether.
    const std::string_view rest = s.rest();
    const bool isDate = rest.size() > 5 && isDigit(rest[1]) && isDigit(rest[4]);
    if (rest.starts_with('[') && (isDate || rest.starts_with("[default") || rest.starts_with("[rank")) &&
        takeBracket(s, head))
        return true;
    if (takeAbslHead(s))
        return true;
    if (takeAddress(s))
        return true;
    const auto rank = digits(s, 1, 6);
    if (rank && s.take(':') && (s.atEnd() || s.take(' '))) {
        head.rank = rank;
        return true;
    }
    s.moveTo(from);
    return false;
}

/// INFO:logger: and INFO - and "INFO 08-31 14:37:31 "
bool takeLevelHead(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view word = s.word("");
    if (isLevel(word)) {
        if (s.take(':')) {
            s.word("_.-/");
            if (s.take(':') || s.take(' ')) {
                s.skipBlanks();
                return true;
            }
        } else if (s.skipBlanks() && (s.take("- ") || s.take("| "))) {
            s.skipBlanks();
            return true;
        }
    }
    s.moveTo(from);
    return false;
}

bool takeLabel(Scanner &s, LineHead &head)
{
    const char c = s.peek();
    if (c == '[')
        return takeBracket(s, head);
    if (isDigit(c) || c == ' ')
        return takeNumberedLabel(s, head);
    if (c == '(')
        return takeRayLabel(s);
    if (c >= 'A' && c <= 'Z' && (takeAbslHead(s) || takeLevelHead(s) || takeDatedMpiLabel(s, head)))
        return true;
    return isLetter(c) && takeHostLabel(s);
}

} // namespace

void stripLabels(std::string_view &text, LineHead &head)
{
    Scanner s(text);
    for (int i = 0; i < kMaxLabels && takeLabel(s, head); ++i) {
    }
    text = s.rest();
}

} // namespace paceline::logs
