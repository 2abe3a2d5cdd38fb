// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"reduced_train_loss", "", "loss", "loss"},
    {"train_step_timing in s", "s", "step_time", "step_time"},
    {"tokens_per_sec_per_gpu", "", "tokens_per_sec", "tokens_per_sec"},
    {"TFLOPS_per_GPU", "", "tflops", "tflops"},
};

/// NeMo 2's progress printer: "Training epoch 0, iteration 97/99 | lr: 1.469e-05 | global_step: 97 |
/// reduced_train_loss: 6.265 | ..".
class NemoReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::size_t at = line.text.substr(0, 160).find("Training epoch ");
        if (at == std::string_view::npos)
            return {};
        Scanner s(line.text.substr(at + 15));
        const auto epoch = s.integer();
        const auto step = epoch && s.take(", iteration ") ? takeFraction(s) : std::nullopt;
        s.skipBlanks();
        if (!step || !s.take('|'))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(*epoch);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        FieldText field;
        while (nextField(s, field)) {
            if (field.name == "global_step")
                record.step = qint64(std::clamp(field.value, 0.0, 9e15));
            else
                addField(field, {kMeanings}, record, context);
        }
        return {Claim::Record};
    }
};

} // namespace

std::unique_ptr<LogReader> makeNemoReader()
{
    return std::make_unique<NemoReader>();
}

} // namespace paceline::logs
