// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/network/netdev.h"

#include "backends/parsers/cells.h"

namespace paceline {

namespace {

/// "errs" of the receiving half is rx_errors, and so on.
QByteArray kernelName(const QByteArray &column, bool isReceive)
{
    static const QList<std::pair<QByteArray, QByteArray>> kNames = {{"errs", "errors"},
                                                                    {"drop", "dropped"},
                                                                    {"fifo", "fifo_errors"},
                                                                    {"frame", "frame_errors"},
                                                                    {"carrier", "carrier_errors"}};
    if (column == "multicast" || column == "colls")
        return column == "colls" ? QByteArray("collisions") : column;
    for (const auto &[shortName, name] : kNames) {
        if (column == shortName)
            return (isReceive ? "rx_" : "tx_") + name;
    }
    return (isReceive ? "rx_" : "tx_") + column;
}

/// " face |bytes packets ..|bytes packets ..": names of all numbers of a row.
QList<QByteArray> columnsOf(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split('|');
    QList<QByteArray> names;
    for (qsizetype half = 1; half < parts.size(); ++half) {
        for (const Word &word : wordsOf(parts[half]))
            names += kernelName(word.text, half == 1);
    }
    return names;
}

PortCounters rowOf(const QByteArray &name, const QByteArray &numbers, const QList<QByteArray> &columns)
{
    PortCounters port;
    port.device = QString::fromUtf8(name);
    const std::vector<Word> words = wordsOf(numbers);
    for (std::size_t i = 0; i < std::max(words.size(), std::size_t(columns.size())); ++i) {
        const QByteArray text = i < words.size() ? words[i].text : QByteArray();
        const QByteArray column = columns.value(qsizetype(i), "column_" + QByteArray::number(qulonglong(i) + 2));
        if (column == "rx_bytes")
            port.receivedBytes = parseCounter(text);
        if (column == "tx_bytes")
            port.sentBytes = parseCounter(text);
        port.others.push_back(namedValue(column, {}, text));
    }
    return port;
}

} // namespace

Result<CounterReport> parseNetDev(QByteArrayView text)
{
    CounterReport report;
    QList<QByteArray> columns;
    for (QByteArray line : plainLines(text)) {
        // `grep -H` puts the file in front.
        if (const qsizetype file = line.indexOf("net/dev:"); file >= 0)
            line.remove(0, file + 8);
        if (line.trimmed().isEmpty() || line.startsWith("$ ") || line.trimmed().startsWith("Inter-|"))
            continue;
        // An alias has a colon in its name: "eth0:1: 123 ...".
        const qsizetype colon = line.contains(": ") ? line.indexOf(": ") : line.lastIndexOf(':');
        if (line.count('|') >= 2)
            columns = columnsOf(line);
        else if (colon > 0 && !looksLikeComplaint(line))
            report.ports.push_back(rowOf(line.first(colon).trimmed(), line.sliced(colon + 1), columns));
        else
            report.errors += QString::fromUtf8(line.trimmed());
    }
    if (columns.isEmpty() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
