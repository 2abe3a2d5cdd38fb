// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <optional>
#include <tl/expected.hpp>
#include <vector>

namespace paceline {

/// A filter as typed, before it is bound to the fields of a table.
///
///   filter  = all { "|" all }          all  = term { ["&"] term }
///   term    = "!" term | "(" filter ")" | field op value | word | /regex/
///   op      = "=" "!=" "<" "<=" ">" ">=" "~"      value = word | "quoted words" | /regex/
///
/// "user=alice & nodes>=8", "gpu state=waiting", "!partition=debug". A word alone looks into every text field. In "=" a
/// "*" stands for anything; "~" means contains. Case never matters. A comparison whose value is still missing ("user=")
/// restricts nothing, so that a list does not jump while one types.
struct FilterExpression
{
    enum class Kind { All, Any, Not, Compare, Word, Regex }; ///< All without children matches everything
    enum class Op { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Contains };

    Kind kind = Kind::All;
    std::vector<FilterExpression> children;
    QString field; ///< Compare, in lower case
    Op op = Op::Equal;
    QString value;             ///< Compare, Word; in lower case
    QRegularExpression regex;  ///< Regex; or Compare with a regex as value
    bool isIncomplete = false; ///< Compare without a value yet
};

struct FilterError
{
    enum class What { UnexpectedEnd, UnexpectedText, UnclosedParenthesis, BadRegex, UnknownField, NotANumber };
    What what = What::UnexpectedEnd;
    qsizetype position = 0; ///< in the typed text
    QString text;           ///< the piece that is wrong, or the regex engine's words

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

tl::expected<FilterExpression, FilterError> parseFilter(const QString &text);
/// "12", "1.5", "2h", "30m", "90s", "1d" (time becomes seconds); empty when it is no number.
std::optional<double> filterNumber(const QString &value);
/// One line for the person who types.
QString describe(const FilterError &error);

} // namespace paceline
