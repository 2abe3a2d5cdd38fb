// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

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
/// "Epoch: [0]  [ 10/334]  eta: 0:06:47  lr: 0.128  loss: 7.2926 (7.2497)  ..." and "Test:  [ 0/79]  eta: ...".
class TorchvisionReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        std::optional<qint64> epoch;
        const bool isTrain = s.take("Epoch: [");
        if (isTrain) {
            s.skipBlanks();
            epoch = s.integer();
            if (!epoch || !s.take(']'))
                return {};
        } else if (!s.take("Test:")) {
            return {};
        }
        s.skipBlanks();
        const auto step = takeFraction(s);
        s.skipBlanks();
        if (!step || !s.rest().starts_with("eta:"))
            return {};
        LogRecord &record = context.add(line, isTrain ? RecordKind::Train : RecordKind::Eval);
        if (epoch)
            record.epoch = double(*epoch);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        addFields(s, {kMeanings, isTrain ? Phase::Train : Phase::Eval}, record, context);
        return {Claim::Record};
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
