// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/analysis/accelerators.h"

#include <algorithm>

namespace paceline {

namespace {

CitedFigure figureOf(const Baseline &record)
{
    return {record.value.value_or(0), record.id, record.source.isVerified};
}

/// A field that only few records have.
std::optional<QString> other(const Baseline &record, QLatin1String name)
{
    for (const NamedValue &value : record.others) {
        if (value.name == name && value.text && value.text->startsWith(u'"'))
            return value.text->mid(1, value.text->size() - 2);
    }
    return {};
}

DensePeak peakOf(const Baseline &record)
{
    return {record.precisionKey.value_or(QString()), other(record, QLatin1String("engine")),
            record.unit.value_or(QString()), figureOf(record)};
}

LinkFigure linkOf(const Baseline &record, const QString &name)
{
    return {name, other(record, QLatin1String("direction")), record.metric, record.unit.value_or(QString()),
            figureOf(record)};
}

void addFigure(const Baseline &record, Accelerator &accelerator)
{
    const QString &metric = record.metric;
    if (metric == QLatin1String("peak_dense_flops") || metric == QLatin1String("peak_dense_ops"))
        accelerator.peaks.push_back(peakOf(record));
    else if (metric == QLatin1String("measured_matmul_flops"))
        accelerator.measuredPeaks.push_back(peakOf(record));
    else if (metric == QLatin1String("memory_capacity"))
        accelerator.memoryGB = figureOf(record);
    else if (metric == QLatin1String("memory_bandwidth"))
        accelerator.memoryGBPerSecond = figureOf(record);
    else if (metric == QLatin1String("tdp"))
        accelerator.powerW = figureOf(record);
    else if (metric == QLatin1String("interconnect_bandwidth"))
        accelerator.links.push_back(linkOf(record, other(record, QLatin1String("link")).value_or(QString())));
}

enum class Form { Any, Sxm, Pcie, Nvl };

struct Variant
{
    const char *model;
    Form form;
    int memoryGB; ///< 0: any
    const char *key, *family;
    int devices = 1;
};

/// The first row of which model, form and memory fit wins. An empty key: the name leaves several open.
constexpr Variant kVariants[] = {
    {"h100", Form::Nvl, 0, "nvidia-h100-nvl", "h100"},
    {"h100", Form::Pcie, 0, "nvidia-h100-pcie-80gb", "h100"},
    {"h100", Form::Sxm, 80, "nvidia-h100-sxm5-80gb", "h100"},
    {"h100", Form::Any, 0, "", "h100"},
    {"h200", Form::Nvl, 0, "nvidia-h200-nvl-141gb", "h200"},
    {"h200", Form::Any, 0, "nvidia-h200-sxm5-141gb", "h200"},
    {"gh200", Form::Any, 0, "nvidia-gh200", "gh200"},
    {"gb200", Form::Any, 0, "nvidia-gb200", "gb200"},
    {"gb300", Form::Any, 0, "nvidia-gb300", "gb300"},
    {"b100", Form::Any, 0, "nvidia-b100", "b100"},
    {"b200", Form::Any, 0, "nvidia-b200", "b200"},
    {"b300", Form::Any, 0, "nvidia-b300", "b300"},
    {"a100", Form::Sxm, 40, "nvidia-a100-sxm4-40gb", "a100"},
    {"a100", Form::Sxm, 80, "nvidia-a100-sxm4-80gb", "a100"},
    {"a100", Form::Pcie, 40, "nvidia-a100-pcie-40gb", "a100"},
    {"a100", Form::Pcie, 80, "nvidia-a100-pcie-80gb", "a100"},
    {"a100", Form::Any, 0, "", "a100"},
    {"a10g", Form::Any, 0, "nvidia-a10g", "a10g"},
    {"a30", Form::Any, 0, "nvidia-a30", "a30"},
    {"a40", Form::Any, 0, "nvidia-a40", "a40"},
    {"a5000", Form::Any, 0, "nvidia-rtx-a5000", "rtx-a5000"},
    {"l4", Form::Any, 0, "nvidia-l4", "l4"},
    {"l40", Form::Any, 0, "nvidia-l40", "l40"},
    {"l40s", Form::Any, 0, "nvidia-l40s", "l40s"},
    {"t4", Form::Any, 0, "nvidia-t4", "t4"},
    {"v100", Form::Pcie, 0, "nvidia-v100-pcie", "v100"},
    {"v100", Form::Sxm, 16, "nvidia-v100-sxm2-16gb", "v100"},
    {"v100", Form::Any, 0, "", "v100"},
    {"v100s", Form::Any, 0, "nvidia-v100s-pcie-32gb", "v100"},
    {"p100", Form::Sxm, 0, "nvidia-p100-sxm2-16gb", "p100"},
    {"p100", Form::Pcie, 16, "nvidia-p100-pcie-16gb", "p100"},
    {"p100", Form::Any, 0, "", "p100"},
    {"k80", Form::Any, 0, "nvidia-k80", "k80", 2},
    {"m40", Form::Any, 0, "nvidia-m40", "m40"},
    {"p40", Form::Any, 0, "nvidia-p40", "p40"},
    {"mi100", Form::Any, 0, "amd-mi100", "mi100"},
    {"mi250", Form::Any, 0, "amd-mi250", "mi250", 2},
    {"mi250x", Form::Any, 0, "amd-mi250x", "mi250x", 2},
    {"mi300x", Form::Any, 0, "amd-mi300x", "mi300x"},
    {"mi325x", Form::Any, 0, "amd-mi325x", "mi325x"},
    {"mi350x", Form::Any, 0, "amd-mi350x", "mi350x"},
    {"mi355x", Form::Any, 0, "amd-mi355x", "mi355x"},
    {"gaudi", Form::Any, 0, "intel-gaudi", "gaudi"},
    {"gaudi2", Form::Any, 0, "intel-gaudi2", "gaudi2"},
    {"gaudi3", Form::Any, 0, "intel-gaudi3", "gaudi3"},
    {"205", Form::Any, 0, "intel-gaudi", "gaudi"},
    {"225", Form::Any, 0, "intel-gaudi2", "gaudi2"},
    {"325", Form::Any, 0, "intel-gaudi3", "gaudi3"},
    {"a64fx", Form::Any, 0, "fujitsu-a64fx", "a64fx"},
};

struct NameParts
{
    QStringList words;
    Form form = Form::Any;
    int memoryGB = 0;
    int formNumber = 0; ///< the 4 of SXM4
};

NameParts partsOf(const QString &name)
{
    NameParts parts;
    QString word;
    for (const QChar c : name.toLower() + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        if (!word.isEmpty())
            parts.words.append(word);
        word.clear();
    }
    for (const QString &part : std::as_const(parts.words)) {
        if (part.startsWith(QLatin1String("sxm"))) {
            parts.form = Form::Sxm;
            parts.formNumber = part.mid(3).toInt();
        } else if (part == QLatin1String("pcie")) {
            parts.form = Form::Pcie;
        } else if (part == QLatin1String("nvl")) {
            parts.form = Form::Nvl;
        } else if (part.endsWith(QLatin1String("gb")) && part.chopped(2).toInt() > 0) {
            parts.memoryGB = part.chopped(2).toInt();
        }
    }
    // nvidia-smi calls the SXM5 board of the H100 by its memory alone: "NVIDIA H100 80GB HBM3".
    if (parts.form == Form::Any && parts.words.contains(QLatin1String("hbm3")))
        parts.form = Form::Sxm;
    return parts;
}

/// V100 comes on two sockets of 32 GB, which SXM's number tells apart.
std::optional<AcceleratorMatch> matchV100(const NameParts &parts)
{
    if (parts.form != Form::Sxm || parts.memoryGB != 32 || parts.formNumber == 0)
        return {};
    return AcceleratorMatch{QStringLiteral("nvidia-v100-sxm%1-32gb").arg(parts.formNumber == 3 ? 3 : 2),
                            QStringLiteral("v100"), 1};
}

/// Names of several words.
std::optional<AcceleratorMatch> matchWords(const QStringList &words)
{
    const auto has = [&](const char *word) { return words.contains(QLatin1String(word)); };
    const auto match = [](const char *key, const char *family) {
        return AcceleratorMatch{QString(QLatin1String(key)), QLatin1String(family), 1};
    };
    if (has("max") && has("1550"))
        return match("intel-max-1550", "max-1550");
    if (has("rtx") && has("4090"))
        return match("nvidia-rtx-4090", "rtx-4090");
    if (has("quadro") && has("rtx") && has("5000"))
        return match("nvidia-quadro-rtx-5000", "quadro-rtx-5000");
    if (has("7900") && has("xtx"))
        return match("amd-rx-7900-xtx", "rx-7900-xtx");
    if (!has("tpu"))
        return {};
    for (const char *version : {"v2", "v3", "v4", "v5e", "v5p", "v6e"}) {
        if (has(version))
            return AcceleratorMatch{QStringLiteral("google-tpu-%1").arg(QLatin1String(version)),
                                    QStringLiteral("tpu-%1").arg(QLatin1String(version)), 1};
    }
    return {};
}

} // namespace

std::vector<Accelerator> acceleratorsOf(const BaselineSet &catalogue)
{
    std::vector<Accelerator> found;
    for (const Baseline &record : catalogue.records()) {
        if (record.kind != BaselineKind::Hardware || !record.acceleratorKey)
            continue;
        auto it = std::find_if(found.begin(), found.end(),
                               [&](const Accelerator &a) { return a.key == *record.acceleratorKey; });
        if (it == found.end()) {
            Accelerator fresh;
            fresh.key = *record.acceleratorKey;
            fresh.name = record.accelerator.value_or(fresh.key);
            fresh.family = record.acceleratorFamily;
            it = found.insert(found.end(), std::move(fresh));
        }
        addFigure(record, *it);
    }
    return found;
}

std::vector<LinkFigure> networkLinksOf(const BaselineSet &catalogue)
{
    std::vector<LinkFigure> found;
    for (const Baseline &record : catalogue.records()) {
        if (record.kind == BaselineKind::Hardware && !record.acceleratorKey && record.system)
            found.push_back(linkOf(record, *record.system));
    }
    return found;
}

const DensePeak *densePeak(const Accelerator &accelerator, const QString &precision)
{
    const auto best = [&](QLatin1String wanted) {
        const DensePeak *found = nullptr;
        for (const DensePeak &peak : accelerator.peaks) {
            if (peak.precision == wanted && (!found || peak.engine == QStringLiteral("matrix")))
                found = &peak;
        }
        return found;
    };
    if (precision != QLatin1String("fp16_or_bf16"))
        return best(QLatin1String(precision.toLatin1()));
    const DensePeak *peak = best(QLatin1String("bf16"));
    return peak ? peak : best(QLatin1String("fp16"));
}

std::optional<AcceleratorMatch> matchAccelerator(const QString &toolName)
{
    const NameParts parts = partsOf(toolName);
    const bool isHabana = parts.words.contains(QLatin1String("hl"));
    for (const Variant &variant : kVariants) {
        const QString model = QLatin1String(variant.model);
        // "HL-225H" and "HL-325L" are boards of the same chip.
        const bool isBoard = model.front().isDigit();
        const bool isModel = isBoard ? isHabana && std::any_of(parts.words.begin(), parts.words.end(),
                                                               [&](const QString &w) { return w.startsWith(model); })
                                     : parts.words.contains(model);
        const bool fits = isModel && (variant.form == Form::Any || variant.form == parts.form) &&
                          (variant.memoryGB == 0 || variant.memoryGB == parts.memoryGB);
        if (!fits)
            continue;
        if (model == QLatin1String("v100") && *variant.key == '\0') {
            if (const auto socket = matchV100(parts))
                return socket;
        }
        const QString key = QLatin1String(variant.key);
        return AcceleratorMatch{key.isEmpty() ? std::nullopt : std::optional(key), QLatin1String(variant.family),
                                variant.devices};
    }
    return matchWords(parts.words);
}

} // namespace paceline
