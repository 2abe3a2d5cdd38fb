// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

/// "iter 10: loss 4.1039, time 1434.03ms, mfu 0.01%" and "step 100: train loss 3.4633, val loss 3.4987". Forks add
/// words after a value.
class NanoGptReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        if (s.take("Epoch ") && (!s.integer() || !s.take(" | ")))
            return {};
        const bool isTrain = s.take("iter ");
        if (!isTrain && !s.take("step "))
            return {};
        s.skipBlanks();
        const auto step = s.integer();
        if (step && isTrain && (s.rest().starts_with(" step ") || s.rest().starts_with(" | ")))
            return readLit(*step, s, line, context);
        if (!step || !s.take(": ") || !s.rest().starts_with(isTrain ? "loss " : "train loss "))
            return {};
        LogRecord &record = context.add(line, isTrain ? RecordKind::Train : RecordKind::Eval);
        record.step = step;
        while (!s.atEnd()) {
            Scanner cell(trimmed(s.until(',')));
            s.take(',');
            addCell(cell, record, context);
        }
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    /// LitGPT: "Epoch 1 | iter 16 step 1 | loss train: 2.4123, val: n/a | iter time: 1234.56 ms (step)" and, before it,
    /// "iter 16 step 1: loss 2.4123, iter time: 1234.56ms (optimizer.step)".
    static ReadResult readLit(qint64 iteration, Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.take(" step ") ? s.integer() : std::nullopt;
        if (!s.take(" | loss train: ") && !s.take(": loss "))
            return {};
        const auto loss = s.number();
        if (!loss)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step ? step : iteration;
        ReadContext::addMetric(record, context.names.known("loss", {}, "loss"), *loss);
        if (s.take(", val: ")) {
            if (const auto value = s.number())
                ReadContext::addMetric(record, context.names.known("val", {}, "val_loss"), *value);
            s.word("/");
        }
        const auto time = s.take(" | iter time: ") || s.take(", iter time: ") ? s.number() : std::nullopt;
        s.skipBlanks();
        if (time && s.take("ms"))
            ReadContext::addMetric(record, context.names.known("iter time", "ms", "step_time"), *time);
        return {Claim::Record};
    }

    static void addCell(Scanner &cell, LogRecord &record, ReadContext &context)
    {
        const std::string_view all = cell.rest();
        while (isLetter(cell.peek())) {
            const std::size_t before = cell.position();
            if (Scanner(cell.rest()).number())
                break;
            cell.word("_/%:");
            if (!cell.skipBlanks() || cell.position() == before)
                return;
        }
        std::string_view name = trimmed(all.substr(0, cell.position()));
        if (name.ends_with(':'))
            name.remove_suffix(1);
        const auto value = cell.number();
        if (!value || name.empty())
            return;
        cell.skipBlanks();
        const std::string_view unit = cell.word("%/");
        const std::string_view canon = name == "train loss"                                    ? ""
                                       : name == "val loss"                                    ? "val_loss"
                                       : name == "time" || name == "dt" || name == "iter time" ? "step_time"
                                       : unit.starts_with("tok") && unit.find("/s") != std::string_view::npos
                                           ? "tokens_per_sec"
                                           : canonicalName(name, unit, Phase::Train);
        ReadContext::addMetric(record, context.names.known(name, unit, canon), *value);
    }
};

} // namespace

std::unique_ptr<LogReader> makeNanoGptReader()
{
    return std::make_unique<NanoGptReader>();
}

} // namespace paceline::logs
