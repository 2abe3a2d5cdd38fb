// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/fields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

bool isBetween(char c)
{
    return isBlank(c) || c == ',' || c == '|' || c == ';';
}
bool endsValue(char c)
{
    return c == '\0' || isBetween(c) || c == '(';
}

void skipBetween(Scanner &s)
{
    while (!s.atEnd() && isBetween(s.peek()))
        s.skip(1);
}

/// A value that is no number ends where two blanks, a tab, a bar or a comma stand.
void skipValue(Scanner &s)
{
    const std::string_view rest = s.rest();
    std::size_t end = std::min({rest.find("  "), rest.find('\t'), rest.find('|'), rest.size()});
    // "1 day, 3:04:05" holds a comma; before the next name there is a letter behind it.
    for (std::size_t comma = rest.find(", "); comma < end; comma = rest.find(", ", comma + 1)) {
        if (comma + 2 < rest.size() && isLetter(rest[comma + 2]))
            end = comma;
    }
    s.skip(end);
}

std::optional<double> takeAverage(Scanner &s)
{
    const std::size_t from = s.position();
    s.skipBlanks();
    if (!s.take('(')) {
        s.moveTo(from);
        return {};
    }
    s.skipBlanks();
    const auto value = s.number();
    const std::string_view rest = s.rest();
    const std::size_t close = rest.substr(0, 64).find(')');
    if (close == std::string_view::npos) {
        s.moveTo(from);
        return {};
    }
    s.skip(close + 1);
    return value;
}

double factorOf(std::string_view suffix)
{
    return suffix == "K" || suffix == "k"   ? 1e3
           : suffix == "M"                  ? 1e6
           : suffix == "G" || suffix == "B" ? 1e9
           : suffix == "T"                  ? 1e12
                                            : 1;
}

} // namespace

bool nextField(Scanner &s, FieldText &field, char assign)
{
    while (true) {
        skipBetween(s);
        if (s.atEnd())
            return false;
        const std::size_t from = s.position();
        field.name = trimmed(s.until(assign));
        if (!s.take(assign))
            return false;
        s.skipBlanks();
        const std::size_t valueAt = s.position();
        const auto value = s.number();
        if (value && !s.rest().starts_with(" day")) { // "eta: 1 day, 3:04:05"
            field.value = *value;
            field.unit = s.word("%/");
            if (endsValue(s.peek())) {
                field.average = takeAverage(s);
                return true;
            }
        }
        s.moveTo(valueAt);
        skipValue(s);
        if (s.position() == from)
            return false;
    }
}

void addField(const FieldText &field, const FieldRules &rules, LogRecord &record, ReadContext &context)
{
    double value = field.value;
    std::string_view unit = field.unit;
    if (rules.hasSuffixes && unit.size() == 1 && factorOf(unit) != 1) {
        value *= factorOf(unit);
        unit = {};
    }
    const auto meaning = std::find_if(rules.meanings.begin(), rules.meanings.end(),
                                      [&](const FieldMeaning &m) { return m.name == field.name; });
    if (meaning != rules.meanings.end()) {
        const std::string_view canon = rules.phase == Phase::Eval ? meaning->evalCanon : meaning->trainCanon;
        ReadContext::addMetric(record, context.names.known(field.name, unit.empty() ? meaning->unit : unit, canon),
                               value);
    } else {
        ReadContext::addMetric(record, context.names.of(field.name, unit, rules.phase), value);
    }
    if (field.average && !rules.averaged.empty() && field.name == rules.averaged)
        ReadContext::addMetric(record, context.names.known(std::string(field.name) + " avg", {}, {}), *field.average);
}

int addFields(Scanner &s, const FieldRules &rules, LogRecord &record, ReadContext &context, char assign)
{
    FieldText field;
    int count = 0;
    for (; nextField(s, field, assign); ++count)
        addField(field, rules, record, context);
    return count;
}

std::optional<Fraction> takeFraction(Scanner &s)
{
    const std::size_t from = s.position();
    const bool bracket = s.take('[');
    s.skipBlanks();
    const auto at = s.integer();
    s.skipBlanks();
    const bool stroke = at && s.take('/');
    s.skipBlanks();
    const auto of = stroke ? s.integer() : std::nullopt;
    s.skipBlanks();
    if (!of || (bracket && !s.take(']'))) {
        s.moveTo(from);
        return {};
    }
    return Fraction{*at, *of};
}

} // namespace paceline::logs
