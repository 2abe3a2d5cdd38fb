// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternline.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

using Kind = PatternPart::Kind;

// Every repetition is possessive, so that matching never goes back: linear in the line's length.
constexpr char kNumber[] =
    R"([-+]?+(?:(?:(?:[1-9][0-9]{0,2}(?:,[0-9]{3}(?![0-9]))++|[0-9]++)(?:\.[0-9]++|\.(?=[eE][-+]?[0-9]))?+|\.[0-9]++))"
    R"((?:[eE][-+]?+[0-9]++)?+|(?i:nan|inf(?:inity)?+)(?![A-Za-z0-9_])))";
#define PACELINE_CLOCK R"((?:[0-9]++ days?+, )?+[0-9]{1,4}+(?::[0-9]{2}(?![0-9])){1,2}+(?:[.,][0-9]++)?+)"
constexpr char kClock[] = PACELINE_CLOCK;
constexpr char kTime[] =
    R"((?:(?:[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}|[0-9]{2}[-/.][0-9]{2}[-/.][0-9]{4})(?![0-9])(?:T)" PACELINE_CLOCK
    R"()?+Z?+|)" PACELINE_CLOCK ")";
constexpr char kPath[] = R"([^\x00-\x20"'`,;()\[\]{}<>|\x7f]++)";
constexpr char kCode[] = R"((?:0[xX])?+[0-9A-Fa-f]++(?:-[0-9A-Fa-f]++)*+)";
constexpr char kWord[] = "[A-Za-z]++";
constexpr char kBar[] = R"((?:\xe2[\x94-\x96][\x80-\xbf]|[#=>])*+)";
constexpr char kNoOrSomeBlanks[] = R"([ \t]*+)", kBlanks[] = R"([ \t]++)";

bool isSolid(char c)
{
    return isLetter(c) || isDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Length of the run of bytes over 127 at the place, where some of them were no UTF-8; else 0.
qsizetype replacedRun(const QByteArray &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)
        ++end;
    return end > at && text.mid(at, end - at).contains("\xef\xbf\xbd") ? end - at : 0;
}

class Writer
{
public:
    QByteArray write(const LogPattern &pattern)
    {
        m_out = QByteArray("^") + kNoOrSomeBlanks;
        for (const PatternPart &part : pattern.parts)
            add(part);
        return m_out + (m_hasRest ? "" : kNoOrSomeBlanks) + (m_hasRest ? "" : "$");
    }

private:
    /// Blanks between words are some; beside marks they are for the eye and may be missing.
    void join(bool isSolidNext)
    {
        const bool isFirst = m_last == Last::Nothing;
        if (!isFirst && m_hasBlank && m_last == Last::Solid && isSolidNext)
            m_out += kBlanks;
        else if (!isFirst && (m_hasBlank || (m_isWild && !isSolidNext) || (m_last == Last::Mark && m_isWildNext)))
            m_out += kNoOrSomeBlanks;
        m_hasBlank = false;
        m_last = isSolidNext ? Last::Solid : Last::Mark;
        m_isWild = m_isWildNext;
    }

    void addWild(const char *expression, int number)
    {
        m_isWildNext = true;
        join(true);
        m_out += number >= 0 ? QByteArray("(") + expression + ")" : QByteArray(expression);
    }

    void add(const PatternPart &part)
    {
        switch (part.kind) {
        case Kind::Text:
            return addText(part.text.toUtf8());
        case Kind::Number:
            return addWild(kNumber, part.number);
        case Kind::Time:
            return addWild(part.number >= 0 ? kClock : kTime, part.number);
        case Kind::Path:
            return addWild(kPath, -1);
        case Kind::Code:
            return addWild(kCode, -1);
        case Kind::Word:
            return addWild(kWord, -1);
        case Kind::Bar:
            return addWild(kBar, -1);
        case Kind::Rest:
            m_hasRest = true;
        }
    }

    void addText(const QByteArray &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (isBlank(c)) {
                m_hasBlank = true;
                continue;
            }
            m_isWildNext = false;
            const bool isPointOfNumber = c == '.' && m_isWild && !m_hasBlank && m_last == Last::Solid;
            join(isSolid(c));
            if (const qsizetype high = replacedRun(text, i)) {
                m_out += R"([\x80-\xff]++)";
                i += high - 1;
            } else if (isPointOfNumber) {
                m_out += R"(\.?+)"; // "1." of one line is "1.5" in another
            } else if (isSolid(c)) {
                m_out += c;
            } else {
                m_out += '\\';
                m_out += c;
            }
        }
    }

    enum class Last { Nothing, Solid, Mark };
    QByteArray m_out;
    Last m_last = Last::Nothing;
    bool m_hasBlank = false, m_isWild = false, m_isWildNext = false, m_hasRest = false;
};

} // namespace

QByteArray expressionOf(const LogPattern &pattern)
{
    return pattern.expression.isEmpty() ? Writer().write(pattern) : pattern.expression.toUtf8();
}

} // namespace paceline::logs
