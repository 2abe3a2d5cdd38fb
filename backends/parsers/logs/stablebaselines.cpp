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
    if (text.size() < 7 || !text.starts_with("| ") || !text.ends_with(" |"))
        return false;
    const std::string_view inner = text.substr(2, text.size() - 3);
    const std::size_t middle = inner.find(" | ");
    if (middle == std::string_view::npos)
        return false;
    key = inner.substr(0, middle);
    value = trimmed(inner.substr(middle + 3));
    while (!key.empty() && key.back() == ' ')
        key.remove_suffix(1);
    return !key.empty() && value.find('|') == std::string_view::npos;
}

/// Stable-Baselines3 and its forerunners: a table of two columns between dashes, "| time/ | |" over
/// "|    total_timesteps | 2048 |". A table is a record; its step counts the environment's steps.
class StableBaselinesReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = trimmed(line.text);
        if (isBorder(text))
            return readBorder(line, context);
        std::string_view key, value;
        if (!splitRow(text, key, value))
            return {};
        if (!m_held.isOpen()) {
            if (m_borderLine + 1 != line.raw.line)
                return {};
            open();
        }
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
            return {release(context) ? Claim::Record : Claim::Known};
        }
        m_held.drop();
        m_border = line;
        m_border.text = {};
        m_border.raw.bytes = {};
        m_borderLine = line.raw.line;
        return {};
    }

    void open()
    {
        m_held.open(m_border, RecordKind::Train);
        m_section.clear();
        m_isKnown = m_hasEval = m_hasOther = false;
    }

    void addRow(std::string_view key, std::string_view value)
    {
        if (value.empty() && key.ends_with('/')) {
            m_section = key;
            m_isKnown |= key == "time/" || key == "rollout/" || key == "train/" || key == "eval/";
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
        if ((bare == "total_timesteps" || bare == "total timesteps") && *number >= 0 && *number < 9e15) {
            record.step = qint64(*number);
            m_isKnown = true;
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
    qint64 m_borderLine = -1;
    std::string m_section;
    bool m_isKnown = false, m_hasEval = false, m_hasOther = false;
};

} // namespace

std::unique_ptr<LogReader> makeStableBaselinesReader()
{
    return std::make_unique<StableBaselinesReader>();
}

} // namespace paceline::logs
