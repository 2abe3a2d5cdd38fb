// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLine = 8192;
constexpr int kMaxNameWords = 4;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return w.size() == word.size() &&
               std::equal(w.begin(), w.end(), word.begin(), [](char a, char b) { return a == lowered(b); });
    });
}

bool isEvalTag(std::string_view word)
{
    return isOneOf(word, {"val", "valid", "validation", "eval", "evaluation", "test", "dev"});
}
bool isTag(std::string_view word)
{
    return isOneOf(word, {"train", "training"}) || isEvalTag(word);
}

enum class Counter { None, Epoch, Step, Batch };

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

struct Field
{
    std::string_view name, unit;
    Counter counter = Counter::None;
    double value = 0;
    std::optional<qint64> of; ///< of "n/of"
};

/// Reads a whole line as a list of "name: value", "name=value" and "name value" with units, separators and tags
/// between. What is left over makes it prose, and prose gives nothing.
class FieldList
{
public:
    bool parse(std::string_view text)
    {
        fields.clear();
        phase = Phase::Train;
        Scanner s(text);
        takeFrontTag(s);
        while (skipSeparators(s)) {
            if (!takeTag(s) && !takeField(s))
                return false;
        }
        return !fields.empty();
    }

    std::vector<Field> fields;
    Phase phase = Phase::Train;

private:
    /// False at the end.
    static bool skipSeparators(Scanner &s)
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

    /// "[train]" in front of all.
    void takeFrontTag(Scanner &s)
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
    bool takeTag(Scanner &s)
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

    bool takeField(Scanner &s)
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
            field.value = s.number().value_or(std::nan(""));
            field.unit = takeUnit(s);
            scale(field);
        }
        fields.push_back(field);
        return endsField(s.peek()) && skipAside(s);
    }

    bool takeCounter(Scanner &s, Field &field)
    {
        const bool bracket = s.take('[');
        s.skipBlanks();
        const auto value = s.number();
        if (!value)
            return false;
        field.value = *value;
        const std::size_t after = s.position();
        s.skipBlanks();
        if (s.take('/')) {
            s.skipBlanks();
            field.of = s.integer();
            if (!field.of)
                return false;
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
    static bool skipAside(Scanner &s)
    {
        const std::size_t from = s.position();
        s.skipBlanks();
        if (!s.take('(')) {
            s.moveTo(from);
            return s.peek() != ')';
        }
        s.skipBlanks();
        if (!s.number())
            return false;
        s.word("%/");
        s.skipBlanks();
        return s.take(')');
    }

    static std::string_view takeUnit(Scanner &s)
    {
        const std::string_view glued = s.word("%/");
        if (!glued.empty())
            return glued;
        const std::size_t from = s.position();
        if (s.skipBlanks()) {
            const std::string_view word = s.word("%/");
            const bool isUnit = word.find("/s") != std::string_view::npos ||
                                isOneOf(word, {"s", "ms", "us", "sec", "secs", "seconds", "min", "%", "gb", "gib", "mb",
                                               "mib", "tflops"});
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

    static void scale(Field &field)
    {
        const double factor = field.unit == "k" || field.unit == "K" ? 1e3
                              : field.unit == "M"                    ? 1e6
                              : field.unit == "B"                    ? 1e9
                                                                     : 1;
        field.value *= factor;
        if (factor != 1)
            field.unit = {};
    }
};

/// Lines of names and values that hold a step, epoch or batch and a loss, accuracy, rate or time, whoever printed them.
class NameValueReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.size() > kMaxLine || !m_list.parse(line.text))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        bool hasCounter = false, hasHeadline = false, hasRate = false, evalOnly = true;
        for (const Field &field : m_list.fields) {
            if (field.counter != Counter::None) {
                hasCounter |= takeCounter(field, field.counter, record);
                continue;
            }
            const MetricName &name = addMetric(field, record, context);
            hasHeadline |= name.isHeadline;
            hasRate |= name.isRate;
            evalOnly &= name.fitsEval;
        }
        hasHeadline |= hasRate && m_list.fields.front().counter != Counter::None && !record.stepInEpoch;
        if (!hasCounter || !hasHeadline) {
            context.drop();
            return {};
        }
        placeInEpoch(record);
        record.kind = kindOf(record, evalOnly);
        return {Claim::Record};
    }

private:
    static bool takeCounter(const Field &field, Counter counter, LogRecord &record)
    {
        const bool whole = std::isfinite(field.value) && field.value >= 0 && field.value < 9e15 &&
                           (counter == Counter::Epoch || field.value == std::floor(field.value));
        if (!whole)
            return false;
        if (counter == Counter::Epoch) {
            record.epoch = field.value;
            if (field.of)
                record.totalEpochs = double(*field.of);
        } else if (counter == Counter::Step) {
            record.step = qint64(field.value);
            record.totalSteps = field.of;
        } else {
            record.stepInEpoch = qint64(field.value);
            record.stepsPerEpoch = field.of;
        }
        return true;
    }

    const MetricName &addMetric(const Field &field, LogRecord &record, ReadContext &context) const
    {
        const MetricName &name = context.names.of(field.name, field.unit, m_list.phase);
        ReadContext::addMetric(record, name, field.value);
        const bool mayBeClock = lowered(field.name.front()) == 'e' || lowered(field.name.front()) == 't';
        if (mayBeClock && isOneOf(field.name, {"elapsed", "elapsed_time", "elapsed time", "time elapsed", "total time",
                                               "time_elapsed"})) {
            const double factor = field.unit == "ms" ? 1e-3 : field.unit == "min" ? 60 : field.unit == "h" ? 3600 : 1;
            context.last().elapsedS = field.value * factor;
        }
        return name;
    }

    /// "Epoch [1/10], Step [100/600]" counts within the epoch; so does a step that fell when the epoch rose.
    void placeInEpoch(LogRecord &record)
    {
        if (!record.epoch || !record.step)
            return;
        if (m_lastEpoch && *record.epoch > *m_lastEpoch && m_lastStep && *record.step <= *m_lastStep)
            m_stepsRestart = true;
        m_lastEpoch = record.epoch;
        m_lastStep = record.step;
        if (record.totalSteps || m_stepsRestart) {
            record.stepInEpoch = std::exchange(record.step, std::nullopt);
            record.stepsPerEpoch = std::exchange(record.totalSteps, std::nullopt);
        }
    }

    RecordKind kindOf(const LogRecord &record, bool evalOnly) const
    {
        if (m_list.phase == Phase::Eval || evalOnly)
            return RecordKind::Eval;
        return record.step || record.stepInEpoch ? RecordKind::Train : RecordKind::EpochEnd;
    }

    FieldList m_list;
    std::optional<double> m_lastEpoch;
    std::optional<qint64> m_lastStep;
    bool m_stepsRestart = false;
};

} // namespace

std::unique_ptr<LogReader> makeNameValueReader()
{
    return std::make_unique<NameValueReader>();
}

} // namespace paceline::logs
