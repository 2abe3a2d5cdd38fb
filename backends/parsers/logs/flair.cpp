// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr std::string_view kDash = " - ";

constexpr FieldMeaning kMeanings[] = {
    {"time (sec)", "s", "", ""},
    {"samples/sec", "samples/s", "samples_per_sec", ""},
    {"accuracy (micro avg)", "", "accuracy", "val_accuracy"},
};

/// Flair's trainer: "epoch 1 - iter 4/40 - loss 3.28 - time (sec): 1.10 - samples/sec: 2611.84 - lr: 0.100000",
/// "EPOCH 1 done: loss 3.0262 - lr: 0.100000", "DEV : loss 2.4 - f1-score (micro avg)  0.2".
class FlairReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("epoch "))
            return readIteration(s, line, context);
        if (s.take("EPOCH "))
            return readEpochEnd(s, line, context);
        const std::string_view part = s.word("");
        s.skipBlanks(); // "DEV  : " at first
        const bool isPart = (part == "DEV" || part == "TEST" || part == "TRAIN") && s.take(": ");
        const std::string_view rest = s.rest();
        if (!isPart || !(rest.starts_with("loss ") || rest.starts_with("f-score ")))
            return {};
        return finish(s, part == "TRAIN" ? Phase::Train : Phase::Eval, addEvaluation(line, context), context);
    }

private:
    ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto step = epoch && s.take(" - iter ") ? takeFraction(s) : std::nullopt;
        if (!step || !s.take("- loss "))
            return {};
        s.moveTo(s.position() - 5);
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = m_epoch = double(*epoch);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        return finish(s, Phase::Train, record, context);
    }

    ReadResult readEpochEnd(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        if (!epoch || !s.take(" done: loss "))
            return {};
        s.moveTo(s.position() - 5);
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = m_epoch = double(*epoch);
        return finish(s, Phase::Train, record, context);
    }

    LogRecord &addEvaluation(const CleanLine &line, ReadContext &context) const
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = m_epoch;
        return record;
    }

    /// "name value" and "name: value" between dashes. The record is the last one of the context.
    static ReadResult finish(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        while (!s.atEnd()) {
            const std::string_view cell = trimmed(s.until(kDash));
            s.take(kDash);
            const std::size_t blank = cell.rfind(' ');
            const auto value = blank == std::string_view::npos ? std::nullopt : wholeNumber(cell.substr(blank + 1));
            if (!value)
                continue;
            std::string_view name = trimmed(cell.substr(0, blank));
            if (name.ends_with(':'))
                name = trimmed(name.substr(0, name.size() - 1));
            addField({name, {}, *value, {}}, {kMeanings, phase}, record, context);
        }
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    std::optional<double> m_epoch;
};

} // namespace

std::unique_ptr<LogReader> makeFlairReader()
{
    return std::make_unique<FlairReader>();
}

} // namespace paceline::logs
