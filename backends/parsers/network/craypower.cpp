// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/cells.h"
#include "backends/parsers/network/nodefiles.h"
#include "backends/parsers/network/pathdump.h"

namespace paceline {

namespace {

NodePower &nodeOf(std::vector<NodePower> &nodes, const QString &host)
{
    const auto it =
        std::find_if(nodes.begin(), nodes.end(), [&host](const NodePower &node) { return node.host == host; });
    if (it != nodes.end())
        return *it;
    nodes.emplace_back().host = host;
    return nodes.back();
}

void addReading(NodePower &node, const QByteArray &name, const QByteArray &content)
{
    const std::vector<Word> words = wordsOf(content);
    const bool hasNumber = !words.empty() && parseQuantity(words[0].text);
    node.readings.push_back(namedValue(name, {}, words.empty() ? QByteArray() : words[0].text));
    if (!hasNumber && !isUnavailable(content))
        node.readings.back().text = QString::fromUtf8(content.trimmed());
    if (hasNumber && words.size() > 1)
        node.units.push_back({QString::fromUtf8(name), QString::fromUtf8(words[1].text)});
    if (words.size() > 3 && words[3].text == "us") {
        if (const auto time = parseCounter(words[2].text))
            node.timeUs = std::max(node.timeUs.value_or(0), *time);
    }
}

} // namespace

Result<CounterReport> parseCrayPower(QByteArrayView text)
{
    const PathDump dump = readPathDump(text);
    CounterReport report;
    report.errors = dump.errors;
    for (const DumpedFile &file : dump.files)
        addReading(nodeOf(report.power, QString::fromUtf8(file.host)), file.path.sliced(file.path.lastIndexOf('/') + 1),
                   file.content);
    for (const QByteArray &line : dump.otherLines) {
        // `grep . *` inside of the folder: "power:85 W".
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && !looksLikeComplaint(line))
            addReading(nodeOf(report.power, {}), line.first(colon).trimmed(),
                       QByteArray(line.sliced(colon + 1)).replace('\0', ""));
        else if (!line.trimmed().isEmpty())
            report.errors += QString::fromUtf8(line.trimmed());
    }
    if (!report.hasRows() && report.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    return report;
}

} // namespace paceline
