// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/pythondict.h"
#include "backends/parsers/logs/readerstate.h"

#include <algorithm>

namespace paceline::logs {
namespace {

/// What the Trainer prints: {'loss': 1.5, 'grad_norm': 0.5, 'learning_rate': 1e-05, 'epoch': 0.01}, numbers bare or,
/// since version 5, in quotes. The step stands in the progress bar alone.
class HfTrainerReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (!s.rest().starts_with("{'") || !readPythonDict(s, m_fields))
            return {};
        const auto has = [this](std::string_view name) {
            return std::any_of(m_fields.begin(), m_fields.end(),
                               [&](const DictField &f) { return f.key.starts_with(name); });
        };
        if (!has("epoch") || !(has("loss") || has("eval_") || has("train_") || has("learning_rate")))
            return {};
        const RecordKind kind = has("train_runtime") ? RecordKind::Summary
                                : has("loss")        ? RecordKind::Train
                                : has("eval_")       ? RecordKind::Eval
                                                     : RecordKind::Train;
        LogRecord &record = context.add(line, kind);
        for (const DictField &field : m_fields)
            addField(field, record, context);
        if (!record.step)
            takeStep(record, context);
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
        else if (field.key == "step" || field.key == "global_step")
            record.step = qint64(std::clamp(field.value, -1.0, 9e15));
        else if (field.key.ends_with("_per_second") && field.key != "train_samples_per_second")
            ReadContext::addMetric(record, context.names.known(field.key, {}, {}), field.value);
        else
            ReadContext::addMetric(record, context.names.of(field.key), field.value);
    }

    /// Evaluations and data preparation show bars of their own. The bar that a line of training follows is the one that
    /// counts steps.
    void takeStep(LogRecord &record, ReadContext &context)
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
