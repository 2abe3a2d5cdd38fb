// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"loss", "", "loss", "val_loss"},
    {"memory", "GiB", "", ""},
    {"tps", "tok/s", "tokens_per_sec", "tokens_per_sec"},
    {"wps", "tok/s", "tokens_per_sec", "tokens_per_sec"},
    {"tflops", "TFLOP/s", "tflops", "tflops"},
    {"mfu", "%", "mfu", "mfu"},
};

/// "step: 10  loss: 10.7069  memory: 30.99GiB(32.62%)  tps: 7,034  tflops: 407.35  mfu: 41.19%"
class TorchTitanReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        const bool isEval = s.take("validate ");
        if (!s.take("step:"))
            return {};
        s.skipBlanks();
        const auto step = s.integer();
        if (!step || !s.take("  ") || s.rest().find("memory:") == std::string_view::npos)
            return {};
        LogRecord &record = context.add(line, isEval ? RecordKind::Eval : RecordKind::Train);
        record.step = step;
        const FieldRules rules{kMeanings, isEval ? Phase::Eval : Phase::Train};
        if (addFields(s, rules, record, context) > 0)
            return {Claim::Record};
        context.drop();
        return {};
    }
};

} // namespace

std::unique_ptr<LogReader> makeTorchTitanReader()
{
    return std::make_unique<TorchTitanReader>();
}

} // namespace paceline::logs
