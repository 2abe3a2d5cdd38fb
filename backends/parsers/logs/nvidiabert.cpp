// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/families.h"
#include "backends/parsers/logs/mllogmarks.h"
#include "backends/parsers/logs/pythondict.h"

#include <algorithm>
#include <cmath>

namespace paceline::logs {
namespace {

/// NVIDIA's BERT for MLPerf prints a dict each step: {'training_steps': 6, 'average_loss': 5.75, 'step_loss': 5.38,
/// 'learning_rate': 0.0004, 'seq/s': 110.9, ..}; of an evaluation {'global_steps': 10417, 'eval_loss': ..,
/// 'eval_mlm_accuracy': ..} and at the end {'e2e_time': .., 'training_sequences_per_second': .., 'final_loss': ..}.
class NvidiaBertReader final : public LogReader
{
public:
    bool canGoOn(qint64 lastClaim, qint64) const override { return lastClaim == 0; }
    ReadResult read(const CleanLine &line, ReadContext &context) override
    {
        return m_marks.passesOver(line) ? ReadResult{Claim::Known} : m_marks.told(readOwn(line, context));
    }

private:
    ReadResult readOwn(const CleanLine &line, ReadContext &context)
    {
        Scanner s(line.text);
        s.skipBlanks();
        if (s.peek() != '{' || !readPythonDict(s, m_fields) || !trimmed(s.rest()).empty())
            return {};
        const bool isTrain = has("training_steps") && (has("step_loss") || has("average_loss"));
        const bool isEval = !isTrain && has("global_steps") && (has("eval_loss") || has("eval_mlm_accuracy"));
        const bool isSummary = !isTrain && !isEval && has("e2e_time") && has("final_loss");
        if (!isTrain && !isEval && !isSummary)
            return {};
        const RecordKind kind = isTrain ? RecordKind::Train : isEval ? RecordKind::Eval : RecordKind::Summary;
        LogRecord &record = context.add(line, kind);
        const std::string_view stepKey = isTrain ? "training_steps" : "global_steps";
        for (const DictField &field : m_fields) {
            if (field.key == stepKey && field.value >= 0 && field.value < 9e15)
                record.step = qint64(field.value);
            else if (field.key == "timestamp" && field.value > 0 && field.value < 1e12)
                context.last().utcMs = qint64(std::floor(field.value * 1000));
            else
                ReadContext::addMetric(record, nameOf(field.key, context), field.value);
        }
        return {Claim::Record};
    }

    bool has(std::string_view key) const
    {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const DictField &f) { return f.key == key; });
    }

    static const MetricName &nameOf(std::string_view key, ReadContext &context)
    {
        if (key == "average_loss" || key == "step_loss" || key == "final_loss")
            return context.names.known(key, {}, "loss");
        if (key == "seq/s" || key == "training_sequences_per_second")
            return context.names.known(key, {}, "samples_per_sec");
        if (key == "eval_mlm_accuracy")
            return context.names.known(key, {}, "val_accuracy");
        if (key == "mlm_accuracy" || key == "mlm_acc")
            return context.names.known(key, {}, "accuracy");
        if (key == "e2e_time" || key == "raw_train_time")
            return context.names.known(key, "s", {});
        return context.names.of(key);
    }

    std::vector<DictField> m_fields;
    MlLogMarks m_marks;
};

} // namespace

std::unique_ptr<LogReader> makeNvidiaBertReader()
{
    return std::make_unique<NvidiaBertReader>();
}

} // namespace paceline::logs
