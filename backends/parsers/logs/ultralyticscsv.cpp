// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxColumns = 256;

std::string_view canonOf(std::string_view column)
{
    if (column == "train/loss")
        return "loss";
    if (column == "metrics/accuracy_top1")
        return "val_accuracy";
    if ((column.starts_with("val/") || column.starts_with("test/")) && column.ends_with("loss"))
        return "val_loss";
    return column == "lr/pg0" || column == "x/lr0" ? "lr" : "";
}

/// YOLO's results.csv: a head line "epoch, time, train/box_loss, metrics/.., val/.., lr/pg0", padded with blanks or
/// not, and a row for each epoch.
class UltralyticsCsvReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = trimmed(line.text);
        if (text.starts_with("epoch,"))
            return {readHead(text) ? Claim::Known : Claim::No};
        return m_columns.empty() ? ReadResult{} : readRow(text, line, context);
    }

private:
    bool readHead(std::string_view text)
    {
        Scanner s(text);
        std::vector<std::string> columns;
        do {
            columns.emplace_back(trimmed(s.until(',')));
        } while (s.take(',') && columns.size() < kMaxColumns);
        const auto has = [&](std::string_view prefix) {
            return std::any_of(columns.begin(), columns.end(),
                               [&](const std::string &c) { return std::string_view(c).starts_with(prefix); });
        };
        const bool isTheirs =
            has("train/") && (has("metrics/") || has("val/")) && (has("lr/pg") || has("x/lr") || has("metrics/"));
        if (!isTheirs || has("step") || !s.atEnd())
            return false;
        m_columns = std::move(columns);
        return true;
    }

    ReadResult readRow(std::string_view text, const CleanLine &line, ReadContext &context)
    {
        Scanner s(text);
        LogRecord &record = context.add(line, RecordKind::Train);
        std::size_t column = 0;
        bool isRow = true;
        do {
            const std::string_view cell = trimmed(s.until(','));
            const auto value = wholeNumber(cell);
            isRow = column < m_columns.size() && (value || cell.empty());
            if (isRow && value)
                addCell(m_columns[column], *value, record, context);
            ++column;
        } while (isRow && s.take(','));
        if (isRow && column == m_columns.size() && record.epoch && !record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

    static void addCell(std::string_view column, double value, LogRecord &record, ReadContext &context)
    {
        if (column == "epoch") {
            record.epoch = value;
        } else if (column == "time") {
            context.last().elapsedS = value;
            ReadContext::addMetric(record, context.names.known(column, "s", {}), value);
        } else {
            ReadContext::addMetric(record, context.names.known(column, {}, canonOf(column)), value);
        }
    }

    std::vector<std::string> m_columns;
};

} // namespace

std::unique_ptr<LogReader> makeUltralyticsCsvReader()
{
    return std::make_unique<UltralyticsCsvReader>();
}

} // namespace paceline::logs
