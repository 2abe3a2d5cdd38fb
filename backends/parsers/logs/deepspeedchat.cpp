// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxCell = 120;

constexpr FieldMeaning kMeanings[] = {
    {"E2E latency", "s", "step_time", ""},
    {"CurSamplesPerSec", "samples/s", "samples_per_sec", ""},
    {"AvgSamplesPerSec", "samples/s", "", ""},
    {"Latency", "s", "step_time", ""},
    {"TFLOPs", "", "tflops", ""},
    {"Samples/sec", "samples/s", "samples_per_sec", ""},
    {"act_loss", "", "loss", ""},
    {"Actor Loss", "", "loss", ""},
};

/// "name: value unit", "name=value" or "name value" without anything behind but a remark in brackets.
std::optional<FieldText> fieldOf(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.empty() || cell.size() > kMaxCell)
        return {};
    std::size_t from = cell.find_first_of(":=");
    std::string_view name;
    if (from != std::string_view::npos) {
        name = trimmed(cell.substr(0, from));
        ++from;
    } else {
        from =
            cell.find_first_of("0123456789", cell.find(' ') == std::string_view::npos ? cell.size() : cell.find(' '));
        if (from == std::string_view::npos)
            return {};
        name = trimmed(cell.substr(0, from));
    }
    Scanner s(cell.substr(from));
    s.skipBlanks();
    const auto value = s.number();
    if (!value || name.empty())
        return {};
    s.skipBlanks();
    const std::string_view unit = s.word("%/");
    s.skipBlanks();
    if (!s.atEnd() && s.peek() != '(')
        return {};
    return FieldText{name, unit, *value, {}};
}

/// DeepSpeed-Chat's three steps. RLHF prints several lines a step, "|E2E latency=3.88s |..|CurSamplesPerSec=16.5 |..",
/// "epoch: 0|step: 42|ppo_ep: 1|act_loss: 0.12|..", "average reward score: 0.43", or later "Epoch: 0 | Step: 42 | PPO
/// Epoch: 1 | Actor Loss: 0.12 | ..", "End-to-End => Latency: 3.88s, TFLOPs: 9.1, ..". Fine-tuning prints
/// "Model Parameters: 6.8 B, Latency: 0.88s, ..".
class DeepSpeedChatReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = trimmed(line.text);
        Scanner s(text);
        if (s.take("|E2E latency="))
            return addCells(text.substr(1), '|', {}, context.add(line, RecordKind::Train), context);
        if (text.starts_with("epoch: ") || text.starts_with("Epoch: "))
            return readLosses(text, line, context);
        if (text.starts_with("average reward score: ") || text.starts_with("Average reward score: "))
            return addCells(text, '|', {}, atLastStep(line, context), context);
        if (s.take("End-to-End => "))
            return addCells(s.rest(), ',', {}, atLastStep(line, context), context);
        if (s.take("Generation => "))
            return addCells(s.rest(), ',', "Generation ", atLastStep(line, context), context);
        if (s.take("Training   => "))
            return addCells(s.rest(), ',', "Training ", atLastStep(line, context), context);
        if (text.starts_with("Model Parameters: ") && text.find(", Latency: ") != std::string_view::npos)
            return addCells(text.substr(text.find(", ") + 2), ',', {}, context.add(line, RecordKind::Train), context);
        if (text.starts_with("chosen: ") && text.find(", rejected: ") != std::string_view::npos)
            return readPreferences(text, line, context);
        if (text.starts_with("chosen_last_scores (higher is better) : "))
            return readRewards(text, line, context);
        return {};
    }

private:
    LogRecord &atLastStep(const CleanLine &line, ReadContext &context) const
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = m_step;
        record.epoch = m_epoch;
        return record;
    }

    /// The record is the last one of the context. A prefix sets apart what has the same name in another line.
    static ReadResult addCells(std::string_view text, char separator, std::string_view prefix, LogRecord &record,
                               ReadContext &context)
    {
        Scanner s(text);
        while (!s.atEnd()) {
            const auto field = fieldOf(s.until(separator));
            s.take(separator);
            if (field && prefix.empty())
                addField(*field, {kMeanings}, record, context);
            else if (field)
                ReadContext::addMetric(
                    record, context.names.known(std::string(prefix) + std::string(field->name), field->unit, {}),
                    field->value);
        }
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    ReadResult readLosses(std::string_view text, const CleanLine &line, ReadContext &context)
    {
        Scanner s(text);
        const auto epoch = fieldOf(s.until('|'));
        s.take('|');
        const auto step = fieldOf(s.until('|'));
        s.take('|');
        const std::string_view rest = trimmed(s.rest());
        if (!epoch || !step || (step->name != "step" && step->name != "Step") || step->value < 0 ||
            step->value > 9e15 || !(rest.starts_with("ppo_ep: ") || rest.starts_with("PPO Epoch: ")))
            return {};
        m_epoch = epoch->value;
        m_step = qint64(step->value);
        return addCells(rest.substr(rest.find('|') + 1), '|', {}, atLastStep(line, context), context);
    }

    /// "chosen_last_scores (higher is better) : 2.8, rejected_last_scores (lower is better) : 1.1, acc (higher is
    /// better) : 0.65"
    static ReadResult readRewards(std::string_view text, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        Scanner s(text);
        while (!s.atEnd()) {
            Scanner cell(trimmed(s.until(',')));
            s.take(',');
            const std::string_view name = trimmed(cell.until('('));
            cell.until(':');
            cell.take(':');
            if (const auto value = wholeNumber(cell.rest()))
                ReadContext::addMetric(record, context.names.known(name, {}, name == "acc" ? "val_accuracy" : ""),
                                       *value);
        }
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    /// "chosen: -31.9, rejected: -33.9, loss: 0.665" of direct preference optimization
    static ReadResult readPreferences(std::string_view text, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        const FieldRules rules{{}, Phase::Eval};
        Scanner s(text);
        for (const std::string_view name : {"chosen", "rejected", "loss"}) {
            const auto field = fieldOf(s.until(','));
            s.take(',');
            if (!field || field->name != name)
                break;
            addField(*field, rules, record, context);
        }
        if (record.metrics.size() == 3 && s.atEnd())
            return {Claim::Record};
        context.drop();
        return {};
    }

    std::optional<qint64> m_step;
    std::optional<double> m_epoch;
};

} // namespace

std::unique_ptr<LogReader> makeDeepSpeedChatReader()
{
    return std::make_unique<DeepSpeedChatReader>();
}

} // namespace paceline::logs
