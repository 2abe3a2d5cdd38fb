// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/loosefields.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 80;
constexpr std::size_t kMaxMetrics = 128;

constexpr FieldMeaning kMeanings[] = {
    {"avg_reader_cost", "s", "data_time", ""},
    {"reader_cost", "s", "data_time", ""},
    {"data_cost", "s", "data_time", ""},
    {"avg_batch_cost", "s", "step_time", ""},
    {"batch_cost", "s", "step_time", ""},
    {"learning rate", "", "lr", ""},
    {"loss_avg", "", "loss", "val_loss"},
    {"top1_avg", "", "accuracy", "val_accuracy"},
    {"epoch time", "s", "epoch_time", ""},
    {"top1", "", "accuracy", "val_accuracy"},
    {"top5", "", "accuracy_top5", ""},
    {"acc_top1", "", "accuracy", "val_accuracy"},
    {"acc_top5", "", "accuracy_top5", ""},
    {"LOSS", "", "loss", "val_loss"},
    {"interval_samples_per_second", "samples/s", "samples_per_sec", ""},
    {"interval_steps_per_second", "steps/s", "steps_per_sec", ""},
    {"interval_tokens_per_second_per_device", "tokens/s", "tokens_per_sec", ""},
    {"tokens_per_sec_per_card", "tokens/s", "tokens_per_sec", ""},
    {"max_mem_reserved", "", "gpu_mem", ""},
    {"max_memory_allocated", "GB", "gpu_mem", ""},
};

enum class Counter { None, Epoch, Global, InEpoch, Iteration };

Counter counterOf(std::string_view name)
{
    std::string lower;
    for (const char c : name.substr(0, 20))
        lower += lowered(c);
    if (lower == "epoch" || lower == "progress_or_epoch")
        return Counter::Epoch;
    if (lower == "global_step" || lower == "global step")
        return Counter::Global;
    if (lower == "iter" || lower == "step" || lower == "train step")
        return Counter::Iteration;
    return lower == "batch" || lower == "batch_id" || lower == "batch_idx" ? Counter::InEpoch : Counter::None;
}

/// PaddlePaddle's suites: "global step 1, epoch: 0, batch: 0, loss: 11.05, .., ips: 5132 tokens/s, ..",
/// "epoch: [1/200], global_step: 10, ..", "[Epoch 65, iter: 600] lr: ..", "[Train][Epoch 1/120][Iter: 0/5004]lr: ..",
/// "Epoch: [0] [  0/1000] learning_rate: .. loss: ..", "epoch: 3 done, AUC: .., epoch time: 1105.58 s". What they share
/// is the cost of a batch or ips, instances per second, whose unit tells of what.
class PaddleReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        skipLogger(s);
        if (!hasCosts(s.rest()))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        m_phase = Phase::Train;
        // The cleaner takes most of these for a label.
        for (const std::string_view tag : {"[Eval]", "[EVAL]", "[eval]", " val step:", " val loss_avg:"})
            m_phase = line.raw.bytes.find(tag) != std::string_view::npos ? Phase::Eval : m_phase;
        readHead(s, record);
        FieldText field;
        while (takeCounterOrField(s, field, record)) {
            if (!field.name.empty())
                addMetric(field, record, context);
        }
        if (!record.epoch && !record.step && !record.stepsPerEpoch)
            record.step = std::exchange(record.stepInEpoch, std::nullopt);
        if ((!record.step && !record.stepInEpoch && !record.epoch) || record.metrics.empty()) {
            context.drop();
            return {};
        }
        const bool evalOnly = std::all_of(record.metrics.begin(), record.metrics.end(),
                                          [](const LogMetric &m) { return m.name.startsWith(QLatin1String("eval_")); });
        if (m_phase == Phase::Eval || evalOnly)
            record.kind = RecordKind::Eval;
        return {Claim::Record};
    }

