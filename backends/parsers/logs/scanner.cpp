// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/scanner.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace paceline::logs {

bool Scanner::take(std::string_view literal)
{
    if (std::size_t(m_end - m_at) < literal.size() || std::memcmp(m_at, literal.data(), literal.size()) != 0)
        return false;
    m_at += literal.size();
    return true;
}

namespace {

struct Decimal
{
    quint64 mantissa = 0;
    int digits = 0, exponent = 0;
};

/// Three digits and then no further one: the group after a thousands separator.
bool isGroup(const char *at, const char *end)
{
    return end - at >= 3 && isDigit(at[0]) && isDigit(at[1]) && isDigit(at[2]) && (end - at == 3 || !isDigit(at[3]));
}

const char *takeDigits(const char *at, const char *end, Decimal &into)
{
    for (; at != end && isDigit(*at); ++at) {
        if (into.digits < 19) {
            into.mantissa = into.mantissa * 10 + quint64(*at - '0');
            into.digits += into.mantissa != 0;
        } else {
            ++into.exponent;
        }
    }
    return at;
}

const char *takeWhole(const char *at, const char *end, Decimal &into)
{
    const char *const from = at;
    at = takeDigits(at, end, into);
    if (at - from <= 3 && *from != '0') {
        while (at != end && *at == ',' && isGroup(at + 1, end))
            at = takeDigits(at + 1, end, into);
    }
    return at;
}

const char *takeFraction(const char *at, const char *end, Decimal &into)
{
    const char *const from = at;
    at = takeDigits(at, end, into);
    into.exponent -= int(at - from);
    return at;
}

const char *takeExponent(const char *at, const char *end, Decimal &into)
{
    if (at == end || (*at != 'e' && *at != 'E'))
        return at;
    const char *p = at + 1;
    const bool negative = p != end && *p == '-';
    if (p != end && (*p == '-' || *p == '+'))
        ++p;
    if (p == end || !isDigit(*p))
        return at;
    int value = 0;
    for (; p != end && isDigit(*p); ++p)
        value = value < 10000 ? value * 10 + (*p - '0') : value;
    into.exponent += negative ? -value : value;
    return p;
}

double toDouble(const Decimal &d)
{
    static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                         1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (d.mantissa == 0)
        return 0;
    // Both factors are exact, so the one rounding gives the nearest double.
    if (d.mantissa < (1ULL << 53) && d.exponent >= -22 && d.exponent <= 22)
        return d.exponent < 0 ? double(d.mantissa) / kPowers[-d.exponent] : double(d.mantissa) * kPowers[d.exponent];
    char text[40];
    char *end = std::to_chars(text, text + 24, d.mantissa).ptr;
    *end++ = 'e';
    end = std::to_chars(end, text + sizeof text, d.exponent).ptr;
    double value = 0;
    if (std::from_chars(text, end, value).ec == std::errc::result_out_of_range)
        return d.exponent > 0 ? std::numeric_limits<double>::infinity() : 0;
    return value;
}

/// Length of nan, inf or infinity at the place, whatever its case; 0 when a longer word stands there.
std::size_t namedNumber(const char *at, const char *end)
{
    const auto is = [&](std::string_view name) {
        if (std::size_t(end - at) < name.size())
            return false;
        for (std::size_t i = 0; i < name.size(); ++i) {
            if (lowered(at[i]) != name[i])
                return false;
        }
        const char *next = at + name.size();
        if (end - next >= 2 && next[0] == 'm' && next[1] == 's') // "nanms"
            next += 2;
        return next == end || !(isLetter(*next) || isDigit(*next) || *next == '_');
    };
    return is("infinity") ? 8 : is("nan") || is("inf") ? 3 : 0;
}

} // namespace

