// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

struct Meaning
{
    std::string_view name, unit, trainCanon, evalCanon;
};

constexpr Meaning kMeanings[] = {
    {"Time", "s", "step_time", "step_time"}, {"Data", "s", "data_time", "data_time"},
    {"Loss", "", "loss", "val_loss"},        {"Acc@1", "%", "accuracy", "val_accuracy"},
    {"Acc@5", "%", "accuracy_top5", ""},     {"Prec@1", "%", "accuracy", "val_accuracy"},
    {"Prec@5", "%", "accuracy_top5", ""},
};

void addNamed(std::string_view name, double value, Phase phase, LogRecord &record, ReadContext &context)
{
    for (const Meaning &m : kMeanings) {
        if (m.name == name) {
            const std::string_view canon = phase == Phase::Train ? m.trainCanon : m.evalCanon;
            ReadContext::addMetric(record, context.names.known(name, m.unit, canon), value);
            return;
        }
    }
    ReadContext::addMetric(record, context.names.of(name, {}, phase), value);
}

/// "Name value (average)" again and again, by tabs or blanks. False when anything else stands there.
bool addFields(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
{
    while (true) {
        s.skipBlanks();
        if (s.atEnd())
            return !record.metrics.empty();
        const std::string_view name = s.word("_@/.");
        if (name.empty() || !s.skipBlanks())
            return false;
        const auto value = s.number();
        if (!value)
            return false;
        addNamed(name, *value, phase, record, context);
        s.skipBlanks();
        if (!s.take('('))
            continue;
        s.skipBlanks();
        const auto average = s.number();
        if (!average || !s.take(')'))
            return false;
        if (name == "Loss" && phase == Phase::Train)
            ReadContext::addMetric(record, context.names.known("Loss avg", {}, {}), *average);
    }
}

/// "[ 10/5005]" into the step within the epoch.
bool takeStep(Scanner &s, LogRecord &record)
{
    if (!s.take('['))
        return false;
    s.skipBlanks();
    record.stepInEpoch = s.integer();
    s.skipBlanks();
    if (!record.stepInEpoch || !s.take('/'))
        return false;
    s.skipBlanks();
    record.stepsPerEpoch = s.integer();
    return record.stepsPerEpoch && s.take(']');
}

/// "Epoch: [0][ 10/5005]\tTime  0.3 ( 0.4)\t...", "Test: [ 0/196]\tTime ..." and " *   Acc@1 69.758 Acc@5 89.078".
class PytorchImagenetReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.rest().starts_with("Epoch: ["))
            return finish(readEpoch(s, line, context), context);
        if (s.rest().starts_with("Test: ["))
            return finish(readTest(s, line, context), context);
        if (s.rest().starts_with("* ") || s.rest().starts_with("*\t"))
            return finish(readEnd(s, line, context), context);
        return {};
    }

private:
    static ReadResult finish(bool understood, ReadContext &context)
    {
        if (!understood)
            context.drop();
        return {understood ? Claim::Record : Claim::No};
    }

    static bool readEpoch(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        s.take("Epoch: [");
        s.skipBlanks();
        const auto epoch = s.integer();
        if (!epoch || !s.take(']'))
            return false;
        record.epoch = double(*epoch);
        s.skipBlanks();
        return takeStep(s, record) && addFields(s, Phase::Train, record, context);
    }

    static bool readTest(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        s.take("Test: ");
        return takeStep(s, record) && addFields(s, Phase::Eval, record, context);
    }

    static bool readEnd(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        s.take('*');
        s.skipBlanks();
        const bool isAccuracy = s.rest().starts_with("Acc@1") || s.rest().starts_with("Prec@1");
        return isAccuracy && addFields(s, Phase::Eval, record, context);
    }
};

} // namespace

std::unique_ptr<LogReader> makePytorchImagenetReader()
{
    return std::make_unique<PytorchImagenetReader>();
}

} // namespace paceline::logs
