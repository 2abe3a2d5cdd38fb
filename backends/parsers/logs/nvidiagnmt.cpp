// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/mllogmarks.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"Time", "s", "step_time", "step_time"},
    {"Data", "s", "data_time", "data_time"},
    {"Tok/s", "tok/s", "tokens_per_sec", ""},
    {"Loss/tok", "", "loss", "val_loss"},
    {"LR", "", "lr", ""},
    {"Learning Rate", "", "lr", ""},
};

/// "name value (average)" between tabs: the name goes up to the blank before the number.
bool splitField(std::string_view text, FieldText &field)
{
    text = trimmed(text);
    if (const std::size_t open = text.find(" ("); open != std::string_view::npos) {
        Scanner s(text.substr(open + 2));
        s.skipBlanks();
        field.average = s.number();
        if (!s.take(')'))
            return false;
        text = trimmed(text.substr(0, open));
    } else {
        field.average = {};
    }
    const std::size_t blank = text.rfind(' ');
    const auto value = blank == std::string_view::npos ? std::nullopt : wholeNumber(text.substr(blank + 1));
    if (!value)
        return false;
    field.name = trimmed(text.substr(0, blank));
    if (field.name.ends_with(':'))
        field.name.remove_suffix(1);
    field.value = *value;
    field.unit = {};
    return true;
}

/// NVIDIA's GNMT: "TRAIN [0][10/1885]\tTime 0.144 (0.162)\tData 2.20e-04 (2.48e-02)\tTok/s 102633 (92412)\tLoss/tok
/// ..", "VALIDATION [0][0/160]\t..", "Summary: Epoch: 0\tTraining Loss: 4.45\tTest BLEU: 20.27" and "Performance:
/// Epoch: 0\tTraining: 775990 Tok/s".
class NvidiaGnmtReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        return m_marks.passesOver(line) ? ReadResult{Claim::Known} : m_marks.told(readOwn(line, context));
    }

private:
    ReadResult readOwn(const CleanLine &line, ReadContext &context)
    {
        Scanner s(line.text);
        const bool isTrain = s.take("TRAIN [");
        if (isTrain || s.take("VALIDATION ["))
            return readStep(s, isTrain, line, context);
        const bool isSpeed = s.take("Performance: Epoch: ");
        if (isSpeed || s.take("Summary: Epoch: "))
            return readEpoch(s, isSpeed, line, context);
        return {};
    }

    static ReadResult readStep(Scanner &s, bool isTrain, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto step = epoch && s.take(']') ? takeFraction(s) : std::nullopt;
        if (!step || !s.take('\t'))
            return {};
        LogRecord &record = context.add(line, isTrain ? RecordKind::Train : RecordKind::Eval);
        record.epoch = double(*epoch);
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
        const FieldRules rules{kMeanings, isTrain ? Phase::Train : Phase::Eval, false, "Loss/tok"};
        FieldText field;
        do {
            if (splitField(s.until('\t'), field))
                addField(field, rules, record, context);
        } while (s.take('\t'));
        return finish(record, context);
    }

    static ReadResult readEpoch(Scanner &s, bool isSpeed, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        if (!epoch || !s.take('\t'))
            return {};
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = double(*epoch);
        FieldText field;
        do {
            std::string_view text = trimmed(s.until('\t'));
            if (isSpeed && text.ends_with(" Tok/s") && splitField(text.substr(0, text.size() - 6), field))
                ReadContext::addMetric(record,
                                       context.names.known(std::string(field.name) + " Tok/s", "tok/s",
                                                           field.name == "Training" ? "tokens_per_sec" : ""),
                                       field.value);
            else if (!isSpeed && splitField(text, field))
                addField(field, {}, record, context);
        } while (s.take('\t'));
        return finish(record, context);
    }

    static ReadResult finish(const LogRecord &record, ReadContext &context)
    {
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    MlLogMarks m_marks;
};

/// NVIDIA's SSD on PyTorch: "Iteration:     20, Loss function: 20.534, Average Loss: 0.446, avg. samples / sec:
/// 4564.58".
class NvidiaSsdReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        return m_marks.passesOver(line) ? ReadResult{Claim::Known} : m_marks.told(readOwn(line, context));
    }

private:
    static ReadResult readOwn(const CleanLine &line, ReadContext &context)
    {
        Scanner s(line.text);
        if (!s.take("Iteration:"))
            return {};
        s.skipBlanks();
        const auto step = s.integer();
        const auto loss = step && s.take(", Loss function: ") ? s.number() : std::nullopt;
        if (!loss)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        ReadContext::addMetric(record, context.names.known("Loss function", {}, "loss"), *loss);
        FieldText field;
        while (nextField(s, field)) {
            if (field.name == "avg. samples / sec")
                ReadContext::addMetric(record, context.names.known(field.name, "samples/s", "samples_per_sec"),
                                       field.value);
            else
                ReadContext::addMetric(record, context.names.known(field.name, field.unit, {}), field.value);
        }
        return {Claim::Record};
    }

    MlLogMarks m_marks{MlLogMarks::Evaluations::OnlyMarked};
};

} // namespace

std::unique_ptr<LogReader> makeNvidiaGnmtReader()
{
    return std::make_unique<NvidiaGnmtReader>();
}
std::unique_ptr<LogReader> makeNvidiaSsdReader()
{
    return std::make_unique<NvidiaSsdReader>();
}

} // namespace paceline::logs
