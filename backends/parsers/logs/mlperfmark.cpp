// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/mlperfmark.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxKey = 80;

bool takeKey(Scanner &s, std::string_view &key)
{
    s.skipBlanks();
    key = s.word("_-./");
    return !key.empty() && key.size() <= kMaxKey;
}

/// Some write Python's dictionaries within JSON's: {"value": null, "metadata": {'lineno': 53}}.
bool readMended(std::string_view text, MlPerfMark &mark)
{
    constexpr std::size_t kLongest = 4096;
    if (text.size() > kLongest || text.find('\'') == std::string_view::npos)
        return false;
    mark.mended = text;
    std::replace(mark.mended.begin(), mark.mended.end(), '\'', '"');
    Scanner s(mark.mended);
    if (!readJsonObject(s, mark.fields))
        return false;
    mark.argument = std::string_view(mark.mended).substr(0, s.position());
    return true;
}

/// The object at the front, its text as the mark's argument.
MarkRead takeObject(Scanner &s, MlPerfMark &mark)
{
    s.skipBlanks();
    const std::string_view all = s.rest();
    mark.isObject = true;
    if (readJsonObject(s, mark.fields)) {
        mark.argument = all.substr(0, all.size() - s.rest().size());
        return MarkRead::Whole;
    }
    return readMended(all, mark) ? MarkRead::Whole : MarkRead::Broken;
}

MarkRead readMlLog(Scanner &s, MlPerfMark &mark)
{
    const MarkRead read = takeObject(s, mark);
    if (read != MarkRead::Whole)
        return read;
    if (const JsonField *key = mark.field("key"))
        mark.key = key->text;
    // One submitter of round 0.7 tells seconds.
    const auto seconds = mark.number({"time_s"});
    mark.timeMs = mark.number({"time_ms"}).value_or(seconds.value_or(0) * 1000);
    return read;
}

MarkRead readMll(Scanner &s, MlPerfMark &mark)
{
    s.skipBlanks();
    const auto seconds = s.number();
    if (!seconds || !takeKey(s, mark.key) || !s.take(':'))
        return MarkRead::None;
    mark.timeMs = *seconds * 1000;
    return takeObject(s, mark);
}

MarkRead readMlp(Scanner &s, MlPerfMark &mark)
{
    s.until(' ');
    s.skipBlanks();
    mark.benchmark = s.word("_-.");
    s.skipBlanks();
    const auto seconds = s.number();
    s.skipBlanks();
    if (!seconds || !s.take('('))
        return MarkRead::None;
    s.until(std::string_view(") "));
    s.take(')');
    if (!takeKey(s, mark.key))
        return MarkRead::None;
    mark.timeMs = *seconds * 1000;
    if (!s.take(':'))
        return MarkRead::Whole;
    s.skipBlanks();
    if (s.peek() == '{')
        return takeObject(s, mark);
    mark.argument = trimmed(s.until(std::string_view(":::ML")));
    mark.fields.push_back({"value", wholeNumber(mark.argument), mark.argument});
    return MarkRead::Whole;
}

} // namespace

const JsonField *MlPerfMark::field(std::string_view path) const
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const JsonField &f) { return f.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<double> MlPerfMark::number(std::initializer_list<std::string_view> paths) const
{
    for (const std::string_view path : paths) {
        const JsonField *found = field(path);
        if (found && found->number && std::isfinite(*found->number) && std::fabs(*found->number) < 9e15)
            return found->number;
    }
    return {};
}

MarkRead readMlPerfMark(std::string_view text, MlPerfMark &mark)
{
    mark.fields.clear();
    mark.key = mark.benchmark = mark.argument = {};
    mark.timeMs = 0;
    mark.isObject = false;
    for (std::size_t at = text.find(":::ML"); at != std::string_view::npos; at = text.find(":::ML", at + 1)) {
        Scanner s(text.substr(at));
        MarkRead read = MarkRead::None;
        if (s.take(std::string_view(":::MLLOG "))) {
            mark.logger = MlPerfLogger::MlLog;
            read = readMlLog(s, mark);
        } else if (s.take(std::string_view(":::MLL "))) {
            mark.logger = MlPerfLogger::Mll06;
            read = readMll(s, mark);
        } else if (s.take(std::string_view(":::MLPv0."))) {
            mark.logger = MlPerfLogger::MlpV05;
            read = readMlp(s, mark);
        }
        mark.end = at + s.position();
        if (read != MarkRead::None)
            return read;
    }
    return MarkRead::None;
}

} // namespace paceline::logs
