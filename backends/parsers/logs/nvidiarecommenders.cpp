// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/loosefields.h"
#include "backends/parsers/logs/mllogmarks.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kDlrmMeanings[] = {
    {"step_time", "", "step_time", "step_time"},
    {"Test loss", "", "val_loss", "val_loss"},
};

/// NVIDIA's DLRM: "Epoch:[0/1] [592/75869]  eta: 0:14:24  loss: 0.1482  step_time: 11.4794 ms  lr: 5.175273" and
/// "Epoch 0 step 3792. auc 0.776527", "Epoch 0 step 3792. Test loss 0.12345, auc 0.776527".
class NvidiaDlrmReader final : public LogReader
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
        if (s.take("Epoch:"))
            return readStep(s, line, context);
        return s.take("Epoch ") ? readTest(s, line, context) : ReadResult{};
    }

    static ReadResult readStep(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        s.skipBlanks();
        const auto epoch = s.peek() == '[' ? takeFraction(s) : std::nullopt;
        s.skipBlanks();
        const auto step = epoch && s.peek() == '[' ? takeFraction(s) : std::nullopt;
        s.skipBlanks();
        if (!step || !s.rest().starts_with("eta:"))
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = double(epoch->at);
        record.totalEpochs = double(epoch->of);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        FieldText field;
        while (nextLooseField(s, field)) {
            if (field.name != "eta")
                addField(field, {kDlrmMeanings}, record, context);
        }
        return finish(record, context);
    }

    static ReadResult readTest(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto step = epoch && s.take(" step ") ? wholeNumber(s.until(std::string_view(". "))) : std::nullopt;
        if (!step || *step < 0 || *step > 9e15 || !s.take(". "))
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = double(*epoch);
        record.step = qint64(*step);
        do {
            s.skipBlanks();
            const std::string_view part = trimmed(s.until(','));
            const std::size_t blank = part.rfind(' ');
            const auto value = blank == std::string_view::npos ? std::nullopt : wholeNumber(part.substr(blank + 1));
            if (!value)
                break;
            FieldText field;
            field.name = part.substr(0, blank);
            field.value = *value;
            addField(field, {kDlrmMeanings, Phase::Eval}, record, context);
        } while (s.take(','));
        if (!s.atEnd())
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

    MlLogMarks m_marks;
};

/// NVIDIA's NCF: "Epoch 0: HR@10 = 0.4302, NDCG@10 = 0.2439, train_time = 1.77, val_time = 0.29". Its bars count the
/// steps of one epoch of a second, and MLPerf's marks of epochs say what this line says: both are passed over.
class NvidiaNcfReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        if (s.take("Initial HR@")) {
            m_isKnown = true;
            return {Claim::Known};
        }
        if (m_isKnown && isMark(line.text))
            return {Claim::Known};
        const auto epoch = s.take("Epoch ") ? s.integer() : std::nullopt;
        if (!epoch || !s.take(": ") || !s.rest().starts_with("HR@"))
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = double(*epoch);
        FieldText field;
        while (nextLooseField(s, field)) {
            const bool isTime = field.name.ends_with("_time");
            const std::string_view canon = field.name == "train_time" ? "epoch_time" : "";
            const MetricName &name = field.name == "loss" || field.name == "train_loss"
                                         ? context.names.of(field.name)
                                         : context.names.known(field.name, isTime ? "s" : "", canon);
            ReadContext::addMetric(record, name, field.value);
        }
        m_isKnown = true;
        return {Claim::Record};
    }

private:
    static bool isMark(std::string_view text)
    {
        if (text.starts_with(":::MLPv0.") || text.starts_with(":::MLL"))
            return true;
        Scanner s(text);
        s.skipBlanks();
        return s.integer() && s.take("%|");
    }

    bool m_isKnown = false;
};

} // namespace

std::unique_ptr<LogReader> makeNvidiaDlrmReader()
{
    return std::make_unique<NvidiaDlrmReader>();
}
std::unique_ptr<LogReader> makeNvidiaNcfReader()
{
    return std::make_unique<NvidiaNcfReader>();
}

} // namespace paceline::logs
