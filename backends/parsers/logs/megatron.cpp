// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"lm loss", "", "loss", "val_loss"},
    {"lm-loss", "", "loss", "val_loss"},
    {"lm_loss", "", "loss", "val_loss"},
    {"lm loss value", "", "val_loss", "val_loss"},
    {"lm loss PPL", "", "perplexity", "perplexity"},
    {"lm_loss value", "", "val_loss", "val_loss"},
    {"lm_loss PPL", "", "perplexity", "perplexity"},
    {"lm_loss_ppl value", "", "perplexity", "perplexity"},
    {"elapsed time per iteration (ms)", "ms", "step_time", ""},
    {"elapsed time per iteration (s)", "s", "step_time", ""},
    {"elapsed_time_per_iteration_ms", "ms", "step_time", ""},
    {"time_per_iteration_ms", "ms", "step_time", ""},
    {"throughput per GPU (TFLOP/s/GPU)", "TFLOP/s/GPU", "tflops", ""},
    {"approx flops per GPU", "TFLOPS", "tflops", ""},
    {"TFLOPs", "", "tflops", ""},
    {"model_tflops_per_gpu", "", "tflops", ""},
    {"hardware_tflops_per_gpu", "", "tflops", ""},
    {"tokens_per_sec_per_gpu", "", "tokens_per_sec", ""},
    {"tokens per gpu per second (tgs)", "tgs", "tokens_per_sec", ""},
    {"tokens per gpu per second(tgs)", "tgs", "tokens_per_sec", ""},
    {"tokens-per-second-per-gpu", "", "tokens_per_sec", ""},
    {"tokens/s/GPU", "", "tokens_per_sec", ""},
    {"tokens/sec/gpu", "", "tokens_per_sec", ""},
    {"TGS (tokens/GPU/s)", "tgs", "tokens_per_sec", ""},
    {"tokens per second", "", "tokens_per_sec", ""},
    {"rate (tokens/sec)", "", "tokens_per_sec", ""},
    {"samples per second", "", "samples_per_sec", ""},
};

/// " iteration  10/ 1000 | name: value | ..." of Megatron-LM and what grew out of it: Megatron-Core,
/// Megatron-DeepSpeed, GPT-NeoX
/// ("samples/sec: x | iteration ..."), nanotron ("iteration: 10 / 1000 | ..." with suffixes at the values).
class MegatronReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        const std::string_view rest = s.rest();
        for (const std::string_view start :
             {"validation loss at ", "test loss at ", "validation results at ", "test results at "}) {
            if (rest.starts_with(start))
                return readEvaluation(s, line, context);
        }
        if (rest.find(" | ") == std::string_view::npos ||
            !(rest.starts_with("iteration") || rest.starts_with("samples/sec:")))
            return {};
        return readTraining(s, line, context);
    }

private:
    /// One cell between bars. The iteration is told by its stroke.
    static bool takeIteration(std::string_view cell, LogRecord &record, FieldRules &rules)
    {
        Scanner s(cell);
        if (!s.take("iteration"))
            return false;
        rules.hasSuffixes = s.take(':');
        s.skipBlanks();
        const auto step = takeFraction(s);
        if (!step || !s.atEnd())
            return false;
        record.step = step->at;
        record.totalSteps = step->of;
        return true;
    }

    static void addCell(std::string_view cell, const FieldRules &rules, LogRecord &record, ReadContext &context)
    {
        FieldText field;
        const std::size_t colon = cell.rfind(": ");
        // The first versions print none: "learning rate 1.500E-04".
        const std::size_t end = colon == std::string_view::npos ? cell.rfind(' ') : colon;
        if (end == std::string_view::npos)
            return;
        field.name = trimmed(cell.substr(0, end));
        Scanner s(cell.substr(end + 1));
        s.skipBlanks();
        const auto value = s.number();
        if (!value)
            return;
        field.value = *value;
        field.unit = s.word("%/");
        if (!s.atEnd())
            return;
        if (field.name == "consumed samples")
            record.samples = field.value;
        addField(field, rules, record, context);
    }

    static ReadResult readTraining(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        FieldRules rules{kMeanings};
        while (!s.atEnd()) {
            const std::string_view cell = trimmed(s.until('|'));
            s.take('|');
            if (!record.step && takeIteration(cell, record, rules))
                continue;
            addCell(cell, rules, record, context);
        }
        if (record.step && !record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    static ReadResult readEvaluation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        const std::string_view head = s.until('|');
        if (const std::size_t at = head.find("iteration "); at != std::string_view::npos) {
            Scanner number(head.substr(at + 10));
            number.skipBlanks();
            record.step = number.integer();
        }
        const FieldRules rules{kMeanings, Phase::Eval};
        while (s.take('|'))
            addCell(trimmed(s.until('|')), rules, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }
};

} // namespace

std::unique_ptr<LogReader> makeMegatronReader()
{
    return std::make_unique<MegatronReader>();
}

} // namespace paceline::logs
