// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/heldrecord.h"
#include "backends/parsers/logs/pythondict.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxDict = 64 * 1024;

std::optional<qint64> takeStep(Scanner &s)
{
    s.skipBlanks();
    return s.integer();
}

/// TensorFlow's Model Garden: "step: 100        steps_per_second: 1.68        {'loss': 4.18, ..}", since Orbit
/// "train | step:   200 | steps/sec:    6.4 | output: {..}" and " eval | step: 200 | eval time: 3.1 sec | output:
/// {..}", whose dict may stand on the lines below; and "TimeHistory: 15.68 seconds, 1632.50 examples/second between
/// steps 100 and 200".
class TfModelGardenReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (m_held.isOpen() && readFurther(line))
            return {isDictWhole() ? close(context) : Claim::Known};
        m_held.release(context);
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("train | step:"))
            return readOrbit(s, Phase::Train, line, context);
        if (s.take("eval | step:"))
            return readOrbit(s, Phase::Eval, line, context);
        if (s.take("step:"))
            return readController(s, line, context);
        if (s.take("Train Step: "))
            return readTrainStep(s, line, context);
        if (s.take("TimeHistory: "))
            return readHistory(s, line, context);
        if (s.take("BenchmarkMetric: "))
            return readBenchmark(s, line, context);
        return {};
    }
    void finish(ReadContext &context) override { m_held.release(context); }

private:
    void addSpeed(std::optional<double> value)
    {
        if (value)
            ReadContext::addMetric(m_held.record(), m_names.known("steps/sec", "steps/s", "steps_per_sec"), *value);
    }

    ReadResult readController(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = takeStep(s);
        s.skipBlanks();
        const bool isTrain = step && s.take("steps_per_second: ");
        if (!isTrain && !(step && s.take("evaluation metric: ")))
            return {};
        open(line, isTrain ? Phase::Train : Phase::Eval, *step);
        if (isTrain)
            addSpeed(s.number());
        s.skipBlanks();
        m_dict = std::string(s.rest().substr(0, kMaxDict));
        return {close(context)};
    }

    ReadResult readOrbit(Scanner &s, Phase phase, const CleanLine &line, ReadContext &context)
    {
        const auto step = takeStep(s);
        if (!step || !s.take(" | "))
            return {};
        open(line, phase, *step);
        if (s.take("steps/sec:")) {
            s.skipBlanks();
            addSpeed(s.number());
            if (s.rest().starts_with(" | eval time:"))
                s.skip(3);
        }
        if (s.take("eval time:")) {
            s.skipBlanks();
            if (const auto value = s.number())
                ReadContext::addMetric(m_held.record(), m_names.known("eval time", "s", {}), *value);
            s.take(" sec");
        }
        s.skipBlanks();
        if (!s.take("| output:")) {
            m_held.drop();
            return {};
        }
        s.skipBlanks();
        m_dict = std::string(s.rest().substr(0, kMaxDict));
        m_depth = 0;
        count(m_dict);
        return {isDictWhole() ? close(context) : Claim::Known};
    }

    ReadResult readHistory(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto seconds = s.number();
        const auto speed = seconds && s.take(" seconds, ") ? s.number() : std::nullopt;
        if (!speed || !s.take(" examples/second between steps ") || !s.integer() || !s.take(" and "))
            return {};
        const auto step = s.integer();
        if (!step)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        ReadContext::addMetric(record, context.names.known("examples/second", "examples/s", "samples_per_sec"), *speed);
        ReadContext::addMetric(record, context.names.known("seconds", "s", {}), *seconds);
        return {Claim::Record};
    }

    /// BERT before Orbit: "Train Step: 8/1094  / loss = 6.3  masked_lm_accuracy = 0.1 ..".
    static ReadResult readTrainStep(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = takeFraction(s);
        if (!step || !s.take("/ "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step->at;
        record.totalSteps = step->of;
        FieldText field;
        while (nextField(s, field, '='))
            addField(field, {}, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    ReadResult readBenchmark(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        s.take('\'');
        if (!readPythonDict(s, m_fields))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        for (const DictField &field : m_fields) {
            if ((field.key == "global step" || field.key == "global_step") && std::fabs(field.value) < 9e15)
                record.step = qint64(field.value);
            else
                ReadContext::addMetric(record, context.names.of(field.key), field.value);
        }
        if (record.step && !record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    void open(const CleanLine &line, Phase phase, qint64 step)
    {
        m_held.open(line, phase == Phase::Eval ? RecordKind::Eval : RecordKind::Train);
        m_held.record().step = step;
        m_phase = phase;
    }

    /// Lines of the dict are indented.
    bool readFurther(const CleanLine &line)
    {
        const bool fits = line.text.starts_with("  ") && m_dict.size() + line.text.size() < kMaxDict &&
                          m_held.hasRoom() && (!m_dict.empty() || trimmed(line.text).starts_with('{'));
        if (!fits)
            return false;
        m_held.extend(line);
        m_dict += m_dict.empty() ? "" : " ";
        m_dict += trimmed(line.text);
        count(trimmed(line.text));
        return true;
    }

    void count(std::string_view text)
    {
        m_depth += int(std::count(text.begin(), text.end(), '{') - std::count(text.begin(), text.end(), '}'));
    }
    bool isDictWhole() const { return !m_dict.empty() && m_depth <= 0; }

    Claim close(ReadContext &context)
    {
        Scanner s(m_dict);
        if (readPythonDict(s, m_fields)) {
            for (const DictField &field : m_fields)
                ReadContext::addMetric(m_held.record(), m_names.of(field.key, {}, m_phase), field.value);
        }
        m_dict.clear();
        const bool hasAny = !m_held.record().metrics.empty();
        m_held.release(context);
        return hasAny ? Claim::Record : Claim::Known;
    }

    HeldRecord m_held;
    MetricNames m_names;
    std::string m_dict;
    int m_depth = 0;
    Phase m_phase = Phase::Train;
    std::vector<DictField> m_fields;
};

} // namespace

std::unique_ptr<LogReader> makeTfModelGardenReader()
{
    return std::make_unique<TfModelGardenReader>();
}

} // namespace paceline::logs
