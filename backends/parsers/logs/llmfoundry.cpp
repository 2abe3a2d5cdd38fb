// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/heldrecord.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

struct Known
{
    std::string_view name, canon;
};

constexpr Known kKnown[] = {
    {"loss/train/total", "loss"},
    {"throughput/samples_per_sec", "samples_per_sec"},
    {"throughput/tokens_per_sec", "tokens_per_sec"},
    {"throughput/device/tokens_per_sec", "tokens_per_sec"},
    {"throughput/device/samples_per_sec", "samples_per_sec"},
    {"throughput/batches_per_sec", "steps_per_sec"},
    {"throughput/device/mfu", "mfu"},
    {"l2_norm/grad/global", "grad_norm"},
};

std::string_view canonOf(std::string_view name, Phase phase)
{
    const auto known =
        std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known &k) { return k.name == name; });
    if (known != std::end(kKnown))
        return known->canon;
    if (name.starts_with("lr-"))
        return name.ends_with("/group0") ? "lr" : "";
    if (!name.starts_with("metrics/") && name.find('/') != std::string_view::npos)
        return {};
    const bool isEval = phase == Phase::Eval;
    if (name.ends_with("Perplexity"))
        return "perplexity";
    if (name.ends_with("Accuracy"))
        return isEval ? "val_accuracy" : "accuracy";
    return isEval && name.ends_with("CrossEntropy") ? "val_loss" : "";
}

/// Composer's console log, as LLM Foundry shows it: a head "[epoch=1][batch=5/50]:", "[batch=5/4800]:" or
/// "[Eval batch=32/32] Eval on eval data:" and below it "\t Train loss/train/total: 8.42" a line.
class LlmFoundryReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (m_held.isOpen() && !m_held.isOfSameRank(line))
            return {};
        if (m_held.isOpen() && readValue(line))
            return {Claim::Known};
        m_held.release(context);
        return readHead(line) ? ReadResult{Claim::Known} : ReadResult{};
    }
    void finish(ReadContext &context) override { m_held.release(context); }

private:
    struct Place
    {
        std::optional<qint64> step, total;
        std::optional<double> epoch, samples;
    };

    /// "[epoch=1]", "[batch=5/50]"
    static bool takePart(Scanner &s, Place &place)
    {
        const std::string_view name = s.take('[') ? s.word() : std::string_view();
        const auto at = s.take('=') ? s.integer() : std::nullopt;
        const auto of = at && s.take('/') ? s.integer() : std::nullopt;
        if (!at || !s.take(']'))
            return false;
        if (name == "batch") {
            place.step = at;
            place.total = of;
        } else if (name == "epoch") {
            place.epoch = double(*at);
        } else if (name == "sample") {
            place.samples = double(*at);
        }
        return name == "batch" || name == "epoch" || name == "sample" || name == "token" || name == "iteration";
    }

    bool readHead(const CleanLine &line)
    {
        Scanner s(trimmed(line.text));
        if (s.take("[Eval batch="))
            return readEvalHead(s, line);
        Place place;
        int parts = 0;
        while (s.peek() == '[' && parts < 4) {
            if (!takePart(s, place))
                return false;
            ++parts;
        }
        s.take(':');
        if (parts == 0 || !s.atEnd())
            return false;
        m_last = place;
        open(line, RecordKind::Train);
        return true;
    }

    bool readEvalHead(Scanner &s, const CleanLine &line)
    {
        if (!s.integer() || !s.take('/') || !s.integer() || !s.take("] Eval on "))
            return false;
        open(line, RecordKind::Eval);
        return true;
    }

    void open(const CleanLine &line, RecordKind kind)
    {
        m_held.open(line, kind);
        LogRecord &record = m_held.record();
        record.step = m_last.step;
        record.epoch = m_last.epoch;
        record.samples = m_last.samples;
        if (kind == RecordKind::Train)
            record.totalSteps = m_last.total;
    }

    /// False when the line is none of the record that is open.
    bool readValue(const CleanLine &line)
    {
        Scanner s(line.text);
        const bool hadLabel = line.text.size() < line.raw.bytes.size();
        if (!s.skipBlanks() && !hadLabel)
            return false;
        const bool isTrain = s.take("Train ");
        if (!isTrain && !s.take("Eval "))
            return false;
        m_held.extend(line);
        const std::string_view name = s.until(std::string_view(": "));
        const auto value = s.take(": ") ? wholeNumber(s.rest()) : std::nullopt;
        if (!value || name.empty() || !m_held.hasRoom())
            return true;
        LogRecord &record = m_held.record();
        // What a validation found stands below what was trained, or alone.
        if (!isTrain && record.metrics.empty())
            record.kind = RecordKind::Eval;
        // A head that counts tokens or samples leaves the batch to this one.
        if (name == "time/batch" && !record.step && *value >= 0 && *value < 9e15)
            record.step = m_last.step = qint64(*value);
        ReadContext::addMetric(record, m_names.known(name, {}, canonOf(name, isTrain ? Phase::Train : Phase::Eval)),
                               *value);
        return true;
    }

    HeldRecord m_held;
    MetricNames m_names;
    Place m_last;
};

} // namespace

std::unique_ptr<LogReader> makeLlmFoundryReader()
{
    return std::make_unique<LlmFoundryReader>();
}

} // namespace paceline::logs
