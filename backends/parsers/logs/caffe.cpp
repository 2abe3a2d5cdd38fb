// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr qint64 kMaxRanks = 1'000'000;

constexpr FieldMeaning kMeanings[] = {
    {"loss", "", "loss", "val_loss"},
    {"lr", "", "lr", ""},
};

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// Nets name their outputs as they like: accuracy, accuracy/top-5, loss3/top-1.
std::string_view testCanon(std::string_view name)
{
    if (contains(name, "top5") || contains(name, "top-5") || contains(name, "top_5") || contains(name, "accuracy@5"))
        return "accuracy_top5";
    if (contains(name, "top1") || contains(name, "top-1") || contains(name, "top_1") || contains(name, "accuracy@1"))
        return "val_accuracy";
    return canonicalName(name, {}, Phase::Eval);
}

/// Caffe's solver, one value a line: "Iteration 100 (8.1 iter/s, 12.3s/100 iters), loss = 1.69",
/// "    Train net output #0: loss = 1.69 (* 1 = 1.69 loss)", "Iteration 100, lr = 0.001"; a test is
/// "Iteration 0, Testing net (#0)" and then "    Test net output #0: accuracy = 0.09". The outputs belong to the
/// iteration of the line before.
class CaffeReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(trimmed(line.text));
        // A fork for several machines says whose line it is.
        const qint64 rank = s.take("rank = ") ? s.integer().value_or(kMaxRanks) : kMaxRanks;
        s.skipBlanks();
        if (s.take("Iteration ")) {
            const ReadResult result = readIteration(s, line, context);
            if (rank >= 0 && rank < kMaxRanks && result.claim == Claim::Record)
                context.last().record.rank = int(rank);
            return result;
        }
        if (s.take("Train net output #"))
            return readOutput(s, RecordKind::Train, line, context);
        if (s.take("Test net output #"))
            return readOutput(s, RecordKind::Eval, line, context);
        // Others print a test loss too.
        if (m_testStep && s.take("Test loss: "))
            return addTest("Test loss", "val_loss", s, line, context);
        if (s.take("Test score #") && s.integer() && s.take(": "))
            return addTest("Test score", {}, s, line, context);
        return {};
    }

private:
    ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.integer();
        if (!step)
            return {};
        std::optional<double> speed;
        if (s.take(" (")) {
            speed = s.number();
            if (!speed || !s.take(" iter/s"))
                return {};
            s.until(')');
            s.take(')');
            skipEpochs(s);
        }
        if (!s.take(", "))
            return {};
        const bool isTest = s.rest().starts_with("Testing net (#");
        if (!isTest && !s.rest().starts_with("loss = ") && !s.rest().starts_with("lr = "))
            return {};
        LogRecord &record = context.add(line, isTest ? RecordKind::EvalStart : RecordKind::Train);
        record.step = step;
        (isTest ? m_testStep : m_step) = step;
        if (isTest)
            return {Claim::Record};
        const int count = addFields(s, {kMeanings}, record, context, '=');
        if (count == 0) {
            context.drop();
            return {};
        }
        if (speed)
            ReadContext::addMetric(record, context.names.known("iter/s", "iter/s", "steps_per_sec"), *speed);
        return {Claim::Record};
    }

    /// ", 3.5/90ep" of NVIDIA's fork
    static void skipEpochs(Scanner &s)
    {
        const std::size_t from = s.position();
        if (!s.take(", ") || !s.number() || !s.take('/') || !s.number() || !s.take("ep"))
            s.moveTo(from);
    }

    /// "0: loss = 1.69 (* 1 = 1.69 loss)"
    ReadResult readOutput(Scanner &s, RecordKind kind, const CleanLine &line, ReadContext &context) const
    {
        const bool numbered = s.integer().has_value() && s.take(": ");
        const std::string_view name = s.until(std::string_view(" = "));
        const auto value = numbered && s.take(" = ") ? s.number() : std::nullopt;
        if (!value || name.empty() || !(s.atEnd() || isBlank(s.peek())))
            return {};
        LogRecord &record = context.add(line, kind);
        const bool isTrain = kind == RecordKind::Train;
        record.step = isTrain ? m_step : m_testStep;
        // The loss of the iteration line is the mean over several; this one is no second headline.
        if (isTrain)
            ReadContext::addMetric(record, context.names.known("train net output " + std::string(name), {}, {}),
                                   *value);
        else
            ReadContext::addMetric(record, context.names.known(name, {}, testCanon(name)), *value);
        return {Claim::Record};
    }

    ReadResult addTest(std::string_view name, std::string_view canon, Scanner &s, const CleanLine &line,
                       ReadContext &context) const
    {
        const auto value = s.number();
        if (!value || !s.atEnd())
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.step = m_testStep;
        ReadContext::addMetric(record, context.names.known(name, {}, canon), *value);
        return {Claim::Record};
    }

    std::optional<qint64> m_step, m_testStep;
};

} // namespace

std::unique_ptr<LogReader> makeCaffeReader()
{
    return std::make_unique<CaffeReader>();
}

} // namespace paceline::logs
