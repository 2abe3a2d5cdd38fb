// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsenetwork.h"

#include "app/cli/jsonobject.h"
#include "backends/parsers/network/fabric.h"
#include "backends/parsers/network/filesystems.h"
#include "backends/parsers/network/netdev.h"
#include "backends/parsers/network/nodefiles.h"

namespace paceline::cli {

namespace {

QByteArray portLine(const PortCounters &port)
{
    JsonObject object;
    if (!port.host.isEmpty())
        object.add("node", port.host);
    object.add("device", port.device)
        .add("port", port.port)
        .add("state", port.state)
        .add("rate_gbps", port.rateGbps)
        .add("xmit_bytes", port.sentBytes)
        .add("rcv_bytes", port.receivedBytes)
        .addAll(port.others);
    return object.line();
}

QByteArray fileSystemLine(const FileSystemCounters &fileSystem)
{
    JsonObject object;
    object.add("fs", fileSystem.fileSystem)
        .add("read_bytes", fileSystem.readBytes)
        .add("write_bytes", fileSystem.writtenBytes)
        .add("read_ops", fileSystem.reads)
        .add("write_ops", fileSystem.writes)
        .add("device", fileSystem.device)
        .add("fstype", fileSystem.type)
        .addAll(fileSystem.others);
    return object.line();
}

QByteArray pressureLine(const PressureLine &line)
{
    JsonObject object;
    object.add("resource", line.resource)
        .add("kind", line.kind)
        .add("avg10", line.avg10)
        .add("avg60", line.avg60)
        .add("avg300", line.avg300)
        .add("total", line.totalUs);
    if (!line.cgroup.isEmpty())
        object.add("cgroup", line.cgroup);
    return object.line();
}

QByteArray powerLine(const NodePower &node)
{
    JsonObject object;
    if (!node.host.isEmpty())
        object.add("node", node.host);
    object.addAll(node.readings).add("units", node.units).add("time_us", node.timeUs);
    return object.line();
}

int printReport(const CapturedFile &file, const Result<CounterReport> &report)
{
    if (!report)
        return parseFailed(report.error());
    for (const PortCounters &port : report->ports)
        printRow(file, portLine(port));
    for (const FileSystemCounters &fileSystem : report->fileSystems)
        printRow(file, fileSystemLine(fileSystem));
    for (const PressureLine &line : report->pressure)
        printRow(file, pressureLine(line));
    for (const NodePower &node : report->power)
        printRow(file, powerLine(node));
    return printComplaints(file, report->errors, report->hasRows());
}

template <Result<CounterReport> (*Parse)(QByteArrayView)>
int parseWith(const CapturedFile &file)
{
    return printReport(file, Parse(file.text));
}

/// A lone file of /proc/pressure does not say which one it is; its copy often does by its name.
int parsePressureFile(const CapturedFile &file)
{
    for (const char *resource : {"cpu", "memory", "irq", "io"}) {
        if (file.name.contains(QLatin1String(resource)))
            return printReport(file, parsePressure(file.text, QLatin1String(resource)));
    }
    return printReport(file, parsePressure(file.text));
}

} // namespace

const QMap<QString, FileParser> &networkParsers()
{
    static const QMap<QString, FileParser> kParsers = {
        {QStringLiteral("infiniband"), parseWith<parseInfiniBand>},
        {QStringLiteral("efa"), parseWith<parseEfa>},
        {QStringLiteral("cxi"), parseWith<parseCxi>},
        {QStringLiteral("net-dev"), parseWith<parseNetDev>},
        {QStringLiteral("mountstats"), parseWith<parseMountStats>},
        {QStringLiteral("lustre"), parseWith<parseLustre>},
        {QStringLiteral("pressure"), parsePressureFile},
        {QStringLiteral("cray-pm"), parseWith<parseCrayPower>},
    };
    return kParsers;
}

} // namespace paceline::cli
