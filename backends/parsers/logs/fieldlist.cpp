// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/fieldlist.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline::logs {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return w.size() == word.size() &&
               std::equal(w.begin(), w.end(), word.begin(), [](char a, char b) { return a == lowered(b); });
    });
}

namespace {

using Counter = FieldList::Counter;

constexpr int kMaxNameWords = 4;

bool isEvalTag(std::string_view word)
{
    return isOneOf(word, {"val", "valid", "validation", "eval", "evaluation", "test", "dev"});
}
bool isTag(std::string_view word)
{
    return isOneOf(word, {"train", "training"}) || isEvalTag(word);
}

Counter counterOf(std::string_view name)
{
    if (name.empty() || name.size() > 15 ||
        std::string_view("esitgunbmESITGUNBM").find(name.front()) == std::string_view::npos)
        return Counter::None;
    if (isOneOf(name, {"epoch", "train epoch", "training epoch", "epochs"}))
        return Counter::Epoch;
    if (isOneOf(name, {"step", "iter", "iteration", "global_step", "global step", "train step", "train_step", "itr",
                       "update", "num_updates", "train_iter", "global_iter", "training step"}))
        return Counter::Step;
    return isOneOf(name, {"batch", "batch_idx", "mini-batch"}) ? Counter::Batch : Counter::None;
}

bool isNumberStart(const Scanner &s)
{
    if (isDigit(s.peek()))
        return true;
    if (std::string_view("[-+.nNiI").find(s.peek()) == std::string_view::npos)
        return false;
    Scanner ahead = s;
    ahead.take('[');
    ahead.skipBlanks();
    return ahead.number().has_value();
}

bool endsField(char c)
{
    return c == '\0' || isBlank(c) || c == ',' || c == ';' || c == '|' || c == ')' || c == '(';
}

/// False at the end.
bool skipSeparators(Scanner &s)
{
    while (true) {
        s.skipBlanks();
        const char c = s.peek();
        const std::string_view rest = s.rest();
        const bool dash = c == '-' && (rest.size() == 1 || isBlank(rest[1]) || rest.starts_with("-- "));
        if (c != ',' && c != ';' && c != '|' && !dash)
            return !s.atEnd();
        s.skip(1);
    }
}

std::string_view takeNameWord(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view all = s.rest();
    if (!isLetter(s.peek()) && s.peek() != '%')
        return {};
    do {
        s.word("_/.@%#");
        // A dash or blank-free bracket goes on with the word: lr-AdamW, time(ms).
        const std::string_view rest = s.rest();
        if (rest.size() > 1 && rest[0] == '-' && isLetter(rest[1]))
            s.skip(1);
        else
            break;
    } while (true);
    if (s.peek() == '(') {
        const std::size_t close = s.rest().substr(0, 24).find(')');
        if (close != std::string_view::npos)
            s.skip(close + 1);
    }
    return all.substr(0, s.position() - from);
}

bool takeName(Scanner &s, std::string_view &name)
{
    const std::size_t from = s.position();
    const std::string_view all = s.rest();
    for (int words = 0; words < kMaxNameWords; ++words) {
        if (takeNameWord(s).empty())
            return false;
        name = all.substr(0, s.position() - from);
        const bool blank = s.skipBlanks();
        if (s.take('=') || s.take(':')) {
            s.skipBlanks();
            return isNumberStart(s) || s.peek() == '\'' || s.peek() == '"';
        }
        if (!blank)
            return s.peek() == '[' && counterOf(name) != Counter::None;
        if (isNumberStart(s))
            return true;
        if (s.peek() == '(') { // "time (ms): 12"
            const std::size_t close = s.rest().substr(0, 12).find(')');
            if (close == std::string_view::npos || close + 1 >= s.rest().size() || s.rest()[close + 1] != ':')
                return false;
            s.skip(close + 1);
            name = all.substr(0, s.position() - from);
            s.take(':');
            s.skipBlanks();
            return isNumberStart(s);
        }
    }
    return false;
}

std::string_view takeUnit(Scanner &s)
{
    const std::string_view glued = s.word("%/");
    if (!glued.empty())
        return glued;
    const std::size_t from = s.position();
    if (s.skipBlanks()) {
        const std::string_view word = s.word("%/");
        const bool isUnit =
            word.find("/s") != std::string_view::npos ||
            isOneOf(word, {"s", "ms", "us", "sec", "secs", "seconds", "min", "%", "gb", "gib", "mb", "mib", "tflops"});
        if (isUnit && endsField(s.peek())) {
            Scanner ahead = s;
            ahead.skipBlanks();
            if (!isNumberStart(ahead) && ahead.peek() != '=' && ahead.peek() != ':')
                return word;
        }
    }
    s.moveTo(from);
    return {};
}

/// What a suffix of a number stands for; 1 for any other unit.
double factorOf(std::string_view unit)
{
    return unit == "k" || unit == "K" ? 1e3 : unit == "M" ? 1e6 : unit == "B" ? 1e9 : 1;
}

} // namespace

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
    while (skipSeparators(s)) {
        if (!takeTag(s) && !takeField(s))
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
    if (!takeName(s, field.name))
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
    const bool colon = s.take(':');
    fields.push_back(field);
    return (colon || endsField(s.peek())) && skipAside(s);
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
    return s.take(')');
}

} // namespace paceline::logs
