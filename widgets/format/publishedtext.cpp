// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/publishedtext.h"

#include "backends/core/text.h"
#include "widgets/format/units.h"

#include <QCoreApplication>
#include <cmath>

namespace paceline {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PublishedText)
};

struct Name
{
    const char *key, *text;
};

// Names of their own, the same in every language.
constexpr Name kNames[] = {{"resnet50", "ResNet-50"},
                           {"resnet101", "ResNet-101"},
                           {"vgg16", "VGG-16"},
                           {"alexnet", "AlexNet"},
                           {"bert", "BERT"},
                           {"bert_large", "BERT-Large"},
                           {"bert_base", "BERT-Base"},
                           {"gpt", "GPT"},
                           {"gpt3", "GPT-3 175B"},
                           {"llama2_70b_lora", "Llama 2 70B LoRA"},
                           {"llama31_8b", "Llama 3.1 8B"},
                           {"llama31_405b", "Llama 3.1 405B"},
                           {"llama3-8b", "Llama 3 8B"},
                           {"llama3-70b", "Llama 3 70B"},
                           {"cosmoflow", "CosmoFlow"},
                           {"deepcam", "DeepCAM"},
                           {"openfold", "OpenFold"},
                           {"oc20", "OpenCatalyst"},
                           {"unet3d", "3D U-Net"},
                           {"maskrcnn", "Mask R-CNN"},
                           {"ssd", "SSD"},
                           {"retinanet", "RetinaNet"},
                           {"rnnt", "RNN-T"},
                           {"dlrm", "DLRM"},
                           {"dlrm_dcnv2", "DLRM DCNv2"},
                           {"stable_diffusion", "Stable Diffusion"},
                           {"flux1", "FLUX.1"},
                           {"rgat", "R-GAT"}};

QString scaleText(const PublishedRate &rate)
{
    return Words::tr("%1 × %2", "64 × A100").arg(rate.accelerators).arg(displayText(rate.accelerator, 40));
}

} // namespace

QString benchmarkText(const QString &key)
{
    for (const Name &name : kNames) {
        if (key == QLatin1String(name.key))
            return QString::fromUtf8(name.text);
    }
    return displayText(key, 40);
}

QString ribbonText(const PublishedRate &rate)
{
    QString scale = scaleText(rate);
    if (rate.scope == RateScope::PerAccelerator)
        scale = Words::tr("each of %1", "of 64 × A100").arg(scale);
    const QString who = !rate.suite.isEmpty()         ? rate.suite
                        : rate.publishers.size() == 1 ? displayText(rate.publishers.front(), 40)
                                                      : QString();
    const QString place = rate.place == PublishedRate::Place::Inside
                              ? Words::tr("published, %1", "64 × A100").arg(scale)
                              : Words::tr("carried on from published scales, %1", "64 × A100").arg(scale);
    return who.isEmpty() ? place : Words::tr("%1: %2", "published, 64 × A100: MLPerf v2.0").arg(place, who);
}

QString publishedFigures(const PublishedRate &rate)
{
    const QString low = formatNumber(rate.low, 3), high = formatNumber(rate.high, 3);
    QString text = low == high ? Words::tr("%1 %2", "figure, unit").arg(high, rate.unit)
                               : Words::tr("%1 to %2 %3", "lowest, highest, unit").arg(low, high, rate.unit);
    if (rate.scope == RateScope::PerAccelerator)
        text = Words::tr("%1 of each accelerator").arg(text);
    if (rate.isWholeRuns)
        text = Words::tr("at least %1, as start-up and evaluation count in").arg(text);
    switch (rate.place) {
    case PublishedRate::Place::BelowFirst:
        return Words::tr("%1; carried on below the smallest scale that is published").arg(text);
    case PublishedRate::Place::AboveLast:
        return Words::tr("%1; carried on above the greatest scale that is published").arg(text);
    case PublishedRate::Place::Inside:
        break;
    }
    return text;
}

QString publishedSources(const PublishedRate &rate)
{
    constexpr qsizetype kMost = 6;
    QStringList names;
    for (const QString &name : rate.publishers.mid(0, kMost))
        names.append(displayText(name, 60));
    if (rate.publishers.size() > kMost)
        names.append(QStringLiteral("…"));
    const QString who = names.join(QStringLiteral(", "));
    return rate.suite.isEmpty() ? who : Words::tr("%1: %2", "MLPerf v2.0: Azure, Dell").arg(rate.suite, who);
}

QString guessReasonText(const GuessReason &reason)
{
    const QString words = displayText(reason.text, 60);
    switch (reason.source) {
    case GuessSource::Chosen:
        return Words::tr("chosen by you");
    case GuessSource::LogText:
        return Words::tr("from the log: “%1”").arg(words);
    case GuessSource::JobName:
        return Words::tr("from the name of the job: “%1”").arg(words);
    case GuessSource::Script:
        return Words::tr("from the script: “%1”").arg(words);
    case GuessSource::SubmitLine:
        return Words::tr("from the command: “%1”").arg(words);
    case GuessSource::LogFormat:
        return Words::tr("from the format of the log: %1").arg(words);
    case GuessSource::GpuType:
        return Words::tr("type of GPU in Slurm: “%1”").arg(words);
    case GuessSource::Partition:
        return Words::tr("from the partition: “%1”").arg(words);
    case GuessSource::None:
        break;
    }
    return {};
}

QString guessText(const BenchmarkGuess &guess)
{
    if (guess.benchmark.isEmpty())
        return guess.benchmarkReason.source == GuessSource::Chosen ? Words::tr("none, chosen by you")
                                                                   : Words::tr("not known");
    QString text = benchmarkText(guess.benchmark);
    if (guess.parametersBillion)
        text = Words::tr("%1, %2 B parameters", "model, billions").arg(text, formatNumber(*guess.parametersBillion, 3));
    text = Words::tr("%1 (%2)", "guess, reason").arg(text, guessReasonText(guess.benchmarkReason));
    return guess.confidence == GuessConfidence::Weak ? Words::tr("perhaps %1").arg(text) : text;
}

QString acceleratorGuessText(const BenchmarkGuess &guess)
{
    if (guess.acceleratorFamily.isEmpty())
        return Words::tr("not known");
    const QString name = guess.acceleratorKey.isEmpty() || guess.acceleratorKey == guess.acceleratorFamily
                             ? guess.acceleratorFamily.toUpper()
                             : guess.acceleratorKey;
    const QString count =
        guess.accelerators ? Words::tr("%1 × %2", "64 × A100").arg(*guess.accelerators).arg(name) : name;
    return Words::tr("%1 (%2)", "guess, reason").arg(count, guessReasonText(guess.acceleratorReason));
}

} // namespace paceline
