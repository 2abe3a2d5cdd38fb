// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/scanner.h"

#include <algorithm>
#include <array>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxLine = 1024;

/// tf_cnn_benchmarks: "10\timages/sec: 244.9 +/- 0.6 (jitter = 1.7)\t7.892" under a head line that names the columns
/// behind the speed; at the end "total images/sec: 243.01".
class TfCnnBenchmarksReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        const std::string_view text = line.text.substr(0, kMaxLine);
        if (const std::size_t head = text.find("Img/sec"); head != std::string_view::npos)
            return {takeHead(text, head) ? Claim::Known : Claim::No};
        Scanner s(text);
        if (s.take("total ") || s.rest().starts_with("Accuracy @ 1 = "))
            return readTotal(s, line, context);
        std::size_t at = text.find("images/sec: ");
        if (at == std::string_view::npos)
            at = text.find("examples/sec: ");
        const auto step = at == std::string_view::npos ? std::nullopt : stepBefore(text.substr(0, at));
        s.moveTo(step ? at : 0);
        return step ? readStep(*step, s, line, context) : ReadResult{};
    }

private:
    /// The number at the end of text, and a blank behind it. Launchers put heads before it.
    static std::optional<qint64> stepBefore(std::string_view text)
    {
        if (text.empty() || !isBlank(text.back()))
            return {};
        text = trimmed(text);
        std::size_t from = text.size();
        while (from > 0 && isDigit(text[from - 1]))
            --from;
        const bool stands = from == 0 || isBlank(text[from - 1]);
        const auto step = stands ? wholeNumber(text.substr(from)) : std::nullopt;
        return step && *step < 9e15 ? std::optional(qint64(*step)) : std::nullopt;
    }

    static std::string_view takeColumn(Scanner &s)
    {
        s.skipBlanks();
        // The loss may have a name of two words; tabs stand between columns.
        const std::string_view rest = s.rest();
        const std::size_t end = std::min({rest.find('\t'), rest.find("  "), rest.size()});
        s.skip(end);
        return rest.substr(0, end);
    }

    bool takeHead(std::string_view text, std::size_t at)
    {
        const std::string_view before = trimmed(text.substr(0, at));
        if (!before.ends_with("Step"))
            return false;
        Scanner s(text.substr(at + 7));
        m_columns = {};
        for (std::string &column : m_columns)
            column = std::string(takeColumn(s).substr(0, 80));
        return true;
    }

    static bool addSpeed(Scanner &s, std::string_view prefix, LogRecord &record, ReadContext &context)
    {
        const bool isImages = s.take("images/sec: ");
        const auto value = isImages || s.take("examples/sec: ") ? s.number() : std::nullopt;
        if (!value)
            return false;
        const std::string name = std::string(prefix) + (isImages ? "images/sec" : "examples/sec");
        ReadContext::addMetric(
            record, context.names.known(name, isImages ? "images/s" : "examples/s", "samples_per_sec"), *value);
        return true;
    }

    ReadResult readStep(qint64 step, Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Train);
        record.step = step;
        if (!addSpeed(s, {}, record, context)) {
            context.drop();
            return {};
        }
        if (s.take(" +/- ")) {
            if (const auto value = s.number())
                ReadContext::addMetric(record, context.names.known("+/-", {}, {}), *value);
        }
        if (s.take(" (jitter = ")) {
            if (const auto value = s.number())
                ReadContext::addMetric(record, context.names.known("jitter", {}, {}), *value);
            s.take(')');
        }
        for (const std::string &column : m_columns) {
            s.skipBlanks();
            const auto value = s.number();
            if (!value || column.empty())
                break;
            ReadContext::addMetric(record, nameOf(column, context), *value);
        }
        return {Claim::Record};
    }

    static const MetricName &nameOf(std::string_view column, ReadContext &context)
    {
        if (column == "top_1_accuracy")
            return context.names.known(column, {}, "accuracy");
        if (column == "top_5_accuracy")
            return context.names.known(column, {}, "accuracy_top5");
        return context.names.of(column);
    }

    static ReadResult readTotal(Scanner &s, const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, RecordKind::Summary);
        if (addSpeed(s, "total ", record, context) && trimmed(s.rest()).empty())
            return {Claim::Record};
        record.metrics.clear();
        const auto top1 = s.take("Accuracy @ 1 = ") ? s.number() : std::nullopt;
        const auto top5 = top1 && s.take(" Accuracy @ 5 = ") ? s.number() : std::nullopt;
        if (!top5) {
            context.drop();
            return {};
        }
        record.kind = RecordKind::Eval;
        ReadContext::addMetric(record, context.names.known("Accuracy @ 1", {}, "val_accuracy"), *top1);
        ReadContext::addMetric(record, context.names.known("Accuracy @ 5", {}, {}), *top5);
        return {Claim::Record};
    }

    /// What stands behind the speed; without a head line the program's usual order.
    std::array<std::string, 6> m_columns{"total_loss", "top_1_accuracy", "top_5_accuracy"};
};

} // namespace

std::unique_ptr<LogReader> makeTfCnnBenchmarksReader()
{
    return std::make_unique<TfCnnBenchmarksReader>();
}

} // namespace paceline::logs
