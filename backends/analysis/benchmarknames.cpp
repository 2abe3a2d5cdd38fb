// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/benchmarknames.h"

#include <QRegularExpression>
#include <QStringList>
#include <vector>

namespace paceline {

namespace {

struct NameRule
{
    const char *benchmark, *pattern;
    bool isVague = false;
};

// The first rule that fits wins. "^" stands for: no letter or digit before, "$" for: none behind.
constexpr NameRule kNames[] = {
    {"llama2_70b_lora", "^llama[-_. ]?2?[-_. ]?70b.{0,24}lora|lora.{0,24}llama[-_. ]?2?[-_. ]?70b$"},
    {"llama31_405b", "^llama[-_. ]?3[-_. ]?1?[-_. ]?405b$"},
    {"llama31_8b", "^llama[-_. ]?3[-_. ]?1[-_. ]?8b$"},
    {"llama3-8b", "^llama[-_. ]?3[-_. ]?8b$"},
    {"llama3-70b", "^llama[-_. ]?3[-_. ]?70b$"},
    {"stable_diffusion", "^stable[-_. ]?diffusion"},
    {"flux1", "^flux[-_. ]?1$"},
    {"cosmoflow", "^cosmo[-_]?flow"},
    {"deepcam", "^deep[-_]?cam"},
    {"openfold", "^open[-_]?fold"},
    {"oc20", "^oc20$|^open[-_ ]?catalyst"},
    {"maskrcnn", "^mask[-_]?r[-_]?cnn"},
    {"retinanet", "^retina[-_]?net"},
    {"ssd", "^ssd[-_]?(?:300|512|rn|resnet|r34|vgg|mobilenet|coco|train|mlperf|v?\\d$)|(?:mlperf|train)[-_]ssd$"},
    {"rnnt", "^rnn[-_]?t$"},
    {"dlrm_dcnv2", "^dlrm.{0,6}dcn"},
    {"dlrm", "^dlrm"},
    {"rgat", "^r[-_]?gat$"},
    {"unet3d", "^3d[-_]?u[-_]?net|^u[-_]?net[-_]?3d$|^u[-_]?net.{0,12}kits"},
    {"resnet101", "^(?:resnet|rn)[-_. ]?101$"},
    {"resnet50", "^(?:resnet|rn)[-_. ]?50(?:v1|_?v1[._]5|d|t)?$"},
    {"vgg16", "^vgg[-_]?16$"},
    {"alexnet", "^alexnet"},
    {"bert_base", "^bert[-_. ]?base"},
    {"bert", "^bert(?:[-_]?large)?(?:phase\\d|\\d{0,2})?$"},
    {"gpt3", "^gpt[-_. ]?3$"},
    {"gpt", "^(?:nano|mini|mega|micro)?gpt(?:2|j|neox|neo|xl)?(?:[-_. ]?(?:neox?|j|2))?$"},
    {"gpt", "^(?:llama|mistral|mixtral|mpt|opt|bloom|pythia|falcon|qwen|gemma|olmo|deepseek)[-_. ]?"
            "(?:v?\\d(?:[-_.]\\d)?[-_. ]?)?\\d{1,3}(?:[._]\\d)?[bm]$"},
    {"gpt", "^(?:llama|mistral|mixtral|pythia|qwen|gemma|olmo|deepseek|llm)\\d?$", true},
    {"unet3d", "^u[-_]?net$", true},
    {"resnet50", "^resnet$", true},
};

struct FormatRule
{
    const char *format, *benchmark;
};

constexpr FormatRule kFormats[] = {{"nvidia-bert-dict", "bert"},
                                   {"nvidia-dlrm", "dlrm"},
                                   {"dlrm", "dlrm"},
                                   {"hugectr", "dlrm"},
                                   {"mxnet-ssd", "ssd"},
                                   {"nvidia-ssd", "ssd"},
                                   {"nanogpt", "gpt"},
                                   {"llm.c", "gpt"},
                                   {"megatron-lm", "gpt"},
                                   {"torchtitan", "gpt"},
                                   {"llm-foundry", "gpt"},
                                   {"maxtext", "gpt"},
                                   {"olmo", "gpt"}};

std::vector<QRegularExpression> compiled()
{
    std::vector<QRegularExpression> all;
    for (const NameRule &rule : kNames) {
        QString pattern = QLatin1String(rule.pattern);
        pattern.replace(u'^', QStringLiteral("(?<![a-z0-9])")).replace(u'$', QStringLiteral("(?![a-z0-9])"));
        all.emplace_back(pattern, QRegularExpression::CaseInsensitiveOption);
    }
    return all;
}

} // namespace

std::optional<NamedBenchmark> benchmarkNamed(const QString &text)
{
    static const std::vector<QRegularExpression> kCompiled = compiled();
    const QString told = text.left(1000);
    for (std::size_t i = 0; i < kCompiled.size(); ++i) {
        if (const auto match = kCompiled[i].match(told); match.hasMatch())
            return NamedBenchmark{QLatin1String(kNames[i].benchmark), match.captured(0), kNames[i].isVague};
    }
    return {};
}

std::optional<NamedBenchmark> benchmarkSubmitted(const QString &line)
{
    static const QRegularExpression kSubmitted(
        QStringLiteral(R"re("submission_benchmark",\s*"value":\s*"([A-Za-z0-9_.-]{2,40})")re"));
    if (!line.contains(QLatin1String(":::MLL")))
        return {};
    const auto match = kSubmitted.match(line);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1).toLower();
    return NamedBenchmark{name == QLatin1String("resnet") ? QStringLiteral("resnet50") : name, match.captured(1)};
}

std::optional<NamedBenchmark> benchmarkOfFormat(const QString &logFormat)
{
    for (const FormatRule &rule : kFormats) {
        if (logFormat == QLatin1String(rule.format))
            return NamedBenchmark{QLatin1String(rule.benchmark), logFormat, true};
    }
    return {};
}

bool isLanguageModel(const QString &benchmark)
{
    static const QStringList kStarts = {QStringLiteral("gpt"), QStringLiteral("llama"), QStringLiteral("mpt-"),
                                        QStringLiteral("palm"), QStringLiteral("bloom")};
    return std::any_of(kStarts.begin(), kStarts.end(),
                       [&](const QString &start) { return benchmark.startsWith(start); });
}

bool printsRatePerAccelerator(const QString &logFormat)
{
    static const QStringList kFormatsPerDevice = {QStringLiteral("torchtitan"), QStringLiteral("maxtext"),
                                                  QStringLiteral("nemo-lightning")};
    return kFormatsPerDevice.contains(logFormat);
}

} // namespace paceline
