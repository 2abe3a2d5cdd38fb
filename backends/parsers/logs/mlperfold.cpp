// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/jsontext.h"
#include "backends/parsers/logs/mllogmarks.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

std::optional<double> numberOf(const std::vector<JsonField> &fields, std::initializer_list<std::string_view> paths)
{
    for (const std::string_view path : paths) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const JsonField &f) { return f.path == path; });
        if (found != fields.end() && found->number && std::fabs(*found->number) < 9e15)
            return found->number;
    }
    return {};
}

void setTime(double seconds, ReadContext &context)
{
    if (seconds > 0 && seconds < 1e12)
        context.last().utcMs = qint64(std::floor(seconds * 1000));
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

bool takeKey(Scanner &s, std::string_view &key)
{
    s.skipBlanks();
    key = s.word("_-./");
    return !key.empty() && key.size() <= 80;
}

/// MLPerf 0.6: ":::MLL 1560822683.386 eval_accuracy: {"value": 20.12, "metadata": {"epoch_num": 1, ..}}". What has a
/// step or an epoch and a number is measured, the rest are settings and marks.
class Mll06Reader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::size_t at = line.text.find(":::MLL ");
        if (at == std::string_view::npos)
            return {};
        Scanner s(line.text.substr(at + 7));
        s.skipBlanks();
        const auto seconds = s.number();
        std::string_view key;
        if (!seconds || !takeKey(s, key) || !s.take(':'))
            return {};
        s.skipBlanks();
        if (!readJsonObject(s, m_fields))
            return {Claim::Known};
        const auto step = numberOf(m_fields, {"metadata.step_num", "metadata.step", "metadata.iteration"});
        const auto epoch = numberOf(m_fields, {"metadata.epoch_num", "metadata.epoch"});
        const auto samples = numberOf(m_fields, {"metadata.samples_count"});
        if ((!step && !epoch && !samples) || isSetting(key))
            return {Claim::Known};
        LogRecord &record = context.add(line, key.starts_with("eval") ? RecordKind::Eval : RecordKind::Train);
        if (step)
            record.step = qint64(*step);
        record.epoch = epoch;
        record.samples = samples;
        addMlPerfValues(key, m_fields, record, context);
        setTime(*seconds, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {Claim::Known};
    }

private:
    std::vector<JsonField> m_fields;
};

/// MLPerf 0.5: ":::MLPv0.5.0 gnmt 1544233557.807291508 (file.py:533) eval_accuracy: {"epoch": 0, "value": 18.7}" and
/// "train_epoch: 0"; the value is JSON or missing.
class MlpV05Reader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::size_t at = line.text.find(":::MLPv0.");
        if (at == std::string_view::npos)
            return {};
        Scanner s(line.text.substr(at));
        s.until(' ');
        s.skipBlanks();
        s.word("_-."); // the benchmark
        s.skipBlanks();
        const auto seconds = s.number();
        s.skipBlanks();
        if (!seconds || !s.take('('))
            return {};
        s.until(std::string_view(") "));
        s.take(')');
        std::string_view key;
        if (!takeKey(s, key))
            return {};
        if (!s.take(':'))
            return {Claim::Known};
        s.skipBlanks();
        const bool read =
            s.peek() == '{' ? readObject(key, s, line, context) : key == "train_epoch" && readEpoch(s, line, context);
        if (read)
            setTime(*seconds, context);
        return {read ? Claim::Record : Claim::Known};
    }

private:
    static bool readEpoch(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.number();
        if (!epoch || !trimmed(s.rest()).empty())
            return false;
        context.add(line, RecordKind::EpochStart).epoch = *epoch;
        return true;
    }

    bool readObject(std::string_view key, Scanner &s, const CleanLine &line, ReadContext &context)
    {
        if (!readJsonObject(s, m_fields))
            return false;
        const auto epoch = numberOf(m_fields, {"epoch", "epoch_num"});
        const auto step = numberOf(m_fields, {"iteration", "step", "global_step"});
        if ((!epoch && !step) || isSetting(key))
            return false;
        LogRecord &record = context.add(line, key.starts_with("eval") ? RecordKind::Eval : RecordKind::Train);
        record.epoch = epoch;
        if (step)
            record.step = qint64(*step);
        addMlPerfValues(key, m_fields, record, context);
        if (record.metrics.empty())
            context.drop();
        else
            return true;
        return false;
    }

    std::vector<JsonField> m_fields;
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
