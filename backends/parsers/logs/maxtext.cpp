// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"seconds", "s", "step_time", ""},
    {"TFLOP/s/device", "TFLOP/s", "tflops", ""},
    {"TFLOP/s", "TFLOP/s", "tflops", ""},
    {"Tokens/s/device", "tok/s/device", "tokens_per_sec", ""},
    {"Samples/s/device", "samples/s/device", "samples_per_sec", ""},
    {"train_step_time_ms", "ms", "", ""},
    {"step_time_seconds", "s", "step_time", ""},
};

/// MaxText: "completed step: 0, seconds: 31.7, TFLOP/s/device: 3.2, Tokens/s/device: 129.0, total_weights: 30193, loss:
/// 12.9", "eval metrics after step: 99, loss=3.2, total_weights=100" and, earlier, "average loss after step=99:
/// eval_loss=3.2, total_weights=100".
class MaxTextReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("completed step: "))
            return readMetrics(s, ", ", Phase::Train, line, context);
        if (s.take("eval metrics after step: "))
            return readMetrics(s, ", ", Phase::Eval, line, context);
        if (s.take("average loss after step=") || s.take("average loss after step: "))
            return readMetrics(s, ": ", Phase::Eval, line, context);
        return {};
    }

private:
    static ReadResult readMetrics(Scanner &s, std::string_view after, Phase phase, const CleanLine &line,
                                  ReadContext &context)
    {
        const auto step = s.integer();
        if (!step || !s.take(after))
            return {};
        LogRecord &record = context.add(line, phase == Phase::Eval ? RecordKind::Eval : RecordKind::Train);
        record.step = step;
        const char assign = s.rest().find(": ") != std::string_view::npos ? ':' : '=';
        if (addFields(s, {kMeanings, phase}, record, context, assign) > 0)
            return {Claim::Record};
        context.drop();
        return {};
    }
};

} // namespace

std::unique_ptr<LogReader> makeMaxTextReader()
{
    return std::make_unique<MaxTextReader>();
}

} // namespace paceline::logs
