// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/pathdump.h"
#include "backends/parsers/network/ports.h"

#include <QRegularExpression>

namespace paceline {

namespace {

/// A telemetry value without the time behind its @.
QByteArray withoutTime(const QByteArray &content)
{
    static const QRegularExpression kStamped(QStringLiteral("^(-?[\\d.]+)@\\d+(\\.\\d+)?$"));
    const auto match = kStamped.match(QString::fromUtf8(content));
    return match.hasMatch() ? match.captured(1).toUtf8() : content;
}

void setAttribute(PortCounters &port, const QByteArray &name, const QByteArray &value)
{
    const QByteArray key = name.toLower();
    if (key == "link" || key == "link state" || key == "link_state")
        port.state = stateWord(value);
    else if (key == "speed" || key == "link speed" || key == "link_speed")
        port.rateGbps = rateOf(value);
    else
        port.others.push_back(namedValue(name, {}, withoutTime(value)));
}

/// "Device: cxi0" and the indented lines below it, of cxi_stat.
void readCxiStat(const QList<QByteArray> &lines, PortTable &ports, QStringList &errors)
{
    QString device;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = colon < 0 ? QByteArray() : line.first(colon).trimmed();
        const QByteArray value = colon < 0 ? QByteArray() : line.sliced(colon + 1).trimmed();
        if (name == "Device")
            device = QString::fromUtf8(value);
        if (name == "Device")
            ports.at({}, device, std::nullopt);
        else if (!device.isEmpty() && !name.isEmpty() && !value.isEmpty())
            setAttribute(ports.at({}, device, std::nullopt), name, value);
        else if (device.isEmpty() || name.isEmpty())
            errors += QString::fromUtf8(line.trimmed());
    }
}

} // namespace

Result<CounterReport> parseCxi(QByteArrayView text)
{
    static const QRegularExpression kFile(QStringLiteral("(?:^|/)(cxi\\d+)/(?:.*/)?([^/]+)$"));
    const PathDump dump = readPathDump(text);
    PortTable ports;
    CounterReport report;
    report.errors = dump.errors;
    for (const DumpedFile &file : dump.files) {
        const auto match = kFile.match(QString::fromUtf8(file.path));
        if (match.hasMatch())
            setAttribute(ports.at(QString::fromUtf8(file.host), match.captured(1), std::nullopt),
                         match.captured(2).toUtf8(), file.content);
        else
            report.errors += QString::fromUtf8(file.path + ':' + file.content);
    }
    readCxiStat(dump.otherLines, ports, report.errors);
    report.ports = std::move(ports.ports());
    for (PortCounters &port : report.ports) {
        port.sentBytes = counterOf(port, "hni_sts_tx_ok_octets");
        port.receivedBytes = counterOf(port, "hni_sts_rx_ok_octets");
    }
    if (report.ports.empty() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