private:
    /// "ppocr INFO: " behind the date, "[08/15 04:02:46] ppdet.engine INFO: ".
    static void skipLogger(Scanner &s)
    {
        const std::size_t at = s.rest().substr(0, kMaxHead).find(" INFO: ");
        if (at != std::string_view::npos)
            s.skip(at + 7);
    }

    /// No clips, no chips.
    static bool hasIps(std::string_view text)
    {
        std::size_t at = text.find("ips: ");
        while (at != std::string_view::npos && at > 0 && isLetter(text[at - 1]))
            at = text.find("ips: ", at + 1);
        return at != std::string_view::npos;
    }

    static bool hasCosts(std::string_view text)
    {
        const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
        return has("batch_cost: ") || has("batch_cost=") || has("reader_cost: ") || hasIps(text) || has("avg_ips: ") ||
               has("interval_steps_per_second: ") || has("eval_steps_per_second: ") ||
               (has("[Epoch ") && has("][Avg]")) || (text.starts_with("global step ") && has("epoch: ")) ||
               (text.starts_with("epoch: ") && has(" done, ") && has("epoch time: "));
    }

    /// The forms that begin with brackets.
    void readHead(Scanner &s, LogRecord &record) const
    {
        skipTag(s);
        if (s.take("END ")) { // PaddleVideo's "END epoch:1   train loss_avg: .."
            record.kind = RecordKind::EpochEnd;
            s.take("epoch:");
            takeEpoch(s, record);
            s.skipBlanks();
            s.take("train ");
            s.take("val ");
        } else if (s.take("[Epoch ") || s.take("epoch[") || s.take("[epoch ")) {
            takeEpoch(s, record);
            if (s.take(", iter: ") || s.take(", iter "))
                record.stepInEpoch = s.integer();
            s.take(']');
            if (s.take("-batch[") || s.take("[Iter: "))
                takeInEpoch(s, record);
            s.take("[Avg]");
            s.take(']');
            skipTag(s);
            s.take(':');
            if (!record.stepInEpoch && m_phase == Phase::Train)
                record.kind = RecordKind::EpochEnd;
        } else if (s.take("Epoch: [")) {
            takeEpoch(s, record);
            s.take(']');
            s.skipBlanks();
            if (s.take('[')) {
                takeInEpoch(s, record);
                s.take(']');
            }
        } else if (s.peek() == '[') {
            takePairs(s, record);
        }
    }

    static void skipTag(Scanner &s)
    {
        s.skipBlanks();
        for (const std::string_view tag : {"[Train]", "[TRAIN]", "[train]", "[Eval]", "[EVAL]", "[eval]"})
            s.take(tag);
        s.skipBlanks();
    }

    /// "[1/1200], [10/63], "
    static void takePairs(Scanner &s, LogRecord &record)
    {
        const auto epoch = takeFraction(s);
        if (!epoch || !s.take(", "))
            return;
        record.epoch = double(epoch->at);
        record.totalEpochs = double(epoch->of);
        if (const auto step = takeFraction(s)) {
            record.stepInEpoch = step->at;
            record.stepsPerEpoch = step->of;
        }
    }

    static void takeEpoch(Scanner &s, LogRecord &record)
    {
        s.skipBlanks();
        if (const auto epoch = s.number())
            record.epoch = *epoch;
        if (s.take('/')) {
            if (const auto total = s.number())
                record.totalEpochs = *total;
        }
    }

    static void takeInEpoch(Scanner &s, LogRecord &record)
    {
        s.skipBlanks();
        record.stepInEpoch = s.integer();
        if (s.take('/'))
            record.stepsPerEpoch = s.integer();
    }

    /// A field without a name was a counter. False at the end.
    static bool takeCounterOrField(Scanner &s, FieldText &field, LogRecord &record)
    {
        while (isBlank(s.peek()) || s.peek() == ',' || s.peek() == ';')
            s.skip(1);
        const std::size_t from = s.position();
        field.name = {};
        if (s.take("global step ")) {
            record.step = s.integer();
            return true;
        }
        if (s.take("done,")) { // "epoch: 3 done, AUC: .."
            record.kind = RecordKind::EpochEnd;
            return true;
        }
        const bool isTrainStep = s.take("train step:") || s.take("val step:");
        const std::string_view name = isTrainStep ? "step" : s.word("_");
        const Counter counter = counterOf(name);
        if (counter != Counter::None && (isTrainStep || s.take(':') || s.take('='))) {
            s.skipBlanks();
            s.take('[');
            if (takeCounter(s, counter, isTrainStep, record)) {
                s.take(']');
                return true;
            }
        }
        s.moveTo(from);
        return nextLooseField(s, field);
    }

    static bool takeCounter(Scanner &s, Counter counter, bool isInEpoch, LogRecord &record)
    {
        s.skipBlanks();
        if (counter == Counter::Epoch) {
            takeEpoch(s, record);
            return record.epoch.has_value();
        }
        const auto at = s.integer();
        const auto of = at && s.take('/') ? s.integer() : std::nullopt;
        // "iter: 10/160000" counts all iterations, one without a total those of the epoch.
        const bool isGlobal = counter == Counter::Global || (counter == Counter::Iteration && of && !isInEpoch);
        (isGlobal ? record.step : record.stepInEpoch) = at;
        if (of)
            (isGlobal ? record.totalSteps : record.stepsPerEpoch) = of;
        return at.has_value();
    }

    void addMetric(FieldText &field, LogRecord &record, ReadContext &context) const
    {
        const bool isAside = field.name == "eta" || field.name == "ETA" || field.name == "avg_samples";
        if (isAside || field.name.find(',') != std::string_view::npos)
            return;
        // PaddleRec prints the loss twice.
        const auto isSame = [&](const LogMetric &m) {
            return m.name == QLatin1String(field.name.data(), qsizetype(field.name.size()));
        };
        if (record.metrics.size() >= kMaxMetrics || std::any_of(record.metrics.begin(), record.metrics.end(), isSame))
            return;
        const std::string unit = shortUnit(field.unit);
        field.unit = unit;
        const bool isIps = field.name == "ips" || field.name == "avg_ips" || field.name == "ips_total";
        if (isIps || field.name == "speed") {
            const std::string_view canon = unit.empty() && isIps ? "samples_per_sec" : meaningOfSpeedUnit(unit);
            ReadContext::addMetric(record, context.names.known(field.name, unit, canon), field.value);
        } else if (field.name.starts_with("lr(")) {
            ReadContext::addMetric(record, context.names.known(field.name, {}, "lr"), field.value);
        } else {
            addField(field, {kMeanings, m_phase}, record, context);
        }
    }

    Phase m_phase = Phase::Train;
};

} // namespace

std::unique_ptr<LogReader> makePaddleReader()
{
    return std::make_unique<PaddleReader>();
}

} // namespace paceline::logs
