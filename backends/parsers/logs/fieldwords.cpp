// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/fieldwords.h"

#include <algorithm>

namespace paceline::logs {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return w.size() == word.size() &&
               std::equal(w.begin(), w.end(), word.begin(), [](char a, char b) { return a == lowered(b); });
    });
}

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
    return c == '\0' || isBlank(c) || c == ',' || c == ';' || c == '|' || c == ')' || c == '(' || c == ']';
}

/// A value in brackets of its own: "lr:(1.998e-04,)".
static bool isTupleStart(const Scanner &s)
{
    Scanner ahead = s;
    return ahead.take('(') && isNumberStart(ahead);
}

/// False at the end.
bool skipSeparators(Scanner &s)
{
    while (true) {
        s.skipBlanks();
        const char c = s.peek();
        const std::string_view rest = s.rest();
        const bool dash = c == '-' && (rest.size() == 1 || isBlank(rest[1]) || rest.starts_with("-- "));
        // "[epoch: 1, iter: 10] loss: 2.1"
        const bool bracket = c == ']' || (c == '[' && rest.size() > 1 && isLetter(rest[1]));
        if (c != ',' && c != ';' && c != '|' && !dash && !bracket)
            return !s.atEnd();
        s.skip(1);
    }
}

static std::string_view takeNameWord(Scanner &s)
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
            return isNumberStart(s) || isTupleStart(s) || s.peek() == '\'' || s.peek() == '"';
        }
        if (!blank)
            return s.peek() == '[' && counterOf(name) != Counter::None;
        if (isNumberStart(s))
            return true;
        if (s.peek() == '(') { // "time (ms): 12", "Speed (samples/sec) 43672.9"
            const std::size_t close = s.rest().substr(0, 16).find(')');
            if (close == std::string_view::npos || isDigit(s.rest()[1]))
                return false;
            s.skip(close + 1);
            name = all.substr(0, s.position() - from);
            return (s.take(':') || isBlank(s.peek())) && (s.skipBlanks(), isNumberStart(s));
        }
    }
    return false;
}

/// "imgsize (640, 640)" is no measure.
bool skipTuple(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view name = s.word("_");
    s.skipBlanks();
    const std::size_t close = s.rest().substr(0, 32).find(')');
    const bool isTuple = !name.empty() && s.take('(') && isDigit(s.peek()) && close != std::string_view::npos;
    if (isTuple && s.rest().substr(0, close).find(", ") != std::string_view::npos) {
        s.skip(close);
        return endsField(s.peek());
    }
    s.moveTo(from);
    return false;
}

/// "'lr': 1e-04", as of a dict.
bool takeQuotedName(Scanner &s, std::string_view &name)
{
    const std::size_t from = s.position();
    const char quote = s.peek();
    if ((quote == '\'' || quote == '"') && (s.skip(1), isLetter(s.peek()))) {
        name = s.word("_/.@%-");
        if (s.take(quote) && s.take(':')) {
            s.skipBlanks();
            return isNumberStart(s) || s.peek() == '\'' || s.peek() == '"';
        }
    }
    s.moveTo(from);
    return false;
}

/// "Epoch 3 completed | ..", "Epoch 3 finished. ..".
void skipDone(Scanner &s)
{
    const std::size_t from = s.position();
    s.skipBlanks();
    if (isOneOf(s.word(""), {"completed", "complete", "done", "finished", "ended", "summary", "results"})) {
        s.take('.');
        if (s.peek() == ':' || endsField(s.peek()))
            return;
    }
    s.moveTo(from);
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

/// "eta: 1 day, 2:03:04" up to the next name.
bool skipEta(Scanner &s)
{
    const std::size_t from = s.position();
    const std::string_view word = s.word("");
    if (isOneOf(word, {"eta"}) && (s.take(':') || s.take('=') || s.peek() == ' ')) {
        while (!s.atEnd() && s.peek() != '|' && s.peek() != ']') {
            const std::string_view rest = s.rest();
            if (rest.starts_with("  ") || (rest.starts_with(", ") && rest.size() > 2 && isLetter(rest[2])))
                break;
            s.skip(1);
        }
        return true;
    }
    s.moveTo(from);
    return false;
}

/// What a suffix of a number stands for; 1 for any other unit.
double factorOf(std::string_view unit)
{
    return unit == "k" || unit == "K" ? 1e3 : unit == "M" ? 1e6 : unit == "B" ? 1e9 : 1;
}

} // namespace paceline::logs
