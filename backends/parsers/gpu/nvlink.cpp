// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/gpu/nvlink.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/gpu/gpucells.h"

#include <QRegularExpression>
#include <cmath>

namespace paceline {

namespace {

struct CurrentGpu
{
    std::optional<qint64> index;
    QString uuid;
};

GpuLink &linkOf(std::vector<GpuLink> &links, const CurrentGpu &gpu, std::optional<qint64> number)
{
    for (auto it = links.rbegin(); it != links.rend() && it->gpu == gpu.index; ++it) {
        if (it->link == number)
            return *it;
    }
    links.push_back({gpu.index, number, gpu.uuid, kNotMeasured, kNotMeasured, {}});
    return links.back();
}

/// One "Data Tx: 26737 KiB", "Rx0: 24 KBytes" or any other "Name: value".
void addValue(GpuLink &link, const QByteArray &name, const QByteArray &text)
{
    const QByteArray key = name.toLower();
    const bool isSent = key == "data tx" || key == "raw tx" || key == "tx0" || key == "tx";
    const bool isReceived = key == "data rx" || key == "raw rx" || key == "rx0" || key == "rx";
    double *const bytes = isSent ? &link.txBytes : isReceived ? &link.rxBytes : nullptr;
    double value = bytes ? measured(text, "KiB", Measure::Byte) : kNotMeasured;
    constexpr double kAllOnes = 18446744073709551615.0; // what a link that counts nothing is told to have
    if (value >= kAllOnes)
        value = kNotMeasured;
    if (bytes && std::isnan(*bytes) && (!std::isnan(value) || isUnavailable(text) || parseQuantity(text)))
        *bytes = value;
    else
        link.others.push_back(namedValue(name, {}, text));
}

/// What stands behind "Link 3: ".
void addValues(GpuLink &link, const QByteArray &text)
{
    if (!text.contains(':')) {
        const auto speed = parseQuantity(text);
        if (speed && speed->unit == "GB/s")
            link.others.push_back({QStringLiteral("speed_gbytes_per_s"), QString::number(speed->value, 'g', 12)});
        else
            link.others.push_back(namedValue("state", {}, QByteArray(text).replace('<', "").replace('>', "")));
        return;
    }
    for (const QByteArray &part : splitCsv(text)) {
        const qsizetype colon = part.lastIndexOf(": ");
        if (colon > 0)
            addValue(link, part.first(colon).trimmed(), part.sliced(colon + 2).trimmed());
        else
            link.others.push_back(namedValue("state", {}, part));
    }
}

} // namespace

Result<GpuReport> parseNvlink(QByteArrayView text)
{
    static const QRegularExpression kGpu(QStringLiteral("^GPU (\\d+):.*?(?:\\(UUID: *([^)]*)\\))?$"));
    static const QRegularExpression kLink(QStringLiteral("^Link (\\d+)[:,]\\s*(.*)$"));
    static const QRegularExpression kBare(QStringLiteral("^(Data |Raw )?[TR]x\\d?: "));
    GpuReport report;
    CurrentGpu gpu;
    bool sawGpu = false;
    for (const QByteArray &raw : plainLines(text)) {
        if (isNoise(raw))
            continue;
        const QString line = QString::fromUtf8(raw.trimmed());
        if (const auto head = kGpu.match(line); head.hasMatch()) {
            gpu = {indexOf(head.captured(1).toLatin1()), head.captured(2)};
            sawGpu = true;
        } else if (const auto link = kLink.match(line); link.hasMatch()) {
            addValues(linkOf(report.links, gpu, indexOf(link.captured(1).toLatin1())), link.captured(2).toUtf8());
        } else if (kBare.match(line).hasMatch()) {
            addValues(linkOf(report.links, gpu, std::nullopt), line.toUtf8());
        } else {
            report.errors += gpu.index ? QStringLiteral("GPU %1: %2").arg(*gpu.index).arg(line) : line;
        }
    }
    if (!sawGpu && !report.hasRows() && report.errors.empty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
