// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/jsontext.h"

namespace paceline::logs {
namespace {

constexpr int kMaxDepth = 3;
constexpr std::size_t kMaxFields = 512;

/// The text between quotes, the scanner behind the closing one.
bool takeString(Scanner &s, std::string_view &text)
{
    if (!s.take('"'))
        return false;
    const std::string_view all = s.rest();
    std::size_t i = 0;
    while (i < all.size() && all[i] != '"')
        i += all[i] == '\\' ? 2 : 1;
    if (i >= all.size())
        return false;
    text = all.substr(0, i);
    s.skip(i + 1);
    return true;
}

/// Passes over an object or array.
bool skipNested(Scanner &s)
{
    int depth = 0;
    do {
        const char c = s.peek();
        std::string_view ignored;
        if (c == '\0' && s.atEnd())
            return false;
        if (c == '"') {
            if (!takeString(s, ignored))
                return false;
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        s.skip(1);
    } while (depth > 0);
    return true;
}

bool readObject(Scanner &s, const std::string &prefix, int depth, std::vector<JsonField> &fields);

bool readValue(Scanner &s, std::string path, int depth, std::vector<JsonField> &fields)
{
    const char c = s.peek();
    if (c == '{' && depth < kMaxDepth)
        return readObject(s, path + '.', depth + 1, fields);
    if (c == '{' || c == '[') {
        const std::string_view all = s.rest();
        if (!skipNested(s))
            return false;
        if (c == '[')
            fields.push_back({std::move(path), std::nullopt, all.substr(0, all.size() - s.rest().size())});
        return true;
    }
    if (c == '"') {
        std::string_view text;
        if (!takeString(s, text))
            return false;
        fields.push_back({std::move(path), wholeNumber(text), text});
        return true;
    }
    if (const auto value = s.number())
        fields.push_back({std::move(path), value, {}});
    else if (s.word("").empty()) // true, false, null
        return false;
    return true;
}

bool readObject(Scanner &s, const std::string &prefix, int depth, std::vector<JsonField> &fields)
{
    if (!s.take('{'))
        return false;
    s.skipBlanks();
    if (s.take('}'))
        return true;
    do {
        s.skipBlanks();
        std::string_view key;
        if (fields.size() >= kMaxFields || !takeString(s, key))
            return false;
        s.skipBlanks();
        if (!s.take(':'))
            return false;
        s.skipBlanks();
        if (!readValue(s, prefix + std::string(key), depth, fields))
            return false;
        s.skipBlanks();
    } while (s.take(','));
    return s.take('}');
}

} // namespace

bool readJsonObject(Scanner &s, std::vector<JsonField> &fields)
{
    fields.clear();
    return readObject(s, {}, 1, fields);
}

} // namespace paceline::logs
