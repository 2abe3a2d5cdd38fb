// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fieldlist.h"
#include "backends/parsers/logs/readerstate.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLine = 8192;

/// Lines of names and values that hold a step, epoch or batch and a loss, accuracy, rate or time, whoever printed them.
class NameValueReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.size() > kMaxLine || !m_list.parse(line.text))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        bool hasCounter = false, hasHeadline = false, hasRate = false, evalOnly = true;
        for (const FieldList::Field &field : m_list.fields) {
            if (field.counter != FieldList::Counter::None) {
                hasCounter |= takeCounter(field, field.counter, record);
                continue;
            }
            const MetricName &name = addMetric(field, record, context);
            hasHeadline |= name.isHeadline;
            hasRate |= name.isRate;
            evalOnly &= name.fitsEval;
        }
        hasHeadline |= hasRate && m_list.fields.front().counter != FieldList::Counter::None && !record.stepInEpoch;
        if (!hasCounter || !hasHeadline) {
            context.drop();
            return {};
        }
        placeInEpoch(record);
        record.kind = kindOf(record, evalOnly);
        return {Claim::Record};
    }

    QByteArray state() const override { return packed(m_lastEpoch, m_lastStep, m_stepsRestart); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_lastEpoch, m_lastStep, m_stepsRestart); }

private:
    static bool takeCounter(const FieldList::Field &field, FieldList::Counter counter, LogRecord &record)
    {
        const bool whole = std::isfinite(field.value) && field.value >= 0 && field.value < 9e15 &&
                           (counter == FieldList::Counter::Epoch || field.value == std::floor(field.value));
        if (!whole)
            return false;
        if (counter == FieldList::Counter::Epoch) {
            record.epoch = field.value;
            if (field.of)
                record.totalEpochs = double(*field.of);
        } else if (counter == FieldList::Counter::Step) {
            record.step = qint64(field.value);
            record.totalSteps = field.of;
        } else {
            record.stepInEpoch = qint64(field.value);
            record.stepsPerEpoch = field.of;
        }
        return true;
    }

    /// A mean is the loss where the line has no other.
    const MetricName &nameOf(const FieldList::Field &field, ReadContext &context) const
    {
        const bool isMean =
            field.name.size() >= 8 && isOneOf(field.name, {"average loss", "average_loss", "avg loss", "avg_loss",
                                                           "mean loss", "mean_loss", "avg. loss"});
        const bool isOnly = isMean && std::none_of(m_list.fields.begin(), m_list.fields.end(), [](const auto &other) {
                                return isOneOf(other.name, {"loss", "train loss", "train_loss"});
                            });
        if (isOnly)
            return context.names.known(field.name, field.unit, m_list.phase == Phase::Eval ? "val_loss" : "loss");
        return context.names.of(field.name, field.unit, m_list.phase);
    }

    const MetricName &addMetric(const FieldList::Field &field, LogRecord &record, ReadContext &context) const
    {
        const MetricName &name = nameOf(field, context);
        ReadContext::addMetric(record, name, field.value);
        const bool mayBeClock = lowered(field.name.front()) == 'e' || lowered(field.name.front()) == 't';
        if (mayBeClock && isOneOf(field.name, {"elapsed", "elapsed_time", "elapsed time", "time elapsed", "total time",
                                               "time_elapsed"})) {
            const double factor = field.unit == "ms" ? 1e-3 : field.unit == "min" ? 60 : field.unit == "h" ? 3600 : 1;
            context.last().elapsedS = field.value * factor;
        }
        return name;
    }

    /// "Epoch [1/10], Step [100/600]" counts within the epoch; so does a step that fell when the epoch rose.
    void placeInEpoch(LogRecord &record)
    {
        if (!record.epoch || !record.step)
            return;
        if (m_lastEpoch && *record.epoch > *m_lastEpoch && m_lastStep && *record.step <= *m_lastStep)
            m_stepsRestart = true;
        m_lastEpoch = record.epoch;
        m_lastStep = record.step;
        if (record.totalSteps || m_stepsRestart) {
            record.stepInEpoch = std::exchange(record.step, std::nullopt);
            record.stepsPerEpoch = std::exchange(record.totalSteps, std::nullopt);
        }
    }

    RecordKind kindOf(const LogRecord &record, bool evalOnly) const
    {
        if (m_list.phase == Phase::Eval || evalOnly)
            return RecordKind::Eval;
        return record.step || record.stepInEpoch ? RecordKind::Train : RecordKind::EpochEnd;
    }

    FieldList m_list;
    std::optional<double> m_lastEpoch;
    std::optional<qint64> m_lastStep;
    bool m_stepsRestart = false;
};

} // namespace

std::unique_ptr<LogReader> makeNameValueReader()
{
    return std::make_unique<NameValueReader>();
}

} // namespace paceline::logs
