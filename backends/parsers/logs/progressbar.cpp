// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <cmath>

namespace paceline::logs {
namespace {

struct BarText
{
    std::string_view description;
    qint64 step = 0, total = 0;
    std::string_view status; ///< between the brackets: elapsed<remaining, rate, postfix
    std::size_t end = 0;
};

/// "desc:  12%|███ | n/N [status]". Empty when text holds no whole bar, or one that counts bytes.
std::optional<BarText> findBar(std::string_view text)
{
    const std::size_t percent = text.find("%|");
    if (percent == std::string_view::npos || percent == 0 || !isDigit(text[percent - 1]))
        return {};
    BarText bar;
    std::size_t front = percent;
    while (front > 0 && isDigit(text[front - 1]))
        --front;
    bar.description = trimmed(text.substr(0, front));
    if (bar.description.ends_with(':'))
        bar.description.remove_suffix(1);
    Scanner s(text);
    s.moveTo(percent + 2);
    s.until('|');
    if (!s.take('|'))
        return {};
    s.skipBlanks();
    const auto step = s.integer();
    const auto total = step && s.take('/') ? s.integer() : std::nullopt;
    if (!total || !s.skipBlanks() || !s.take('['))
        return {};
    bar.step = *step;
    bar.total = *total;
    const std::size_t from = s.position();
    // A postfix may hold brackets of its own: the bar ends with the one that closes the first.
    for (int depth = 1; !s.atEnd(); s.skip(1)) {
        depth += s.peek() == '[' ? 1 : s.peek() == ']' ? -1 : 0;
        if (depth == 0)
            break;
    }
    bar.status = text.substr(from, s.position() - from);
    if (!s.take(']'))
        return {};
    s.skipBlanks();
    bar.end = s.atEnd() ? std::string_view::npos : s.position();
    return bar;
}

void addRate(std::string_view text, LogRecord &record, ReadContext &context)
{
    Scanner s(text);
    const auto value = s.number();
    s.skipBlanks();
    if (!value || !s.rest().size())
        return;
    const std::string_view unit = s.rest();
    const std::string_view canon = unit == "it/s" ? "steps_per_sec" : unit == "s/it" ? "step_time" : "";
    ReadContext::addMetric(record, context.names.known("rate", unit, canon), *value);
}

/// "Epoch 3" and "Epoch 3/10" and "Train Epoch: 3"
void readEpoch(std::string_view description, LogRecord &record)
{
    const std::size_t word = description.find_first_of("Ee");
    if (word == std::string_view::npos || !(description.substr(word + 1).starts_with("poch")))
        return;
    Scanner s(description.substr(word + 5));
    s.take(':');
    s.skipBlanks();
    s.take('[');
    const auto epoch = s.integer();
    if (!epoch)
        return;
    record.epoch = double(*epoch);
    if (s.take('/')) {
        if (const auto total = s.integer())
            record.totalEpochs = double(*total);
    }
}

void addPostfix(Scanner &s, LogRecord &record, ReadContext &context)
{
    while (s.take(',')) {
        s.skipBlanks();
        const std::string_view field = s.until(", ");
        const std::size_t equals = field.find_first_of("=:");
        if (equals == std::string_view::npos || equals == 0)
            continue;
        const std::string_view name = trimmed(field.substr(0, equals));
        const auto value = wholeNumber(field.substr(equals + 1));
        if (value && name != "v_num")
            ReadContext::addMetric(record, context.names.of(name), *value);
    }
}

/// tqdm's bars: each refresh is a record of progress.
class ProgressBarReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const auto bar = findBar(line.text);
        if (!bar)
            return {};
        LogRecord &record = context.add(line, RecordKind::Progress);
        record.step = bar->step;
        record.totalSteps = bar->total;
        readEpoch(bar->description, record);
        Scanner s(bar->status);
        const std::string_view clocks = s.until(',');
        if (s.take(',')) {
            s.skipBlanks();
            addRate(s.until(','), record, context);
            addPostfix(s, record, context);
        }
        context.last().elapsedS = clockSeconds(clocks.substr(0, clocks.find('<'))).value_or(std::nan(""));
        if (bar->description.empty())
            remember(*bar, context);
        return {Claim::Record, bar->end};
    }

private:
    static void remember(const BarText &bar, ReadContext &context)
    {
        context.lastBar = {bar.step, bar.total, context.lastBar.serial + 1};
        if (context.trainBar && context.trainBar->total == bar.total)
            context.trainBar = context.lastBar;
    }
};

} // namespace

std::unique_ptr<LogReader> makeProgressBarReader()
{
    return std::make_unique<ProgressBarReader>();
}

} // namespace paceline::logs
