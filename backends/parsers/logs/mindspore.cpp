// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

#include <utility>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 200;

struct Cell
{
    std::string_view name, unit;
    double value = 0;
    std::optional<qint64> of;
};

/// "name: value unit", "name:[ value/of]", "name is value". Of "[2.4/2.5]" the first is the last batch's.
std::optional<Cell> cellOf(std::string_view text)
{
    text = trimmed(text);
    std::size_t end = text.find(':');
    std::size_t from = end + 1;
    if (end == std::string_view::npos) {
        end = text.find(" is ");
        from = end + 4;
    }
    if (end == std::string_view::npos)
        return {};
    Cell cell;
    cell.name = trimmed(text.substr(0, end));
    Scanner s(text.substr(from));
    s.skipBlanks();
    const bool bracket = s.take('[') || s.take('(');
    s.skipBlanks();
    const auto value = s.number();
    if (!value || cell.name.empty())
        return {};
    cell.value = *value;
    s.skipBlanks();
    if (bracket && isLetter(s.peek())) // "time:[2.112 ms]"
        cell.unit = s.word("");
    s.skipBlanks();
    if (bracket && s.peek() != '/' && s.peek() != ']' && s.peek() != ',' && s.peek() != ')')
        return {};
    if (bracket && s.take('/')) {
        s.skipBlanks();
        cell.of = s.integer();
    } else if (!bracket) {
        cell.unit = s.word("%/");
        s.take('.');
        s.skipBlanks();
        if (!s.atEnd())
            return {};
    }
    return cell;
}

/// Commas inside brackets are none between cells.
std::string_view takeCell(Scanner &s)
{
    const std::string_view rest = s.rest();
    int depth = 0;
    std::size_t end = 0;
    for (; end < rest.size(); ++end) {
        depth += rest[end] == '[' || rest[end] == '(' ? 1 : rest[end] == ']' || rest[end] == ')' ? -1 : 0;
        if (rest[end] == ',' && depth <= 0)
            break;
    }
    s.skip(end + 1);
    return rest.substr(0, end);
}

std::string_view canonOf(std::string_view name, std::string_view unit)
{
    if (name.find("throughput") != std::string_view::npos)
        return unit == "T" ? "tflops" : "";
    if (name == "epoch time" || name == "Epoch time")
        return "epoch_time";
    if (name == "per step time" || name == "per_step_time" || name == "time")
        return "step_time";
    if (name == "avg loss")
        return "loss";
    if (name == "global_norm")
        return "grad_norm";
    return canonicalName(name, {}, Phase::Train);
}

/// The first versions leave the unit out.
bool isTime(std::string_view name)
{
    return name.ends_with("time");
}

/// MindSpore's callbacks: "epoch: 1 step: 100, loss is 4.66", "[Train ]epoch time: 4850141.061 ms, per step time:
/// 122.941 ms"; the monitors of its model zoo, "epoch: [ 0/ 90], step:[ 10/ 625], loss:[2.4/2.5], time:[120.3],
/// lr:[0.1]", and MindFormers', the same in braces.
class MindSporeReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        std::string_view text = trimmed(line.text);
        const std::size_t brace = text.substr(0, kMaxHead).find("{ ");
        const bool hasBrace = brace != std::string_view::npos;
        if (hasBrace)
            text = trimmed(text.substr(brace + 1, text.size() - brace - (text.ends_with('}') ? 2 : 1)));
        Scanner s(text);
        if (const std::size_t percent = s.rest().find(", current epoch percent: "); percent != std::string_view::npos)
            return readPercent(s, line, context);
        const bool isEval = s.take("Eval ");
        if (!isEval)
            s.take("Train ");
        const bool isTime = s.rest().starts_with("epoch time:") || s.rest().starts_with("Epoch time:");
        // Without an epoch the steps count over all.
        const bool isGlobal =
            hasBrace && s.rest().starts_with("step:[") && s.rest().find("per_step_time:") != std::string_view::npos;
        if (!isTime && !isGlobal && !takeEpoch(s))
            return {};
        LogRecord &record = context.add(line, isEval   ? RecordKind::Eval
                                              : isTime ? RecordKind::EpochEnd
                                                       : RecordKind::Train);
        if (!isGlobal) {
            record.epoch = m_epoch;
            record.totalEpochs = m_epochs;
        }
        if (addAll(s, record, context)) {
            if (isGlobal) {
                record.step = std::exchange(record.stepInEpoch, std::nullopt);
                record.totalSteps = std::exchange(record.stepsPerEpoch, std::nullopt);
            }
            return {Claim::Record};
        }
        context.drop();
        return {};
    }

