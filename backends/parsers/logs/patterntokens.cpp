// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patterntokens.h"

#include "backends/parsers/logs/scanner.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>

namespace paceline::logs {
namespace {

using Kind = PatternToken::Kind;

bool isWordByte(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isHexDigit(char c)
{
    return isDigit(c) || (lowered(c) >= 'a' && lowered(c) <= 'f');
}

/// Length of the digits at the front.
std::size_t digitsAt(std::string_view text)
{
    return std::size_t(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
}

/// Length of h:mm, h:mm:ss or mm:ss, with or without a fraction; else 0.
std::size_t bareClockAt(std::string_view text)
{
    std::size_t at = digitsAt(text);
    if (at == 0 || at > 4)
        return 0;
    int groups = 0;
    while (groups < 2 && at < text.size() && text[at] == ':' && digitsAt(text.substr(at + 1)) == 2) {
        at += 3;
        ++groups;
    }
    if (groups == 0)
        return 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',') && digitsAt(text.substr(at + 1)) > 0)
        at += 1 + digitsAt(text.substr(at + 1));
    return at < text.size() && (isLetter(text[at]) || text[at] == '_') && text[at] != 'Z' ? 0 : at;
}

/// The same, also with "2 days, " before it.
std::size_t clockAt(std::string_view text)
{
    const std::size_t count = digitsAt(text);
    for (const std::string_view days : {" day, ", " days, "}) {
        if (count == 0 || !text.substr(count).starts_with(days))
            continue;
        const std::size_t clock = bareClockAt(text.substr(count + days.size()));
        return clock > 0 ? count + days.size() + clock : 0;
    }
    return bareClockAt(text);
}

/// Length of a date of digits, and of a clock glued to it by T; else 0.
std::size_t dateAt(std::string_view text)
{
    std::size_t at = 0;
    std::array<std::size_t, 3> groups{};
    const std::size_t first = digitsAt(text);
    const char mark = first < text.size() ? text[first] : '\0';
    if (mark != '-' && mark != '/' && mark != '.')
        return 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i > 0 && (at >= text.size() || text[at++] != mark))
            return 0;
        groups[i] = digitsAt(text.substr(at));
        at += groups[i];
    }
    const bool isYearFirst = groups[0] == 4 && groups[1] == 2 && groups[2] == 2;
    const bool isYearLast = groups[0] == 2 && groups[1] == 2 && groups[2] == 4;
    if (!isYearFirst && !isYearLast)
        return 0;
    if (at < text.size() && text[at] == 'T') {
        const std::size_t clock = bareClockAt(text.substr(at + 1));
        at += clock > 0 ? 1 + clock : 0;
    }
    if (at < text.size() && text[at] == 'Z')
        ++at;
    return at;
}

/// Length of a path of at least two steps, or an address with its scheme; else 0.
std::size_t pathAt(std::string_view text)
{
    const auto stop = std::find_if_not(text.begin(), text.end(), isPathByte);
    const std::string_view all = text.substr(0, std::size_t(stop - text.begin()));
    if (all.size() < 3 || all.find('/') == std::string_view::npos)
        return 0;
    const std::size_t scheme = all.find("://");
    if (scheme != std::string_view::npos && scheme > 0 && std::all_of(all.begin(), all.begin() + int(scheme), isLetter))
        return all.size();
    if (isDigit(all.front()))
        return 0;
    const bool isRooted =
        all.front() == '/' || all.starts_with("./") || all.starts_with("../") || all.starts_with("~/");
    if (isRooted)
        return isWordByte(all[all.find('/') + 1 < all.size() ? all.find('/') + 1 : 0]) ? all.size() : 0;
    const std::size_t dot = all.rfind('.');
    const std::size_t slash = all.rfind('/');
    const bool hasSuffix = dot != std::string_view::npos && dot > slash && dot + 1 < all.size() &&
                           std::all_of(all.begin() + std::ptrdiff_t(dot) + 1, all.end(), isLetter);
    return isWordByte(all.front()) && (hasSuffix || std::count(all.begin(), all.end(), '/') >= 3) ? all.size() : 0;
}

constexpr std::size_t kMaxCode = 80;

/// Length of 0x..., a UUID, or six and more hexadecimal digits of both kinds; else 0.
std::size_t codeAt(std::string_view text)
{
    std::size_t at = text.starts_with("0x") || text.starts_with("0X") ? 2 : 0;
    const bool isMarked = at > 0;
    bool hasDigit = false, hasLetter = false;
    const std::size_t from = at;
    for (; at < text.size() && at < kMaxCode; ++at) {
        const bool isJoint = text[at] == '-' && at > from && at + 1 < text.size() && isHexDigit(text[at + 1]);
        if (!isHexDigit(text[at]) && !isJoint)
            break;
        hasDigit = hasDigit || isDigit(text[at]);
        hasLetter = hasLetter || isLetter(text[at]);
    }
    if (at == kMaxCode || (at < text.size() && isWordByte(text[at])) || at < (isMarked ? 3U : 6U))
        return 0;
    return isMarked || (hasDigit && hasLetter) ? at : 0;
}

