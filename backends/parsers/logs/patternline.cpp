// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/patternline.h"

#include "backends/parsers/logs/linecleaner.h"
#include "backends/parsers/logs/metricnames.h"
#include "backends/parsers/logs/patterntokens.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <optional>

namespace paceline::logs {
namespace {

using Kind = PatternToken::Kind;
using Part = PatternPart::Kind;

constexpr std::size_t kMaxNumbers = 64;

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isChoosable(Kind kind)
{
    return kind == Kind::Number || kind == Kind::NumberInWord || kind == Kind::Clock;
}

std::string lower(std::string_view text)
{
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), lowered);
    return made;
}

/// What stands around a number tells what it is.
class Guess
{
public:
    Guess(const std::vector<PatternToken> &tokens, std::size_t at)
        : m_tokens(tokens)
        , m_at(at)
    {
    }

    PatternNumber suggestion(const PatternNumber *before) const
    {
        PatternNumber made;
        const std::string name = nameBefore();
        const std::string unit = unitBehind();
        made.unit = patternText(unit);
        made.name = patternText(name.empty() ? unit : name);
        const std::string_view canon = canonicalName(name.empty() ? unit : name, unit, Phase::Train);
        made.canon = patternText(canon);
        made.role = roleOf(lower(name), canon, before);
        return made;
    }

private:
    std::string_view kindless(std::size_t at, Kind kind) const
    {
        return at < m_tokens.size() && m_tokens[at].kind == kind ? m_tokens[at].text : std::string_view();
    }

    /// "train loss" of "train loss: 0.5": words, marks that hold them together, and a word before them that belongs to
    /// them.
    std::string nameBefore() const
    {
        std::size_t at = m_at;
        const auto isFiller = [&](std::size_t i) {
            return m_tokens[i].kind == Kind::Blank ||
                   isOneOf(m_tokens[i].text, {"=", ":", "(", "[", "'", "\"", "<", "|"});
        };
        while (at > 0 && isFiller(at - 1))
            --at;
        const std::size_t end = at;
        const auto isPiece = [&](std::size_t i) {
            const PatternToken &token = m_tokens[i];
            if (token.kind == Kind::NumberInWord && m_tokens[i].text.find('.') == std::string_view::npos)
                return true;
            return token.kind == Kind::Text && (token.text.size() > 1 || isLetter(token.text[0]) ||
                                                isOneOf(token.text, {"_", "/", "@", "%", "-", "."}));
        };
        while (at > 0 && isPiece(at - 1))
            --at;
        std::string name = joined(at, end);
        while (!name.empty() && !isLetter(name.front()))
            name.erase(0, 1);
        const bool hasWordBefore = !name.empty() && at >= 2 && m_tokens[at - 1].kind == Kind::Blank &&
                                   m_tokens[at - 2].kind == Kind::Text && m_tokens[at - 2].text.size() > 1;
        if (!hasWordBefore)
            return name;
        const std::string longer = std::string(m_tokens[at - 2].text) + ' ' + name;
        const bool isPhase = isOneOf(lower(m_tokens[at - 2].text), {"train", "training", "val", "valid", "validation",
                                                                    "eval", "test", "avg", "mean", "lm", "total"});
        return isPhase || !canonicalName(longer, {}, Phase::Train).empty() ? longer : name;
    }

    /// Glued to the number, or a unit that is known to be one.
    std::string unitBehind() const
    {
        std::size_t at = m_at + 1;
        const bool isGlued = kindless(at, Kind::Blank).empty();
        at += isGlued ? 0 : 1;
        std::size_t end = at;
        while (end < m_tokens.size() && end < at + 3 && m_tokens[end].kind == Kind::Text &&
               (isLetter(m_tokens[end].text[0]) || isOneOf(m_tokens[end].text, {"%", "/"})))
            ++end;
        std::string unit = joined(at, end);
        if (unit.empty() || unit.size() > 12 || unit.front() == '/' || unit.back() == '/')
            return {};
        const bool isKnown =
            unit.find('/') != std::string::npos || isOneOf(unit, {"%", "ms", "s", "sec", "us", "min", "h", "MB", "GB",
                                                                  "MiB", "GiB", "W", "C", "TFLOPS", "TFLOP"});
        return (isGlued && unit != "e") || isKnown ? unit : std::string();
    }

