// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHeader = 120;

constexpr FieldMeaning kMeanings[] = {
    {"time", "s", "step_time", "step_time"},
    {"last_time", "s", "", ""},
    {"data", "s", "data_time", "data_time"},
    {"data_time", "s", "data_time", "data_time"},
    {"last_data_time", "s", "", ""},
    {"max mem", "MB", "gpu_mem", "gpu_mem"},
    {"img/s", "img/s", "samples_per_sec", "samples_per_sec"},
    {"acc1", "", "accuracy", "val_accuracy"},
    {"acc5", "", "accuracy_top5", ""},
};

constexpr FieldMeaning kDetectionMeanings[] = {
    {"time", "s", "step_time", ""},      {"last_time", "s", "", ""},      {"data", "s", "data_time", ""},
    {"data_time", "s", "data_time", ""}, {"last_data_time", "s", "", ""}, {"max mem", "MB", "gpu_mem", ""},
    {"max_mem", "MB", "gpu_mem", ""},
};

/// torchvision's reference scripts and the many that took their MetricLogger:
/// "Epoch: [0]  [ 10/334]  eta: 0:06:47  lr: 0.128  loss: 7.2926 (7.2497)  ..." and "Test:  [ 0/79]  eta: ...", where
/// the scripts choose what stands before the step.
class TorchvisionReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        // "<header>  [  10/334]  eta: ..": the header is free.
        const std::string_view front = line.text.substr(0, line.text.substr(0, kMaxHeader).find("eta:"));
        const std::size_t open = front.size() < line.text.size() ? front.rfind('[') : std::string_view::npos;
        if (open == std::string_view::npos)
            return {};
        const std::string_view header = trimmed(front.substr(0, open));
        Scanner s(line.text);
        s.moveTo(open);
        const auto step = takeFraction(s);
        if (s.skipBlanks(); s.position() != front.size())
            return {};
        if (!step || header.empty() || !(isLetter(header.front()) || header.front() == '*'))
            return {};
        const bool isTrain = !isOfEvaluation(header);
        LogRecord &record = context.add(line, isTrain ? RecordKind::Train : RecordKind::Eval);
        readEpoch(header, record);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        addFields(s, {kMeanings, isTrain ? Phase::Train : Phase::Eval}, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    static bool isOfEvaluation(std::string_view header)
    {
        std::string lower;
        for (const char c : header)
            lower += lowered(c);
        return lower.find("train") == std::string::npos &&
               (lower.find("test") != std::string::npos || lower.find("val") != std::string::npos);
    }

    /// "Epoch: [3]", "Train Epoch: [3/10]".
    static void readEpoch(std::string_view header, LogRecord &record)
    {
        const std::size_t word = header.find("poch");
        Scanner s(word == std::string_view::npos ? std::string_view() : header.substr(word + 4));
        s.take(':');
        s.skipBlanks();
        s.take('[');
        s.skipBlanks();
        if (const auto epoch = s.integer())
            record.epoch = double(*epoch);
        const auto total = record.epoch && s.take('/') ? s.integer() : std::nullopt;
        if (total)
            record.totalEpochs = double(*total);
    }
};

/// Detectron2 and maskrcnn-benchmark: "eta: 0:09:23  iter: 19  total_loss: 4.911  ..  max_mem: 4338M" behind a logging
/// head.
class DetectionReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::size_t at = line.text.find("iter: ");
        if (at == std::string_view::npos || (at > 0 && !isBlank(line.text[at - 1])))
            return {};
        Scanner s(line.text.substr(at + 6));
        const auto step = s.integer();
        if (!step || !s.take("  "))
            return {};
        FieldText field;
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        const bool hasTotal = s.rest().find("total_loss: ") != std::string_view::npos;
        while (nextField(s, field)) {
            field.unit = field.unit == "M" ? std::string_view("MB") : field.unit;
            const FieldRules rules{kDetectionMeanings};
            // Beside the total, "loss" is a part like the others.
            if (hasTotal && field.name == "loss")
                ReadContext::addMetric(record, context.names.known("loss", {}, {}), field.value);
            else
                addField(field, rules, record, context);
        }
        const bool isWhole = record.metric(QStringLiteral("lr")) || record.metric(QStringLiteral("step_time"));
        if (isWhole)
            return {Claim::Record};
        context.drop();
        return {};
    }
};

} // namespace

std::unique_ptr<LogReader> makeTorchvisionReader()
{
    return std::make_unique<TorchvisionReader>();
}
std::unique_ptr<LogReader> makeDetectionReader()
{
    return std::make_unique<DetectionReader>();
}

} // namespace paceline::logs
