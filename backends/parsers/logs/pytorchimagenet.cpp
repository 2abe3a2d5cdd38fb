// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 80;

struct Meaning
{
    std::string_view name, unit, trainCanon, evalCanon;
};

constexpr Meaning kMeanings[] = {
    {"Time", "s", "step_time", "step_time"}, {"Data", "s", "data_time", "data_time"},
    {"Loss", "", "loss", "val_loss"},        {"Acc@1", "%", "accuracy", "val_accuracy"},
    {"Acc@5", "%", "accuracy_top5", ""},     {"Prec@1", "%", "accuracy", "val_accuracy"},
    {"Prec@5", "%", "accuracy_top5", ""},    {"time", "s", "step_time", "step_time"},
    {"data", "s", "data_time", "data_time"}, {"mem", "", "gpu_mem", "gpu_mem"},
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

/// "eta 5:00:00", "eta 1 day, 5:00:00" of Swin.
bool skipEta(Scanner &s)
{
    if (!s.take("eta "))
        return false;
    s.until('\t');
    return true;
}

/// "Name value (average)" again and again, by tabs, blanks or commas, with a colon behind the name or none. False when
/// anything else stands there.
bool addFields(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
{
    while (true) {
        s.take(',');
        s.skipBlanks();
        if (s.atEnd())
            return !record.metrics.empty();
        if (skipEta(s))
            continue;
        const std::string_view name = s.word("_@/.");
        const bool hasColon = s.take(':');
        if (name.empty() || !(s.skipBlanks() || hasColon))
            return false;
        const auto value = s.number();
        if (!value)
            return false;
        addNamed(name, *value, phase, record, context);
        s.word("%/"); // a unit
        s.skipBlanks();
        if (!s.take('('))
            continue;
        s.skipBlanks();
        const auto average = s.number();
        s.word("%/");
        s.skipBlanks();
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
/// What grew out of it: "Epoch: 0 [10/5005]", "Train: [0/300][10/1251]\teta 5:00:00 lr ..", "Validate: [0][0/79]", and
/// torchvision's "Test:  Acc@1 69.758 Acc@5 89.078".
class PytorchImagenetReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        skipLogger(s);
        if (s.take("Epoch: ") || s.take("Train: "))
            return finish(readStep(s, Phase::Train, line, context), context);
        if (s.take("Test:") || s.take("Validate: "))
            return finish(readTest(s, line, context), context);
        if (s.take("* ") || s.take("*\t"))
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

    /// "[2021-03-25 12:00:00 swin_tiny](main.py 203): INFO " of Swin, whose bracket goes with the labels.
    static void skipLogger(Scanner &s)
    {
        if (s.peek() != '(')
            return;
        const std::size_t at = s.rest().substr(0, kMaxHead).find("): INFO ");
        if (at != std::string_view::npos)
            s.skip(at + 8);
        s.skipBlanks();
    }

    static bool takeEpoch(Scanner &s, LogRecord &record)
    {
        const bool bracket = s.take('[');
        s.skipBlanks();
        const auto epoch = s.integer();
        const auto total = epoch && s.take('/') ? s.integer() : std::nullopt;
        if (!epoch || (bracket && !s.take(']')))
            return false;
        record.epoch = double(*epoch);
        if (total)
            record.totalEpochs = double(*total);
        s.skipBlanks();
        return true;
    }

    static bool readStep(Scanner &s, Phase phase, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, phase == Phase::Train ? RecordKind::Train : RecordKind::Eval);
        return takeEpoch(s, record) && takeStep(s, record) && addFields(s, phase, record, context);
    }

    static bool readTest(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        s.skipBlanks();
        s.take("EMA ");
        if (isLetter(s.peek()))
            return readEnd(s, line, context);
        Scanner epochFirst = s; // "Validate: [0][0/79]"
        LogRecord place;
        if (takeEpoch(epochFirst, place) && epochFirst.peek() == '[')
            return readStep(s, Phase::Eval, line, context);
        LogRecord &record = context.add(line, RecordKind::Eval);
        return takeStep(s, record) && addFields(s, Phase::Eval, record, context);
    }

    static bool readEnd(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
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