private:
    /// BERT and its like: "epoch: 1, current epoch percent: 0.010, step: 10, outputs are (Tensor(shape=[],
    /// dtype=Float32, value= 10.2), ..", the first of which is the loss.
    static ReadResult readPercent(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        s.take("epoch: ");
        const auto epoch = s.number();
        const auto percent = epoch && s.take(", current epoch percent: ") ? s.number() : std::nullopt;
        const auto step = percent && s.take(", step: ") ? s.integer() : std::nullopt;
        if (!step || !s.take(", outputs are "))
            return {};
        if (!isDigit(s.peek())) {
            s.until(std::string_view("value="));
            s.take("value=");
            s.skipBlanks();
        }
        const auto loss = s.number();
        if (!loss)
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.epoch = epoch;
        record.step = step;
        ReadContext::addMetric(record, context.names.known("outputs are", {}, "loss"), *loss);
        return {Claim::Record};
    }

    /// "epoch: 1 ", "Epoch:[  1/ 90], "
    bool takeEpoch(Scanner &s)
    {
        if (!s.take("epoch:") && !s.take("Epoch:"))
            return false;
        s.skipBlanks();
        std::optional<qint64> at, of;
        if (const auto fraction = takeFraction(s)) {
            at = fraction->at;
            of = fraction->of;
        } else {
            at = s.integer();
        }
        const bool ends = s.take(',');
        if (!at || (!s.skipBlanks() && !ends))
            return false;
        const std::string_view rest = s.rest();
        if (!rest.starts_with("step:") && !rest.starts_with("epoch time:") && !rest.starts_with("per step time:"))
            return false;
        m_epoch = double(*at);
        m_epochs = of ? std::optional<double>(double(*of)) : std::nullopt;
        return true;
    }

    /// Whether the line is MindSpore's: others, too, count an epoch and a step.
    bool addAll(Scanner &s, LogRecord &record, ReadContext &context) const
    {
        const std::string_view rest = s.rest();
        const bool isTheirs = rest.find("loss is ") != std::string_view::npos || rest.starts_with("step:[") ||
                              (rest.starts_with("step: [") && rest.find("loss: [") != std::string_view::npos) ||
                              rest.find("per step time:") != std::string_view::npos ||
                              (m_epoch && rest.find(" ms") != std::string_view::npos);
        while (isTheirs && !s.atEnd()) {
            const auto cell = cellOf(takeCell(s));
            if (!cell)
                continue;
            if (cell->name == "step" && cell->value >= 0 && cell->value < 9e15) {
                record.stepInEpoch = qint64(cell->value);
                record.stepsPerEpoch = cell->of;
            } else if (cell->name != "steps") {
                const bool isEval = record.kind == RecordKind::Eval;
                if (!isEval && lowered(cell->name.front()) == 'e')
                    record.kind = RecordKind::EpochEnd;
                const std::string_view unit = cell->unit.empty() && isTime(cell->name) ? "ms" : cell->unit;
                ReadContext::addMetric(record,
                                       context.names.known(cell->name, unit, isEval ? "" : canonOf(cell->name, unit)),
                                       cell->value);
            }
        }
        return !record.metrics.empty();
    }

    std::optional<double> m_epoch, m_epochs;
};

} // namespace

std::unique_ptr<LogReader> makeMindSporeReader()
{
    return std::make_unique<MindSporeReader>();
}

} // namespace paceline::logs