    std::string joined(std::size_t from, std::size_t end) const
    {
        std::string text;
        for (std::size_t i = from; i < end && i < m_tokens.size(); ++i)
            text += m_tokens[i].text;
        return text;
    }

    /// The number that this one is the total of stands directly before it, with a stroke or "of" between.
    bool isTotal() const
    {
        std::size_t at = m_at;
        const auto skip = [&] { at -= at > 0 && m_tokens[at - 1].kind == Kind::Blank ? 1 : 0; };
        skip();
        if (at == 0 || !isOneOf(m_tokens[at - 1].text, {"/", "of"}))
            return false;
        --at;
        skip();
        return at > 0 && isChoosable(m_tokens[at - 1].kind);
    }

    NumberRole roleOf(const std::string &name, std::string_view canon, const PatternNumber *before) const
    {
        const PatternToken &token = m_tokens[m_at];
        const bool isElapsed = isOneOf(name, {"elapsed", "elapsed_time", "time_elapsed", "elapsed time"});
        if (token.kind == Kind::Clock)
            return isElapsed ? NumberRole::Elapsed : NumberRole::Any;
        if (isTotal())
            return !before                                   ? NumberRole::Any
                   : before->role == NumberRole::Step        ? NumberRole::TotalSteps
                   : before->role == NumberRole::Epoch       ? NumberRole::TotalEpochs
                   : before->role == NumberRole::StepInEpoch ? NumberRole::StepsPerEpoch
                                                             : NumberRole::Any;
        const bool isWhole = token.text.find_first_not_of("0123456789,") == std::string_view::npos;
        if (name == "epoch")
            return NumberRole::Epoch;
        if (isElapsed)
            return NumberRole::Elapsed;
        if (isWhole && isOneOf(name, {"step", "steps", "iter", "iteration", "iterations", "it", "global_step", "update",
                                      "global step", "num_updates", "total steps"}))
            return NumberRole::Step;
        if (isWhole && isOneOf(name, {"batch", "mb", "minibatch"}))
            return NumberRole::StepInEpoch;
        if (isWhole && isOneOf(name, {"samples", "consumed samples", "consumed_samples", "samples seen"}))
            return NumberRole::Samples;
        return canon.empty() ? NumberRole::Any : NumberRole::Metric;
    }

    const std::vector<PatternToken> &m_tokens;
    std::size_t m_at;
};

/// The last refresh of a raw line as readers get it.
std::string cleaned(QByteArrayView raw)
{
    std::string text;
    LineSplitter splitter;
    LineCleaner cleaner;
    const auto keep = [&](const CleanLine &line) {
        if (!trimmed(line.text).empty())
            text.assign(trimmed(line.text).substr(0, kMaxPatternLine));
    };
    const QByteArray whole = raw.toByteArray() + '\n';
    splitter.feed({whole.constData(), std::size_t(whole.size())},
                  [&](const RawPiece &piece) { cleaner.clean(piece, keep); });
    return text;
}

PatternPart partOf(const PatternToken &token)
{
    switch (token.kind) {
    case Kind::Number:
        return {Part::Number};
    case Kind::Clock:
    case Kind::Date:
        return {Part::Time};
    case Kind::Path:
        return {Part::Path};
    case Kind::Code:
        return {Part::Code};
    case Kind::Word:
        return {Part::Word};
    case Kind::Bar:
        return {Part::Bar};
    case Kind::Blank:
        return {Part::Text, QStringLiteral(" ")};
    case Kind::Text:
    case Kind::NumberInWord:
        break;
    }
    return {Part::Text, patternText(token.text)};
}

void append(std::vector<PatternPart> &parts, PatternPart part)
{
    if (part.kind == Part::Text && !parts.empty() && parts.back().kind == Part::Text)
        parts.back().text += part.text;
    else
        parts.push_back(std::move(part));
}

