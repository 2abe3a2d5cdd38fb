// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format/metrictext.h"

#include "backends/core/text.h"
#include "widgets/format/units.h"

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
    {"cpu.job", QT_TRANSLATE_NOOP("Metrics", "CPU used by the job")},
    {"memory.job", QT_TRANSLATE_NOOP("Metrics", "Memory of the job, file cache included")},
    {"pressure.cpu", QT_TRANSLATE_NOOP("Metrics", "Tasks waiting for CPU")},
    {"pressure.memory", QT_TRANSLATE_NOOP("Metrics", "Tasks waiting for memory")},
    {"pressure.io", QT_TRANSLATE_NOOP("Metrics", "Tasks waiting for I/O")},
    {"fabric.receive", QT_TRANSLATE_NOOP("Metrics", "Fabric in")},
    {"fabric.transmit", QT_TRANSLATE_NOOP("Metrics", "Fabric out")},
    {"fabric.wait", QT_TRANSLATE_NOOP("Metrics", "Fabric port held back")},
    {"fabric.errors", QT_TRANSLATE_NOOP("Metrics", "Fabric errors")},
    {"nfs.read", QT_TRANSLATE_NOOP("Metrics", "NFS read")},
    {"nfs.write", QT_TRANSLATE_NOOP("Metrics", "NFS written")},
    {"lustre.read", QT_TRANSLATE_NOOP("Metrics", "Lustre read")},
    {"lustre.write", QT_TRANSLATE_NOOP("Metrics", "Lustre written")},
    {"disk.read", QT_TRANSLATE_NOOP("Metrics", "Disk read")},
    {"disk.write", QT_TRANSLATE_NOOP("Metrics", "Disk written")},
    {"job.io.read", QT_TRANSLATE_NOOP("Metrics", "Read by the job")},
    {"job.io.write", QT_TRANSLATE_NOOP("Metrics", "Written by the job")},
    {"job.io.calls", QT_TRANSLATE_NOOP("Metrics", "I/O calls of the job")},
    {"job.blocked", QT_TRANSLATE_NOOP("Metrics", "Processes of the job stuck in I/O")},
    {"power.node", QT_TRANSLATE_NOOP("Metrics", "Node power")},
    {"power.cpu", QT_TRANSLATE_NOOP("Metrics", "CPU power")},
    {"gpu.memory.total", QT_TRANSLATE_NOOP("Metrics", "GPU memory")},
    {"gpu.memory_temperature", QT_TRANSLATE_NOOP("Metrics", "GPU memory temperature")},
    {"gpu.sm_active", QT_TRANSLATE_NOOP("Metrics", "GPU multiprocessors active")},
    {"gpu.tensor_active", QT_TRANSLATE_NOOP("Metrics", "GPU tensor cores active")},
    {"gpu.dram_active", QT_TRANSLATE_NOOP("Metrics", "GPU memory traffic")},
    {"gpu.nvlink.tx", QT_TRANSLATE_NOOP("Metrics", "NVLink out")},
    {"gpu.nvlink.rx", QT_TRANSLATE_NOOP("Metrics", "NVLink in")},
    {"gpu.pcie.tx", QT_TRANSLATE_NOOP("Metrics", "PCIe out of the GPU")},
    {"gpu.pcie.rx", QT_TRANSLATE_NOOP("Metrics", "PCIe into the GPU")},
    {"gpu.throttle", QT_TRANSLATE_NOOP("Metrics", "GPU clocks held down")},
    {"gpu.ecc", QT_TRANSLATE_NOOP("Metrics", "GPU memory errors not corrected")},
    {"gpu.power_limit", QT_TRANSLATE_NOOP("Metrics", "GPU power limit")},
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

struct Reason
{
    quint64 bit;
    const char *words;
};

constexpr Reason kReasons[] = {
    {0x1, QT_TRANSLATE_NOOP("Metrics", "idle")},
    {0x2, QT_TRANSLATE_NOOP("Metrics", "clocks set by the site")},
    {0x4, QT_TRANSLATE_NOOP("Metrics", "power limit")},
    {0x8, QT_TRANSLATE_NOOP("Metrics", "hardware slowdown")},
    {0x10, QT_TRANSLATE_NOOP("Metrics", "as slow as its group")},
    {0x20, QT_TRANSLATE_NOOP("Metrics", "warm")},
    {0x40, QT_TRANSLATE_NOOP("Metrics", "too hot")},
    {0x80, QT_TRANSLATE_NOOP("Metrics", "power brake of the node")},
    {0x100, QT_TRANSLATE_NOOP("Metrics", "display")},
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

QString throttleText(quint64 reasons)
{
    if (reasons == 0)
        return QCoreApplication::translate("Metrics", "nothing");
    QStringList words;
    for (const Reason &reason : kReasons) {
        if (reasons & reason.bit)
            words += QCoreApplication::translate("Metrics", reason.words);
        reasons &= ~reason.bit;
    }
    if (reasons != 0)
        words += QStringLiteral("0x%1").arg(reasons, 0, 16);
    return words.join(QLatin1String(", "));
}

QString metricValueText(const Metric &metric, double value)
{
    const bool isReasons = metric.id.value == QLatin1String("gpu.throttle") && value >= 0 && value < 1e9;
    return isReasons ? throttleText(quint64(value)) : formatValue(value, metric.unit);
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
