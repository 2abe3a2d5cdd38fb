// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/lightningbar.h"
#include "backends/parsers/logs/loosefields.h"
#include "backends/parsers/logs/readerstate.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

struct BarText
{
    std::string_view description;
    qint64 step = 0;
    std::optional<qint64> total;
    std::string_view status; ///< between the brackets: elapsed<remaining, rate, postfix
    std::size_t end = 0;
};

std::string_view descriptionOf(std::string_view text)
{
    text = trimmed(text);
    while (text.ends_with(':') || text.ends_with('|'))
        text = trimmed(text.substr(0, text.size() - 1));
    return text;
}

/// Where the digits that end before end begin.
std::size_t digitsBefore(std::string_view text, std::size_t end)
{
    while (end > 0 && isDigit(text[end - 1]))
        --end;
    return end;
}

/// Where the percentage of a bar ends: before "%|", or before "% " where there is no room to draw it.
std::size_t findPercent(std::string_view text)
{
    const std::size_t drawn = text.find("%|");
    return drawn == std::string_view::npos ? text.find("% ") : drawn;
}

/// "desc:  12%|███ | n/N [" or "desc:  12% n/N [", the scanner behind the bracket.
bool takeCounted(Scanner &s, std::string_view text, BarText &bar)
{
    const std::size_t percent = findPercent(text);
    const std::size_t front = percent == std::string_view::npos ? 0 : digitsBefore(text, percent);
    if (percent == std::string_view::npos || front == percent)
        return false;
    bar.description = descriptionOf(text.substr(0, front));
    s.moveTo(percent + 1);
    if (s.take('|')) {
        s.until('|');
        if (!s.take('|'))
            return false;
    }
    s.skipBlanks();
    const auto step = s.integer();
    bar.total = step && s.take('/') ? s.integer() : std::nullopt;
    bar.step = step.value_or(0);
    return bar.total && s.skipBlanks() && s.take('[') && isDigit(s.peek());
}

/// Where the end is not known: "desc: 129it [43:14, ..", "desc: |   | 129/? [43:14<00:00, ..".
bool takeOpenEnded(Scanner &s, std::string_view text, BarText &bar)
{
    for (const std::string_view unit : {"it [", "/? ["}) {
        const std::size_t at = text.find(unit);
        const std::size_t front = at == std::string_view::npos ? 0 : digitsBefore(text, at);
        if (at == std::string_view::npos || front == at)
            continue;
        s.moveTo(front);
        const auto step = s.integer();
        s.moveTo(at + unit.size());
        if (!step || *step < 1 || !isDigit(s.peek())) // "0it [00:00" says nothing yet
            continue;
        bar.step = *step;
        bar.description = descriptionOf(text.substr(0, std::min(text.find('|'), front)));
        return true;
    }
    return false;
}

/// Empty when text holds no whole bar, or one that counts bytes.
std::optional<BarText> findBar(std::string_view text)
{
    BarText bar;
    Scanner s(text);
    if (!takeCounted(s, text, bar) && (findPercent(text) != std::string_view::npos || !takeOpenEnded(s, text, bar)))
        return {};
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

/// ", 1.2it/s, name=value, name=value"; the rate may be missing.
void addStatus(Scanner &s, LogRecord &record, ReadContext &context)
{
    const bool hasReducedLoss = s.rest().find("reduced_train_loss=") != std::string_view::npos;
    for (bool isFirst = true; s.take(','); isFirst = false) {
        s.skipBlanks();
        const std::string_view field = s.until(std::string_view(", "));
        if (isFirst && field.find('=') == std::string_view::npos)
            addBarRate(trimmed(field), record, context);
        else
            addBarField(trimmed(field), hasReducedLoss, record, context);
    }
}

/// The bars of YOLO that look through the data before the training.
bool isOfPreparation(std::string_view description)
{
    return description.find(": Scanning ") != std::string_view::npos ||
           description.find(": Caching images") != std::string_view::npos;
}

/// "Epoch 1/10, Loss: 0.53", "Loss=0.69 Batch_id=468 Accuracy=10.1": what programs write in front of the bar.
void addDescription(std::string_view description, LogRecord &record, ReadContext &context)
{
    if (description.find_first_of("=:") == std::string_view::npos)
        return;
    Scanner s(description);
    FieldText field;
    while (nextLooseField(s, field)) {
        const std::size_t blank = field.name.find_last_of(" []");
        const std::string_view name = blank == std::string_view::npos ? field.name : field.name.substr(blank + 1);
        const MetricName &known = context.names.of(name);
        if (known.isHeadline || known.isRate)
            ReadContext::addMetric(record, known, field.value);
    }
}

/// Lightning's bar counts the batches of one epoch.
bool isLightning(const BarText &bar)
{
    return bar.description.starts_with("Epoch ") && (bar.status.find(" v_num=") != std::string_view::npos ||
                                                     bar.status.find("global_step=") != std::string_view::npos);
}

/// fairseq's too; it tells the step behind it.
bool isFairseq(const BarText &bar)
{
    return bar.description.starts_with("epoch ") && bar.status.find(" num_updates=") != std::string_view::npos;
}

/// What only Lightning prints, mostly before its first bar.
bool isOfLightning(std::string_view text)
{
    return text.starts_with("GPU available: ") || text.ends_with("model params size (MB)") ||
           text.starts_with("Sanity Checking DataLoader") || text.starts_with("Validation DataLoader");
}

/// tqdm's bars, and those that Lightning draws with Rich: each refresh is a record of progress.
class ProgressBarReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        m_isLightning |= isOfLightning(trimmed(line.text));
        const auto bar = findBar(line.text);
        if (!bar)
            return readRichBar(line, context) ? ReadResult{Claim::Record} : ReadResult{};
        if (isOfPreparation(bar->description))
            return {Claim::Known, bar->end};
        LogRecord &record = context.add(line, RecordKind::Progress);
        const bool isEpoch = bar->description.starts_with("Epoch ");
        const bool countsEpoch = (m_isLightning && isEpoch) || isLightning(*bar) || isFairseq(*bar);
        (countsEpoch ? record.stepInEpoch : record.step) = bar->step;
        (countsEpoch ? record.stepsPerEpoch : record.totalSteps) = bar->total;
        readEpochOfBar(bar->description, record);
        addDescription(bar->description, record, context);
        Scanner s(bar->status);
        const std::string_view clocks = s.until(',');
        addStatus(s, record, context);
        context.last().elapsedS = clockSeconds(clocks.substr(0, clocks.find('<'))).value_or(std::nan(""));
        if (bar->description.empty() && bar->total)
            remember(*bar, context);
        return {Claim::Record, bar->end};
    }

    QByteArray state() const override { return packed(m_isLightning); }
    void setState(const QByteArray &bytes) override { unpack(bytes, m_isLightning); }

private:
    static void remember(const BarText &bar, ReadContext &context)
    {
        context.lastBar = {bar.step, *bar.total, context.lastBar.serial + 1};
        if (context.trainBar && context.trainBar->total == *bar.total)
            context.trainBar = context.lastBar;
    }

    bool m_isLightning = false; ///< this log is one of Lightning
};

} // namespace

std::unique_ptr<LogReader> makeProgressBarReader()
{
    return std::make_unique<ProgressBarReader>();
}

} // namespace paceline::logs