std::optional<double> Scanner::number()
{
    // Most numbers are short, and plain: 0.05, 1000, 12.3.
    static constexpr double kTenths[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                         1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *p = m_at;
    const char *const limit = m_end - m_at > 15 ? m_at + 15 : m_end;
    quint64 digits = 0;
    while (p != limit && isDigit(*p))
        digits = digits * 10 + quint64(*p++ - '0');
    if (p != m_at && p != limit) {
        const char *const whole = p;
        if (*p == '.') {
            for (++p; p != limit && isDigit(*p); ++p)
                digits = digits * 10 + quint64(*p - '0');
        }
        const bool isPlain = p != limit ? !(isDigit(*p) || *p == 'e' || *p == 'E' || *p == ',') : p == m_end;
        if (isPlain) {
            m_at = p;
            return p == whole ? double(digits) : double(digits) / kTenths[p - whole - 1];
        }
    }
    const char *at = m_at;
    const bool negative = at != m_end && *at == '-';
    if (at != m_end && (*at == '-' || *at == '+'))
        ++at;
    if (at == m_end)
        return {};
    double value = 0;
    if (isDigit(*at) || (*at == '.' && at + 1 != m_end && isDigit(at[1]))) {
        Decimal decimal;
        if (*at != '.')
            at = takeWhole(at, m_end, decimal);
        if (at != m_end && *at == '.')
            at = takeFraction(at + 1, m_end, decimal);
        at = takeExponent(at, m_end, decimal);
        value = toDouble(decimal);
    } else if (const std::size_t length = namedNumber(at, m_end)) {
        value =
            lowered(*at) == 'n' ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
        at += length;
    } else {
        return {};
    }
    m_at = at;
    return negative ? -value : value;
}

std::optional<qint64> Scanner::integer()
{
    const char *const from = m_at;
    // Most are a few digits.
    qint64 plain = 0;
    const char *p = m_at;
    const char *const limit = m_end - m_at > 15 ? m_at + 15 : m_end;
    while (p != limit && isDigit(*p))
        plain = plain * 10 + (*p++ - '0');
    const bool isPlain = p != from && (p == m_end || (p != limit && *p != '.' && *p != ',' && *p != 'e' && *p != 'E'));
    if (isPlain) {
        m_at = p;
        return plain;
    }
    const std::optional<double> value = number();
    const bool whole = value && std::isfinite(*value) && std::fabs(*value) < 9e15 && *value == std::floor(*value);
    if (!whole || std::string_view(from, std::size_t(m_at - from)).find('.') != std::string_view::npos) {
        m_at = from;
        return {};
    }
    return qint64(*value);
}

std::string_view Scanner::until(char stop)
{
    const void *found = m_at == m_end ? nullptr : std::memchr(m_at, stop, std::size_t(m_end - m_at));
    const char *to = found ? static_cast<const char *>(found) : m_end;
    const std::string_view taken(m_at, std::size_t(to - m_at));
    m_at = to;
    return taken;
}

std::string_view Scanner::until(std::string_view stop)
{
    const std::string_view all = rest();
    const std::string_view taken = all.substr(0, all.find(stop));
    m_at += taken.size();
    return taken;
}

namespace {

constexpr auto kWordBytes = [] {
    std::array<bool, 256> is{};
    for (std::size_t c = 0; c < 128; ++c)
        is[c] = isLetter(char(c)) || isDigit(char(c));
    return is;
}();

} // namespace

std::string_view Scanner::word(std::string_view extra)
{
    const char *const from = m_at;
    while (m_at != m_end && (kWordBytes[quint8(*m_at)] || extra.find(*m_at) != std::string_view::npos))
        ++m_at;
    return {from, std::size_t(m_at - from)};
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<double> wholeNumber(std::string_view text)
{
    text = trimmed(text);
    for (int depth = 0; depth < 3 && text.size() >= 2; ++depth) {
        const char first = text.front(), last = text.back();
        if ((first == last && (first == '\'' || first == '"')) || (first == '[' && last == ']')) {
            text = trimmed(text.substr(1, text.size() - 2));
        } else if (const std::size_t open = text.find('(');
                   last == ')' && open != 0 && open != std::string_view::npos) {
            const std::string_view call = text.substr(0, open);
            if (call.find("float") == std::string_view::npos && call.find("int") == std::string_view::npos &&
                call != "tensor")
                return {};
            text = trimmed(text.substr(open + 1, text.size() - open - 2));
        } else {
            break;
        }
    }
    Scanner scanner(text);
    const std::optional<double> value = scanner.number();
    return scanner.atEnd() ? value : std::nullopt;
}

std::optional<double> clockSeconds(std::string_view text)
{
    Scanner scanner(trimmed(text));
    double days = 0;
    if (const std::size_t day = text.find("day"); day != std::string_view::npos) {
        const std::optional<qint64> count = scanner.integer();
        if (!count)
            return {};
        days = double(*count);
        scanner.skipBlanks();
        scanner.word("");
        scanner.take(',');
        scanner.skipBlanks();
    }
    double seconds = 0;
    int parts = 0;
    do {
        const std::optional<double> part = isDigit(scanner.peek()) ? scanner.number() : std::nullopt;
        if (!part || ++parts > 4)
            return {};
        seconds = seconds * 60 + *part;
    } while (scanner.take(':'));
    return scanner.atEnd() && parts >= 2 && parts <= 3 ? std::optional<double>(days * 86400 + seconds) : std::nullopt;
}

} // namespace paceline::logs
