// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"
#include "backends/parsers/logs/mllogmarks.h"

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxRank = 999'999;
constexpr std::string_view kStarts[] = {"Finished training it ", "Finished inference it ", "Testing at - "};

/// Facebook's DLRM: "Finished training it 128/128028 of epoch 0, 46.63 ms/it, loss 0.187155, accuracy 95.214 %" and
/// "Testing at - 6400/128028 of epoch 0, loss 0.12, auc 0.77, best auc 0.77, accuracy 96.5 %, best accuracy 96.6 %",
/// often of many ranks "[3] " and glued. Newer versions end the second line before its values, which stand in the next.
class DlrmReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        s.skipBlanks();
        const auto rank = takeRank(s);
        CleanLine bare = line;
        bare.text = s.rest();
        if (m_marks.passesOver(bare))
            return {Claim::Known};
        for (const std::string_view start : kStarts) {
            if (s.take(start))
                return readLine(s, start.starts_with("Testing"), rank, line, context);
        }
        const bool isResult =
            s.rest().starts_with("accuracy ") || s.rest().starts_with("recall ") || s.rest().starts_with("loss ");
        return m_test && isResult ? readResult(s, rank, line, context) : ReadResult{};
    }

private:
    static std::optional<int> takeRank(Scanner &s)
    {
        const std::size_t from = s.position();
        const auto rank = s.take('[') ? s.integer() : std::nullopt;
        if (rank && *rank >= 0 && *rank <= qint64(kMaxRank) && s.take(']')) {
            s.skipBlanks();
            return int(*rank);
        }
        s.moveTo(from);
        return {};
    }

    ReadResult readLine(Scanner &s, bool isTest, std::optional<int> rank, const CleanLine &line, ReadContext &context)
    {
        const auto step = takeFraction(s);
        const auto epoch = step && s.take("of epoch ") ? s.integer() : std::nullopt;
        if (!epoch || !(s.take(',') || s.atEnd()))
            return {};
        LogRecord place;
        place.stepInEpoch = step->at;
        place.stepsPerEpoch = step->of;
        place.epoch = double(*epoch);
        if (isTest && trimmed(s.rest()).empty()) {
            m_test = place;
            return {Claim::Known};
        }
        m_test.reset();
        return m_marks.told(addRecord(s, isTest ? Phase::Eval : Phase::Train, place, rank, line, context));
    }

    ReadResult readResult(Scanner &s, std::optional<int> rank, const CleanLine &line, ReadContext &context)
    {
        const LogRecord place = *m_test;
        m_test.reset();
        return m_marks.told(addRecord(s, Phase::Eval, place, rank, line, context));
    }

    static ReadResult addRecord(Scanner &s, Phase phase, const LogRecord &place, std::optional<int> rank,
                                const CleanLine &line, ReadContext &context)
    {
        LogRecord &record = context.add(line, phase == Phase::Eval ? RecordKind::Eval : RecordKind::Train);
        record.stepInEpoch = place.stepInEpoch;
        record.stepsPerEpoch = place.stepsPerEpoch;
        record.epoch = place.epoch;
        if (rank)
            record.rank = rank;
        do {
            if (!takeValue(s, phase, record, context))
                break;
        } while (s.take(','));
        if (record.metrics.empty()) {
            context.drop();
            return {};
        }
        s.skipBlanks();
        return {Claim::Record, s.atEnd() ? std::string_view::npos : s.position()};
    }

    /// "46.63 ms/it" or "best accuracy 96.593 %"
    static bool takeValue(Scanner &s, Phase phase, LogRecord &record, ReadContext &context)
    {
        s.skipBlanks();
        const std::size_t from = s.position();
        // -1.00 ms/it where nothing was measured
        if (const auto time = isDigit(s.peek()) || s.peek() == '-' ? s.number() : std::nullopt) {
            if (s.take(" ms/it"))
                ReadContext::addMetric(record, context.names.known("ms/it", "ms", "step_time"), *time);
            else
                s.moveTo(from);
            return s.position() != from;
        }
        const std::string_view all = s.rest();
        std::size_t length = 0;
        std::optional<double> value;
        for (int words = 0; words < 4 && !value; ++words) {
            length = s.position() - from;
            value = words > 0 ? s.number() : std::nullopt;
            if (!value && (s.word("_-@").empty() || !s.skipBlanks()))
                break;
        }
        if (!value) {
            s.moveTo(from);
            return false;
        }
        const bool isPercent = s.take(" %");
        addField({trimmed(all.substr(0, length)), isPercent ? "%" : "", *value, {}}, {{}, phase}, record, context);
        return true;
    }

    MlLogMarks m_marks;
    std::optional<LogRecord> m_test; ///< place of the test whose values will follow
};

} // namespace

std::unique_ptr<LogReader> makeDlrmReader()
{
    return std::make_unique<DlrmReader>();
}

} // namespace paceline::logs
