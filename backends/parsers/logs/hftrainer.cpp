// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/pythondict.h"
#include "backends/parsers/logs/readerstate.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 160;

/// A dict may stand behind the head of a logger: "llamafactory.train.callbacks:157 >> {'loss': ..".
bool skipHead(Scanner &s)
{
    s.skipBlanks();
    if (s.peek() == '{')
        return true;
    const std::string_view head = s.rest().substr(0, kMaxHead);
    const std::size_t brace = head.find("{'");
    if (brace == std::string_view::npos || !head.substr(0, brace).ends_with(">> "))
        return false;
    s.skip(brace);
    return true;
}

/// What the Trainer prints: {'loss': 1.5, 'grad_norm': 0.5, 'learning_rate': 1e-05, 'epoch': 0.01}, numbers bare or,
/// since version 5, in quotes. The step stands in the progress bar alone, unless a fork prints it in the dict.
class HfTrainerReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        if (!skipHead(s) || !s.rest().starts_with("{'") || !readPythonDict(s, m_fields))
            return {};
        const auto has = [this](std::string_view name) {
            return std::any_of(m_fields.begin(), m_fields.end(),
                               [&](const DictField &f) { return f.key.starts_with(name); });
        };
        const bool hasEpoch =
            std::any_of(m_fields.begin(), m_fields.end(), [](const DictField &f) { return f.key == "epoch"; });
        if (!hasEpoch || !(has("loss") || has("eval_") || has("train_") || has("learning_rate")))
            return {};
        const RecordKind kind = has("train_runtime") ? RecordKind::Summary
                                : has("loss")        ? RecordKind::Train
                                : has("eval_")       ? RecordKind::Eval
                                                     : RecordKind::Train;
        LogRecord &record = context.add(line, kind);
        for (const DictField &field : m_fields)
            addField(field, record, context);
        if (!record.step)
            takeStepOfBar(record, context);
        s.skipBlanks();
        return {Claim::Record, s.atEnd() ? std::string_view::npos : s.position()};
    }

    QByteArray state() const override { return packed(m_usedSerial); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_usedSerial); }

private:
    static void addField(const DictField &field, LogRecord &record, ReadContext &context)
    {
        if (field.key == "epoch")
            record.epoch = field.value;
        else if (field.key == "step" || field.key == "global_step" || field.key == "global_step/max_steps")
            takeStep(field, record);
        else if (field.of)
            return;
        else if (field.key.ends_with("_per_second") && field.key != "train_samples_per_second")
            ReadContext::addMetric(record, context.names.known(field.key, {}, {}), field.value);
        else if (field.key == "throughput") // LLaMA-Factory counts tokens
            ReadContext::addMetric(record, context.names.known(field.key, {}, "tokens_per_sec"), field.value);
        else if (field.key.starts_with("eval_") && field.key.ends_with("_loss")) // of one of several data sets
            ReadContext::addMetric(record, context.names.known(field.key, {}, "val_loss"), field.value);
        else
            ReadContext::addMetric(record, context.names.of(field.key), field.value);
    }

    static void takeStep(const DictField &field, LogRecord &record)
    {
        record.step = qint64(std::clamp(field.value, -1.0, 9e15));
        if (field.of)
            record.totalSteps = qint64(std::clamp(*field.of, -1.0, 9e15));
    }

    /// Evaluations and data preparation show bars of their own. The bar that a line of training follows is the one that
    /// counts steps.
    void takeStepOfBar(LogRecord &record, ReadContext &context)
    {
        const bool trainBarMoved = context.trainBar && context.trainBar->serial > m_usedSerial;
        if (record.kind == RecordKind::Train && !trainBarMoved && context.lastBar.serial > m_usedSerial)
            context.trainBar = context.lastBar;
        if (!context.trainBar && record.kind == RecordKind::Train && context.lastBar.serial > 0)
            context.trainBar = context.lastBar;
        if (!context.trainBar || record.kind == RecordKind::Summary)
            return;
        record.step = context.trainBar->step;
        record.stepFromBar = true;
        if (record.kind == RecordKind::Train)
            m_usedSerial = context.lastBar.serial;
    }

    std::vector<DictField> m_fields;
    quint64 m_usedSerial = 0;
};

} // namespace

std::unique_ptr<LogReader> makeHfTrainerReader()
{
    return std::make_unique<HfTrainerReader>();
}

} // namespace paceline::logs
