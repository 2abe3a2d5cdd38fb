// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr int kMaxTags = 4;
constexpr std::string_view kStep = "num_updates";
constexpr std::string_view kSubset = "valid on '";

constexpr FieldMeaning kMeanings[] = {
    {"wps", "tok/s", "tokens_per_sec", ""},
    {"ups", "updates/s", "steps_per_sec", ""},
    {"valid_wps", "tok/s", "", ""},
    {"words/s", "tok/s", "tokens_per_sec", ""},
    {"updates/s", "updates/s", "steps_per_sec", ""},
    {"best_loss", "", "", ""},
};

/// fairseq's "simple" log: "| epoch 001:   1000 / 3935 loss=10.2, .., num_updates=998, .." and at an epoch's end
/// "| epoch 001 | loss 6.9 | .. | num_updates 3930 | .." and "| epoch 001 | valid on 'valid' subset | valid_loss 4.7 |
/// ..". Later versions put "train_inner | ", "train | " or "valid | " in front, and no valid_ before the names.
class FairseqSimpleReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        Phase phase = Phase::Train;
        for (int tags = 0; tags < kMaxTags && !s.rest().starts_with("epoch "); ++tags) {
            s.skipBlanks();
            if (s.take("| "))
                continue;
            const std::string_view tag = s.word("_-.");
            if (tag.empty() || !s.take(" | "))
                return {};
            phase = tag.starts_with("valid") || tag.starts_with("test") ? Phase::Eval : phase;
        }
        const auto epoch = s.take("epoch ") ? s.number() : std::nullopt;
        if (!epoch)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = *epoch;
        // Without the colon at first: "epoch 010  2000 / 8223 loss=1.27 (1.50), wps=962, ..".
        const bool isEnd = s.take(" | ");
        const bool isSubset = isEnd && s.rest().starts_with(kSubset);
        const bool isInner = !isEnd && (s.take(':') || s.skipBlanks());
        const bool isRead = isInner ? readInner(s, phase, record, context)
                            : isEnd ? readEnd(s, phase, record, context)
                                    : false;
        if (isRead && (record.step || isSubset || isFairseq(record)))
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    /// Without num_updates it takes two names that fairseq prints together.
    static bool isFairseq(const LogRecord &record)
    {
        int known = 0;
        for (const LogMetric &m : record.metrics)
            known += m.name == QLatin1String("wps") || m.name == QLatin1String("wpb") ||
                     m.name == QLatin1String("bsz") || m.name == QLatin1String("ups") ||
                     m.name.endsWith(QLatin1String("nll_loss")) || m.name.endsWith(QLatin1String("ppl"));
        return known >= 2;
    }

    static bool readInner(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        s.skipBlanks();
        const auto step = takeFraction(s);
        if (!step)
            return false;
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        record.kind = phase == Phase::Eval ? RecordKind::Eval : RecordKind::Train;
        FieldText field;
        while (nextField(s, field, '='))
            add(field, phase, record, context);
        return !record.metrics.empty();
    }

    static bool readEnd(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        while (!s.atEnd()) {
            const std::string_view cell = trimmed(s.until('|'));
            s.take('|');
            if (cell.starts_with(kSubset)) {
                phase = Phase::Eval;
                // Within a validation: "valid on 'valid' subset:  100 / 131 loss=1.60".
                Scanner inner(cell.substr(std::min(cell.find(" subset"), cell.size())));
                inner.take(" subset");
                inner.take(':');
                if (!trimmed(inner.rest()).empty())
                    return readInner(inner, phase, record, context);
                continue;
            }
            const std::size_t blank = cell.rfind(' ');
            if (blank == std::string_view::npos)
                return false;
            Scanner value(cell.substr(blank + 1));
            const auto number = value.number();
            if (number)
                add({trimmed(cell.substr(0, blank)), value.word("%/"), *number, {}}, phase, record, context);
        }
        record.kind = phase == Phase::Eval ? RecordKind::Eval : RecordKind::EpochEnd;
        return !record.metrics.empty();
    }

    static void add(const FieldText &field, Phase phase, LogRecord &record, ReadContext &context)
    {
        const bool isStep =
            field.name == kStep || field.name == "train_num_updates" || field.name == "valid_num_updates";
        if (!isStep)
            addField(field, {kMeanings, phase}, record, context);
        else if (field.value >= 0 && field.value < 9e15)
            record.step = qint64(field.value);
    }
};

} // namespace

std::unique_ptr<LogReader> makeFairseqSimpleReader()
{
    return std::make_unique<FairseqSimpleReader>();
}

} // namespace paceline::logs
