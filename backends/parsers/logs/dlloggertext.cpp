// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/dlloggernames.h"
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/linelabels.h"
#include "backends/parsers/logs/mllogmarks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxTime = 40;

bool endsWithWord(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        const auto same = [](char a, char b) { return a == lowered(b); };
        return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.end() - word.size(), same);
    });
}

/// "DLL <date time> - <step> name : value unit ..." of NVIDIA's DLLogger. Programs print the step as they like:
/// "(0, 3)", "Epoch: 0 Iteration: 3 Validation Iteration: 1", "epoch    1 | iter    3/272 | "; behind the last kind the
/// metrics are cells "loss  341.00 | took  0.92 s".
class DlLoggerTextReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (m_marks.passesOver(line)) // RNN-T says all of it in lines of its own
            return {Claim::Known};
        if (!s.take("DLLL ") && !s.take("DLL "))
            return {};
        const std::string_view rest = s.rest();
        const std::size_t dash = rest.substr(0, kMaxTime).find(" - ");
        if (rest.empty() || !isDigit(rest.front()) || dash == std::string_view::npos)
            return {};
        std::string_view time = rest.substr(0, dash);
        LineHead head;
        stripLabels(time, head);
        std::string_view body = rest.substr(dash + 3);
        if (body.starts_with("PARAMETER"))
            return {Claim::Known};
        LogRecord &record = context.add(line, RecordKind::Train);
        context.last().printedMs = head.printedMs;
        m_phase = Phase::Train;
        const bool isRead = body.find(" | ") != std::string_view::npos ? readCells(body, record, context)
                                                                       : readList(body, record, context);
        if (isRead && !record.metrics.empty())
            return m_marks.told({Claim::Record});
        context.drop();
        return {Claim::Known};
    }

