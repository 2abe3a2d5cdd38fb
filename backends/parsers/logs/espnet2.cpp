// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 200;
constexpr std::string_view kSummary = "epoch_summary:";

std::string_view canonOf(std::string_view name, Phase phase)
{
    if (phase == Phase::Train && name == "iter_time")
        return "data_time";
    if (phase == Phase::Train && name == "train_time")
        return "step_time";
    if (name == "optim0_lr0" || name == "lr_0")
        return "lr";
    return canonicalName(name, {}, phase);
}

Phase phaseOf(std::string_view key)
{
    return key.starts_with("train") ? Phase::Train : Phase::Eval;
}

/// ESPnet2's trainer, behind a head of logging: "1epoch:train:1-90batch: iter_time=1.9e-04, loss=153.9, .." and
/// "1epoch results: [train] loss=.., time=8 minutes, total_count=90, .., [valid] loss=..".
class EspnetReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view head = line.text.substr(0, kMaxHead);
        const std::size_t summary = head.find(kSummary);
        const std::size_t at = summary == std::string_view::npos ? head.find("epoch") : summary;
        std::size_t front = at;
        while (summary == std::string_view::npos && at != std::string_view::npos && front > 0 &&
               isDigit(head[front - 1]))
            --front;
        const bool isFound = at != std::string_view::npos && (front != at || at == summary);
        if (!isFound || (front > 0 && !isBlank(head[front - 1])))
            return {};
        Scanner s(line.text.substr(front));
        const bool isSummary = s.take(kSummary);
        const auto epoch = s.integer();
        if (!epoch)
            return {};
        if (s.take("epoch results: [")) {
            LogRecord &record = context.add(line, RecordKind::EpochEnd);
            record.epoch = double(*epoch);
            s.moveTo(s.position() - 1);
            return addAll(s, Phase::Train, record, context);
        }
        return s.take("epoch:") ? readBatches(s, *epoch, isSummary, line, context) : ReadResult{};
    }

private:
    static ReadResult readBatches(Scanner &s, qint64 epoch, bool isSummary, const CleanLine &line, ReadContext &context)
    {
        const std::string_view key = s.word("_-");
        if (key.empty() || !s.take(':'))
            return {};
        const auto from = isSummary ? std::nullopt : s.integer();
        const auto to = from && s.take('-') ? s.integer() : std::nullopt;
        if (isSummary ? !s.take(' ') : !to || !s.take("batch: "))
            return {};
        const Phase phase = phaseOf(key);
        const RecordKind kind = phase == Phase::Eval ? RecordKind::Eval
                                : isSummary          ? RecordKind::EpochEnd
                                                     : RecordKind::Train;
        LogRecord &record = context.add(line, kind);
        record.epoch = double(epoch);
        record.stepInEpoch = to;
        return addAll(s, phase, record, context);
    }

    /// The record is the last one of the context.
    static ReadResult addAll(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        std::string prefix;
        while (!s.atEnd()) {
            s.skipBlanks();
            if (s.take('[')) { // the part of "[valid]"
                const std::string_view key = s.until(']');
                phase = phaseOf(key);
                prefix = phase == Phase::Train ? std::string() : std::string(key) + '/';
                s.take(']');
                s.skipBlanks();
            }
            Scanner cell(s.until(','));
            s.take(',');
            // ESPnet3 leaves the commas out; a time in words, "1 minute and 3 seconds", is one value.
            const bool isList = cell.rest().find('=') != cell.rest().rfind('=');
            while (!cell.atEnd()) {
                cell.skipBlanks();
                addCell(isList ? cell.until(' ') : cell.rest(), phase, prefix, record, context);
                if (!isList)
                    break;
            }
        }
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    static void addCell(std::string_view cell, Phase phase, const std::string &prefix, LogRecord &record,
                        ReadContext &context)
    {
        const std::size_t equals = cell.find('=');
        const auto value = equals == std::string_view::npos ? std::nullopt : wholeNumber(cell.substr(equals + 1));
        if (!value)
            return;
        const std::string_view name = trimmed(cell.substr(0, equals));
        if (name.empty() || name == "total_count")
            return;
        const std::string_view unit = name.ends_with("_time") ? "s" : name.ends_with("_mem_GB") ? "GB" : "";
        const std::string_view canon = canonOf(name, phase);
        if (prefix.empty())
            ReadContext::addMetric(record, context.names.known(name, unit, canon), *value);
        else
            ReadContext::addMetric(record, context.names.known(prefix + std::string(name), unit, canon), *value);
    }
};

} // namespace

std::unique_ptr<LogReader> makeEspnetReader()
{
    return std::make_unique<EspnetReader>();
}

} // namespace paceline::logs
