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
    while (bar.description.ends_with(':'))
        bar.description = trimmed(bar.description.substr(0, bar.description.size() - 1));
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

/// Names that PyTorch Lightning and NeMo print in their bars.
std::string_view lightningCanon(std::string_view name, bool hasReducedLoss)
{
    if (name == "reduced_train_loss" || name == "train_loss_step")
        return "loss";
    if (name.ends_with("_epoch") && (name.starts_with("train_") || name.starts_with("loss")))
        return {};
    if (name == "train_step_timing in s")
        return "step_time";
    if (name == "loss" && hasReducedLoss)
        return {};
    for (const std::string_view twin : {"_step", "_epoch"}) {
        if (name.ends_with(twin))
            name.remove_suffix(twin.size());
    }
    return canonicalName(name, {}, Phase::Train);
}

void addPostfixField(std::string_view field, bool hasReducedLoss, LogRecord &record, ReadContext &context)
{
    const std::size_t equals = field.find_first_of("=:");
    if (equals == std::string_view::npos || equals == 0)
        return;
    const std::string_view name = trimmed(field.substr(0, equals));
    const auto value = wholeNumber(field.substr(equals + 1));
    if (!value || name == "v_num")
        return;
    if (name == "global_step" && *value >= 0 && *value < 9e15)
        record.step = qint64(*value);
    else
        ReadContext::addMetric(
            record, context.names.known(name, name.ends_with(" in s") ? "s" : "", lightningCanon(name, hasReducedLoss)),
            *value);
}

/// ", 1.2it/s, name=value, name=value"; the rate may be missing.
void addStatus(Scanner &s, LogRecord &record, ReadContext &context)
{
    const bool hasReducedLoss = s.rest().find("reduced_train_loss=") != std::string_view::npos;
    for (bool isFirst = true; s.take(','); isFirst = false) {
        s.skipBlanks();
        const std::string_view field = s.until(std::string_view(", "));
        if (isFirst && field.find('=') == std::string_view::npos)
            addRate(trimmed(field), record, context);
        else
            addPostfixField(trimmed(field), hasReducedLoss, record, context);
    }
}

/// Lightning's bar counts the batches of one epoch.
bool isLightning(const BarText &bar)
{
    return bar.description.starts_with("Epoch ") && (bar.status.find(" v_num=") != std::string_view::npos ||
                                                     bar.status.find("global_step=") != std::string_view::npos);
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
        (isLightning(*bar) ? record.stepInEpoch : record.step) = bar->step;
        (isLightning(*bar) ? record.stepsPerEpoch : record.totalSteps) = bar->total;
        readEpoch(bar->description, record);
        Scanner s(bar->status);
        const std::string_view clocks = s.until(',');
        addStatus(s, record, context);
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
