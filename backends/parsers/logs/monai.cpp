// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/loosefields.h"
#include "backends/parsers/logs/readerstate.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 200;

/// MONAI's StatsHandler: "Epoch: 1/100, Iter: 2/16 -- train_loss: 2.2761 " of an iteration and
/// "Epoch[1] Metrics -- val_mean_dice: 0.5123 " of an epoch. The loops of its tutorials: "epoch 14/300", below it
/// "1/16, train_loss: 0.1162 step time: 0.9368", and "epoch 14 average loss: 0.2148".
class MonaiReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        skipLogger(s);
        if (s.take("Epoch: "))
            return readIteration(s, line, context);
        if (s.take("Epoch["))
            return readEpoch(s, line, context);
        if (s.take("epoch "))
            return readTutorialEpoch(s, line, context);
        return m_epoch && isDigit(s.peek()) ? readTutorialStep(s, line, context) : ReadResult{};
    }

    QByteArray state() const override { return packed(m_epoch, m_totalEpochs); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_epoch, m_totalEpochs); }

private:
    /// "[19180] [MainThread] [INFO] (ignite.engine.engine.SupervisedTrainer:294) - " behind the date.
    static void skipLogger(Scanner &s)
    {
        if (s.peek() == 'E' || s.peek() == 'e' || isDigit(s.peek()))
            return;
        const std::size_t at = s.rest().substr(0, kMaxHead).find(" - Epoch");
        if (at != std::string_view::npos)
            s.skip(at + 3);
    }

    static ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = takeFraction(s);
        const auto iteration = epoch && s.take(", Iter: ") ? s.integer() : std::nullopt;
        if (!iteration || !s.take('/'))
            return {};
        const auto total = s.integer();
        if ((!total && s.word() != "None") || !s.take(" -- "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(epoch->at);
        record.totalEpochs = double(epoch->of);
        record.stepInEpoch = iteration;
        record.stepsPerEpoch = total;
        return finish(s, record, context);
    }

    static ReadResult readEpoch(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        if (!epoch || !s.take("] Metrics -- "))
            return {};
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = double(*epoch);
        const ReadResult result = finish(s, record, context);
        if (result.claim == Claim::Record && std::all_of(record.metrics.begin(), record.metrics.end(), [](auto &m) {
                return m.name.startsWith(QLatin1String("val"));
            }))
            record.kind = RecordKind::Eval;
        return result;
    }

    ReadResult readTutorialEpoch(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto total = epoch && s.take('/') ? s.integer() : std::nullopt;
        if (total && trimmed(s.rest()).empty()) {
            m_epoch = double(*epoch);
            m_totalEpochs = double(*total);
            return {Claim::Known};
        }
        const auto loss = epoch && !total && s.take(" average loss: ") ? s.number() : std::nullopt;
        if (!loss || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = double(*epoch);
        ReadContext::addMetric(record, context.names.known("average loss", {}, "loss"), *loss);
        return {Claim::Record};
    }

    ReadResult readTutorialStep(Scanner &s, const CleanLine &line, ReadContext &context) const
    {
        const auto step = takeFraction(s);
        if (!step || !s.rest().starts_with(", train_loss: "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = m_epoch;
        record.totalEpochs = m_totalEpochs;
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        return finish(s, record, context);
    }

    static ReadResult finish(Scanner &s, LogRecord &record, ReadContext &context)
    {
        FieldText field;
        while (nextLooseField(s, field))
            addField(field, {}, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    std::optional<double> m_epoch, m_totalEpochs; ///< of the tutorials' loop
};

} // namespace

std::unique_ptr<LogReader> makeMonaiReader()
{
    return std::make_unique<MonaiReader>();
}

} // namespace paceline::logs
