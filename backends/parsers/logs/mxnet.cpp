// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fieldlist.h"
#include "backends/parsers/logs/loosefields.h"
#include "backends/parsers/logs/mllogmarks.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"Speed", "samples/s", "samples_per_sec", ""},
    {"speed", "samples/s", "samples_per_sec", ""},
    {"avg speed", "samples/s", "samples_per_sec", ""},
    {"Time cost", "s", "epoch_time", ""},
    {"time cost", "s", "epoch_time", ""},
    {"Training cost", "s", "epoch_time", ""},
    {"Train-accuracy", "", "accuracy", ""},
    {"Validation-accuracy", "", "val_accuracy", "val_accuracy"},
    {"top_k_accuracy_5", "", "accuracy_top5", ""},
    {"Train-top_k_accuracy_5", "", "accuracy_top5", ""},
    {"cross-entropy", "", "loss", "val_loss"},
    {"lossvalue", "", "loss", ""},
    {"current loss", "", "loss", ""},
    {"valid loss", "", "val_loss", "val_loss"},
    {"Train-cross-entropy", "", "loss", "val_loss"},
    {"Validation-cross-entropy", "", "val_loss", "val_loss"},
};

void addMetrics(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
{
    FieldText field;
    while (nextLooseField(s, field)) {
        // The names of validation say what is counted: Validation-total-count is none.
        if (field.name.ends_with("-count") || field.name == "eta")
            continue;
        const std::string unit = shortUnit(field.unit);
        field.unit = unit;
        addField(field, {kMeanings, phase}, record, context);
    }
}

/// MXNet's Module.fit and Speedometer, and Gluon's scripts:
/// "Node[0] Epoch[0] Batch [0-20]\tSpeed: 20461.75 samples/sec\taccuracy=0.001284", "Epoch[0] Time cost=58.933",
/// "Epoch[0] Validation-accuracy=0.067840", "[Epoch 0] validation: err-top1=0.5".
class MxnetModuleReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        return m_marks.passesOver(line) ? ReadResult{Claim::Known} : m_marks.told(readOwn(line, context));
    }

private:
    ReadResult readOwn(const CleanLine &line, ReadContext &context)
    {
        Scanner s(line.text);
        std::optional<int> node;
        if (s.take("Node[")) {
            const auto value = s.integer();
            if (!value || *value < 0 || *value > 1'000'000 || !s.take("] "))
                return {};
            node = int(*value);
        }
        std::optional<qint64> epoch;
        if (s.take("Epoch["))
            epoch = s.integer();
        else if (!node && s.take("[Epoch "))
            epoch = s.integer();
        // GluonNLP: "[Epoch 0 Batch 100/1500] loss=..".
        const auto batch = epoch && !node && s.take(" Batch ") ? takeFraction(s) : std::nullopt;
        if (!epoch || !s.take(']'))
            return {};
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = double(*epoch);
        if (batch) {
            record.kind = RecordKind::Train;
            record.stepInEpoch = batch->at;
            record.stepsPerEpoch = batch->of;
            addAny(s, record, context);
            return finish(record, context);
        }
        if (node && !record.rank)
            record.rank = node;
        if (s.take(" Rank[")) {
            const auto rank = s.integer();
            if (rank && *rank >= 0 && *rank < 1'000'000)
                record.rank = int(*rank);
            s.take(']');
        }
        if (!readRest(s, record, context))
            record.metrics.clear();
        return finish(record, context);
    }

    static ReadResult finish(const LogRecord &record, ReadContext &context)
    {
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    /// GluonNLP leaves the signs out: "current loss 5.3, ppl 200.1, throughput 123.4 samples/s, lr 20.0".
    void addAny(Scanner &s, LogRecord &record, ReadContext &context)
    {
        if (s.rest().find('=') != std::string_view::npos || !m_list.parse(s.rest())) {
            addMetrics(s, Phase::Train, record, context);
            return;
        }
        for (const FieldList::Field &field : m_list.fields) {
            if (field.counter == FieldList::Counter::None)
                addField({field.name, field.unit, field.value, {}}, {kMeanings, m_list.phase}, record, context);
        }
    }

    bool readRest(Scanner &s, LogRecord &record, ReadContext &context)
    {
        s.skipBlanks();
        s.take('['); // GluonCV: "[Epoch 0][Batch 99], Speed: .."
        if (s.take("Batch "))
            return readBatch(s, record, context);
        if (s.take("validation:") || s.take("val:") || s.rest().starts_with("Validation-")) {
            record.kind = RecordKind::Eval;
            addMetrics(s, Phase::Eval, record, context);
            return true;
        }
        for (const std::string_view start : {"train ", "valid ", "throughput ", "time cost "}) {
            if (s.rest().starts_with(start)) {
                addAny(s, record, context);
                return true;
            }
        }
        if (!s.take("training:") && !s.rest().starts_with("Train-") && !s.rest().starts_with("Time cost=") &&
            !s.rest().starts_with("Speed: ") && !s.rest().starts_with("speed: ") &&
            !s.rest().starts_with("time cost: ") && !s.rest().starts_with("Training cost: "))
            return false;
        addMetrics(s, Phase::Train, record, context);
        return true;
    }

    /// "[20]" or "[0-20]": the batches since the line before, up to the last.
    static bool readBatch(Scanner &s, LogRecord &record, ReadContext &context)
    {
        s.take('[');
        auto batch = s.integer();
        if (batch && s.take('-'))
            batch = s.integer();
        if (batch && s.take('/'))
            record.stepsPerEpoch = s.integer();
        if (!batch || !s.take(']'))
            return false;
        record.kind = RecordKind::Train;
        record.stepInEpoch = batch;
        s.skipBlanks();
        s.take(',');
        s.skipBlanks();
        if (!s.rest().starts_with("Speed") && !s.rest().starts_with("speed"))
            return false;
        addMetrics(s, Phase::Train, record, context);
        return true;
    }

    FieldList m_list;
    MlLogMarks m_marks;
};

