// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/fieldlist.h"

#include "backends/parsers/logs/fieldwords.h"

#include <cmath>
#include <utility>

namespace paceline::logs {

bool FieldList::parse(std::string_view text)
{
    if (m_lent)
        m_known[*std::exchange(m_lent, std::nullopt)].fields.swap(fields);
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const std::size_t number = (m_latest + i) % m_known.size();
        if (isAsBefore(text, m_known[number])) {
            lend(number);
            return true;
        }
    }
    if (!parseAnew(text))
        return false;
    remember(text);
    return true;
}

bool FieldList::parseAnew(std::string_view text)
{
    fields.clear();
    m_slots.clear();
    phase = Phase::Train;
    Scanner s(text);
    takeFrontTag(s);
    takeFrontPair(s);
    while (skipSeparators(s)) {
        if (!takeTag(s) && !skipEta(s) && !takePart(s) && !takeField(s))
            return false;
    }
    return !fields.empty();
}

/// Whether the line is the known one but for its numbers, which are taken over. All that parseAnew() decides on is what
/// stands between the numbers and where they begin and end, so it would find the same fields.
bool FieldList::isAsBefore(std::string_view text, Known &known)
{
    const std::string_view line(known.line);
    Scanner s(text);
    std::size_t from = 0;
    for (const Slot &slot : known.numbers) {
        if (!s.take(line.substr(from, slot.begin - from)))
            return false;
        from = slot.end;
        if (slot.part == Slot::Part::Of) {
            const auto whole = s.integer();
            if (!whole)
                return false;
            known.fields[slot.field].of = whole;
        } else {
            const auto value = s.number();
            if (!value)
                return false;
            if (slot.part == Slot::Part::Value)
                known.fields[slot.field].value = *value * slot.factor;
        }
    }
    return s.rest() == line.substr(from);
}

void FieldList::remember(std::string_view text)
{
    if (m_known.size() < kMaxKnown)
        m_known.emplace_back();
    const std::size_t number = m_oldest++ % kMaxKnown;
    Known &known = m_known[number];
    known.line = text;
    known.numbers = m_slots;
    known.phase = phase;
    const auto kept = [&](std::string_view part) {
        return part.empty() ? std::string_view()
                            : std::string_view(known.line).substr(std::size_t(part.data() - text.data()), part.size());
    };
    for (Field &field : fields) {
        field.name = kept(field.name);
        field.unit = kept(field.unit);
    }
    known.fields.swap(fields);
    lend(number);
}

void FieldList::lend(std::size_t number)
{
    fields.swap(m_known[number].fields);
    phase = m_known[number].phase;
    m_latest = number;
    m_lent = number;
}

std::optional<double> FieldList::number(Scanner &s, Slot::Part part)
{
    const std::size_t begin = s.position();
    const auto value = s.number();
    if (value)
        m_slots.push_back({begin, s.position(), fields.size(), part, 1});
    return value;
}

/// "[train]" in front of all.
void FieldList::takeFrontTag(Scanner &s)
{
    const std::size_t from = s.position();
    s.skipBlanks();
    if (s.take('[')) {
        const std::string_view word = s.word();
        if (isTag(word) && s.take(']')) {
            phase = isEvalTag(word) ? Phase::Eval : phase;
            s.take(':');
            return;
        }
    }
    s.moveTo(from);
}

/// "[1,  2000] loss: 2.173" of PyTorch's tutorial: epoch and batch.
void FieldList::takeFrontPair(Scanner &s)
{
    const std::size_t from = s.position();
    Field epoch, batch;
    epoch.counter = Counter::Epoch;
    batch.counter = Counter::Batch;
    epoch.name = batch.name = s.rest().substr(0, 1);
    if (s.take('[') && isDigit(s.peek())) {
        const auto first = number(s, Slot::Part::Value);
        s.skipBlanks();
        if (first && s.take(',')) {
            s.skipBlanks();
            fields.push_back(epoch);
            const auto second = number(s, Slot::Part::Value);
            if (second && s.take(']')) {
                fields.back().value = *first;
                batch.value = *second;
                fields.push_back(batch);
                return;
            }
        }
        fields.clear();
        m_slots.clear();
    }
    s.moveTo(from);
}

/// "200/ 2983 batches" without a name in front.
bool FieldList::takePart(Scanner &s)
{
    const std::size_t from = s.position();
    const std::size_t slotCount = m_slots.size();
    Field field;
    field.counter = Counter::Batch;
    const auto value = isDigit(s.peek()) ? number(s, Slot::Part::Value) : std::nullopt;
    s.skipBlanks();
    if (value && s.take('/')) {
        s.skipBlanks();
        const std::size_t begin = s.position();
        field.of = s.integer();
        m_slots.push_back({begin, s.position(), fields.size(), Slot::Part::Of, 1});
        s.skipBlanks();
        field.name = s.word("");
        if (field.of && isOneOf(field.name, {"batches", "steps", "iters", "iterations"})) {
            field.value = *value;
            fields.push_back(field);
            return endsField(s.peek());
        }
    }
    m_slots.resize(slotCount);
    s.moveTo(from);
    return false;
}

