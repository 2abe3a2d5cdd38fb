// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backends/parsers/gpu/gpusummary.h"

#include <QStringList>
#include <cmath>

namespace paceline {

static QString shown(double value)
{
    return std::isnan(value) ? QStringLiteral("-") : QString::number(value, 'g', 12);
}

QString summary(const GpuSample &gpu)
{
    QStringList parts{gpu.index ? QString::number(*gpu.index) : QStringLiteral("-")};
    for (const double value :
         {gpu.utilGpu, gpu.utilMemory, gpu.memoryTotalMiB, gpu.memoryUsedMiB, gpu.temperatureC, gpu.memoryTemperatureC,
          gpu.powerW, gpu.powerLimitW, gpu.smClockMHz, gpu.fanPercent, gpu.eccUncorrectedVolatile})
        parts += shown(value);
    return parts.join(u'|');
}

QString other(const std::vector<NamedValue> &values, const char *name)
{
    for (const NamedValue &value : values) {
        if (value.name == QLatin1String(name))
            return value.text.value_or(QStringLiteral("-"));
    }
    return QStringLiteral("?");
}

} // namespace paceline