/// Length of the number at the front as the Scanner takes it, but for a point that ends a sentence; else 0.
std::size_t numberAt(std::string_view text)
{
    Scanner s(text);
    if (!s.number())
        return 0;
    std::size_t length = s.position();
    if (text[length - 1] == '.')
        --length;
    return length;
}

std::size_t barAt(std::string_view text)
{
    std::size_t at = 0;
    bool isDrawn = false;
    while (at < text.size()) {
        const std::string_view rest = text.substr(at);
        const bool isBlock =
            rest.size() >= 3 && rest[0] == '\xe2' && rest[1] >= '\x94' && rest[1] <= '\x96' && rest[2] <= '\xbf';
        isDrawn = isDrawn || isBlock;
        if (!isBlock && rest[0] != '#' && rest[0] != '=' && rest[0] != '>')
            break;
        at += isBlock ? 3 : 1;
    }
    return isDrawn || (at >= 3 && (text.starts_with("###") || text.starts_with("==="))) ? at : 0;
}

bool isDayOrMonth(std::string_view word)
{
    static constexpr std::string_view kNames[] = {
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar",
        "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    };
    return word.size() == 3 && std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
}

class Tokens
{
public:
    explicit Tokens(std::string_view line)
        : m_line(line)
    {
    }

    std::vector<PatternToken> take() &&
    {
        while (m_at < m_line.size())
            next();
        return std::move(m_tokens);
    }

private:
    void put(Kind kind, std::size_t length)
    {
        m_tokens.push_back({kind, m_line.substr(m_at, length)});
        m_at += length;
    }

    void next()
    {
        const std::string_view rest = m_line.substr(m_at);
        if (isBlank(rest.front()))
            return put(Kind::Blank, std::min(rest.find_first_not_of(" \t"), rest.size()));
        if (const std::size_t length = barAt(rest))
            return put(Kind::Bar, length);
        const char before = m_at > 0 ? m_line[m_at - 1] : ' ';
        const bool mayBePath = before == '=' || before == ':' || !isPathByte(before);
        if (const std::size_t length = mayBePath ? pathAt(rest) : 0)
            return put(Kind::Path, length);
        if (!isWordByte(before) && takeNumber(rest, before))
            return;
        if (isWordByte(rest.front()))
            return takeWord(rest);
        put(Kind::Text, 1);
    }

    bool takeNumber(std::string_view rest, char before)
    {
        if (const std::size_t length = dateAt(rest))
            return put(Kind::Date, length), true;
        if (const std::size_t length = clockAt(rest))
            return put(Kind::Clock, length), true;
        const std::size_t number = numberAt(rest);
        const std::size_t code = codeAt(rest);
        if (code > number)
            return put(Kind::Code, code), true;
        // A sign belongs to the number only where nothing stands before it that could be subtracted from.
        const bool isSigned = rest.front() == '-' || rest.front() == '+';
        if (number == 0 || (isSigned && (before == '-' || before == '+' || before == '.')))
            return false;
        put(before == '@' ? Kind::NumberInWord : Kind::Number, number);
        return true;
    }

    /// A word, up to the digits at its end.
    void takeWord(std::string_view rest)
    {
        const std::size_t length = std::size_t(std::find_if_not(rest.begin(), rest.end(), isWordByte) - rest.begin());
        const std::string_view word = rest.substr(0, length);
        if (isDayOrMonth(word))
            return put(Kind::Word, length);
        std::size_t digits = length;
        while (digits > 0 && isDigit(word[digits - 1]))
            --digits;
        if (digits == 0 || digits == length)
            return put(Kind::Text, length);
        put(Kind::Text, digits);
        put(Kind::NumberInWord, numberAt(rest.substr(digits)));
    }

    std::string_view m_line;
    std::size_t m_at = 0;
    std::vector<PatternToken> m_tokens;
};

} // namespace

bool isPathByte(char c)
{
    return static_cast<unsigned char>(c) > 0x20 &&
           std::string_view("\"'`,;()[]{}<>|\x7f").find(c) == std::string_view::npos;
}

QString patternText(std::string_view bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8,
                          QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless);
    return decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

std::vector<PatternToken> patternTokens(std::string_view line)
{
    return Tokens(line).take();
}

} // namespace paceline::logs
