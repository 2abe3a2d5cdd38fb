// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/readerstate.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kTimerMeanings[] = {
    {"RunningAvgSamplesPerSec", "samples/s", "", ""},
    {"CurrSamplesPerSec", "samples/s", "samples_per_sec", ""},
    {"MaxMemAllocated", "GB", "gpu_mem", ""},
    {"MemAllocated", "GB", "", ""},
    {"SamplesPerSec", "samples/s", "samples_per_sec", ""},
};

constexpr FieldMeaning kPipelineMeanings[] = {
    {"iter time (s)", "s", "step_time", ""},
    {"samples/sec", "samples/s", "samples_per_sec", ""},
};

/// DeepSpeed's engine: "step=670, skipped=10, lr=[9.4e-06, ..], mom=[..]" and
/// "epoch=1/micro_step=210/global_step=670, RunningAvgSamplesPerSec=171.7, CurrSamplesPerSec=171.6,
/// MemAllocated=3.96GB, ..", at first "0/670, SamplesPerSec=171.6"; its pipeline engine "steps: 670 loss: 2.34 iter
/// time (s): 1.23 samples/sec: 12.3".
class DeepSpeedReader final : public LogReader
{
public:
    QByteArray state() const override { return packed(m_step); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_step); }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("step="))
            return readStep(s, line, context);
        if (s.take("epoch="))
            return readTimer(s, line, context);
        if (s.take("steps: "))
            return readPipeline(s, line, context);
        if (isDigit(s.peek()))
            return readOldTimer(s, line, context);
        if (s.take("ppl: "))
            return readPerplexity(s, line, context);
        return {};
    }

private:
    ReadResult readStep(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.integer();
        const auto skipped = step && s.take(", skipped=") ? s.integer() : std::nullopt;
        if (!skipped || !s.take(", lr=["))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = m_step = step;
        ReadContext::addMetric(record, context.names.known("skipped", {}, "skipped"), double(*skipped));
        if (!s.take("np.float64(") && !s.take("np.float32("))
            s.take("tensor(");
        if (const auto rate = s.number()) // the groups mostly share one
            ReadContext::addMetric(record, context.names.known("lr", {}, "lr"), *rate);
        return {Claim::Record};
    }

    static ReadResult readTimer(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto micro = epoch && s.take("/micro_step=") ? s.integer() : std::nullopt;
        const auto step = micro && s.take("/global_step=") ? s.integer() : std::nullopt;
        if (!step || !s.take(", "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(*epoch);
        record.stepInEpoch = micro;
        record.step = step;
        addFields(s, {kTimerMeanings}, record, context, '=');
        return {Claim::Record};
    }

    /// "epoch/micro step, ..". The line of the step, which comes first, tells which step it is.
    ReadResult readOldTimer(Scanner &s, const CleanLine &line, ReadContext &context) const
    {
        const auto place = takeFraction(s);
        const std::string_view rest = s.rest();
        if (!place || !(rest.starts_with(", SamplesPerSec=") || rest.starts_with(", RunningAvgSamplesPerSec=")))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(place->at);
        record.stepInEpoch = place->of;
        record.step = m_step ? m_step : record.stepInEpoch;
        addFields(s, {kTimerMeanings}, record, context, '=');
        return {Claim::Record};
    }

    static ReadResult readPipeline(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.integer();
        if (!step || !s.take(" loss: ") || s.rest().find(" iter time (s): ") == std::string_view::npos)
            return {};
        s.moveTo(s.position() - 6);
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        addFields(s, {kPipelineMeanings}, record, context);
        return {Claim::Record};
    }

    static ReadResult readPerplexity(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto value = s.number();
        const auto loss = value && s.take(", loss: ") ? s.number() : std::nullopt;
        if (!value || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        ReadContext::addMetric(record, context.names.known("ppl", {}, "perplexity"), *value);
        if (loss)
            ReadContext::addMetric(record, context.names.known("loss", {}, "val_loss"), *loss);
        return {Claim::Record};
    }

    std::optional<qint64> m_step;
};

} // namespace

std::unique_ptr<LogReader> makeDeepSpeedReader()
{
    return std::make_unique<DeepSpeedReader>();
}

} // namespace paceline::logs
