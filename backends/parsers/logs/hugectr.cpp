// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/mllogmarks.h"

namespace paceline::logs {
namespace {

constexpr int kMaxHeads = 8;

constexpr FieldMeaning kMeanings[] = {
    {"AverageLoss", "", "loss", "val_loss"},
};

/// HugeCTR behind its heads ("[20d02h08m28s][HUGECTR][INFO]: ", "[HCTR][02:08:28.123][INFO][RK0][main]: "):
/// "Iter: 1000 Time(1000 iters): 3.87s Loss: 0.138 lr:8.73" and "Evaluation, AUC: 0.77". In runs of MLPerf the result
/// stands again in a mark, "[422727, eval_accuracy, 0.775935, 0.0499552, 3790, ]", with epoch and step, and only that
/// one counts.
class HugeCtrReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        // The marks are printed once more at the end, in MLPerf's own form.
        if (m_marks.passesOver(line))
            return {Claim::Known};
        if (s.peek() == '[' && s.rest().size() > 1 && isDigit(s.rest()[1]) && trimmed(s.rest()).ends_with(", ]"))
            return readMark(s, line, context);
        for (int heads = 0; heads < kMaxHeads && s.take('['); ++heads) {
            s.until(']');
            s.take(']');
        }
        s.take(':');
        s.skipBlanks();
        if (s.take("Iter: "))
            return readIteration(s, line, context);
        if (!s.take("Evaluation, "))
            return {};
        return readEvaluation(s, line, context);
    }

private:
    ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.integer();
        const auto count = step && s.take(" Time(") ? s.integer() : std::nullopt;
        const auto seconds = count && s.take(" iters): ") ? s.number() : std::nullopt;
        if (!seconds || !s.take('s'))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = m_step = step;
        ReadContext::addMetric(record, context.names.known("Time(n iters)", "s", {}), *seconds);
        addFields(s, {kMeanings}, record, context);
        return {Claim::Record};
    }

    ReadResult readEvaluation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.step = m_step;
        const int count = addFields(s, {kMeanings, Phase::Eval}, record, context);
        if (count > 0 && !m_hasMarks)
            return m_marks.told({Claim::Record});
        context.drop();
        return {count > 0 ? Claim::Known : Claim::No};
    }

    ReadResult readMark(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto time = s.take('[') ? s.number() : std::nullopt;
        const std::string_view name = time && s.take(", ") ? s.word() : std::string_view();
        if (name.empty() || !isLetter(name.front()) || name.find('_') == std::string_view::npos)
            return {};
        m_hasMarks = true;
        const auto value = s.take(", ") ? s.number() : std::nullopt;
        const auto epoch = value && s.take(", ") ? s.number() : std::nullopt;
        if (!epoch || name != "eval_accuracy")
            return {Claim::Known};
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = *epoch;
        record.step = s.take(", ") ? s.integer() : std::nullopt;
        ReadContext::addMetric(record, context.names.known(name, {}, "val_accuracy"), *value);
        return m_marks.told({Claim::Record});
    }

    std::optional<qint64> m_step;
    bool m_hasMarks = false;
    MlLogMarks m_marks;
};

} // namespace

std::unique_ptr<LogReader> makeHugeCtrReader()
{
    return std::make_unique<HugeCtrReader>();
}

} // namespace paceline::logs
