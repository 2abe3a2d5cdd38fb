// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

namespace paceline::logs {
namespace {

constexpr std::string_view kComma = ", ";

/// icefall's recipes, behind a head of logging and "(rank/ranks) ": "Epoch 0, batch 10, loss[loss=0.45, over 2828.00
/// frames. ], tot_loss[loss=0.7, over 22192.90 frames. ], batch size: 4, lr: 3.00e-03" and "Epoch 0, validation:
/// loss=0.9, over 18067.00 frames. ".
class IcefallReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        const auto rank = takeRank(s);
        const auto epoch = s.take("Epoch ") ? s.integer() : std::nullopt;
        if (!epoch || !s.take(kComma))
            return {};
        const bool isEval = s.take("validation");
        const auto batch = !isEval && s.take("batch ") ? s.integer() : std::nullopt;
        const std::string_view rest = s.rest();
        const bool isTheirs =
            isEval ? rest.find(" over ") != std::string_view::npos
                   : batch && s.take(kComma) &&
                         (rest.find("loss[") != std::string_view::npos || rest.starts_with(", batch avg "));
        if (!isTheirs)
            return {};
        LogRecord &record = context.add(line, isEval ? RecordKind::Eval : RecordKind::Train);
        record.epoch = double(*epoch);
        record.stepInEpoch = batch;
        if (rank)
            record.rank = rank;
        // "validation loss=0.9" of the first versions, "validation libri: loss=0.9" of several sets
        const std::size_t colon = rest.substr(0, rest.find('=')).find(": ");
        const std::string_view front = isEval && colon == std::string_view::npos ? "validation " : "";
        if (isEval && colon != std::string_view::npos)
            s.skip(colon + 2);
        s.skipBlanks();
        addAll(s, isEval ? Phase::Eval : Phase::Train, front, record, context);
        if (!record.metrics.empty())
            return {Claim::Record};
        context.drop();
        return {};
    }

private:
    static std::optional<int> takeRank(Scanner &s)
    {
        const std::size_t from = s.position();
        const auto rank = s.take('(') ? s.integer() : std::nullopt;
        const auto ranks = rank && s.take('/') ? s.integer() : std::nullopt;
        if (ranks && s.take(") ") && *rank >= 0 && *rank < *ranks && *ranks < 1'000'000)
            return int(*rank);
        s.moveTo(from);
        return {};
    }

    /// front stands before the first name alone.
    static void addAll(Scanner &s, Phase phase, std::string_view front, LogRecord &record, ReadContext &context)
    {
        std::string_view group, first;
        bool isOutside = true;
        while (!s.atEnd()) {
            std::string_view cell = trimmed(s.until(kComma));
            s.take(kComma);
            if (const std::size_t open = cell.find('['); open != std::string_view::npos) {
                group = cell.substr(0, open);
                first = first.empty() ? group : first;
                isOutside = false;
                cell.remove_prefix(open + 1);
            }
            const bool closes = cell.ends_with(']');
            if (closes)
                cell = trimmed(cell.substr(0, cell.size() - 1));
            // The first group is the batch's, whatever its name: "train_loss[loss=..".
            const bool isBatch = isOutside || (group == first && group != "tot_loss");
            addCell({cell, isOutside ? std::string_view() : group, front, isBatch}, phase, record, context);
            front = {};
            isOutside |= closes;
        }
    }

    struct Cell
    {
        std::string_view text, group;
        std::string_view front; ///< stands before the name
        bool isBatch;           ///< not of the means over many batches
    };

    static void addCell(const Cell &place, Phase phase, LogRecord &record, ReadContext &context)
    {
        const std::string_view cell = place.text, group = place.group;
        Scanner s(cell);
        const bool isTotal = !group.empty() && group != "loss";
        if (s.take("over ")) {
            const auto count = s.number();
            s.skipBlanks();
            const std::string_view what = s.word("");
            if (count && place.isBatch && !what.empty())
                ReadContext::addMetric(record, context.names.known(what, what, {}), *count);
            return;
        }
        std::size_t end = cell.find_first_of("=:");
        if (end == std::string_view::npos)
            end = cell.rfind(' '); // "batch avg ctc loss 7.7"
        if (end == std::string_view::npos)
            return;
        const std::string_view name = trimmed(cell.substr(0, end));
        Scanner value(trimmed(cell.substr(end + 1)));
        const auto number = value.number();
        if (!number || name.empty() || !(value.atEnd() || value.peek() == ' '))
            return;
        if (name == "global_batch_idx" && *number >= 0 && *number < 9e15) {
            record.step = qint64(*number);
            return;
        }
        const std::string_view canon = !place.isBatch             ? ""
                                       : name == "batch avg loss" ? "loss"
                                                                  : canonicalName(name, {}, phase);
        const std::string shown = isTotal && name == "loss"        ? std::string(group)
                                  : isTotal && group == "tot_loss" ? "tot_" + std::string(name)
                                  : isTotal                        ? std::string(group) + '/' + std::string(name)
                                                                   : std::string(place.front) + std::string(name);
        ReadContext::addMetric(record, context.names.known(shown, {}, canon), *number);
    }
};

} // namespace

std::unique_ptr<LogReader> makeIcefallReader()
{
    return std::make_unique<IcefallReader>();
}

} // namespace paceline::logs
