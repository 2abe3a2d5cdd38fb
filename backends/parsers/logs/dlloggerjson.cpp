// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/dlloggernames.h"
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/jsontext.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxUnits = 1024;
constexpr std::size_t kMaxStepParts = 8;
constexpr std::string_view kData = "data.";

struct StepParts
{
    std::vector<double> numbers;
    bool isList = false;
};

/// The step of a line: an integer, a list of integers and words, or a word ("PARAMETER"), which gives nothing.
std::optional<StepParts> stepOf(std::string_view text)
{
    const std::size_t at = text.find("\"step\":");
    if (at == std::string_view::npos)
        return {};
    Scanner s(text.substr(at + 7));
    s.skipBlanks();
    StepParts parts;
    parts.isList = s.take('[');
    if (!parts.isList) {
        const auto value = s.number();
        if (!value)
            return {};
        parts.numbers.push_back(*value);
        return parts;
    }
    while (!s.atEnd() && s.peek() != ']' && parts.numbers.size() < kMaxStepParts) {
        s.skipBlanks();
        const std::string_view part = s.peek() == '"' ? s.rest().substr(0, s.rest().find_first_of(",]")) : "";
        if (const auto value = part.empty() ? s.number() : wholeNumber(part))
            parts.numbers.push_back(*value);
        s.skip(s.rest().find_first_of(",]"));
        s.take(',');
    }
    return parts;
}

/// "DLLL {json}" of NVIDIA's DLLogger: settings have the step "PARAMETER", a line of METADATA tells the unit of a
/// metric, and the step of a measure is [epoch, iteration, iteration of a validation], as many of them as there are,
/// or one number. A summary has none.
class DlLoggerJsonReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (!s.take("DLLL ") && !s.take("DLL "))
            return {};
        s.skipBlanks();
        const std::string_view text = s.rest();
        if (!text.starts_with("{\"") || !readJsonObject(s, m_fields))
            return {};
        const JsonField *type = find("type");
        if (type && type->text == "METADATA")
            rememberUnit();
        const auto step = type && type->text == "LOG" ? stepOf(text) : std::nullopt;
        return step && readMeasures(*step, line, context) ? ReadResult{Claim::Record} : ReadResult{Claim::Known};
    }

private:
    const JsonField *find(std::string_view path) const
    {
        const auto found =
            std::find_if(m_fields.begin(), m_fields.end(), [&](const JsonField &f) { return f.path == path; });
        return found == m_fields.end() ? nullptr : &*found;
    }

    void rememberUnit()
    {
        const JsonField *metric = find("metric");
        const JsonField *unit = find("metadata.unit");
        if (metric && unit && m_units.size() < kMaxUnits && unit->text.size() < 32)
            m_units[std::string(metric->text)] = unit->text == "None" ? "" : std::string(unit->text);
    }

    static void place(const StepParts &step, LogRecord &record)
    {
        const auto whole = [](double value) -> std::optional<qint64> {
            return value >= 0 && value < 9e15 && value == std::floor(value) ? std::optional(qint64(value))
                                                                            : std::nullopt;
        };
        if (!step.isList)
            record.step = whole(step.numbers.front());
        if (step.isList && !step.numbers.empty())
            record.epoch = step.numbers[0];
        if (step.numbers.size() > 1)
            record.step = whole(step.numbers[1]);
    }

    bool readMeasures(const StepParts &step, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        place(step, record);
        bool isEval = step.numbers.size() > 2;
        for (const JsonField &field : m_fields) {
            if (!field.number || !field.path.starts_with(kData))
                continue;
            const std::string_view name = std::string_view(field.path).substr(kData.size());
            const Phase phase = phaseOfDllName(name, isEval ? Phase::Eval : Phase::Train);
            isEval |= phase == Phase::Eval;
            const auto unit = m_units.find(std::string(name));
            const std::string_view known = unit == m_units.end() ? std::string_view() : unit->second;
            ReadContext::addMetric(record, context.names.known(name, known, canonOfDllName(name, known, phase)),
                                   *field.number);
        }
        if (record.metrics.empty()) {
            context.drop();
            return false;
        }
        record.kind = step.numbers.empty() ? RecordKind::Summary : isEval ? RecordKind::Eval : RecordKind::Train;
        if (const JsonField *time = find("timestamp"); time && time->number && std::fabs(*time->number) < 1e12)
            context.last().utcMs = qint64(*time->number * 1000);
        return true;
    }

    std::vector<JsonField> m_fields;
    std::unordered_map<std::string, std::string> m_units;
};

} // namespace

std::unique_ptr<LogReader> makeDlLoggerJsonReader()
{
    return std::make_unique<DlLoggerJsonReader>();
}

} // namespace paceline::logs
