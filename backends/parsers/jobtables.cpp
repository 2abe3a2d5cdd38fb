// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/jobtables.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/slurmtable.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"

#include <QRegularExpression>

namespace paceline {

namespace {

/// "7", "7.batch", "7_0.0", "10+1.0": the number, and the step behind the last dot.
void setId(JobTableRow &row, const QByteArray &text)
{
    static const QRegularExpression kId(QStringLiteral("^(\\d+)(?:[_+][^.]*)?(?:\\.(\\S+))?$"));
    const auto match = kId.match(QString::fromUtf8(text));
    row.idText = QString::fromUtf8(text);
    row.id.number = match.captured(1).toUInt();
    row.step = match.captured(2);
}

bool isDuration(const QByteArray &text)
{
    static const QRegularExpression kDuration(QStringLiteral("^(\\d+-)?\\d+:\\d{2}(:\\d{2})?(\\.\\d+)?$"));
    return kDuration.match(QString::fromLatin1(text)).hasMatch();
}

NamedValue valueOf(const QByteArray &column, const QByteArray &text)
{
    const bool isMissing = isSlurmNothing(text) || (isDuration(text) && !parseSlurmDuration(text));
    return namedValue(column, {}, isMissing ? QByteArray() : text);
}

Result<JobRows> withRows(const SlurmTable &table,
                         JobTableRow (*rowOf)(const QList<QByteArray> &, const QList<QByteArray> &))
{
    if (table.columns.isEmpty() && table.errors.isEmpty())
        return failure(ErrorKind::Malformed);
    JobRows result;
    result.errors = table.errors;
    for (const QList<QByteArray> &cells : table.rows) {
        if (table.columns.isEmpty())
            result.errors += QString::fromUtf8(cells.join(' '));
        else
            result.rows.push_back(rowOf(table.columns, cells));
    }
    return result;
}

JobTableRow stepOf(const QList<QByteArray> &columns, const QList<QByteArray> &cells)
{
    JobTableRow row;
    for (qsizetype i = 0; i < std::max(columns.size(), cells.size()); ++i) {
        const QByteArray column = columns.value(i, "column_" + QByteArray::number(i + 1));
        if (column.compare("JobID", Qt::CaseInsensitive) == 0)
            setId(row, cells.value(i));
        else
            row.others.push_back(valueOf(column, cells.value(i)));
    }
    return row;
}

JobTableRow factorsOf(const QList<QByteArray> &columns, const QList<QByteArray> &cells)
{
    JobTableRow row;
    // A lone column PARTITION with a number in it is the share; with two of them the first is the name.
    const bool hasName = columns.count("PARTITION") > 1;
    bool sawPartition = false;
    for (qsizetype i = 0; i < std::max(columns.size(), cells.size()); ++i) {
        const QByteArray column = columns.value(i, "column_" + QByteArray::number(i + 1)), text = cells.value(i);
        if (column == "JOBID") {
            setId(row, text);
        } else if (column == "USER") {
            row.user = slurmText(text);
        } else if (column == "ACCOUNT") {
            row.account = slurmText(text);
        } else if (column == "QOSNAME") {
            row.qos = slurmText(text);
        } else if (column == "PRIORITY") {
            const auto number = parseQuantity(text);
            row.priority = number ? std::optional(number->value) : std::nullopt;
        } else if (column == "PARTITION" && !sawPartition && (hasName || !parseQuantity(text))) {
            row.partition = slurmText(text);
            sawPartition = true;
        } else {
            row.others.push_back(valueOf(column, text));
        }
    }
    return row;
}

} // namespace

Result<JobRows> parseSstat(QByteArrayView text)
{
    return withRows(readSlurmTable(text, {{"JobID", "JOBID"}}), stepOf);
}

Result<JobRows> parseSprio(QByteArrayView text)
{
    return withRows(readSlurmTable(text, {{"JOBID"}}), factorsOf);
}

} // namespace paceline
