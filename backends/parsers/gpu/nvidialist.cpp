// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvidialist.h"

#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>

namespace paceline {

Result<GpuReport> parseNvidiaList(QByteArrayView text)
{
    static const QRegularExpression kLine(
        QStringLiteral("^\\s*(?:GPU (\\d+): (.*?)|MIG (\\S+)\\s+Device\\s+(\\d+):)\\s*\\(UUID: ([^)\\s]+)\\)\\s*$"));
    GpuReport report;
    for (const QByteArray &line : plainLines(text)) {
        if (isNoise(line))
            continue;
        const auto match = kLine.match(QString::fromUtf8(line));
        const bool isInstance = !match.captured(3).isEmpty();
        if (!match.hasMatch() || (isInstance && report.gpus.empty())) {
            report.errors += QString::fromUtf8(line.trimmed());
            continue;
        }
        GpuSample &sample = isInstance ? report.gpus.back().migDevices.emplace_back() : report.gpus.emplace_back();
        sample.index = indexOf(match.captured(isInstance ? 4 : 1).toUtf8());
        sample.name = match.captured(isInstance ? 3 : 2);
        sample.uuid = match.captured(5);
    }
    if (report.gpus.empty() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
