// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/mllogmarks.h"
#include "backends/parsers/logs/mlperfmark.h"

#include <cmath>

namespace paceline::logs {
namespace {

void setTime(double timeMs, ReadContext &context)
{
    if (timeMs > 0 && timeMs < 1e15)
        context.last().utcMs = qint64(std::floor(timeMs));
}

/// Sizes and settings are told again in each epoch.
bool isSetting(std::string_view key)
{
    for (const std::string_view start : {"input_", "preproc_", "model_", "eval_hp_", "train_hp_"}) {
        if (key.starts_with(start))
            return true;
    }
    return key.ends_with("_size") || key.ends_with("_target") ||
           (key.starts_with("opt_") && key != "opt_learning_rate" && key != "opt_lr");
}

/// MLPerf 0.6: ":::MLL 1560822683.386 eval_accuracy: {"value": 20.12, "metadata": {"epoch_num": 1, ..}}". What has a
/// step or an epoch and a number is measured, the rest are settings and marks.
class Mll06Reader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const MarkRead read = readMlPerfMark(line.text, m_mark);
        if (read == MarkRead::None || m_mark.logger != MlPerfLogger::Mll06)
            return {};
        const auto step = m_mark.number({"metadata.step_num", "metadata.step", "metadata.iteration"});
        const auto epoch = m_mark.number({"metadata.epoch_num", "metadata.epoch"});
        const auto samples = m_mark.number({"metadata.samples_count"});
        const std::string_view key = m_mark.key;
        if (read == MarkRead::Broken || (!step && !epoch && !samples) || isSetting(key))
            return {Claim::Known};
        LogRecord &record = context.add(line, key.starts_with("eval") ? RecordKind::Eval : RecordKind::Train);
        if (step)
            record.step = qint64(*step);
        record.epoch = epoch;
        record.samples = samples;
        addMlPerfValues(key, m_mark.fields, record, context);
        setTime(m_mark.timeMs, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {Claim::Known};
    }

private:
    MlPerfMark m_mark;
};

/// MLPerf 0.5: ":::MLPv0.5.0 gnmt 1544233557.807291508 (file.py:533) eval_accuracy: {"epoch": 0, "value": 18.7}" and
/// "train_epoch: 0"; the value is JSON or missing.
class MlpV05Reader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const MarkRead marked = readMlPerfMark(line.text, m_mark);
        if (marked == MarkRead::None || m_mark.logger != MlPerfLogger::MlpV05)
            return {};
        if (marked == MarkRead::Broken)
            return {Claim::Known};
        const bool read =
            m_mark.isObject ? readObject(line, context) : m_mark.key == "train_epoch" && readEpoch(line, context);
        if (read)
            setTime(m_mark.timeMs, context);
        return {read ? Claim::Record : Claim::Known};
    }

private:
    bool readEpoch(const CleanLine &line, ReadContext &context) const
    {
        const auto epoch = m_mark.number({"value"});
        if (!epoch)
            return false;
        context.add(line, RecordKind::EpochStart).epoch = *epoch;
        return true;
    }

    bool readObject(const CleanLine &line, ReadContext &context) const
    {
        const auto epoch = m_mark.number({"epoch", "epoch_num"});
        const auto step = m_mark.number({"iteration", "step", "global_step"});
        const std::string_view key = m_mark.key;
        if ((!epoch && !step) || isSetting(key))
            return false;
        LogRecord &record = context.add(line, key.starts_with("eval") ? RecordKind::Eval : RecordKind::Train);
        record.epoch = epoch;
        if (step)
            record.step = qint64(*step);
        addMlPerfValues(key, m_mark.fields, record, context);
        if (record.metrics.empty())
            context.drop();
        else
            return true;
        return false;
    }

    MlPerfMark m_mark;
};

} // namespace

std::unique_ptr<LogReader> makeMll06Reader()
{
    return std::make_unique<Mll06Reader>();
}
std::unique_ptr<LogReader> makeMlpV05Reader()
{
    return std::make_unique<MlpV05Reader>();
}

} // namespace paceline::logs
