// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/heldrecord.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxHead = 256;

std::string_view canonOf(std::string_view name, Phase phase)
{
    const std::string_view last = name.substr(name.rfind('/') + 1);
    if (last == "CrossEntropyLoss" || last == "CE loss")
        return phase == Phase::Eval ? "val_loss" : "loss";
    if (last == "Perplexity" || last == "PPL")
        return "perplexity";
    if (name == "throughput/device/tokens_per_second" || name == "throughput/device/TPS")
        return "tokens_per_sec";
    if (name == "throughput/device/MFU")
        return "mfu";
    if (name == "optim/total_grad_norm" || name == "optim/total grad norm")
        return "grad_norm";
    if (name == "optim/learning_rate_group0" || name == "optim/LR (group 0)" || name == "optim/LR" ||
        name == "optim/learning_rate")
        return "lr";
    return {};
}

/// Nothing, or what ends as a logger's head does: "[olmo.train:816, rank=0] ", "console_logger:61\tINFO\t". Values
/// before the step make it another program's line.
bool isLoggerHead(std::string_view text)
{
    if (text.empty())
        return true;
    if (!isBlank(text.back()))
        return false;
    text = trimmed(text);
    const std::string_view last = text.substr(text.find_last_of(" \t") + 1);
    const bool isLevel =
        last.size() >= 4 && std::all_of(last.begin(), last.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return text.empty() || isLevel || std::string_view("]:-|").find(text.back()) != std::string_view::npos;
}

/// OLMo and OLMo-core: a head "[step=1/739328]" or "[step=1/739328,epoch=1,eta=1:02:03]" at the end of a logging line,
/// then "    train/CrossEntropyLoss=11.25" a line. An evaluation has its label for a head, and names that begin with
/// eval/.
class OlmoReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (m_held.isOpen() && !m_held.isOfSameRank(line))
            return {};
        if (readValue(line))
            return {Claim::Known};
        m_held.release(context);
        return readHead(line) ? ReadResult{Claim::Known} : ReadResult{};
    }
    void finish(ReadContext &context) override { m_held.release(context); }

private:
    bool readHead(const CleanLine &line)
    {
        const std::string_view text = trimmed(line.text);
        const std::size_t at = text.rfind('[');
        if (at > kMaxHead || !isLoggerHead(text.substr(0, at))) // or there is none
            return false;
        Scanner s(text.substr(at));
        const auto step = s.take("[step=") ? s.integer() : std::nullopt;
        if (!step)
            return false;
        const auto total = s.take('/') ? s.integer() : std::nullopt;
        m_held.open(line, RecordKind::Train);
        m_held.record().step = m_lastStep = step;
        m_held.record().totalSteps = total;
        if (s.take(",epoch=")) {
            if (const auto epoch = s.number())
                m_held.record().epoch = *epoch;
        }
        s.until(']');
        const bool isWhole = s.take(']') && s.atEnd();
        if (!isWhole)
            m_held.drop();
        return isWhole;
    }

    /// False when the line is none of the record that is open.
    bool readValue(const CleanLine &line)
    {
        if (!line.text.starts_with("  "))
            return false;
        const std::string_view text = trimmed(line.text);
        const std::size_t equals = text.rfind('=');
        if (equals == std::string_view::npos)
            return false;
        const std::string_view name = text.substr(0, equals);
        const auto value = wholeNumber(text.substr(equals + 1));
        const bool isEval = name.starts_with("eval/");
        if (!value || name.find('/') == std::string_view::npos || name.size() > 200)
            return false;
        if (!m_held.isOpen()) {
            if (!isEval || !m_lastStep)
                return false;
            m_held.open(line, RecordKind::Eval);
            m_held.record().step = m_lastStep;
        }
        const bool isFirst = m_held.record().metrics.empty();
        if (isEval && isFirst)
            m_held.record().kind = RecordKind::Eval;
        m_held.extend(line);
        if (m_held.hasRoom())
            ReadContext::addMetric(m_held.record(),
                                   m_names.known(name, {}, canonOf(name, isEval ? Phase::Eval : Phase::Train)), *value);
        return true;
    }

    HeldRecord m_held;
    MetricNames m_names;
    std::optional<qint64> m_lastStep;
};

} // namespace

std::unique_ptr<LogReader> makeOlmoReader()
{
    return std::make_unique<OlmoReader>();
}

} // namespace paceline::logs
