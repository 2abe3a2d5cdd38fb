// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kClipMeanings[] = {
    {"Data (t)", "s", "data_time", ""},
    {"Batch (t)", "s", "step_time", ""},
    {"LR", "", "lr", ""},
    {"Loss", "", "loss", "val_loss"},
};

/// PyTorch's MNIST example and what grew out of it: "Train Epoch: 1 [640/3000 (21%)]\tLoss: 2.306676",
/// "Test set: Average loss: 2.3006, Accuracy: 101/1000 (10%)"; open_clip: the same head, then "Data (t): 0.041 Batch
/// (t): 0.912, 8980.42/s, 280.638/s/gpu LR: 0.000493 Loss: 2.1417 (2.2203)". Progress counts samples.
class PytorchMnistReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        if (s.take("Train Epoch: "))
            return readTraining(s, line, context);
        if (s.take("Test set: Average loss: ") || s.take("Test set: Avg. loss: ") || s.take("Test set: Avg loss: "))
            return readEvaluation(s, line, context);
        return {};
    }

private:
    static ReadResult readTraining(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        s.skipBlanks();
        const auto epoch = s.integer();
        s.skipBlanks();
        if (!epoch || !s.take('['))
            return {};
        s.skipBlanks();
        const auto samples = takeFraction(s);
        s.skipBlanks();
        if (!samples || !s.take('('))
            return {};
        const auto percent = s.number();
        if (!percent || !s.take("%)]"))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(*epoch);
        record.samplesInEpoch = double(samples->at);
        record.samplesPerEpoch = double(samples->of);
        addAll(s, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    static void addAll(Scanner &s, LogRecord &record, ReadContext &context)
    {
        const FieldRules rules{kClipMeanings};
        while (!s.atEnd()) {
            while (isBlank(s.peek()) || s.peek() == ',')
                s.skip(1);
            const std::size_t from = s.position();
            if (const auto rate = isDigit(s.peek()) ? s.number() : std::nullopt; rate && s.take("/s")) {
                const bool perGpu = s.take("/gpu");
                ReadContext::addMetric(record,
                                       perGpu ? context.names.known("/s/gpu", "samples/s/gpu", {})
                                              : context.names.known("/s", "samples/s", "samples_per_sec"),
                                       *rate);
                continue;
            }
            s.moveTo(from);
            FieldText field;
            if (!nextField(s, field))
                return;
            addField(field, rules, record, context);
        }
    }

    static ReadResult readEvaluation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto loss = s.number();
        if (!loss || !s.take(", Accuracy: "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        ReadContext::addMetric(record, context.names.known("Average loss", {}, "val_loss"), *loss);
        const auto part = takeFraction(s);
        s.skipBlanks();
        s.take('(');
        const auto percent = s.number();
        if (percent && s.take('%'))
            ReadContext::addMetric(record, context.names.known("Accuracy", "%", "val_accuracy"), *percent);
        else if (part && part->of > 0)
            ReadContext::addMetric(record, context.names.known("Accuracy", "%", "val_accuracy"),
                                   100.0 * double(part->at) / double(part->of));
        return {Claim::Record};
    }
};

} // namespace

std::unique_ptr<LogReader> makePytorchMnistReader()
{
    return std::make_unique<PytorchMnistReader>();
}

} // namespace paceline::logs