/// "epoch 2 step 100/600" counts within the epoch.
void placeInEpoch(std::vector<PatternLine::Number> &numbers)
{
    const auto has = [&](NumberRole role) {
        return std::any_of(numbers.begin(), numbers.end(), [role](const auto &n) { return n.suggestion.role == role; });
    };
    if (!has(NumberRole::Epoch) || !has(NumberRole::TotalSteps))
        return;
    for (PatternLine::Number &number : numbers) {
        if (number.suggestion.role == NumberRole::Step)
            number.suggestion.role = NumberRole::StepInEpoch;
        else if (number.suggestion.role == NumberRole::TotalSteps)
            number.suggestion.role = NumberRole::StepsPerEpoch;
    }
}

} // namespace

PatternLine lookAtLine(QByteArrayView raw)
{
    PatternLine line;
    const std::string text = cleaned(raw);
    const std::vector<PatternToken> tokens = patternTokens(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (isChoosable(tokens[i].kind) && line.numbers.size() < kMaxNumbers) {
            const PatternNumber *before = line.numbers.empty() ? nullptr : &line.numbers.back().suggestion;
            PatternLine::Number number;
            number.start = int(line.text.size());
            number.length = int(tokens[i].text.size());
            number.isClock = tokens[i].kind == Kind::Clock;
            number.role = tokens[i].kind == Kind::NumberInWord ? NumberRole::Same : NumberRole::Any;
            number.suggestion = Guess(tokens, i).suggestion(before);
            line.numbers.push_back(std::move(number));
        }
        line.text += patternText(tokens[i].text);
    }
    placeInEpoch(line.numbers);
    return line;
}

LogPattern generalised(const PatternLine &line, const std::vector<PatternNumber> &roles, bool restMayDiffer)
{
    LogPattern made;
    made.example = line.text;
    const QByteArray bytes = line.text.toUtf8();
    const auto isRead = [](NumberRole role) { return role != NumberRole::Any && role != NumberRole::Same; };
    std::size_t number = 0, end = 0; // end: behind the last number that is read
    for (const PatternToken &token : patternTokens({bytes.constData(), std::size_t(bytes.size())})) {
        PatternPart part = partOf(token);
        if (isChoosable(token.kind) && number < line.numbers.size()) {
            const PatternNumber &chosen = number < roles.size() ? roles[number] : PatternNumber();
            const NumberRole role = number < roles.size() ? chosen.role : line.numbers[number].role;
            ++number;
            if (role == NumberRole::Same)
                part = {Part::Text, patternText(token.text)};
            else if (role == NumberRole::Any)
                part = {token.kind == Kind::Clock ? Part::Time : Part::Number};
            if (isRead(role)) {
                part = {token.kind == Kind::Clock ? Part::Time : Part::Number, {}, int(made.numbers.size())};
                made.numbers.push_back(chosen);
            }
        }
        append(made.parts, std::move(part));
        if (made.parts.back().number >= 0)
            end = made.parts.size();
    }
    if (restMayDiffer && end > 0 && end < made.parts.size()) {
        made.parts.resize(end);
        made.parts.push_back({Part::Rest});
    }
    return made;
}

QString shapeText(const LogPattern &pattern)
{
    if (!pattern.expression.isEmpty())
        return pattern.expression;
    static const QString kWords[] = {{},
                                     QStringLiteral("#"),
                                     QStringLiteral("hh:mm"),
                                     QStringLiteral("/…"),
                                     QStringLiteral("0x…"),
                                     QStringLiteral("…"),
                                     QStringLiteral("==="),
                                     QStringLiteral("…")};
    QString text;
    for (const PatternPart &part : pattern.parts) {
        if (part.kind == Part::Text) {
            text += part.text;
        } else if (part.number >= 0 && std::size_t(part.number) < pattern.numbers.size()) {
            const QString &name = pattern.numbers[std::size_t(part.number)].name;
            text += QLatin1Char('<') + (name.isEmpty() ? QStringLiteral("#") : name) + QLatin1Char('>');
        } else {
            text += kWords[std::size_t(part.kind)];
        }
    }
    return text;
}

} // namespace paceline::logs
