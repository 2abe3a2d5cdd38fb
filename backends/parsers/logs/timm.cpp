// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"Loss", "", "loss", "val_loss"},           {"Time", "s", "step_time", "step_time"},
    {"Data", "s", "data_time", "data_time"},    {"LR", "", "lr", ""},
    {"Acc@1", "%", "accuracy", "val_accuracy"}, {"Acc@5", "%", "accuracy_top5", ""},
};

/// "400.32/s" without a name, and the mean of it in brackets.
bool takeRate(Scanner &s, LogRecord &record, ReadContext &context)
{
    const std::size_t from = s.position();
    const auto value = isDigit(s.peek()) ? s.number() : std::nullopt;
    if (!value || !s.take("/s")) {
        s.moveTo(from);
        return false;
    }
    ReadContext::addMetric(record, context.names.known("/s", "samples/s", "samples_per_sec"), *value);
    s.skipBlanks();
    if (s.take('(')) {
        s.until(')');
        s.take(')');
    }
    return true;
}

/// timm's train.py: "Train: 0 [  50/73 ( 70%)]  Loss: 6.77 (6.83)  Time: 0.320s,  400.32/s  (..)  LR: 1.000e-05  Data:
/// 0.217 (0.047)" and "Test: [  30/30]  Time: 3.856 (0.732)  Loss: ..".
class TimmReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        const bool isTrain = s.take("Train: ");
        // "Test (EMA): [..": the averaged weights, evaluated too.
        if (!isTrain && !s.take("Test: ") && !s.take("Test (EMA): "))
            return {};
        const auto epoch = isTrain ? s.integer() : std::nullopt;
        s.skipBlanks();
        if ((isTrain && !epoch) || !s.take('['))
            return {};
        s.skipBlanks();
        const auto step = takeFraction(s);
        const std::string_view aside = step ? s.until(']') : std::string_view();
        if (!step || aside.size() > 16 || !s.take("]  "))
            return {};
        LogRecord &record = context.add(line, isTrain ? RecordKind::Train : RecordKind::Eval);
        if (epoch)
            record.epoch = double(*epoch);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        addAll(s, isTrain ? Phase::Train : Phase::Eval, record, context);
        if (record.metrics.size() > 1)
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    static void addAll(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        const FieldRules rules{kMeanings, phase, false, phase == Phase::Train ? "Loss" : ""};
        while (!s.atEnd()) {
            while (isBlank(s.peek()) || s.peek() == ',')
                s.skip(1);
            if (takeRate(s, record, context))
                continue;
            FieldText field;
            if (!nextField(s, field))
                return;
            addField(field, rules, record, context);
        }
    }
};

} // namespace

std::unique_ptr<LogReader> makeTimmReader()
{
    return std::make_unique<TimmReader>();
}

} // namespace paceline::logs
