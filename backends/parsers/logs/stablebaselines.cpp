// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/heldrecord.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>

namespace paceline::logs {
namespace {

constexpr std::size_t kMinBorder = 9;
constexpr qint64 kMaxGap = 3;

bool isBorder(std::string_view text)
{
    return text.size() >= kMinBorder && text.find_first_not_of('-') == std::string_view::npos;
}

/// "| key | value |": the key with its indentation.
bool splitRow(std::string_view text, std::string_view &key, std::string_view &value)
{
    if (text.size() < 5 || text.front() != '|' || text.back() != '|')
        return false;
    const std::string_view inner = text.substr(1, text.size() - 2);
    const std::size_t middle = inner.find('|');
    if (middle == std::string_view::npos || inner.find('|', middle + 1) != std::string_view::npos)
        return false;
    key = inner.substr(0, middle);
    value = trimmed(inner.substr(middle + 1));
    if (key.starts_with(' '))
        key.remove_prefix(1);
    while (!key.empty() && key.back() == ' ')
        key.remove_suffix(1);
    return !key.empty();
}

bool isKnownSection(std::string_view key, std::string_view value)
{
    return value.empty() && (key == "time/" || key == "rollout/" || key == "train/" || key == "eval/");
}

/// Stable-Baselines3 and its forerunners: a table of two columns between dashes, "| time/ | |" over
/// "|    total_timesteps | 2048 |". A table is a record; its step counts the environment's steps.
class StableBaselinesReader final : public LogReader
{
public:
    /// A border in the line before may begin a table.
    bool canGoOn(qint64 lastClaim, qint64 nextLine) const override
    {
        return lastClaim == 0 && (m_borderLine == 0 || m_borderLine + 1 != nextLine);
    }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = trimmed(line.text);
        if (isBorder(text))
            return readBorder(line, context);
        std::string_view key, value;
        if (!splitRow(text, key, value)) {
            if (m_held.isOpen() && !m_hasBorder)
                release(context);
            return {};
        }
        if (!m_held.isOpen() && !open(key, value, line))
            return {};
        m_held.extend(line);
        addRow(key, value);
        return {Claim::Known};
    }
    void finish(ReadContext &context) override { release(context); }

private:
    ReadResult readBorder(const CleanLine &line, ReadContext &context)
    {
        const bool ends = m_held.isOpen() && line.raw.line - m_held.record().lastLine <= kMaxGap;
        if (ends) {
            m_held.extend(line);
            remember(line);
            return {release(context) ? Claim::Record : Claim::Known};
        }
        m_held.drop();
        remember(line);
        return {};
    }

    void remember(const CleanLine &border)
    {
        m_border = border;
        m_border.text = {};
        m_border.raw.bytes = {};
        m_borderLine = border.raw.line;
    }

    /// A table begins with its border; without one, as where somebody cut it off, with a section.
    bool open(std::string_view key, std::string_view value, const CleanLine &line)
    {
        m_hasBorder = m_borderLine > 0 && m_borderLine + 1 == line.raw.line;
        if (!m_hasBorder && !isKnownSection(key, value))
            return false;
        m_held.open(m_hasBorder ? m_border : line, RecordKind::Train);
        m_section.clear();
        m_isKnown = m_hasEval = m_hasOther = m_hasEpisodes = false;
        return true;
    }

    void addRow(std::string_view key, std::string_view value)
    {
        if (value.empty() && key.ends_with('/')) {
            m_section = key;
            m_isKnown |= isKnownSection(key, value);
            m_hasEval |= key == "eval/";
            m_hasOther |= key != "eval/" && key != "time/";
            return;
        }
        const bool isIndented = key.front() == ' ';
        const std::string_view bare = trimmed(key);
        if (!isIndented)
            m_section.clear();
        const std::string name = m_section + std::string(bare);
        const auto number = wholeNumber(value);
        if (!number || !m_held.hasRoom())
            return;
        LogRecord &record = m_held.record();
        m_hasEpisodes |= bare == "episodes";
        if ((bare == "total_timesteps" || bare == "total timesteps") && *number >= 0 && *number < 9e15) {
            record.step = qint64(*number);
            m_isKnown = true;
        } else if (bare == "steps" && !isIndented && !record.step && *number >= 0 && *number < 9e15) {
            // Deep Q-learning before version 3: "% time spent exploring", "episodes", "mean 100 episode reward",
            // "steps".
            record.step = qint64(*number);
            m_isKnown |= m_hasEpisodes;
        } else if (bare == "time_elapsed") {
            m_held.reading().elapsedS = *number;
            ReadContext::addMetric(record, m_names.known(name, "s", {}), *number);
        } else if (bare == "fps") {
            ReadContext::addMetric(record, m_names.known(name, {}, "samples_per_sec"), *number);
        } else {
            ReadContext::addMetric(record, m_names.of(name), *number);
        }
    }

    bool release(ReadContext &context)
    {
        const bool isTable = m_held.isOpen() && m_isKnown && !m_held.record().metrics.empty();
        if (!isTable) {
            m_held.drop();
            return false;
        }
        if (m_hasEval && !m_hasOther)
            m_held.record().kind = RecordKind::Eval;
        m_held.release(context);
        return true;
    }

    HeldRecord m_held;
    MetricNames m_names;
    CleanLine m_border;
    qint64 m_borderLine = 0; ///< none yet
    std::string m_section;
    bool m_hasBorder = false;
    bool m_isKnown = false, m_hasEval = false, m_hasOther = false, m_hasEpisodes = false;
};

} // namespace

std::unique_ptr<LogReader> makeStableBaselinesReader()
{
    return std::make_unique<StableBaselinesReader>();
}

} // namespace paceline::logs
