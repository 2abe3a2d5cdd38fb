// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxColumns = 4096;

/// The next cell, without quotes; quotes inside stay as they are. False behind the last one.
bool takeCell(Scanner &s, bool &isFirst, std::string_view &cell)
{
    if (!isFirst && !s.take(','))
        return false;
    isFirst = false;
    if (s.take('"')) {
        cell = s.until('"');
        s.take('"');
        return s.atEnd() || s.peek() == ',';
    }
    cell = trimmed(s.until(','));
    return true;
}

bool isName(std::string_view text)
{
    return !text.empty() && isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || std::string_view(" _-/.@():[]%+").find(c) != std::string_view::npos;
    });
}

/// What training and what a validation logs; a mean of the epoch is no second value of the step.
std::string_view canonOf(std::string_view name)
{
    if (name.starts_with("lr-"))
        return name.find("-momentum") == std::string_view::npos &&
                       (name.find("/pg") == std::string_view::npos || name.ends_with("/pg1"))
                   ? "lr"
                   : "";
    const bool isTraining = name.starts_with("train") || name.starts_with("loss") || name.starts_with("acc");
    if (isTraining && name.ends_with("_epoch"))
        return {};
    for (const std::string_view twin : {"_step", "_epoch"}) {
        if (name.ends_with(twin))
            name.remove_suffix(twin.size());
    }
    return canonicalName(name, {}, Phase::Train);
}

bool isEvalName(std::string_view name)
{
    for (const std::string_view start : {"val", "valid", "validation", "test", "eval"}) {
        if (name.size() > start.size() && name.starts_with(start) && !isLetter(name[start.size()]))
            return true;
    }
    return false;
}

/// metrics.csv of Lightning's CSVLogger: a head line of names among which are step and epoch, in any order, then rows
/// where an empty cell means that the metric was not logged then.
class LightningCsvReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.find(',') == std::string_view::npos)
            return {};
        const char first = trimmed(line.text).front();
        if ((isLetter(first) || first == '"') && readHead(line))
            return {Claim::Known};
        return !m_columns.empty() && readRow(line, context) ? ReadResult{Claim::Record} : ReadResult{};
    }

private:
    enum class Role { Step, Epoch, Training, Evaluation };
    struct Column
    {
        std::string name, canon;
        Role role;
    };

    static Column columnOf(std::string_view name)
    {
        const Role role = name == "step"     ? Role::Step
                          : name == "epoch"  ? Role::Epoch
                          : isEvalName(name) ? Role::Evaluation
                                             : Role::Training;
        return {std::string(name), std::string(canonOf(name)), role};
    }

    bool readHead(const CleanLine &line)
    {
        std::vector<Column> columns;
        Scanner s(trimmed(line.text));
        std::string_view cell;
        bool isFirst = true, hasStep = false, hasEpoch = false;
        while (takeCell(s, isFirst, cell)) {
            if (columns.size() >= kMaxColumns || !isName(cell))
                return false;
            columns.push_back(columnOf(cell));
            hasStep |= columns.back().role == Role::Step;
            hasEpoch |= columns.back().role == Role::Epoch;
        }
        // Other files of that shape begin with the step; a head in the middle of a log is hardly one.
        const bool isTheirs = hasStep && (hasEpoch || line.raw.line == 1) && columns.size() > 1 + std::size_t(hasEpoch);
        if (!s.atEnd() || !isTheirs)
            return false;
        m_columns = std::move(columns);
        return true;
    }

    bool readRow(const CleanLine &line, ReadContext &context) const
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        Scanner s(trimmed(line.text));
        std::string_view cell;
        bool isFirst = true, evalOnly = true;
        std::size_t at = 0;
        for (; takeCell(s, isFirst, cell) && at < m_columns.size(); ++at) {
            if (!cell.empty() && !addCell(m_columns[at], cell, record, context))
                break;
            evalOnly &= cell.empty() || m_columns[at].role != Role::Training;
        }
        if (at == m_columns.size() && s.atEnd() && (record.step || record.epoch) && !record.metrics.empty()) {
            record.kind = evalOnly ? RecordKind::Eval : RecordKind::Train;
            return true;
        }
        context.drop();
        return false;
    }

    /// False when it is no row of the table. A text is passed over.
    static bool addCell(const Column &column, std::string_view cell, LogRecord &record, ReadContext &context)
    {
        const auto value = wholeNumber(cell);
        if (column.role == Role::Step) {
            if (!value || !(*value >= 0 && *value < 9e15) || *value != std::floor(*value))
                return false;
            record.step = qint64(*value);
        } else if (column.role == Role::Epoch) {
            if (!value || !std::isfinite(*value))
                return false;
            record.epoch = *value;
        } else if (value) {
            ReadContext::addMetric(record, context.names.known(column.name, {}, column.canon), *value);
        }
        return true;
    }

    std::vector<Column> m_columns;
};

} // namespace

std::unique_ptr<LogReader> makeLightningCsvReader()
{
    return std::make_unique<LightningCsvReader>();
}

} // namespace paceline::logs
