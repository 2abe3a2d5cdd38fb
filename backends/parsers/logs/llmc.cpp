// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

/// llm.c: "step 2/21479 | loss 10.8 (+nanz)| norm 15.0 (+nanz)| lr 5.71e-06 | 2391.52 ms | -100.0% bf16 MFU | 191824
/// tok/s" and "val loss 11.006021". What stands in brackets is a z-score.
class LlmCReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        if (s.take("val loss "))
            return readEvaluation(s, line, context);
        if (!s.take("step"))
            return {};
        s.skipBlanks();
        const auto step = takeFraction(s);
        s.skipBlanks();
        if (!step || !s.take("| ") || s.rest().find(" tok/s") == std::string_view::npos)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step->at;
        record.totalSteps = step->of;
        while (!s.atEnd()) {
            Scanner cell(trimmed(s.until('|')));
            s.take('|');
            addCell(cell, record, context);
        }
        return {Claim::Record};
    }

private:
    ReadResult readEvaluation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto value = s.number();
        if (!value || !s.atEnd())
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        ReadContext::addMetric(record, context.names.known("val loss", {}, "val_loss"), *value);
        return {Claim::Record};
    }

    static void addCell(Scanner &cell, LogRecord &record, ReadContext &context)
    {
        if (const auto first = cell.number()) { // "2391.52 ms", "-100.0% bf16 MFU", "191824 tok/s"
            const bool isPercent = cell.take('%');
            cell.skipBlanks();
            const std::string_view name = cell.rest();
            const std::string_view canon = name == "ms"            ? "step_time"
                                           : name == "tok/s"       ? "tokens_per_sec"
                                           : name.ends_with("MFU") ? "mfu"
                                                                   : "";
            if (!name.empty())
                ReadContext::addMetric(record, context.names.known(name, isPercent ? "%" : name, canon), *first);
            return;
        }
        const std::string_view name = cell.word("_/");
        cell.skipBlanks();
        if (const auto value = cell.number())
            ReadContext::addMetric(record, context.names.of(name), *value);
    }
};

} // namespace

std::unique_ptr<LogReader> makeLlmCReader()
{
    return std::make_unique<LlmCReader>();
}

} // namespace paceline::logs
