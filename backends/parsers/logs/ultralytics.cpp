// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxColumns = 32;

std::string_view takeToken(Scanner &s)
{
    s.skipBlanks();
    const std::string_view rest = s.rest();
    const std::string_view token = rest.substr(0, std::min(rest.find_first_of(" \t"), rest.size()));
    s.skip(token.size());
    return token;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Counts of what the batch or the data holds.
bool isCount(std::string_view column)
{
    return isOneOf(column, {"Instances", "Images", "Size", "Labels", "labels", "targets", "img_size", "Targets"});
}

/// YOLO's tables: a head line "Epoch    GPU_mem   box_loss ..", a row of it with a bar behind, and below it the
/// validation: "Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|..", "all  87  91  0.003
/// ..".
class UltralyticsReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        const char c = s.peek();
        if (c == 'E')
            return {readTrainHead(s) ? Claim::Known : Claim::No};
        if (c == 'C' || c == 'c')
            return {readValidationHead(s) ? Claim::Known : Claim::No};
        if (c == 'a' && !m_validation.empty())
            return readValidation(s, line, context);
        if (isDigit(c) && !m_train.empty())
            return readTrain(s, line, context);
        return {};
    }

private:
    bool readTrainHead(Scanner &s)
    {
        if (takeToken(s) != "Epoch" || !isOneOf(takeToken(s), {"GPU_mem", "gpu_mem", "GPU_Mem"}))
            return false;
        std::vector<std::string> columns{"GPU_mem"};
        while (columns.size() < kMaxColumns) {
            const std::string_view token = takeToken(s);
            if (token.empty())
                break;
            columns.emplace_back(token.substr(0, 64));
        }
        m_train = std::move(columns);
        return true;
    }

    /// "Box(P R mAP50 mAP50-95) Mask(P R ..)": names of a further group begin with it.
    bool readValidationHead(Scanner &s)
    {
        const std::string_view first = takeToken(s);
        if (first != "Class" && first != "classes")
            return false;
        std::vector<std::string> columns;
        std::string group;
        while (columns.size() < kMaxColumns) {
            std::string_view token = takeToken(s).substr(0, 64);
            const bool isLast = token.ends_with(':');
            if (isLast)
                token.remove_suffix(1);
            if (token.ends_with(')'))
                token.remove_suffix(1);
            if (const std::size_t open = token.find('('); open != std::string_view::npos) {
                group = open == 3 ? "" : std::string(token.substr(0, open)) + ' ';
                token.remove_prefix(open + 1);
            }
            if (!token.empty())
                columns.push_back(group + std::string(token));
            if (isLast || token.empty())
                break;
        }
        const auto isMeasure = [](const std::string &name) {
            return name.find("mAP") != std::string::npos || name.ends_with("_acc");
        };
        if (std::none_of(columns.begin(), columns.end(), isMeasure))
            return false;
        m_validation = std::move(columns);
        return true;
    }

    ReadResult readValidation(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        if (takeToken(s) != "all")
            return {};
        LogRecord &record = context.add(line, RecordKind::Eval);
        record.epoch = m_epoch;
        for (const std::string &column : m_validation) {
            const auto value = wholeNumber(takeToken(s));
            if (!value) {
                context.drop();
                return {};
            }
            if (column == "top1_acc")
                ReadContext::addMetric(record, context.names.known(column, {}, "val_accuracy"), *value);
            else if (!isCount(column))
                ReadContext::addMetric(record, context.names.known(column, {}, {}), *value);
        }
        s.skipBlanks();
        if (s.atEnd() && !record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    ReadResult readTrain(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto epoch = s.integer();
        const auto total = epoch && s.take('/') ? s.integer() : std::nullopt;
        if (!total)
            return {};
        LogRecord &record = context.add(line, RecordKind::EpochEnd);
        record.epoch = double(*epoch);
        record.totalEpochs = double(*total);
        for (std::size_t i = 0; i < m_train.size(); ++i) {
            std::string_view token = takeToken(s);
            const bool isLast = i + 1 == m_train.size();
            if (isLast && token.ends_with(':'))
                token.remove_suffix(1);
            if (!addCell(m_train[i], token, record, context)) {
                context.drop();
                return {};
            }
        }
        m_epoch = record.epoch;
        readBar(s, record);
        return {Claim::Record};
    }

    static bool addCell(std::string_view column, std::string_view token, LogRecord &record, ReadContext &context)
    {
        Scanner s(token);
        const auto value = s.number();
        const std::string_view unit = s.word("");
        if (!value || !s.atEnd())
            return false;
        if (column == "GPU_mem")
            ReadContext::addMetric(record, context.names.known(column, unit == "M" ? "MB" : "GB", "gpu_mem"), *value);
        else if (column == "top1_acc") // of the validation, though in the row of the training
            ReadContext::addMetric(record, context.names.known(column, {}, "val_accuracy"), *value);
        else if (column == "top5_acc")
            ReadContext::addMetric(record, context.names.known(column, {}, {}), *value);
        else if (column.ends_with("_loss") && column != "train_loss" && column != "val_loss" && column != "test_loss")
            ReadContext::addMetric(record, context.names.known(column, {}, {}), *value);
        else if (!isCount(column))
            ReadContext::addMetric(record, context.names.of(column), *value);
        return true;
    }

    /// A bar that has not come to its end shows means of the batches so far.
    static void readBar(Scanner &s, LogRecord &record)
    {
        const std::string_view rest = s.rest();
        std::size_t stroke = rest.find('/');
        while (stroke != std::string_view::npos && (stroke == 0 || !isDigit(rest[stroke - 1])))
            stroke = rest.find('/', stroke + 1);
        if (stroke == std::string_view::npos)
            return;
        std::size_t from = stroke;
        while (from > 0 && isDigit(rest[from - 1]))
            --from;
        Scanner bar(rest.substr(from));
        const auto step = takeFraction(bar);
        if (!step || step->at >= step->of)
            return;
        record.kind = RecordKind::Train;
        record.stepInEpoch = step->at;
        record.stepsPerEpoch = step->of;
    }

    std::vector<std::string> m_train, m_validation;
    std::optional<double> m_epoch;
};

} // namespace

std::unique_ptr<LogReader> makeUltralyticsReader()
{
    return std::make_unique<UltralyticsReader>();
}

} // namespace paceline::logs
