// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLine = 4096;
constexpr std::size_t kMaxColumns = 64;
constexpr std::size_t kMinWidth = 10;
constexpr std::size_t kGap = 2;

struct Cell
{
    std::string_view text;
    std::size_t at; ///< where it stands in the line
};

std::vector<Cell> cellsOf(std::string_view text)
{
    std::vector<Cell> cells;
    Scanner s(text);
    while (cells.size() <= kMaxColumns) {
        s.skipBlanks();
        if (s.atEnd())
            break;
        const std::size_t at = s.position();
        while (!s.atEnd() && !isBlank(s.peek()))
            s.skip(1);
        cells.push_back({text.substr(at, s.position() - at), at});
    }
    return cells;
}

bool isName(std::string_view text)
{
    return isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
               return isLetter(c) || isDigit(c) || std::string_view("_/-.:").find(c) != std::string_view::npos;
           });
}

bool isEvalPart(std::string_view part)
{
    return part.starts_with("validation") || part.starts_with("val") || part.starts_with("test") ||
           part.starts_with("dev");
}

/// "main/loss" and "validation/main/accuracy": who watches it, then its name.
std::string_view canonOf(std::string_view name)
{
    const Phase phase = isEvalPart(name) && name.find('/') != std::string_view::npos ? Phase::Eval : Phase::Train;
    const std::size_t main = name.rfind("main/");
    return main != std::string_view::npos ? canonicalName(name.substr(main + 5), {}, phase) : name == "lr" ? "lr" : "";
}

/// Chainer's PrintReport: a table under a head line, each column ten or more wide and two apart; cells without a value
/// are blank, so that a short row is read by position.
class ChainerReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (line.text.size() > kMaxLine)
            return {};
        const std::size_t first = line.text.find_first_not_of(" \t");
        if (first == std::string_view::npos)
            return {};
        if (isLetter(line.text[first]))
            return readHead(line.text, first) ? ReadResult{Claim::Known} : ReadResult{};
        return !m_columns.empty() && readRow(line, context) ? ReadResult{Claim::Record} : ReadResult{};
    }

private:
    struct Column
    {
        std::string name;
        std::size_t at;
    };

    /// first is where the first name stands.
    bool readHead(std::string_view text, std::size_t first)
    {
        const std::string_view names = text.substr(first);
        if (!names.starts_with("epoch") && !names.starts_with("iteration") &&
            names.find("main/") == std::string_view::npos)
            return false;
        const std::vector<Cell> cells = cellsOf(text);
        if (cells.size() < 2 || cells.size() > kMaxColumns)
            return false;
        bool hasCounter = false;
        std::size_t at = first;
        // Names like main/loss are enough; others could be any table's, but for the widths.
        const bool isTheirs = names.find("main/") != std::string_view::npos;
        for (const Cell &cell : cells) {
            if ((cell.at != at && !isTheirs) || !isName(cell.text))
                return false;
            at += std::max(kMinWidth, cell.text.size()) + kGap;
            hasCounter |= cell.text == "epoch" || cell.text == "iteration";
        }
        if (!hasCounter)
            return false;
        m_columns.clear();
        for (const Cell &cell : cells)
            m_columns.push_back({std::string(cell.text), cell.at});
        return true;
    }

    const Column *columnOf(const std::vector<Cell> &cells, std::size_t index) const
    {
        if (cells.size() == m_columns.size())
            return &m_columns[index];
        const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                        [&](const Column &column) { return column.at == cells[index].at; });
        return found == m_columns.end() ? nullptr : &*found;
    }

    bool readRow(const CleanLine &line, ReadContext &context) const
    {
        const std::vector<Cell> cells = cellsOf(line.text);
        if (cells.size() < 2 || cells.size() > m_columns.size())
            return false;
        LogRecord &record = context.add(line, RecordKind::Train);
        bool isWhole = true, hasTraining = false;
        for (std::size_t i = 0; i < cells.size() && isWhole; ++i) {
            const Column *column = columnOf(cells, i);
            const auto value = wholeNumber(cells[i].text);
            isWhole = column && value;
            if (isWhole)
                hasTraining |= addCell(column->name, *value, record, context);
        }
        if (isWhole && (record.epoch || record.step) && !record.metrics.empty()) {
            record.kind = hasTraining ? RecordKind::Train : RecordKind::Eval;
            return true;
        }
        context.drop();
        return false;
    }

    /// Whether it is a value of training.
    static bool addCell(const std::string &name, double value, LogRecord &record, ReadContext &context)
    {
        if (name == "epoch") {
            record.epoch = value;
        } else if (name == "iteration" && value >= 0 && value < 9e15) {
            record.step = qint64(value);
        } else {
            if (name == "elapsed_time")
                context.last().elapsedS = value;
            ReadContext::addMetric(record, context.names.known(name, name == "elapsed_time" ? "s" : "", canonOf(name)),
                                   value);
            return !isEvalPart(name) && name != "elapsed_time";
        }
        return false;
    }

    std::vector<Column> m_columns;
};

} // namespace

std::unique_ptr<LogReader> makeChainerReader()
{
    return std::make_unique<ChainerReader>();
}

} // namespace paceline::logs
