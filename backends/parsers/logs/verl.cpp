// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/heldrecord.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>

namespace paceline::logs {
namespace {

std::string_view canonOf(std::string_view name)
{
    if (name == "actor/pg_loss" || name == "train/loss")
        return "loss";
    if (name == "val/loss")
        return "val_loss";
    if (name.ends_with("/grad_norm"))
        return "grad_norm";
    if (name.starts_with("perf/mfu/") || name.starts_with("mfu/"))
        return "mfu";
    if (name == "actor/lr" || name == "train/lr" || name == "critic/lr")
        return "lr";
    if (name == "perf/throughput")
        return "tokens_per_sec";
    return name == "perf/time_per_step" || name == "timing_s/step" ? "step_time" : "";
}

bool isOfValidation(const LogMetric &m)
{
    return m.name.startsWith(QLatin1String("val")) || m.name.startsWith(QLatin1String("training/"));
}

/// verl's console logger: "step:0 - timing/gen:21.470 - actor/pg_loss:-0.005 ..", all on one line, or "step:1" and
/// " - name:value" on the lines below. Scales in names ("lr(1e-4):0.100") stay part of the name.
class VerlReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        if (m_held.isOpen() && readFurther(line))
            return {Claim::Known};
        release(context);
        Scanner s(line.text);
        const auto step = s.take("step:") ? s.integer() : std::nullopt;
        if (!step)
            return {};
        m_held.open(line, RecordKind::Train);
        m_held.record().step = step;
        s.skipBlanks();
        if (s.atEnd()) // the values may follow
            return {Claim::Known};
        if (s.take("- ") && readAll(s) && hasSection()) {
            release(context);
            return {Claim::Record};
        }
        m_held.drop();
        return {};
    }
    void finish(ReadContext &context) override { release(context); }

private:
    bool readFurther(const CleanLine &line)
    {
        const std::string_view text = trimmed(line.text);
        if (!text.starts_with("- ") || !m_held.hasRoom())
            return false;
        Scanner s(text.substr(2));
        if (!readAll(s))
            return false;
        m_held.extend(line);
        return true;
    }

    bool hasSection()
    {
        const auto &metrics = m_held.record().metrics;
        return std::any_of(metrics.begin(), metrics.end(), [](const LogMetric &m) { return m.name.contains(u'/'); });
    }

    /// "name:value - name:value". False when there is none.
    bool readAll(Scanner &s)
    {
        int count = 0;
        do {
            const std::string_view part = trimmed(s.until(std::string_view(" - ")));
            const std::size_t colon = part.rfind(':');
            const auto value = colon == std::string_view::npos || colon == 0 || !m_held.hasRoom()
                                   ? std::nullopt
                                   : wholeNumber(withoutRayNote(part.substr(colon + 1)));
            if (!value)
                continue;
            ++count;
            const std::string_view name = part.substr(0, colon);
            LogRecord &record = m_held.record();
            ReadContext::addMetric(record, m_names.known(name, {}, canonOf(name)), *value);
            if (name == "training/epoch")
                record.epoch = *value;
        } while (s.take(" - "));
        return count > 0;
    }

    /// Ray's "[repeated 7x across cluster]".
    static std::string_view withoutRayNote(std::string_view text) { return text.substr(0, text.find(" [repeated ")); }

    void release(ReadContext &context)
    {
        LogRecord &record = m_held.record();
        if (m_held.isOpen() && !hasSection())
            m_held.drop();
        if (m_held.isOpen() && std::all_of(record.metrics.begin(), record.metrics.end(), isOfValidation))
            record.kind = RecordKind::Eval;
        m_held.release(context);
    }

    HeldRecord m_held;
    MetricNames m_names;
};

} // namespace

std::unique_ptr<LogReader> makeVerlReader()
{
    return std::make_unique<VerlReader>();
}

} // namespace paceline::logs
