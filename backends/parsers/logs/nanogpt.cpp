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
        const bool isTrain = s.take("iter ");
        if (!isTrain && !s.take("step "))
            return {};
        const auto step = s.integer();
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
    static void addCell(Scanner &cell, LogRecord &record, ReadContext &context)
    {
        const std::string_view all = cell.rest();
        while (isLetter(cell.peek())) {
            const std::size_t before = cell.position();
            if (Scanner(cell.rest()).number())
                break;
            cell.word("_/%");
            if (!cell.skipBlanks() || cell.position() == before)
                return;
        }
        const std::string_view name = trimmed(all.substr(0, cell.position()));
        const auto value = cell.number();
        if (!value || name.empty())
            return;
        const std::string_view unit = cell.word("%/");
        const std::string_view canon = name == "train loss"             ? ""
                                       : name == "val loss"             ? "val_loss"
                                       : name == "time" || name == "dt" ? "step_time"
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
