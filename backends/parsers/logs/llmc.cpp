// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr int kMaxNameWords = 3;

constexpr FieldMeaning kMeanings[] = {
    {"time", "ms", "step_time", ""},
};

/// llm.c: "step 2/21479 | loss 10.8 (+nanz)| norm 15.0 (+nanz)| lr 5.71e-06 | 2391.52 ms | -100.0% bf16 MFU | 191824
/// tok/s" and "val loss 11.006021". What stands in brackets is a z-score. Earlier programs print "step 2/74: train loss
/// 4.03 (18.6 ms, 219908 tok/s)" and "step 2: train loss 4.3 (took 1950.5 ms)", the one in Python "step 2/10 | train
/// loss 5.2 | .. | (42.24 ms | 6060 tok/s)" and "iteration 2, loss: 5.2, time: 42.2ms, tok/s: 6060.1", and main.log
/// holds "s:250 tel:6.4", "s:251 trl:6.4 lr:0.0001 norm:1.2".
class LlmCReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("val loss "))
            return readEvaluation(s, line, context);
        if (s.take("s:"))
            return readMainLog(s, line, context);
        if (s.take("iteration "))
            return readIteration(s, line, context);
        if (!s.take("step"))
            return {};
        s.skipBlanks();
        LogRecord place;
        if (const auto fraction = takeFraction(s)) {
            place.step = fraction->at;
            place.totalSteps = fraction->of;
        } else {
            place.step = s.integer();
        }
        s.skipBlanks();
        const std::string_view rest = s.rest();
        const bool hasSpeed = rest.find(" tok/s") != std::string_view::npos;
        const bool isCells = place.totalSteps && hasSpeed && rest.starts_with("| ");
        const bool isSentence = rest.starts_with(": train loss ") &&
                                ((place.totalSteps && hasSpeed) || rest.find("(took ") != std::string_view::npos);
        if (!place.step || !(isCells || isSentence))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = place.step;
        record.totalSteps = place.totalSteps;
        s.take(':');
        if (isCells)
            addCells(s, '|', record, context);
        else
            addSentence(s, record, context);
        return {Claim::Record};
    }

private:
    static ReadResult readEvaluation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto value = s.number();
        if (!value || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        ReadContext::addMetric(record, context.names.known("val loss", {}, "val_loss"), *value);
        return {Claim::Record};
    }

    static ReadResult readMainLog(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        static constexpr FieldMeaning kMainMeanings[] = {{"trl", "", "loss", ""}, {"tel", "", "val_loss", ""}};
        const auto step = isDigit(s.peek()) ? s.integer() : std::nullopt;
        const std::string_view rest = s.rest();
        if (!step || !(rest.starts_with(" trl:") || rest.starts_with(" tel:") || rest.starts_with(" eval:")))
            return {};
        LogRecord &record = context.add(line, rest.starts_with(" trl:") ? RecordKind::Train : RecordKind::Eval);
        record.step = step;
        if (addFields(s, {kMainMeanings}, record, context) > 0)
            return {Claim::Record};
        context.drop();
        return {};
    }

    static ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = Scanner(s.until(',')).integer();
        if (!step || !s.take(", loss: ") || s.rest().find(", tok/s: ") == std::string_view::npos)
            return {};
        s.moveTo(s.position() - 6);
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        addFields(s, {kMeanings}, record, context);
        return {Claim::Record};
    }

    static void addCells(Scanner &s, char separator, LogRecord &record, ReadContext &context)
    {
        while (!s.atEnd()) {
            std::string_view cell = trimmed(s.until(separator));
            s.take(separator);
            if (cell.starts_with('('))
                cell.remove_prefix(1);
            Scanner text(cell);
            addCell(text, record, context);
        }
    }

    /// "train loss 4.03 norm 3.2 (acc 4.03) (18.6 ms, ~219908 tok/s)"
    static void addSentence(Scanner &s, LogRecord &record, ReadContext &context)
    {
        while (!s.atEnd() && s.peek() != '(') {
            s.skipBlanks();
            if (s.peek() != '(' && !addCell(s, record, context))
                return;
            s.skipBlanks();
        }
        while (s.take('(')) {
            Scanner aside(s.until(')'));
            s.take(')');
            s.skipBlanks();
            if (aside.take("took ") || isDigit(aside.peek()))
                addCells(aside, ',', record, context);
        }
    }

    /// "2391.52 ms", "-100.0% bf16 MFU", "~191824 tok/s" or "train loss 4.03". False for anything else.
    static bool addCell(Scanner &cell, LogRecord &record, ReadContext &context)
    {
        cell.take('~');
        if (const auto first = cell.number()) {
            const bool isPercent = cell.take('%');
            cell.skipBlanks();
            std::string_view name = trimmed(cell.rest());
            if (name.ends_with(')'))
                name.remove_suffix(1);
            const std::string_view canon = name == "ms"            ? "step_time"
                                           : name == "tok/s"       ? "tokens_per_sec"
                                           : name.ends_with("MFU") ? "mfu"
                                                                   : "";
            if (!name.empty())
                ReadContext::addMetric(record, context.names.known(name, isPercent ? "%" : name, canon), *first);
            return !name.empty();
        }
        const std::string_view all = cell.rest();
        for (int words = 0; words < kMaxNameWords; ++words) {
            if (cell.word("_/").empty())
                return false;
            const std::string_view name = all.substr(0, all.size() - cell.rest().size());
            cell.skipBlanks();
            if (const auto value = cell.number()) {
                ReadContext::addMetric(record, context.names.of(name), *value);
                return true;
            }
        }
        return false;
    }
};

} // namespace

std::unique_ptr<LogReader> makeLlmCReader()
{
    return std::make_unique<LlmCReader>();
}

} // namespace paceline::logs
