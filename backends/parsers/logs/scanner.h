// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <optional>
#include <string_view>

namespace paceline::logs {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
inline char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

/// Walks over the bytes of a line from left to right. Every call either takes something or leaves the place as it is,
/// so that a reader built of these calls is linear in the line's length.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_begin(text.data())
        , m_at(m_begin)
        , m_end(m_begin + text.size())
    {
    }

    bool atEnd() const { return m_at == m_end; }
    char peek() const { return m_at == m_end ? '\0' : *m_at; }
    std::string_view rest() const { return {m_at, std::size_t(m_end - m_at)}; }
    std::size_t position() const { return std::size_t(m_at - m_begin); }
    void moveTo(std::size_t position) { m_at = m_begin + position; }
    void skip(std::size_t count) { m_at += count < std::size_t(m_end - m_at) ? count : std::size_t(m_end - m_at); }

    /// Returns whether there was at least one blank or tab.
    bool skipBlanks()
    {
        const char *from = m_at;
        while (m_at != m_end && isBlank(*m_at))
            ++m_at;
        return m_at != from;
    }
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool take(std::string_view literal);
    /// 1,234,567 and 1e+04 and -0.5 and nan, NaN, inf, Infinity, -Infinity. No suffixes.
    std::optional<double> number();
    /// Digits with optional sign and thousands separators.
    std::optional<qint64> integer();
    /// What stands before the next stop, without it; all the rest when there is none.
    std::string_view until(char stop);
    std::string_view until(std::string_view stop);
    /// The longest run of letters, digits and the characters of extra.
    std::string_view word(std::string_view extra = "_");

private:
    const char *m_begin;
    const char *m_at;
    const char *m_end;
};

/// The whole of text as a number, in quotes or brackets or np.float64() if it stands so.
std::optional<double> wholeNumber(std::string_view text);
/// text without blanks at both ends.
std::string_view trimmed(std::string_view text);
/// h:mm:ss, mm:ss or d day(s), h:mm:ss, with or without fractions, in seconds.
std::optional<double> clockSeconds(std::string_view text);

} // namespace paceline::logs
