// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxColumns = 512;

/// The sum of all terms stands for the loss; the files of the first versions tell it as l2.
std::string_view canonOf(std::string_view name)
{
    if (name == "rmse_trn" || name == "rmse" || name == "l2_trn" || name == "l2")
        return "loss";
    if (name == "rmse_val" || name == "rmse_tst" || name == "l2_val" || name == "l2_tst")
        return "val_loss";
    return name == "lr" ? "lr" : "";
}

std::string_view takeCell(Scanner &s)
{
    s.skipBlanks();
    const std::string_view rest = s.rest();
    const std::string_view cell = rest.substr(0, rest.find_first_of(" \t"));
    s.skip(cell.size());
    return cell;
}

bool isMeasure(std::string_view name)
{
    return name.starts_with("rmse") || name.starts_with("mae") || name.starts_with("l2") ||
           name.find("loss") != std::string_view::npos;
}

/// DeePMD-kit's lcurve.out: a head line "#  step  rmse_val  rmse_trn ... lr" ("# batch  l2_tst ..." in its first
/// versions, "_val_<task>" with several tasks), then rows of numbers; other comments may stand between.
class DeepMdReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take('#'))
            return readHead(s) ? ReadResult{Claim::Known} : ReadResult{};
        if (m_columns.empty() || !isDigit(s.peek()))
            return {};
        const auto step = wholeNumber(takeCell(s));
        if (!step || *step != std::floor(*step) || *step > 9e15)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = qint64(*step);
        if (readRow(s, record, context))
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    bool readHead(Scanner &s)
    {
        const std::string_view counter = takeCell(s);
        if (counter != "step" && counter != "batch")
            return false;
        std::vector<std::string> columns;
        bool hasMeasure = false, hasRate = false;
        for (std::string_view name = takeCell(s); !name.empty(); name = takeCell(s)) {
            if (columns.size() >= kMaxColumns || !isLetter(name.front()))
                return false;
            hasMeasure |= isMeasure(name);
            hasRate = name == "lr";
            columns.emplace_back(name);
        }
        if (!hasMeasure || !hasRate)
            return false;
        m_columns = std::move(columns);
        return true;
    }

    bool readRow(Scanner &s, LogRecord &record, ReadContext &context) const
    {
        for (const std::string &name : m_columns) {
            const auto value = wholeNumber(takeCell(s));
            if (!value)
                return false;
            ReadContext::addMetric(record, context.names.known(name, {}, canonOf(name)), *value);
        }
        s.skipBlanks();
        return s.atEnd();
    }

    std::vector<std::string> m_columns; ///< behind the step
};

} // namespace

std::unique_ptr<LogReader> makeDeepMdReader()
{
    return std::make_unique<DeepMdReader>();
}

} // namespace paceline::logs
