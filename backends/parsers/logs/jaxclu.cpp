// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 160;
constexpr std::string_view kCollection = "collection=";

constexpr FieldMeaning kMeanings[] = {
    {"steps_per_sec", "steps/s", "steps_per_sec", ""},
    {"uptime", "s", "", ""},
};

bool isEvalName(std::string_view name)
{
    for (const std::string_view start : {"val", "valid", "validation", "eval", "test", "dev"}) {
        if (name.size() > start.size() && name.starts_with(start) &&
            (name[start.size()] == '_' || name[start.size()] == '/'))
            return true;
    }
    return false;
}

/// A bracket with a number is also what ranks are printed in: only behind a head of absl it is a step.
bool hasAbslHead(const CleanLine &line)
{
    const std::string_view front = line.raw.bytes.substr(0, kMaxHead);
    const std::size_t file = front.find(".py:");
    return (file != std::string_view::npos && front.find("] ", file) != std::string_view::npos) ||
           front.find("INFO:absl:") != std::string_view::npos;
}

/// CLU's metric writer behind a head of absl, "[100] accuracy=0.5, loss=1.2" or "[100] collection=train loss=1.2", as
/// Flax's and other JAX programs print it (big_vision: "[100] training_loss = 1.2"), and "Finished training step 3.
/// Batch size: 512, Loss: 10.3, LR: 0.00001".
class JaxCluReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("Finished training step "))
            return readStep(s, line, context);
        if (s.peek() != '[' || !hasAbslHead(line))
            return {};
        const auto step = s.take('[') ? s.integer() : std::nullopt;
        if (!step || *step < 0 || !s.take("] "))
            return {};
        Phase phase = Phase::Train;
        if (s.take(kCollection)) {
            const std::string_view collection = s.word("_-/.");
            phase = collection.starts_with("train") ? Phase::Train : Phase::Eval;
            s.skipBlanks();
        }
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        return addAll(s, phase, record, context);
    }

private:
    static ReadResult readStep(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = Scanner(s.until('.')).integer(); // "3." would be a number
        if (!step || !s.take(". "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        if (addFields(s, {kMeanings}, record, context) > 0)
            return {Claim::Record};
        context.drop();
        return {};
    }

    /// The record is the last one of the context. What is no list of names and values is a text or a picture.
    static ReadResult addAll(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        bool evalOnly = true;
        while (!s.atEnd()) {
            const std::string_view cell = trimmed(s.until(std::string_view(", ")));
            s.take(", ");
            const std::size_t equals = cell.rfind('=');
            const std::string_view name = trimmed(cell.substr(0, equals == std::string_view::npos ? 0 : equals));
            const auto value = name.empty() ? std::nullopt : wholeNumber(cell.substr(equals + 1));
            if (!value || name.find(' ') != std::string_view::npos)
                continue;
            evalOnly &= phase == Phase::Eval || isEvalName(name);
            addField({name, {}, *value, {}}, {kMeanings, phase}, record, context);
        }
        if (record.metrics.empty()) {
            context.drop();
            return {};
        }
        record.kind = evalOnly ? RecordKind::Eval : RecordKind::Train;
        return {Claim::Record};
    }
};

} // namespace

std::unique_ptr<LogReader> makeJaxCluReader()
{
    return std::make_unique<JaxCluReader>();
}

} // namespace paceline::logs
