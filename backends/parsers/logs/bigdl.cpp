// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 160;

constexpr FieldMeaning kMeanings[] = {
    {"loss is", "", "loss", ""},
    {"Loss is", "", "loss", ""},
    {"training cost", "s", "epoch_time", ""},
    {"iteration time", "s", "step_time", ""},
    {"train time", "s", "", ""},
    {"data fetch time", "s", "data_time", ""},
    {"Throughput", "records/s", "samples_per_sec", ""},
    {"Current learning rate", "", "lr", ""},
    {"Trained in", "s", "step_time", ""},
};

/// "loss is 0.13, training cost 184.4s" ends at the comma or at the full stop before a blank.
std::string_view takePhrase(Scanner &s)
{
    const std::string_view rest = s.rest();
    std::size_t end = 0;
    while (end < rest.size() &&
           !((rest[end] == ',' || rest[end] == '.') && (end + 1 == rest.size() || isBlank(rest[end + 1]))))
        ++end;
    s.skip(end + 1);
    return trimmed(rest.substr(0, end));
}

/// BigDL's optimizers, behind a head of log4j:
/// "[Epoch 1 128/60000][Iteration 1][Wall Clock 0.9s] Trained 128 records in 0.9 seconds. Throughput is 140.2
/// records/second. Loss is 2.3." and, from a validation, "[Epoch ..] Top1Accuracy is Accuracy(correct: 9, count: 10,
/// accuracy: 0.9)".
class BigDlReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        // The result of a validation stands again in a mark of MLPerf.
        if (m_step && line.text.starts_with(":::MLPv0."))
            return {Claim::Known};
        const std::size_t at = line.text.find("[Epoch ");
        if (at > kMaxHead) // or nowhere
            return readBareResult(line, context);
        Scanner s(line.text.substr(at));
        LogRecord place;
        if (!takeHead(s, place))
            return {};
        s.skipBlanks();
        m_step = place.step;
        m_epoch = place.epoch;
        if (s.rest().find("count: ") != std::string_view::npos)
            return readResult(s.rest(), line, context) ? ReadResult{Claim::Record} : ReadResult{Claim::Known};
        return readTraining(s, place, line, context) ? ReadResult{Claim::Record} : ReadResult{Claim::Known};
    }

private:
    static bool takeHead(Scanner &s, LogRecord &place)
    {
        const auto epoch = s.take("[Epoch ") ? s.integer() : std::nullopt;
        s.skipBlanks();
        const auto records = epoch ? takeFraction(s) : std::nullopt;
        const auto step = records && s.take("][Iteration ") ? s.integer() : std::nullopt;
        if (!step || !s.take("][Wall Clock ") || !s.number() || !s.take("s]"))
            return false;
        place.epoch = double(*epoch);
        place.samplesInEpoch = double(records->at);
        place.samplesPerEpoch = double(records->of);
        place.step = step;
        return true;
    }

    static bool readTraining(Scanner &s, const LogRecord &place, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = place.epoch;
        record.samplesInEpoch = place.samplesInEpoch;
        record.samplesPerEpoch = place.samplesPerEpoch;
        record.step = place.step;
        while (!s.atEnd())
            addPhrase(takePhrase(s), record, context);
        // What a validation took has a throughput too.
        if (record.metric(QStringLiteral("loss")))
            return true;
        context.drop();
        return false;
    }

    static void addPhrase(std::string_view phrase, LogRecord &record, ReadContext &context)
    {
        // The head of the second phrase is the name of a module.
        if (const std::size_t at = phrase.find("hyper parameters: "); at != std::string_view::npos)
            phrase.remove_prefix(at + 18);
        Scanner s(phrase);
        if (s.take("Trained ") || s.take("Train ")) {
            s.number();
            s.skipBlanks();
            if (!s.take("records in ") && !s.take("in "))
                return;
            if (const auto seconds = s.number())
                addField({"Trained in", {}, *seconds, {}}, {kMeanings}, record, context);
            return;
        }
        const std::size_t digit = phrase.find_first_of("0123456789Nn-I");
        std::size_t from = phrase.rfind(" is ");
        const bool hasIs = from != std::string_view::npos;
        if (!hasIs) // "training cost 184.4s"
            from = digit == std::string_view::npos ? phrase.size() : phrase.find_last_of(' ');
        if (from >= phrase.size())
            return;
        std::string_view name = trimmed(phrase.substr(0, from));
        if (name == "loss" || name == "Loss")
            name = phrase.substr(0, from + 3);
        const std::string_view text = phrase.substr(from + (hasIs ? 4 : 1));
        Scanner value(text);
        if (const auto number = value.number())
            addField({name, {}, *number, {}}, {kMeanings}, record, context);
    }

    /// "Top1Accuracy is Accuracy(correct: 9572, count: 10000, accuracy: 0.9572)"
    bool readResult(std::string_view text, const CleanLine &line, ReadContext &context) const
    {
        text = trimmed(text);
        const std::size_t is = text.find(" is ");
        const std::size_t colon = text.rfind(": ");
        if (is == std::string_view::npos || colon == std::string_view::npos || is > colon || text.back() != ')' ||
            text.find('(') == std::string_view::npos)
            return false;
        const std::string_view name = text.substr(0, is);
        const auto value = wholeNumber(text.substr(colon + 2, text.size() - colon - 3));
        if (!value)
            return false;
        const std::string_view canon = name == "Top1Accuracy" || name == "Accuracy" ? "val_accuracy"
                                       : name == "Top5Accuracy"                     ? "accuracy_top5"
                                       : name == "Loss"                             ? "val_loss"
                                                                                    : "";
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = m_epoch;
        record.step = m_step;
        ReadContext::addMetric(record, context.names.known(name, {}, canon), *value);
        return true;
    }

    /// Newer versions print a validation's results without the head.
    ReadResult readBareResult(const CleanLine &line, ReadContext &context) const
    {
        const std::string_view front = line.text.substr(0, kMaxHead);
        const std::size_t optimizer = front.find("Optimizer$:");
        if (!m_step || optimizer == std::string_view::npos)
            return {};
        // "DistriOptimizer$:702 - " or, of a Spark shell, "DistriOptimizer$: "
        const std::size_t dash = front.find(" - ", optimizer);
        const std::size_t colon = front.find(": ", optimizer);
        const std::size_t end = std::min(dash == std::string_view::npos ? dash : dash + 1, colon);
        if (end == std::string_view::npos)
            return {};
        const std::string_view text = line.text.substr(end + 2);
        const bool isResult = text.find("count: ") != std::string_view::npos && readResult(text, line, context);
        return isResult ? ReadResult{Claim::Record} : ReadResult{};
    }

    std::optional<qint64> m_step;
    std::optional<double> m_epoch;
};

} // namespace

std::unique_ptr<LogReader> makeBigDlReader()
{
    return std::make_unique<BigDlReader>();
}

} // namespace paceline::logs