private:
    void add(std::string_view name, double value, std::string_view unit, LogRecord &record, ReadContext &context)
    {
        m_phase = phaseOfDllName(name, m_phase);
        if (m_phase == Phase::Eval && record.kind == RecordKind::Train)
            record.kind = RecordKind::Eval;
        // Without an iteration it is the whole epoch that took so long.
        const bool isEpochTime = name == "took" && m_phase == Phase::Train && !record.stepInEpoch;
        ReadContext::addMetric(
            record, context.names.known(name, unit, isEpochTime ? "epoch_time" : canonOfDllName(name, unit, m_phase)),
            value);
    }

    /// One part of the step: what it counts and how far.
    static bool takeCounter(std::string_view name, double at, std::optional<qint64> of, LogRecord &record)
    {
        if (endsWithWord(name, {"epoch"})) {
            record.epoch = at;
            if (of)
                record.totalEpochs = double(*of);
        } else if (endsWithWord(name, {"iter", "iteration", "step", "batch"}) && at >= 0 && at < 9e15) {
            record.stepInEpoch = qint64(at);
            record.stepsPerEpoch = of;
        } else {
            return false;
        }
        return true;
    }

    void addBareSpeed(std::string_view cell, LogRecord &record, ReadContext &context)
    {
        Scanner s(cell);
        const auto value = s.number();
        s.skipBlanks();
        const std::string_view unit = s.word("/");
        if (value && s.atEnd() && unit.ends_with("/s"))
            add(unit, *value, unit, record, context);
    }

    bool readCells(std::string_view body, LogRecord &record, ReadContext &context)
    {
        Scanner s(body);
        bool hasCounter = false;
        while (!s.atEnd()) {
            hasCounter |= readCell(trimmed(s.until('|')), record, context);
            s.take('|');
        }
        if (hasCounter && !record.stepInEpoch && record.kind == RecordKind::Train)
            record.kind = RecordKind::EpochEnd;
        if (!hasCounter && trimmed(body).starts_with('|')) {
            record.kind = RecordKind::Summary;
            return true;
        }
        return hasCounter;
    }

    /// Whether it is a part of the step.
    bool readCell(std::string_view cell, LogRecord &record, ReadContext &context)
    {
        const std::size_t digit = cell.find_first_of("0123456789");
        const std::size_t from = cell.rfind(' ', digit); // of the whole cell for "loss nan"
        if (digit == 0)                                  // "5730.98 frames/s"
            addBareSpeed(cell, record, context);
        if (digit == 0 || from == std::string_view::npos)
            return false;
        std::string_view name = trimmed(cell.substr(0, from));
        if (name.ends_with(':'))
            name.remove_suffix(1);
        const std::size_t arrow = cell.find(" -> "); // "lrate 1.00E-01 -> 3.16E-06"
        Scanner value(cell.substr(arrow == std::string_view::npos ? from + 1 : arrow + 4));
        const auto number = value.number();
        if (!number)
            return false;
        const auto of = value.take('/') ? value.integer() : std::nullopt;
        if (takeCounter(name, *number, of, record))
            return true;
        value.skipBlanks();
        add(name, *number, value.word("%/"), record, context);
        return false;
    }

    /// "Epoch: 0 Iteration: 3 Validation Iteration: 1", "(0, 3)", "()" or "10". False for other words.
    bool readStep(std::string_view text, LogRecord &record)
    {
        Scanner s(trimmed(text));
        if (s.take('(')) {
            const auto first = s.number();
            const auto second = s.take(',') && s.skipBlanks() ? s.integer() : std::nullopt;
            if (first)
                record.epoch = first;
            else
                record.kind = RecordKind::Summary;
            record.step = second;
            if (second && s.take(',') && s.skipBlanks() && s.integer())
                m_phase = Phase::Eval;
            return true;
        }
        if (isDigit(s.peek())) {
            const auto step = s.number();
            if (step && *step == std::floor(*step) && *step < 9e15)
                record.step = qint64(*step);
            return record.step && s.atEnd();
        }
        while (!s.atEnd()) {
            const std::string_view rest = s.rest();
            const std::size_t digit = rest.find_first_of("0123456789");
            if (digit == std::string_view::npos)
                break;
            std::string_view name = trimmed(rest.substr(0, digit));
            if (name.ends_with(':'))
                name.remove_suffix(1);
            s.skip(digit);
            const auto at = s.number();
            const auto of = s.take('/') ? s.integer() : std::nullopt;
            if (phaseOfDllName(name, Phase::Train) == Phase::Eval)
                m_phase = Phase::Eval;
            else
                takeCounter(name, at.value_or(0), of, record);
            s.skipBlanks();
        }
        if (record.stepInEpoch && !record.epoch) {
            record.step = std::exchange(record.stepInEpoch, std::nullopt);
            record.totalSteps = std::exchange(record.stepsPerEpoch, std::nullopt);
        }
        const std::string_view words = trimmed(text);
        if (words == "Summary:")
            record.kind = RecordKind::Summary;
        return record.epoch || record.step || words.empty() || words == "Summary:";
    }

    /// Where the name of the first metric begins in what stands before its colon.
    static std::size_t firstName(std::string_view text)
    {
        if (text.starts_with('('))
            return text.find(')') == std::string_view::npos ? text.size() : text.find(')') + 1;
        if (const std::size_t gap = text.rfind("  "); gap != std::string_view::npos)
            return gap;
        const std::size_t blank = text.rfind(' ');
        return blank == std::string_view::npos ? text.size() : blank;
    }

    /// "name : value unit name : value  name : value": without a unit there are two blanks.
    bool readList(std::string_view body, LogRecord &record, ReadContext &context)
    {
        static constexpr std::string_view kColon = " : ";
        Scanner s(body);
        const std::string_view front = s.until(kColon);
        const std::size_t at = firstName(front);
        if (s.atEnd() || at >= front.size() || !readStep(front.substr(0, at), record))
            return false;
        if (m_phase == Phase::Eval && record.kind == RecordKind::Train)
            record.kind = RecordKind::Eval;
        std::string_view name = trimmed(front.substr(at));
        while (s.take(kColon)) {
            Scanner part(s.until(kColon));
            const bool isLast = s.atEnd();
            const auto value = wholeNumber(part.until(' '));
            part.take(' ');
            const bool hasUnit = !part.atEnd() && part.peek() != ' ';
            std::string_view unit = hasUnit ? part.until(' ') : std::string_view();
            std::string_view next = isLast ? std::string_view() : trimmed(part.rest());
            if (!isLast && next.empty()) // no unit, and but one blank
                next = std::exchange(unit, {});
            if (unit == "None")
                unit = {};
            if (value && name == "epoch")
                record.epoch = *value;
            else if (value && !name.empty())
                add(name, *value, unit, record, context);
            name = next;
        }
        return true;
    }

    Phase m_phase = Phase::Train;
    MlLogMarks m_marks;
};

} // namespace

std::unique_ptr<LogReader> makeDlLoggerTextReader()
{
    return std::make_unique<DlLoggerTextReader>();
}

} // namespace paceline::logs
