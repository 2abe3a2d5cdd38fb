// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/loosefields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxUnit = 24;

bool isSeparator(const Scanner &s)
{
    const char c = s.peek();
    if (isBlank(c) || c == ',' || c == '|' || c == ';')
        return !s.atEnd();
    const std::string_view rest = s.rest();
    return c == '-' && (rest.size() == 1 || isBlank(rest[1]) || rest[1] == '-');
}

bool isUnit(std::string_view word)
{
    static constexpr std::string_view kUnits[] = {"s",  "sec", "secs", "second", "seconds", "ms",  "us", "min",
                                                  "GB", "GiB", "MB",   "MiB",    "G",       "M",   "K",  "B",
                                                  "%",  "x",   "ips",  "tokens", "samples", "hour"};
    return word.find('/') != std::string_view::npos ||
           std::find(std::begin(kUnits), std::end(kUnits), word) != std::end(kUnits);
}

bool endsField(char c)
{
    return c == '\0' || isBlank(c) || c == ',' || c == ';' || c == '|';
}

/// Glued to the value, behind a blank or in brackets. A word before : or = is the next name.
std::string_view takeUnit(Scanner &s)
{
    const std::string_view glued = s.word("%/");
    if (!glued.empty())
        return glued;
    const std::size_t from = s.position();
    s.skipBlanks();
    if (s.take('[')) {
        const std::string_view word = trimmed(s.until(']'));
        if (word.size() <= kMaxUnit && isUnit(word) && s.take(']'))
            return word;
    } else if (s.position() != from) {
        const std::string_view word = s.word("%/");
        Scanner ahead = s;
        ahead.take('.');
        const bool ends = endsField(ahead.peek());
        ahead.skipBlanks();
        if (isUnit(word) && ends && ahead.peek() != ':' && ahead.peek() != '=') {
            s.take('.');
            return word;
        }
    }
    s.moveTo(from);
    return {};
}

/// Passes over words up to the next one that holds a : or = behind letters, which is a name.
void skipToNextName(Scanner &s)
{
    while (!s.atEnd()) {
        while (!s.atEnd() && !isBlank(s.peek()) && s.peek() != '|')
            s.skip(1);
        while (isSeparator(s))
            s.skip(1);
        if (isLetter(s.peek())) {
            Scanner ahead = s;
            ahead.word("_-./@()");
            if (ahead.peek() == ':' || ahead.peek() == '=')
                return;
            s.moveTo(ahead.position());
        }
    }
}

std::optional<double> takeValue(Scanner &s)
{
    const bool bracket = s.take('[');
    s.skipBlanks();
    const auto value = s.number();
    s.skipBlanks();
    return bracket && !s.take(']') ? std::nullopt : value;
}

} // namespace

bool nextLooseField(Scanner &s, FieldText &field)
{
    while (true) {
        while (isSeparator(s))
            s.skip(1);
        const std::string_view rest = s.rest();
        const std::size_t end = rest.substr(0, kMaxName + 1).find_first_of(":=");
        field.name = trimmed(rest.substr(0, end == std::string_view::npos ? 0 : end));
        if (field.name.empty())
            return false;
        // A word behind the value before that is no unit: "12.5K wps, wc=1.2".
        if (const std::size_t comma = field.name.rfind(", "); comma != std::string_view::npos)
            field.name = trimmed(field.name.substr(comma + 2));
        // "'loss': '1.2'", as of a dict.
        if (field.name.size() > 2 && field.name.front() == '\'' && field.name.back() == '\'')
            field.name = field.name.substr(1, field.name.size() - 2);
        s.skip(end + 1);
        s.skipBlanks();
        const std::size_t valueAt = s.position();
        const bool bracket = s.peek() == '[';
        const bool quoted = s.take('\'');
        const auto value = bracket ? takeValue(s) : s.number();
        if (value && (!quoted || s.take('\''))) {
            field.value = *value;
            field.average = {};
            field.unit = takeUnit(s);
            if (endsField(s.peek()) || s.rest().starts_with("."))
                return true;
        }
        s.moveTo(valueAt);
        skipToNextName(s);
    }
}

std::string shortUnit(std::string_view unit)
{
    if (unit == "sec" || unit == "secs" || unit == "second" || unit == "seconds")
        return "s";
    std::string text(unit);
    for (const std::string_view end : {"/seconds", "/second", "/sec"}) {
        if (unit.ends_with(end))
            return text.substr(0, text.size() - end.size()) + "/s";
    }
    return text;
}

std::string_view meaningOfSpeedUnit(std::string_view unit)
{
    const std::string text = shortUnit(unit);
    if (!text.ends_with("/s"))
        return {};
    const std::string_view what = std::string_view(text).substr(0, text.size() - 2);
    if (what == "token" || what == "tokens" || what == "tok" || what == "words")
        return "tokens_per_sec";
    if (what == "step" || what == "steps" || what == "it" || what == "its" || what == "batch" || what == "batches")
        return "steps_per_sec";
    static constexpr std::string_view kSamples[] = {
        "sample",   "samples",   "image",    "images", "img", "imgs", "instance",  "instances", "ins",    "utts",
        "sequence", "sequences", "examples", "frames", "seq", "sent", "sentences", "query",     "records"};
    return std::find(std::begin(kSamples), std::end(kSamples), what) != std::end(kSamples) ? "samples_per_sec" : "";
}

} // namespace paceline::logs
