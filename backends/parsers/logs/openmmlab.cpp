// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/fields.h"

namespace paceline::logs {
namespace {

constexpr FieldMeaning kMeanings[] = {
    {"time", "s", "step_time", "step_time"},
    {"data_time", "s", "data_time", "data_time"},
    {"memory", "MB", "gpu_mem", "gpu_mem"},
    {"s0.acc", "", "accuracy", "val_accuracy"},
    {"accuracy/top1", "", "accuracy", "val_accuracy"},
    {"accuracy_top-1", "", "accuracy", "val_accuracy"},
};

/// MMEngine: "Epoch(train)  [1][ 50/663]  lr: 4e-08  eta: 1:49:42  time: ..", "Iter(train) [ 50/40000]  .." and the
/// same with val and test. MMCV before it: "Epoch [1][50/930]\tlr: 1.9e-03, eta: 6:00:00, time: 0.3, ..", "Iter
/// [50/80000]\t..", "Epoch(val) [1][5000]\t..".
class OpenMmlabReader final : public LogReader
{
public:
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        Scanner s(line.text);
        const bool byEpoch = s.take("Epoch");
        if (!byEpoch && !s.take("Iter"))
            return {};
        const bool isEval = s.take("(val)") || s.take("(test)");
        if (!isEval)
            s.take("(train)");
        s.skipBlanks();
        LogRecord &record = context.add(line, isEval ? RecordKind::Eval : RecordKind::Train);
        if (takeCounters(s, byEpoch, isEval, record)) {
            // MMEngine sums an evaluation up behind its last step, MMCV prints it in a line of its own.
            const FieldRules rules{kMeanings, isEval ? Phase::Eval : Phase::Train};
            if (addFields(s, rules, record, context) > 0)
                return {Claim::Record};
        }
        context.drop();
        return {};
    }

private:
    static bool takeCounters(Scanner &s, bool byEpoch, bool isEval, LogRecord &record)
    {
        if (byEpoch) {
            Scanner ahead = s;
            if (ahead.take('[')) {
                ahead.skipBlanks();
                const auto epoch = ahead.integer();
                if (epoch && ahead.take(']')) {
                    record.epoch = double(*epoch);
                    s = ahead;
                } else if (!isEval) {
                    return false;
                }
            }
        }
        if (const auto step = takeFraction(s)) {
            if (byEpoch || isEval) {
                record.stepInEpoch = step->at;
                record.stepsPerEpoch = step->of;
            } else {
                record.step = step->at;
                record.totalSteps = step->of;
            }
        } else if (isEval && s.take('[')) {
            if (!s.integer() || !s.take(']'))
                return false;
        } else {
            return false;
        }
        return s.take("  ") || s.take('\t') || s.take(" ");
    }
};

} // namespace

std::unique_ptr<LogReader> makeOpenMmlabReader()
{
    return std::make_unique<OpenMmlabReader>();
}

} // namespace paceline::logs
