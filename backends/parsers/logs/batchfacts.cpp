// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <algorithm>
#include <array>

namespace paceline::logs {
namespace {

struct Fact
{
    std::string_view printed; ///< in small letters
    std::string_view name;
};

constexpr std::array kFacts = {
    // nanoGPT: "tokens per iteration will be: 491,520"
    Fact{"tokens per iteration will be", "tokens per iteration"},
    // Hugging Face Trainer: "Total train batch size (w. parallel, distributed & accumulation) = 64"
    Fact{"total train batch size (w. parallel, distributed & accumulation)", "global batch size"},
    // Arguments as Megatron-LM and DeepSpeed list them, "global_batch_size .......... 256"; only of the whole job
    Fact{"global_batch_size", "global batch size"},
    Fact{"global batch size", "global batch size"},
    Fact{"total_batch_size", "global batch size"},
    Fact{"total batch size", "global batch size"},
    Fact{"effective_batch_size", "global batch size"},
    Fact{"effective batch size", "global batch size"},
    Fact{"train_batch_size", "global batch size"},
};

bool startsWithWords(std::string_view text, std::string_view words)
{
    return text.size() >= words.size() &&
           std::equal(words.begin(), words.end(), text.begin(), [](char a, char b) { return a == lowered(b); });
}

/// Lines that say how much one step of the whole job takes in, which makes throughput out of a step time. They are
/// hyperparameters: no curve, and no line of a format.
class BatchFactsReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = trimmed(line.text);
        const auto fact = std::find_if(kFacts.begin(), kFacts.end(),
                                       [&](const Fact &one) { return startsWithWords(text, one.printed); });
        if (fact == kFacts.end())
            return {};
        Scanner s(text.substr(fact->printed.size()));
        s.skipBlanks();
        const bool isDotted = s.rest().starts_with("..");
        while (s.take('.')) {
        }
        if (!isDotted && !s.take(':') && !s.take('='))
            return {};
        s.skipBlanks();
        const auto number = s.integer();
        s.take(',');
        s.skipBlanks();
        if (!number || *number <= 0 || !s.atEnd())
            return {};
        LogRecord &record = context.add(line, RecordKind::Param);
        ReadContext::addMetric(record, context.names.known(fact->name, {}, {}), double(*number));
        return {Claim::Known};
    }
};

} // namespace

std::unique_ptr<LogReader> makeBatchFactsReader()
{
    return std::make_unique<BatchFactsReader>();
}

} // namespace paceline::logs
