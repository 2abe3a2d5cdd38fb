// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/loosefields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 200;

/// MONAI's StatsHandler: "Epoch: 1/100, Iter: 2/16 -- train_loss: 2.2761 " of an iteration and
/// "Epoch[1] Metrics -- val_mean_dice: 0.5123 " of an epoch.
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
        return {};
    }

private:
    /// "[19180] [MainThread] [INFO] (ignite.engine.engine.SupervisedTrainer:294) - " behind the date.
    static void skipLogger(Scanner &s)
    {
        if (s.peek() == 'E')
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
};

} // namespace

std::unique_ptr<LogReader> makeMonaiReader()
{
    return std::make_unique<MonaiReader>();
}

} // namespace paceline::logs