/// NVIDIA's SSD on MXNet: "[Training][Iteration 100][Epoch 1, Batch 100/115] lr: 0.03120, training time: 230.951 [ms],
/// speed: 4433.848 [imgs/sec], loss=9.127" and, of an epoch, "[Training][Epoch 1] training time: 26.544 [sec], ..".
class MxnetSsdReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        return m_marks.passesOver(line) ? ReadResult{Claim::Known} : m_marks.told(readOwn(line, context));
    }

private:
    static ReadResult readOwn(const CleanLine &line, ReadContext &context)
    {
        Scanner s(line.text);
        // The first bracket mostly goes with the labels.
        const bool isEval = s.take("[Evaluation]") || s.take("[Validation]");
        s.take("[Training]");
        std::optional<qint64> step;
        if (s.take("[Iteration ")) {
            step = s.integer();
            if (!step || !s.take(']'))
                return {};
        }
        const auto epoch = s.take("[Epoch ") ? s.integer() : std::nullopt;
        if (!epoch)
            return {};
        const auto batch = s.take(", Batch ") ? takeFraction(s) : std::nullopt;
        if (!s.take("] ") || (!batch && step))
            return {};
        if (!batch && !s.rest().starts_with("training time: "))
            return {};
        LogRecord &record = context.add(line, isEval  ? RecordKind::Eval
                                              : batch ? RecordKind::Train
                                                      : RecordKind::EpochEnd);
        record.step = step;
        record.epoch = double(*epoch);
        if (batch) {
            record.stepInEpoch = batch->at;
            record.stepsPerEpoch = batch->of;
        }
        addFields(s, batch ? "step_time" : "epoch_time", record, context);
        if (record.metrics.size() > 1)
            return {Claim::Record};
        context.drop();
        return {};
    }

    /// The training time is that of a step or that of the epoch.
    static void addFields(Scanner &s, std::string_view timeCanon, LogRecord &record, ReadContext &context)
    {
        FieldText field;
        while (nextLooseField(s, field)) {
            const std::string unit = shortUnit(field.unit);
            field.unit = unit;
            if (field.name == "training time")
                ReadContext::addMetric(record, context.names.known(field.name, unit, timeCanon), field.value);
            else
                addField(field, {kMeanings}, record, context);
        }
    }

    MlLogMarks m_marks{MlLogMarks::Evaluations::OnlyMarked};
};

} // namespace

std::unique_ptr<LogReader> makeMxnetModuleReader()
{
    return std::make_unique<MxnetModuleReader>();
}
std::unique_ptr<LogReader> makeMxnetSsdReader()
{
    return std::make_unique<MxnetSsdReader>();
}

} // namespace paceline::logs
