// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/lightningbar.h"

#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/loosefields.h"

#include <cmath>

namespace paceline::logs {
namespace {

constexpr std::string_view kDot = " \xe2\x80\xa2 "; // U+2022 between the clocks

/// Names that PyTorch Lightning and NeMo print in their bars.
std::string_view canonOf(std::string_view name, bool hasReducedLoss)
{
    if (name == "reduced_train_loss" || name == "train_loss_step" || name == "step_loss")
        return "loss";
    const bool isTraining = name.starts_with("train_") || name.starts_with("train/") || name.starts_with("loss");
    if (name.ends_with("_epoch") && isTraining)
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

/// What stands between the brackets of a text clock: "0:00:58".
std::optional<double> takeClock(Scanner &s)
{
    return clockSeconds(s.word(":.-"));
}

} // namespace

void readEpochOfBar(std::string_view description, LogRecord &record)
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

void addBarRate(std::string_view text, LogRecord &record, ReadContext &context)
{
    Scanner s(text);
    const auto value = s.number();
    s.skipBlanks();
    if (!value || !s.rest().size())
        return;
    const std::string_view unit = s.rest();
    const bool isTime = unit == "s/it" || unit == "s/step" || unit == "s/batch";
    const std::string_view canon = isTime ? "step_time" : meaningOfSpeedUnit(unit);
    ReadContext::addMetric(record, context.names.known("rate", unit, canon), *value);
}

void addBarField(std::string_view field, bool hasReducedLoss, LogRecord &record, ReadContext &context)
{
    for (std::size_t bar = field.find(" | "); bar != std::string_view::npos; bar = field.find(" | ")) {
        addBarField(trimmed(field.substr(0, bar)), hasReducedLoss, record, context);
        field = trimmed(field.substr(bar + 3));
    }
    field = trimmed(field.substr(0, field.find(" ("))); // "Acc: 80.0% (800/1000)"
    if (field.ends_with('%'))
        field.remove_suffix(1);
    const std::size_t equals = field.find_first_of("=:");
    if (equals == std::string_view::npos || equals == 0)
        return;
    const std::string_view name = trimmed(field.substr(0, equals));
    const auto value = wholeNumber(field.substr(equals + 1));
    if (!value || name == "v_num")
        return;
    if ((name == "global_step" || name == "num_updates") && *value >= 0 && *value < 9e15)
        record.step = qint64(*value);
    else
        ReadContext::addMetric(
            record, context.names.known(name, name.ends_with(" in s") ? "s" : "", canonOf(name, hasReducedLoss)),
            *value);
}

bool readRichBar(const CleanLine &line, ReadContext &context)
{
    const std::string_view text = trimmed(line.text);
    if (!text.starts_with("Epoch ") || text.find(kDot) == std::string_view::npos)
        return false;
    Scanner s(text);
    const std::string_view description = s.until(std::string_view("  "));
    s.skipBlanks();
    // The bar is drawn with characters beyond ASCII or dashes, and blanks where nothing is done yet.
    while (!s.atEnd() && (isBlank(s.peek()) || s.peek() == '-' || static_cast<unsigned char>(s.peek()) >= 0x80))
        s.skip(1);
    const auto step = isDigit(s.peek()) ? takeFraction(s) : std::nullopt;
    const auto elapsed = step ? takeClock(s) : std::nullopt;
    if (!elapsed || !s.take(kDot))
        return false;
    takeClock(s); // "-:--:--" at the start
    s.skipBlanks();
    LogRecord &record = context.add(line, RecordKind::Progress);
    record.stepInEpoch = step->at;
    record.stepsPerEpoch = step->of;
    readEpochOfBar(description, record);
    context.last().elapsedS = *elapsed;
    addBarRate(s.until(' '), record, context);
    while (s.skipBlanks() && !s.atEnd()) {
        const std::size_t from = s.position();
        s.until(std::string_view(": "));
        s.take(": ");
        s.until(' ');
        addBarField(text.substr(from, s.position() - from), false, record, context);
    }
    return true;
}

} // namespace paceline::logs
