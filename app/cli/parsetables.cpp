// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsetables.h"

#include "app/cli/jsonlines.h"
#include "app/cli/jsonobject.h"
#include "app/cli/words.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/jobtables.h"
#include "backends/parsers/sinfo.h"
#include "backends/parsers/slurmjson.h"

namespace paceline::cli {

namespace {

std::optional<qint64> wide(const std::optional<int> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

/// "UNKNOWN" of "unk*"; a word that nobody knows in capitals.
QString stateWord(const SinfoRow &row)
{
    if (row.state && *row.state != NodeState::Unknown)
        return nodeStateWord(*row.state);
    QString word = row.stateText.toUpper();
    while (!word.isEmpty() && !word.back().isLetterOrNumber())
        word.chop(1);
    return word == QLatin1String("UNK") ? QStringLiteral("UNKNOWN") : word;
}

QByteArray sinfoLine(const SinfoRow &row)
{
    const auto expanded = expandHostList(row.nodeList);
    const QStringList nodes = expanded ? *expanded : QStringList{row.nodeList};
    const bool isOne = nodes.size() == 1;
    JsonObject object;
    object.add("name", isOne ? nodes.front() : QString())
        .add("state", stateWord(row))
        .addRaw(QStringLiteral("flags"), jsonTexts(row.flags))
        .add("cpus", wide(row.cpus))
        .add("cpus_alloc", wide(row.cpusAlloc))
        .add("mem_mb", row.memoryMiB)
        .add("alloc_mem_mb", row.allocMemoryMiB)
        .add("gres", row.gres)
        .add("gpus", wide(row.gpus))
        .add("gpus_alloc", wide(row.gpusAlloc))
        .addRaw(QStringLiteral("partitions"),
                jsonTexts(row.partition.isEmpty() ? QStringList() : QStringList{row.partition}))
        .add("reason", row.reason)
        .add("partition", row.partition)
        .addRaw(QStringLiteral("nodes"), jsonTexts(nodes))
        .add("num_nodes",
             row.nodes ? wide(row.nodes) : (nodes.isEmpty() ? std::nullopt : std::optional(qint64(nodes.size()))))
        .addRaw(QStringLiteral("default_partition"), !row.isDefault   ? "null"
                                                     : *row.isDefault ? "true"
                                                                      : "false")
        .addAll(row.others);
    return object.line();
}

std::optional<qint64> number(JobId id)
{
    return id.number > 0 ? std::optional<qint64>(id.number) : std::nullopt;
}

QByteArray stepLine(const JobTableRow &row)
{
    JsonObject object;
    object.add("id", number(row.id)).add("step", row.step).add("job_id", row.idText).addAll(row.others);
    return object.line();
}

QByteArray priorityLine(const JobTableRow &row)
{
    JsonObject object;
    object.add("id", number(row.id))
        .add("job_id", row.idText)
        .add("user", row.user)
        .add("partition", row.partition)
        .add("account", row.account)
        .add("qos", row.qos)
        .add("priority", row.priority)
        .addAll(row.others);
    return object.line();
}

template <class Table, class Line>
int printRows(const CapturedFile &file, const Result<Table> &table, Line line)
{
    if (!table)
        return parseFailed(table.error());
    for (const auto &row : table->rows)
        printRow(file, line(row));
    return printComplaints(file, table->errors, !table->rows.empty());
}

int parseSinfoFile(const CapturedFile &file)
{
    if (isSlurmJson(file.text))
        return parseJsonFile(file);
    return printRows(file, parseSinfo(file.text, file.format.toUtf8()), sinfoLine);
}

int parseSprioFile(const CapturedFile &file)
{
    return printRows(file, parseSprio(file.text), priorityLine);
}

int parseSstatFile(const CapturedFile &file)
{
    return printRows(file, parseSstat(file.text), stepLine);
}

} // namespace

int parseJsonFile(const CapturedFile &file)
{
    const auto answer = parseSlurmJson(file.text);
    if (!answer)
        return parseFailed(answer.error());
    for (const SqueueRow &row : answer->jobs)
        printRow(file, parsedJobLine(row.job, {}, {row.step, row.others, {}}));
    for (const SlurmJsonNode &node : answer->nodes)
        printRow(file, parsedNodeLine(node.node, node.gres, node.others));
    for (const SinfoRow &row : answer->rows)
        printRow(file, sinfoLine(row));
    return printComplaints(file, answer->errors, answer->hasRows());
}

const QMap<QString, FileParser> &tableParsers()
{
    static const QMap<QString, FileParser> kParsers = {
        {QStringLiteral("sinfo"), parseSinfoFile},
        {QStringLiteral("sprio"), parseSprioFile},
        {QStringLiteral("sstat"), parseSstatFile},
    };
    return kParsers;
}

} // namespace paceline::cli