/// "val" alone between separators, or "val:" before another name.
bool FieldList::takeTag(Scanner &s)
{
    if (std::string_view("tvedTVED").find(s.peek()) == std::string_view::npos)
        return false;
    const std::size_t from = s.position();
    const std::string_view word = s.word("_");
    if (isTag(word)) {
        const bool colon = s.take(':');
        s.skipBlanks();
        const char c = s.peek();
        const bool stands = colon ? !isNumberStart(s) : c == '|' || c == ',' || c == '-' || c == '\0';
        const bool frontWord = !colon && fields.empty() && counterOf(Scanner(s.rest()).word("_")) != Counter::None;
        if (stands || frontWord) {
            phase = isEvalTag(word) ? Phase::Eval : phase;
            return true;
        }
    }
    s.moveTo(from);
    return false;
}

bool FieldList::takeField(Scanner &s)
{
    Field field;
    s.take("end of "); // "| end of epoch   1 | time: 29.73s |"
    if (skipTuple(s))
        return true;
    if (!takeQuotedName(s, field.name) && !takeName(s, field.name))
        return false;
    field.counter = counterOf(field.name);
    if (field.counter != Counter::None)
        return takeCounter(s, field);
    if (s.peek() == '\'' || s.peek() == '"' || s.peek() == '[') {
        const char close = s.peek() == '[' ? ']' : s.peek();
        s.skip(1);
        const auto value = wholeNumber(s.until(close));
        if (!value || !s.take(close))
            return false;
        field.value = *value;
    } else if (s.take('(')) {
        const auto value = number(s, Slot::Part::Value);
        s.take(',');
        if (!value || !s.take(')'))
            return false;
        field.value = *value;
    } else {
        const auto value = number(s, Slot::Part::Value);
        field.value = value.value_or(std::nan(""));
        field.unit = takeUnit(s);
        if (const double factor = factorOf(field.unit); factor != 1) {
            field.value *= factor;
            field.unit = {};
            if (value)
                m_slots.back().factor = factor;
        }
    }
    fields.push_back(field);
    if (s.rest() == ":")
        s.skip(1);
    return endsField(s.peek()) && skipAside(s);
}

bool FieldList::takeCounter(Scanner &s, Field &field)
{
    const bool bracket = s.take('[');
    s.skipBlanks();
    const auto value = number(s, Slot::Part::Value);
    if (!value)
        return false;
    field.value = *value;
    const std::size_t after = s.position();
    s.skipBlanks();
    if (s.take('/')) {
        s.skipBlanks();
        const std::size_t begin = s.position();
        field.of = s.integer();
        if (!field.of)
            return false;
        m_slots.push_back({begin, s.position(), fields.size(), Slot::Part::Of, 1});
    } else {
        s.moveTo(after);
    }
    if (bracket) {
        s.skipBlanks();
        if (!s.take(']'))
            return false;
    }
    skipDone(s);
    const bool colon = s.take(':');
    fields.push_back(field);
    if (field.counter == Counter::Epoch && takePartInBrackets(s))
        return true;
    return (colon || endsField(s.peek())) && skipAside(s);
}

/// "Epoch:[0/19](100/24681) loss:5.251".
bool FieldList::takePartInBrackets(Scanner &s)
{
    const std::size_t from = s.position();
    const std::size_t slotCount = m_slots.size();
    Field field;
    field.counter = Counter::Batch;
    field.name = s.rest().substr(0, 1);
    const auto value = s.take('(') ? number(s, Slot::Part::Value) : std::nullopt;
    if (value && s.take('/')) {
        const std::size_t begin = s.position();
        field.of = s.integer();
        m_slots.push_back({begin, s.position(), fields.size(), Slot::Part::Of, 1});
        if (field.of && s.take(')') && endsField(s.peek())) {
            field.value = *value;
            fields.push_back(field);
            return true;
        }
    }
    m_slots.resize(slotCount);
    s.moveTo(from);
    return false;
}

/// A number in brackets behind a value: a mean or a percentage.
bool FieldList::skipAside(Scanner &s)
{
    const std::size_t from = s.position();
    s.skipBlanks();
    if (!s.take('(')) {
        s.moveTo(from);
        return s.peek() != ')';
    }
    s.skipBlanks();
    if (!number(s, Slot::Part::Aside))
        return false;
    s.word("%/");
    s.skipBlanks();
    s.word("%/"); // "(0.12 sec/step)"
    s.skipBlanks();
    return s.take(')');
}

} // namespace paceline::logs
