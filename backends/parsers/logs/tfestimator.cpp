// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLine = 4096;

/// "name = value, name = value": false when something else stands there. Step counters go to the record's step.
bool addAssignments(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
{
    do {
        s.skipBlanks();
        const std::string_view name = s.word("_/-.@:");
        s.skipBlanks();
        if (name.empty() || !isLetter(name.front()) || !s.take('='))
            return false;
        s.skipBlanks();
        const auto value = s.number();
        if (!value)
            return false;
        if (name == "iter" || name == "iteration" || name == "batch") // counters of others
            return false;
        if ((name == "step" || name == "global_step") && *value >= 0 && *value < 9e15)
            record.step = qint64(*value);
        else if (name == "epoch")
            record.epoch = *value;
        else
            ReadContext::addMetric(record, context.names.of(name, {}, phase), *value);
    } while (s.take(','));
    s.skipBlanks();
    return true;
}

/// TensorFlow's estimators and hooks: "loss = 0.0936, step = 2301 (0.160 sec)", "global_step/sec: 631.405" before the
/// line that it belongs to, "Saving dict for global step 1000: accuracy = 0.9, ..", "Loss for final step: 0.05." and
/// slim's "global step 10: loss = 1.2 (0.250 sec/step)".
class TfEstimatorReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.size() > kMaxLine)
            return {};
        Scanner s(trimmed(line.text));
        LogRecord &record = context.add(line, RecordKind::Train);
        if (readAny(s, record, context) && s.atEnd())
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    static bool readAny(Scanner &s, LogRecord &record, ReadContext &context)
    {
        if (s.take("global_step/sec: "))
            return addOne(s, context.names.known("global_step/sec", "steps/s", "steps_per_sec"), record);
        if (s.take("examples/sec: "))
            return addOne(s, context.names.known("examples/sec", "examples/s", "samples_per_sec"), record);
        if (s.take("Average examples/sec: "))
            return readAverage(s, record, context);
        if (s.take("Loss for final step: ")) {
            record.kind = RecordKind::Summary;
            return addOne(s, context.names.known("Loss for final step", {}, "loss"), record) && (s.take('.'), true);
        }
        if (s.take("Saving dict for global step ")) {
            record.kind = RecordKind::Eval;
            record.step = s.integer();
            return record.step && s.take(':') && addAssignments(s, Phase::Eval, record, context) &&
                   !record.metrics.empty();
        }
        if (s.take("global step ")) {
            record.step = s.integer();
            return record.step && s.take(':') && addAssignments(s, Phase::Train, record, context) &&
                   takeSeconds(s, record, context);
        }
        if (!addAssignments(s, Phase::Train, record, context) || record.metrics.empty())
            return false;
        return takeSeconds(s, record, context) || (record.step && !record.epoch && s.atEnd());
    }

    static bool addOne(Scanner &s, const MetricName &name, LogRecord &record)
    {
        const auto value = s.number();
        if (value)
            ReadContext::addMetric(record, name, *value);
        return value.has_value();
    }

    /// "1077.5 (1083.2), step = 300": the mean of all, that of the last steps, and their number.
    static bool readAverage(Scanner &s, LogRecord &record, ReadContext &context)
    {
        const auto all = s.number();
        const auto lately = all && s.take(" (") ? s.number() : std::nullopt;
        if (!lately || !s.take("), step = "))
            return false;
        const auto step = s.number();
        ReadContext::addMetric(record, context.names.known("Average examples/sec", "examples/s", {}), *all);
        ReadContext::addMetric(record, context.names.known("examples/sec", "examples/s", "samples_per_sec"), *lately);
        if (step && *step >= 0 && *step < 9e15)
            record.step = qint64(*step);
        return step.has_value();
    }

    /// "(0.160 sec)" since the line before, "(0.250 sec/step)".
    static bool takeSeconds(Scanner &s, LogRecord &record, ReadContext &context)
    {
        const auto value = s.take('(') ? s.number() : std::nullopt;
        if (!value)
            return false;
        s.skipBlanks();
        if (s.take("sec/step)"))
            ReadContext::addMetric(record, context.names.known("sec/step", "s", "step_time"), *value);
        else if (s.take("sec)"))
            ReadContext::addMetric(record, context.names.known("sec", "s", {}), *value);
        else
            return false;
        return true;
    }
};

} // namespace

std::unique_ptr<LogReader> makeTfEstimatorReader()
{
    return std::make_unique<TfEstimatorReader>();
}

} // namespace paceline::logs
