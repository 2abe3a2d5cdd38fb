// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/gpureadings.h"

#include <cmath>

namespace paceline {

namespace {

float number(const GpuSample &sample, const char *name)
{
    for (const NamedValue &value : sample.others) {
        bool isNumber = false;
        const double number = value.name == QLatin1String(name) && value.text ? value.text->toDouble(&isNumber) : 0;
        if (isNumber)
            return float(number);
    }
    return kMissing;
}

float reasonBits(const QString &text)
{
    bool isNumber = false;
    const quint64 bits = text.toULongLong(&isNumber, 16);
    return isNumber ? float(bits) : kMissing;
}

/// Slowed down by the hardware, by heat, or by the node's power brake. At its power limit a loaded GPU is as it should
/// be.
float throttled(float reasons)
{
    constexpr quint64 kHarm = 0x8 | 0x20 | 0x40 | 0x80;
    return std::isnan(reasons) ? kMissing : (quint64(reasons) & kHarm) != 0 ? 100 : 0;
}

} // namespace

std::vector<GpuReading> gpuReadings(const GpuSample &sample, GpuToolKind kind)
{
    if (kind == GpuToolKind::Profile)
        return {
            {"gpu.sm_active", 100 * number(sample, "SMACT")},   {"gpu.tensor_active", 100 * number(sample, "TENSO")},
            {"gpu.dram_active", 100 * number(sample, "DRAMA")}, {"gpu.pcie.tx", number(sample, "PCITX")},
            {"gpu.pcie.rx", number(sample, "PCIRX")},           {"gpu.nvlink.tx", number(sample, "NVLTX")},
            {"gpu.nvlink.rx", number(sample, "NVLRX")}};
    return {{"gpu.util", float(sample.utilGpu)},
            {"gpu.memory.used", float(sample.memoryUsedMiB * 1024 * 1024)},
            {"gpu.power", float(sample.powerW)},
            {"gpu.temperature", float(sample.temperatureC)},
            {"gpu.memory_temperature", float(sample.memoryTemperatureC)},
            {"gpu.sm_clock", float(sample.smClockMHz)},
            {"gpu.throttle", reasonBits(sample.eventReasons)},
            {"gpu.throttled", throttled(reasonBits(sample.eventReasons))},
            {"gpu.ecc", float(sample.eccUncorrectedVolatile)}};
}

} // namespace paceline
