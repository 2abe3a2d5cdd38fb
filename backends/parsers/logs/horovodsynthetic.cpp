// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/loosefields.h"

namespace paceline::logs {
namespace {

/// "img/sec per GPU": what a second does, and of which device.
struct Speed
{
    std::string_view what, device;
};

std::optional<Speed> takeSpeed(Scanner &s)
{
    Speed speed;
    speed.what = s.word("/_");
    if (!speed.what.ends_with("/sec"))
        return {};
    if (s.rest().starts_with(" on "))
        return speed;
    if (s.take(" per ") || s.take(' ')) // "img/sec GPU" at first
        speed.device = s.word("");
    return speed;
}

/// Horovod's synthetic benchmarks and their descendants: "Iter #0: 354.2 img/sec per GPU" and at the end
/// "Img/sec per GPU: 352.5 +-3.0" and "Total img/sec on 16 GPU(s): 5640.2 +-47.2".
class HorovodSyntheticReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.take("Iter #"))
            return readIteration(s, line, context);
        if (s.take("Total "))
            return readTotal(s, line, context);
        // The mean of what was printed before.
        const auto speed = takeSpeed(s);
        return speed && !speed->device.empty() && s.take(": ") && s.number() && s.take(" +-") ? ReadResult{Claim::Known}
                                                                                              : ReadResult{};
    }

private:
    static ReadResult readIteration(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto step = s.integer();
        const auto value = step && s.take(": ") ? s.number() : std::nullopt;
        s.skipBlanks();
        const std::string_view name = trimmed(s.rest());
        const auto speed = value ? takeSpeed(s) : std::nullopt;
        if (!speed || !trimmed(s.rest()).empty())
            return {};
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        std::string unit = shortUnit(speed->what);
        if (!speed->device.empty())
            unit += '/';
        for (const char c : speed->device)
            unit += lowered(c);
        ReadContext::addMetric(record, context.names.known(name, unit, meaningOfSpeedUnit(speed->what)), *value);
        return {Claim::Record};
    }

    static ReadResult readTotal(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        const auto speed = takeSpeed(s);
        const auto devices = speed && s.take(" on ") ? s.integer() : std::nullopt;
        if (!devices || !s.take(' ') || s.word("").empty() || !s.take("(s): "))
            return {};
        const auto value = s.number();
        if (!value)
            return {};
        LogRecord &record = context.add(line, RecordKind::Summary);
        ReadContext::addMetric(record,
                               context.names.known("Total " + std::string(speed->what), shortUnit(speed->what),
                                                   meaningOfSpeedUnit(speed->what)),
                               *value);
        return {Claim::Record};
    }
};

} // namespace

std::unique_ptr<LogReader> makeHorovodSyntheticReader()
{
    return std::make_unique<HorovodSyntheticReader>();
}

} // namespace paceline::logs
