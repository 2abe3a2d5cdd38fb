// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsetables.h"

#include "app/cli/jsonlines.h"
#include "app/cli/jsonobject.h"
#include "app/cli/output.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/jobtables.h"
#include "backends/parsers/sinfo.h"

namespace paceline::cli {

namespace {

std::optional<qint64> wide(const std::optional<int> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

QByteArray sinfoLine(const SinfoRow &row)
{
    const auto expanded = expandHostList(row.nodeList);
    const QStringList nodes = expanded ? *expanded : QStringList{row.nodeList};
    const bool isOne = nodes.size() == 1;
    const bool isKnown = row.state && *row.state != NodeState::Unknown;
    JsonObject object;
    object.add("name", isOne ? nodes.front() : QString())
        .add("state", isKnown ? nodeStateWord(*row.state) : row.stateText.toUpper())
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
int printRows(const Result<Table> &table, Line line)
{
    if (!table)
        return parseFailed(table.error());
    for (const auto &row : table->rows)
        printLine(line(row));
    return printComplaints(table->errors, !table->rows.empty());
}

int parseSinfoFile(const CapturedFile &file)
{
    return printRows(parseSinfo(file.text, file.format.toUtf8()), sinfoLine);
}

int parseSprioFile(const CapturedFile &file)
{
    return printRows(parseSprio(file.text), priorityLine);
}

int parseSstatFile(const CapturedFile &file)
{
    return printRows(parseSstat(file.text), stepLine);
}

} // namespace

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
