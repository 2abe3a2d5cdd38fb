// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/logs/mlperfrunreader.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace paceline::logs {
namespace {

constexpr std::size_t kMaxEvaluations = 100000;
/// Images of the training set of ImageNet-1K, which an epoch of ResNet-50 is.
constexpr double kImageNet = 1281167;
/// Images of the training set of OpenImages as MLPerf takes it, which an epoch of RetinaNet is. Its programs tell
/// batches as train_samples. The older SSD has a hundred thousand of COCO.
constexpr double kOpenImages = 1170301, kFewestOfCoco = 100000;
/// Some tell samples as epoch; no run has as many epochs, and no run of BERT as few samples.
constexpr double kAtLeastSamples = 100000;

QString text(const JsonField *field)
{
    return field ? QString::fromUtf8(field->text.data(), qsizetype(field->text.size())) : QString();
}

void setOnce(std::optional<QString> &field, const QString &text)
{
    if (!field && !text.isEmpty())
        field = text;
}

/// Of round 0.5: {"success": true}, a word that is no text and thus no field.
std::optional<bool> successWord(const MlPerfMark &mark)
{
    const std::size_t at = mark.argument.find("\"success\"");
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = mark.argument.substr(at + 9);
    return rest.find("true") != std::string_view::npos || rest.find("True") != std::string_view::npos;
}

} // namespace

QString mlperfBenchmark(const QString &name)
{
    static constexpr std::pair<const char *, const char *> kNames[] = {
        {"resnet", "resnet50"},
        {"resnet50", "resnet50"},
        {"image_classification", "resnet50"},
        {"mask", "maskrcnn"},
        {"mask_rcnn", "maskrcnn"},
        {"unet", "unet3d"},
        {"rnn-t", "rnnt"},
        {"open_catalyst", "oc20"},
        {"opencatalyst", "oc20"},
        {"llama2_70b", "llama2_70b_lora"},
    };
    const QString lower = name.trimmed().toLower();
    for (const auto &[given, known] : kNames) {
        if (lower == QLatin1String(given))
            return QLatin1String(known);
    }
    return lower;
}

MlperfRunReader::MlperfRunReader(QString benchmark)
    : m_folderName(std::move(benchmark))
{
}

void MlperfRunReader::feed(QByteArrayView bytes)
{
    m_splitter.feed({bytes.data(), std::size_t(bytes.size())},
                    [this](const RawPiece &piece) { readLine(piece.bytes); });
}

void MlperfRunReader::readLine(std::string_view line)
{
    // Two ranks may have written into one line.
    while (true) {
        const MarkRead read = readMlPerfMark(line, m_mark);
        if (read == MarkRead::None)
            return;
        if (read == MarkRead::Whole)
            take(m_mark);
        line.remove_prefix(std::min(std::max<std::size_t>(m_mark.end, 1), line.size()));
    }
}

void MlperfRunReader::take(const MlPerfMark &mark)
{
    m_run.hasMarks = true;
    if (mark.logger == MlPerfLogger::MlpV05) {
        setOnce(m_run.benchmark,
                mlperfBenchmark(QString::fromUtf8(mark.benchmark.data(), qsizetype(mark.benchmark.size()))));
        setOnce(m_run.round, QStringLiteral("v0.5"));
    } else if (mark.logger == MlPerfLogger::Mll06) {
        setOnce(m_run.round, QStringLiteral("v0.6"));
    }
    const std::string_view key = mark.key;
    if (key == "run_start" && !m_start)
        m_start = mark.timeMs;
    else if (key == "run_stop" && !m_stop)
        takeStop(mark);
    else if (key == "eval_accuracy" || key == "eval_error")
        takeEvaluation(mark);
    else if (key == "eval_target" || key == "quality_target")
        m_target = mark.number({"value"});
    else if (key == "global_batch_size" && !m_run.globalBatch)
        m_run.globalBatch = mark.number({"value"});
    else if (key == "submission_benchmark")
        setOnce(m_run.benchmark, mlperfBenchmark(text(mark.field("value"))));
    else if (key == "submission_org")
        setOnce(m_run.submitter, text(mark.field("value")));
    else if (key == "submission_division")
        setOnce(m_run.division, text(mark.field("value")));
    else if (key == "submission_platform")
        setOnce(m_run.system, text(mark.field("value")));
    if (key != "train_samples")
        return;
    if (const auto count = mark.number({"value"})) {
        if (!m_firstTrainSamples)
            m_firstTrainSamples = count;
        m_lastTrainSamples = count;
    }
}

void MlperfRunReader::takeStop(const MlPerfMark &mark)
{
    m_stop = mark.timeMs;
    for (const char *path : {"metadata.status", "status", "value.status", "success", "value"}) {
        const QString word = text(mark.field(path)).toLower();
        const bool isSuccess = word == QLatin1String("success") || word == QLatin1String("true");
        // As value a word may say anything else.
        if (word.isEmpty() || (!isSuccess && path == std::string_view("value") && word != QLatin1String("aborted")))
            continue;
        m_isSuccess = isSuccess;
        return;
    }
    m_isSuccess = successWord(mark);
}

