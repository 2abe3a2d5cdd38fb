// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/jsontext.h"
#include "backends/parsers/logs/mllogmarks.h"
#include "backends/parsers/logs/mlperfmark.h"
#include "backends/parsers/logs/readerstate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 64;
/// Names of the step, the most telling first.
constexpr std::array<std::string_view, 8> kStepKeys = {
    "num_updates", "train_num_updates", "valid_num_updates", "global_step", "_step", "step", "iteration", "iter"};

bool isHeadline(const LogMetric &m)
{
    return m.canon == QLatin1String("loss") || m.canon == QLatin1String("val_loss") ||
           m.canon == QLatin1String("accuracy") || m.canon == QLatin1String("lr") ||
           m.canon == QLatin1String("val_accuracy") || m.canon == QLatin1String("perplexity") ||
           m.canon.endsWith(QLatin1String("_per_sec"));
}

/// A JSON object a line, whoever wrote it, that holds a step or an epoch and a loss, accuracy or rate: MMEngine's
/// scalars, Detectron2's metrics.json, fairseq's JSON behind "train_inner | ". Once a file showed such a line, its
/// others count with any metric.
class JsonLinesReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::size_t brace = line.text.find("{\"");
        if (brace == std::string_view::npos || brace > kMaxHead)
            return {};
        Scanner s(line.text.substr(brace));
        if (!readJsonObject(s, m_fields) || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        const std::string_view stepKey = takeStep(record);
        for (const JsonField &field : m_fields)
            takeField(field, stepKey, record, context);
        const bool headline = std::any_of(record.metrics.begin(), record.metrics.end(), isHeadline);
        if ((!record.step && !record.stepInEpoch && !record.epoch) || record.metrics.empty() ||
            !(headline || m_known)) {
            context.drop();
            return {};
        }
        m_known = true;
        record.kind = kindOf(line.text.substr(0, brace), record);
        return {Claim::Record};
    }

    QByteArray state() const override { return packed(m_known); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_known); }

private:
    std::string_view takeStep(LogRecord &record) const
    {
        for (const std::string_view key : kStepKeys) {
            const auto found =
                std::find_if(m_fields.begin(), m_fields.end(), [&](const JsonField &f) { return f.path == key; });
            const bool whole = found != m_fields.end() && found->number && *found->number >= 0 &&
                               *found->number < 9e15 && *found->number == std::floor(*found->number);
            if (!whole)
                continue;
            // The older OpenMMLab files say "mode" and count within the epoch.
            const bool inEpoch = key == "iter" && std::any_of(m_fields.begin(), m_fields.end(),
                                                              [](const JsonField &f) { return f.path == "mode"; });
            (inEpoch ? record.stepInEpoch : record.step) = qint64(*found->number);
            return key;
        }
        return {};
    }

    static void takeField(const JsonField &field, std::string_view stepKey, LogRecord &record, ReadContext &context)
    {
        if (!field.number || field.path == stepKey)
            return;
        if (field.path == "epoch") {
            record.epoch = *field.number;
            return;
        }
        const bool isCounter = std::find(kStepKeys.begin(), kStepKeys.end(), field.path) != kStepKeys.end();
        if (isCounter || field.path == "_timestamp" || field.path == "timestamp" || field.path == "update")
            return;
        ReadContext::addMetric(record, context.names.of(field.path), *field.number);
    }

    RecordKind kindOf(std::string_view head, const LogRecord &record) const
    {
        const bool saysEval = std::any_of(m_fields.begin(), m_fields.end(), [](const JsonField &f) {
            return f.path == "mode" && (f.text == "val" || f.text == "test");
        });
        if (saysEval)
            return RecordKind::Eval;
        const bool evalOnly = std::all_of(record.metrics.begin(), record.metrics.end(), [](const LogMetric &m) {
            return m.canon.isEmpty() || m.canon.startsWith(QLatin1String("val_")) ||
                   m.canon == QLatin1String("data_time");
        });
        return head.find("valid") != std::string_view::npos || evalOnly ? RecordKind::Eval : RecordKind::Train;
    }

    std::vector<JsonField> m_fields;
    bool m_known = false;
};

/// ":::MLLOG {json}" of MLPerf: one key a line; what is measured carries a step, an epoch or a count of samples in its
/// metadata.
class MlLogReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.find(":::MLLOG ") > kMaxHead) // or there is none
            return {};
        const MarkRead read = readMlPerfMark(line.text, m_mark);
        if (read == MarkRead::None || m_mark.logger != MlPerfLogger::MlLog)
            return {};
        const JsonField *event = m_mark.field("event_type");
        const std::string_view key = m_mark.key;
        // Google's logger of round 0.7 tells no type.
        if (read == MarkRead::Broken || key.empty() || (event && event->text != "POINT_IN_TIME") || isNoMeasure(key))
            return {Claim::Known};
        LogRecord &record = context.add(line, key.starts_with("eval") ? RecordKind::Eval : RecordKind::Train);
        if (takeCounters(record) && addValues(key, record, context)) {
            if (m_mark.field("time_ms") && std::fabs(m_mark.timeMs) < 1e15)
                context.last().utcMs = qint64(m_mark.timeMs);
            return {Claim::Record};
        }
        context.drop();
        return {Claim::Known};
    }

private:
    /// Sizes, targets and marks that carry an epoch too.
    static bool isNoMeasure(std::string_view key)
    {
        return key.ends_with("_samples") || key.ends_with("_start") || key.ends_with("_stop") ||
               key.starts_with("target_");
    }

    bool takeCounters(LogRecord &record) const
    {
        if (const auto step = m_mark.number({"metadata.step_num", "metadata.step"}))
            record.step = qint64(*step);
        record.epoch = m_mark.number({"metadata.epoch_num", "metadata.epoch"});
        record.samples = m_mark.number({"metadata.samples_count"});
        return record.step || record.epoch || record.samples;
    }

    bool addValues(std::string_view key, LogRecord &record, ReadContext &context) const
    {
        addMlPerfValues(key, m_mark.fields, record, context);
        const JsonField *rate = m_mark.field("metadata.lr");
        if (rate && rate->number && !record.metrics.empty())
            ReadContext::addMetric(record, context.names.known("lr", {}, "lr"), *rate->number);
        return !record.metrics.empty();
    }

    MlPerfMark m_mark;
};

} // namespace

std::unique_ptr<LogReader> makeJsonLinesReader()
{
    return std::make_unique<JsonLinesReader>();
}
std::unique_ptr<LogReader> makeMlLogReader()
{
    return std::make_unique<MlLogReader>();
}

} // namespace paceline::logs
