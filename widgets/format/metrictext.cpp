// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/metrictext.h"

#include "backends/core/text.h"

#include <QCoreApplication>

namespace paceline {

namespace {

struct Name
{
    const char *key;
    const char *words;
};

constexpr Name kMetrics[] = {
    {"cpu.busy", QT_TRANSLATE_NOOP("Metrics", "CPU busy")},
    {"cpu.user", QT_TRANSLATE_NOOP("Metrics", "CPU user")},
    {"cpu.system", QT_TRANSLATE_NOOP("Metrics", "CPU system")},
    {"cpu.steal", QT_TRANSLATE_NOOP("Metrics", "CPU taken by other guests")},
    {"cpu.iowait", QT_TRANSLATE_NOOP("Metrics", "CPU waiting for I/O")},
    {"cpu.load1", QT_TRANSLATE_NOOP("Metrics", "Load")},
    {"memory.used", QT_TRANSLATE_NOOP("Metrics", "Memory used")},
    {"memory.total", QT_TRANSLATE_NOOP("Metrics", "Memory")},
    {"gpu.util", QT_TRANSLATE_NOOP("Metrics", "GPU kernel resident")},
    {"gpu.power", QT_TRANSLATE_NOOP("Metrics", "GPU power")},
    {"gpu.temperature", QT_TRANSLATE_NOOP("Metrics", "GPU temperature")},
    {"gpu.sm_clock", QT_TRANSLATE_NOOP("Metrics", "GPU clock")},
    {"gpu.throttled", QT_TRANSLATE_NOOP("Metrics", "GPU throttled")},
    {"gpu.memory.used", QT_TRANSLATE_NOOP("Metrics", "GPU memory used")},
    {"net.receive", QT_TRANSLATE_NOOP("Metrics", "Network in")},
    {"net.transmit", QT_TRANSLATE_NOOP("Metrics", "Network out")},
};

constexpr Name kCurves[] = {
    {"loss", QT_TRANSLATE_NOOP("Metrics", "Training loss")},
    {"val_loss", QT_TRANSLATE_NOOP("Metrics", "Validation loss")},
    {"lr", QT_TRANSLATE_NOOP("Metrics", "Learning rate")},
    {"grad_norm", QT_TRANSLATE_NOOP("Metrics", "Gradient norm")},
    {"accuracy", QT_TRANSLATE_NOOP("Metrics", "Accuracy")},
    {"val_accuracy", QT_TRANSLATE_NOOP("Metrics", "Validation accuracy")},
    {"accuracy_top5", QT_TRANSLATE_NOOP("Metrics", "Accuracy (top 5)")},
    {"perplexity", QT_TRANSLATE_NOOP("Metrics", "Perplexity")},
    {"loss_scale", QT_TRANSLATE_NOOP("Metrics", "Loss scale")},
    {"gpu_mem", QT_TRANSLATE_NOOP("Metrics", "GPU memory")},
    {"mfu", QT_TRANSLATE_NOOP("Metrics", "Model FLOPs utilisation")},
    {"epoch_time", QT_TRANSLATE_NOOP("Metrics", "Epoch time")},
    {"samples_per_sec", QT_TRANSLATE_NOOP("Metrics", "Throughput")},
    {"tokens_per_sec", QT_TRANSLATE_NOOP("Metrics", "Throughput (tokens)")},
    {"steps_per_sec", QT_TRANSLATE_NOOP("Metrics", "Throughput (steps)")},
    {"step_time", QT_TRANSLATE_NOOP("Metrics", "Step time")},
    {"data_time", QT_TRANSLATE_NOOP("Metrics", "Time waiting for data")},
};

template <std::size_t N>
QString find(const Name (&names)[N], const QString &key)
{
    for (const Name &name : names) {
        if (key == QLatin1String(name.key))
            return QCoreApplication::translate("Metrics", name.words);
    }
    return displayText(key, 64);
}

QString withoutPrefix(const QString &curve)
{
    return curve.mid(qsizetype(kDerivedPrefix.size()));
}

} // namespace

QString metricText(const MetricId &metric)
{
    return find(kMetrics, metric.value);
}

QString curveText(const QString &curve)
{
    if (curve.startsWith(kDerivedPrefix))
        return QCoreApplication::translate("Metrics", "%1, derived").arg(curveText(withoutPrefix(curve)));
    return find(kCurves, curve);
}

Unit curveUnit(const QString &curve, const QString &printedUnit)
{
    if (curve.startsWith(kDerivedPrefix))
        return curveUnit(withoutPrefix(curve), printedUnit);
    if (curve == QLatin1String("samples_per_sec"))
        return Unit::SamplePerSecond;
    if (curve == QLatin1String("tokens_per_sec"))
        return Unit::TokenPerSecond;
    if (curve == QLatin1String("steps_per_sec"))
        return Unit::StepPerSecond;
    if (printedUnit == QLatin1String("%"))
        return Unit::Percent;
    if (printedUnit == QLatin1String("ms"))
        return Unit::Millisecond;
    if (printedUnit == QLatin1String("s"))
        return Unit::Second;
    if (printedUnit == QLatin1String("W"))
        return Unit::Watt;
    return Unit::None;
}

} // namespace paceline