void MlperfRunReader::takeEvaluation(const MlPerfMark &mark)
{
    if (m_evaluations.size() >= kMaxEvaluations)
        return;
    Evaluation evaluation;
    evaluation.timeMs = mark.timeMs;
    evaluation.value = mark.number({"value", "value.accuracy"});
    evaluation.epoch = mark.number({"metadata.epoch_num", "metadata.epoch", "epoch_num", "epoch"});
    evaluation.samples = mark.number({"metadata.samples_count"});
    evaluation.step = mark.number({"metadata.step_num", "metadata.step"});
    if (const JsonField *metric = mark.field("metadata.metric"))
        evaluation.metric = metric->text;
    evaluation.isError = mark.key == "eval_error";
    m_evaluations.push_back(std::move(evaluation));
}

const MlperfRunReader::Evaluation *MlperfRunReader::decisive() const
{
    const Evaluation *last = nullptr;
    // Some programs go on, and evaluate further, after the run has stopped.
    for (const Evaluation &evaluation : m_evaluations) {
        if (!m_stop || evaluation.timeMs <= *m_stop)
            last = &evaluation;
    }
    if (m_run.benchmark != QStringLiteral("stable_diffusion"))
        return last;
    // Its two measures come apart and late: the first step at which both meet their targets counts.
    std::map<double, std::pair<const Evaluation *, int>> met;
    for (const Evaluation &evaluation : m_evaluations) {
        const auto at = evaluation.samples ? evaluation.samples : evaluation.step;
        if (!at || !evaluation.value)
            continue;
        const bool isFid = evaluation.metric == "FID" && *evaluation.value <= 90;
        const bool isClip = evaluation.metric == "CLIP" && *evaluation.value >= 0.15;
        auto &[which, bits] = met[*at];
        which = &evaluation;
        bits |= isFid ? 1 : isClip ? 2 : 0;
    }
    const auto first = std::find_if(met.begin(), met.end(), [](const auto &step) { return step.second.second == 3; });
    return first == met.end() ? last : first->second.first;
}

std::optional<double> MlperfRunReader::samples() const
{
    const Evaluation *evaluation = decisive();
    const QString name = m_run.benchmark.value_or(QString());
    const auto epoch = evaluation ? evaluation->epoch : std::nullopt;
    const auto told = evaluation ? evaluation->samples : std::nullopt;
    if (name == QLatin1String("bert")) {
        // Older programs tell epochs or steps here and the samples in a line of their own, which others fill with
        // what they had planned.
        for (const auto &count : {told, epoch}) {
            if (count && *count >= kAtLeastSamples)
                return count;
        }
        return m_lastTrainSamples;
    }
    if (told)
        return told;
    if (name == QLatin1String("resnet50"))
        return epoch ? std::optional(*epoch * kImageNet) : std::nullopt;
    if (name == QLatin1String("gpt3") || name == QLatin1String("openfold"))
        return epoch;
    if (epoch && *epoch >= kAtLeastSamples)
        return epoch;
    const bool isRetinaNet = name == QLatin1String("retinanet") ||
                             (name == QLatin1String("ssd") && m_firstTrainSamples.value_or(kImageNet) < kFewestOfCoco);
    if (epoch && isRetinaNet)
        return *epoch * kOpenImages;
    if (epoch && m_firstTrainSamples && name == QLatin1String("dlrm") && *epoch > 1)
        return (*epoch - 1) * *m_firstTrainSamples; // it counts its only epoch from 1
    if (epoch && m_firstTrainSamples)
        return *epoch * *m_firstTrainSamples;
    if (evaluation && evaluation->step && m_run.globalBatch)
        return *evaluation->step * *m_run.globalBatch;
    return {};
}

MlperfOutcome MlperfRunReader::outcome() const
{
    if (!m_start || !m_stop || *m_stop < *m_start)
        return MlperfOutcome::Cut;
    if (m_isSuccess)
        return *m_isSuccess ? MlperfOutcome::Reached : MlperfOutcome::Failed;
    const Evaluation *evaluation = decisive();
    if (!evaluation || !evaluation->value || !m_target)
        return MlperfOutcome::Reached; // it stopped by itself, and nothing says that it did so in vain
    const bool isMet = evaluation->isError ? *evaluation->value <= *m_target : *evaluation->value >= *m_target;
    return isMet ? MlperfOutcome::Reached : MlperfOutcome::Failed;
}

MlperfRun MlperfRunReader::finish()
{
    feed("\n"); // a last line without its end
    if (!m_run.benchmark && !m_folderName.isEmpty())
        m_run.benchmark = mlperfBenchmark(m_folderName);
    m_run.outcome = outcome();
    if (m_run.outcome != MlperfOutcome::Cut) {
        m_run.startMs = *m_start;
        m_run.stopMs = *m_stop;
        m_run.samples = samples();
    }
    return m_run;
}

} // namespace paceline::logs
