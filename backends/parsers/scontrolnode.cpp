// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/scontrolnode.h"

#include "backends/parsers/gres.h"
#include "backends/parsers/scontroltext.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"

#include <algorithm>
#include <charconv>

namespace paceline {

namespace {

const std::vector<FreeTextKey> &freeTextKeys()
{
    static const std::vector<FreeTextKey> kKeys = {
        {"OS", {"RealMemory"}},
        {"Reason", {"Comment", "Extra", "InstanceId", "InstanceType", "ReservationName", "TopologyPath"}},
        {"Comment", {"Extra", "InstanceId", "InstanceType", "ReservationName", "Reason"}},
        {"Extra", {"InstanceId", "InstanceType", "ReservationName", "Reason", "Comment"}},
    };
    return kKeys;
}

int smallCount(QByteArrayView text)
{
    return int(std::min<qint64>(parseSlurmCount(text).value_or(0), 1'000'000'000));
}

std::optional<double> load(QByteArrayView text)
{
    double value = 0;
    const auto parsed = std::from_chars(text.begin(), text.end(), value, std::chars_format::fixed);
    return parsed.ec == std::errc() && parsed.ptr == text.end() ? std::optional(value) : std::nullopt;
}

QStringList words(QByteArrayView text)
{
    return isSlurmNothing(text) ? QStringList() : QString::fromUtf8(text).split(u',', Qt::SkipEmptyParts);
}

/// "bad DIMM A3 [root@1700000000]" in reason and who set it when.
void setReason(Node &node, QByteArrayView text)
{
    node.reason = slurmText(text);
    const qsizetype open = node.reason.lastIndexOf(QLatin1String(" ["));
    if (!node.reason.endsWith(u']') || open < 0 || node.reason.indexOf(u'@', open) < 0)
        return;
    node.reasonBy = node.reason.mid(open + 2, node.reason.size() - open - 3);
    node.reason.truncate(open);
}

struct NodeTres
{
    QByteArrayView configured, allocated, used;
    bool hasAllocated = false;
};

/// AllocTRES names GPUs only where the site accounts them (then CfgTRES does so too); GresUsed comes with -d.
void setGpusAllocated(Node &node, const NodeTres &tres)
{
    if (!tres.used.isEmpty()) {
        if (const auto used = gpusOfGres(parseGres(tres.used))) {
            node.gpusAlloc = used->total;
            return;
        }
    }
    if (const auto allocated = gpusOfTres(parseTres(tres.allocated)))
        node.gpusAlloc = allocated->total;
    else if (tres.hasAllocated && tres.configured.indexOf(QByteArrayView("gres/gpu")) >= 0)
        node.gpusAlloc = 0;
}

bool setNumber(Node &node, QByteArrayView key, QByteArrayView value)
{
    if (key == QByteArrayView("CPUTot"))
        node.cpus = smallCount(value);
    else if (key == QByteArrayView("CPUAlloc"))
        node.cpusAlloc = smallCount(value);
    else if (key == QByteArrayView("CPULoad"))
        node.cpuLoad = load(value);
    else if (key == QByteArrayView("RealMemory"))
        node.memoryMiB = parseSlurmMemoryMiB(value).value_or(0);
    else if (key == QByteArrayView("AllocMem"))
        node.allocMemoryMiB = parseSlurmMemoryMiB(value);
    else if (key == QByteArrayView("FreeMem"))
        node.freeMemoryMiB = parseSlurmMemoryMiB(value);
    else
        return false;
    return true;
}

void setText(Node &node, QByteArrayView key, QByteArrayView value)
{
    if (key == QByteArrayView("NodeName")) {
        node.name = NodeName(QString::fromUtf8(value));
    } else if (key == QByteArrayView("State")) {
        const NodeStateWords state = parseNodeState(value);
        node.state = state.state;
        node.flags = state.flags;
        node.stateText = QString::fromUtf8(value);
    } else if (key == QByteArrayView("Gres")) {
        if (const auto gpus = gpusOfGres(parseGres(value))) {
            node.gpus = gpus->total;
            node.gpuTypes = gpus->types;
        }
    } else if (key == QByteArrayView("Partitions")) {
        node.partitions = words(value);
    } else if (key == QByteArrayView("ActiveFeatures")) {
        node.features = words(value);
    } else if (key == QByteArrayView("Version")) {
        node.version = slurmText(value);
    } else if (key == QByteArrayView("Reason")) {
        setReason(node, value);
    }
}

/// Up to the line end behind which nothing is indented: what stands there is no part of the node.
QByteArrayView withoutTail(QByteArrayView record)
{
    for (qsizetype end = record.indexOf('\n'); end >= 0; end = record.indexOf('\n', end + 1)) {
        if (end + 1 < record.size() && record[end + 1] != ' ' && record[end + 1] != '\t')
            return record.first(end);
    }
    return record;
}

Node parseRecord(QByteArrayView record)
{
    Node node;
    NodeTres tres;
    for (const auto &[key, value] : splitNodeRecord(record)) {
        if (key == QByteArrayView("CfgTRES")) {
            tres.configured = value;
        } else if (key == QByteArrayView("AllocTRES")) {
            tres.allocated = value;
            tres.hasAllocated = true;
        } else if (key == QByteArrayView("GresUsed")) {
            tres.used = value;
        } else if (!setNumber(node, key, value)) {
            setText(node, key, value);
        }
    }
    setGpusAllocated(node, tres);
    return node;
}

Error noRecord(QByteArrayView text)
{
    return {ErrorKind::Malformed, QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 256)))};
}

} // namespace

KeyValues splitNodeRecord(QByteArrayView record)
{
    return splitScontrolRecord(withoutTail(record), freeTextKeys());
}

Result<NodeList> parseScontrolNodes(QByteArrayView text)
{
    NodeList list;
    for (const QByteArrayView record : scontrolRecords(text, "NodeName=", false)) {
        Node node = parseRecord(record);
        if (node.name.isEmpty() || node.stateText.isEmpty())
            ++list.badRows;
        else
            list.nodes.push_back(std::make_shared<const Node>(std::move(node)));
    }
    if (list.nodes.empty())
        return tl::unexpected(noRecord(text));
    return list;
}

Result<std::vector<PartitionFacts>> parseScontrolPartitions(QByteArrayView text)
{
    std::vector<PartitionFacts> partitions;
    for (const QByteArrayView record : scontrolRecords(text, "PartitionName=", false)) {
        PartitionFacts facts;
        for (const auto &[key, value] : splitScontrolRecord(record, {})) {
            if (key == QByteArrayView("PartitionName"))
                facts.name = QString::fromUtf8(value);
            else if (key == QByteArrayView("Nodes"))
                facts.nodeList = slurmText(value);
            else if (key == QByteArrayView("Default"))
                facts.isDefault = value == QByteArrayView("YES");
            else if (key == QByteArrayView("State"))
                facts.state = slurmText(value);
        }
        if (!facts.name.isEmpty())
            partitions.push_back(std::move(facts));
    }
    if (partitions.empty())
        return tl::unexpected(noRecord(text));
    return partitions;
}

} // namespace paceline
