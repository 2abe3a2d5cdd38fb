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
    {"clip_val_loss", "", "", "val_loss"},
    {"imagenet-zeroshot-val-top1", "", "", "val_accuracy"},
};

/// PyTorch's MNIST example and what grew out of it: "Train Epoch: 1 [640/3000 (21%)]\tLoss: 2.306676",
/// "Test set: Average loss: 2.3006, Accuracy: 101/1000 (10%)"; open_clip: the same head, then "Data (t): 0.041 Batch
/// (t): 0.912, 8980.42/s, 280.638/s/gpu LR: 0.000493 Loss: 2.1417 (2.2203)" and "Eval Epoch: 3 val_loss: 1.5\t..".
/// Progress counts samples.
class PytorchMnistReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        skipHead(s);
        if (s.take("Train Epoch: ") || s.take("Train epoch: ") || s.take("Training Epoch: "))
            return readProgress(s, Phase::Train, line, context);
        if (s.take("Eval Epoch: "))
            return readProgress(s, Phase::Eval, line, context);
        if (s.take("Test set: ") || s.take("Validation set: ") || s.take("Val set: "))
            return readEvaluation(s, Phase::Eval, line, context);
        if (s.take("Train set: "))
            return readEvaluation(s, Phase::Train, line, context);
        if (s.take("====> "))
            return readMean(s, line, context);
        return {};
    }

private:
    /// The process's number in front ("17082\tTrain Epoch: 1 .."), or "Rank 0 | ".
    static void skipHead(Scanner &s)
    {
        s.skipBlanks();
        const std::size_t from = s.position();
        const bool isRank = s.take("Rank ");
        const bool hasNumber = isDigit(s.peek()) && s.integer().has_value();
        const bool ends = hasNumber && (isRank ? s.take(" | ") || s.take(": ") || s.take(' ') : s.take('\t'));
        if (!ends)
            s.moveTo(from);
    }

    /// "1 [640/3000 (21%)]" or "1/10 [640/3000]"; an evaluation may have the epoch alone.
    static bool takePlace(Scanner &s, bool isTrain, LogRecord &record)
    {
        s.skipBlanks();
        const auto epoch = s.integer();
        const auto total = epoch && s.take('/') ? s.integer() : std::nullopt;
        if (!epoch)
            return false;
        record.epoch = double(*epoch);
        if (total)
            record.totalEpochs = double(*total);
        s.skipBlanks();
        if (!s.take('['))
            return !isTrain;
        s.skipBlanks();
        const auto samples = takeFraction(s);
        s.skipBlanks();
        if (!samples)
            return false;
        record.samplesInEpoch = double(samples->at);
        record.samplesPerEpoch = double(samples->of);
        if (s.take('(')) {
            s.skipBlanks();
            if (!s.number() || !s.take("%)"))
                return false;
        }
        return s.take(']');
    }

    static ReadResult readProgress(Scanner &s, Phase phase, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, phase == Phase::Train ? RecordKind::Train : RecordKind::Eval);
        if (takePlace(s, phase == Phase::Train, record)) {
            addAll(s, phase, record, context);
            if (!record.metrics.empty())
                return {Claim::Record};
        }
        context.drop();
        return {};
    }

    /// "Data (t) 3.4\t" of open_clip's first versions.
    static bool takeBareField(Scanner &s, const FieldRules &rules, LogRecord &record, ReadContext &context)
    {
        const std::size_t from = s.position();
        const std::string_view cell = trimmed(s.until('\t'));
        const std::size_t blank = cell.rfind(' ');
        const auto value = blank == std::string_view::npos || cell.find(':') != std::string_view::npos
                               ? std::nullopt
                               : wholeNumber(cell.substr(blank + 1));
        if (!value) {
            s.moveTo(from);
            return false;
        }
        addField({trimmed(cell.substr(0, blank)), {}, *value, {}}, rules, record, context);
        return true;
    }

    static void addAll(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        const FieldRules rules{kClipMeanings, phase};
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
            if (takeBareField(s, rules, record, context))
                continue;
            const std::string_view cell = s.rest().substr(0, s.rest().find('\t'));
            if (!nextField(s, field, cell.find(':') == std::string_view::npos ? '=' : ':'))
                return;
            if (field.name != "epoch")
                addField(field, rules, record, context);
        }
    }

    static ReadResult readEvaluation(Scanner &s, Phase phase, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, phase == Phase::Eval ? RecordKind::Eval : RecordKind::EpochEnd);
        if (s.take("Epoch: ")) { // "Test set: Epoch: 1, Average loss: .."
            if (const auto epoch = s.integer())
                record.epoch = double(*epoch);
            s.take(", ");
        }
        if (takeLoss(s, phase, record, context)) {
            s.take(',');
            s.skipBlanks();
            if (s.take("Accuracy: "))
                takeAccuracy(s, phase, record, context);
            return {Claim::Record};
        }
        context.drop();
        return {};
    }

    static bool takeLoss(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        for (const std::string_view name : {"Average loss: ", "Avg. loss: ", "Avg loss: "}) {
            const auto loss = s.take(name) ? s.number() : std::nullopt;
            if (!loss)
                continue;
            const std::string_view canon = phase == Phase::Eval ? "val_loss" : "loss";
            ReadContext::addMetric(record, context.names.known("Average loss", {}, canon), *loss);
            return true;
        }
        return false;
    }

    /// "101/1000 (10%)", "94.13%" or the part of one.
    static void takeAccuracy(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        const auto part = takeFraction(s);
        s.skipBlanks();
        s.take('(');
        const auto value = s.number();
        const bool isPercent = value && s.take('%');
        const std::string_view canon = phase == Phase::Eval ? "val_accuracy" : "accuracy";
        const MetricName &name = context.names.known("Accuracy", isPercent || part ? "%" : "", canon);
        if (value && (isPercent || !part))
            ReadContext::addMetric(record, name, *value);
        else if (part && part->of > 0)
            ReadContext::addMetric(record, name, 100.0 * double(part->at) / double(part->of));
    }

    /// PyTorch's VAE example: "====> Epoch: 1 Average loss: 166.1234", "====> Test set loss: 127.1".
    static ReadResult readMean(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.take("Epoch: ") ? s.integer() : std::nullopt;
        const bool isTrain = epoch && s.take(" Average loss: ");
        const auto loss = isTrain || s.take("Test set loss: ") ? s.number() : std::nullopt;
        if (!loss || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, isTrain ? RecordKind::EpochEnd : RecordKind::Eval);
        if (epoch)
            record.epoch = double(*epoch);
        const MetricName &name = isTrain ? context.names.known("Average loss", {}, "loss")
                                         : context.names.known("Test set loss", {}, "val_loss");
        ReadContext::addMetric(record, name, *loss);
        return {Claim::Record};
    }
};

} // namespace

std::unique_ptr<LogReader> makePytorchMnistReader()
{
    return std::make_unique<PytorchMnistReader>();
}

} // namespace paceline::logs
