// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/sinfo.h"

#include "backends/parsers/cells.h"
#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtable.h"
#include "backends/parsers/slurmtext.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace paceline {

namespace {

const QList<QByteArray> kHeaderWords = {"NODELIST", "PARTITION", "HOSTNAMES",    "AVAIL",
                                        "STATE",    "REASON",    "CPUS(A/I/O/T)"};

/// Header words by the letters of -o.
QByteArray columnOf(char letter)
{
    static const QHash<char, QByteArray> kColumns = {{'N', "NODELIST"},       {'n', "HOSTNAMES"},
                                                     {'P', "PARTITION"},      {'R', "PARTITION"},
                                                     {'T', "STATE"},          {'t', "STATE"},
                                                     {'c', "CPUS"},           {'C', "CPUS(A/I/O/T)"},
                                                     {'O', "CPU_LOAD"},       {'e', "FREE_MEM"},
                                                     {'m', "MEMORY"},         {'G', "GRES"},
                                                     {'f', "AVAIL_FEATURES"}, {'b', "ACTIVE_FEATURES"},
                                                     {'E', "REASON"},         {'H', "TIMESTAMP"},
                                                     {'U', "USER"},           {'u', "USER"},
                                                     {'w', "WEIGHT"},         {'z', "S:C:T"},
                                                     {'D', "NODES"},          {'F', "NODES(A/I/O/T)"},
                                                     {'l', "TIMELIMIT"},      {'a', "AVAIL"},
                                                     {'d', "TMP_DISK"},       {'i', "RESERVATION"}};
    return kColumns.value(letter, QByteArray("%") + letter);
}

/// Header words by the names of -O.
QByteArray columnOf(const QByteArray &name)
{
    static const QHash<QByteArray, QByteArray> kColumns = {{"nodelist", "NODELIST"},
                                                           {"nodehost", "HOSTNAMES"},
                                                           {"partitionname", "PARTITION"},
                                                           {"partition", "PARTITION"},
                                                           {"statelong", "STATE"},
                                                           {"statecompact", "STATE"},
                                                           {"statecomplete", "STATE_COMPLETE"},
                                                           {"cpusstate", "CPUS(A/I/O/T)"},
                                                           {"allocmem", "ALLOCMEM"},
                                                           {"freemem", "FREE_MEM"},
                                                           {"cpusload", "CPU_LOAD"},
                                                           {"gresused", "GRES_USED"}};
    return kColumns.value(name.toLower(), name.toUpper());
}

QList<QByteArray> columnsOfFormat(const QByteArray &format)
{
    static const QRegularExpression kLetter(QStringLiteral("%\\.?\\d*([A-Za-z])"));
    QList<QByteArray> columns;
    if (format.contains('%')) {
        for (auto it = kLetter.globalMatch(QString::fromUtf8(format)); it.hasNext();)
            columns += columnOf(it.next().captured(1).at(0).toLatin1());
        return columns;
    }
    for (const QByteArray &field : format.split(',')) {
        if (!field.trimmed().isEmpty())
            columns += columnOf(field.trimmed().split(':').value(0));
    }
    return columns;
}

bool isState(const QByteArray &cell)
{
    static const QRegularExpression kWord(QStringLiteral("^[A-Za-z_+]+[-*~#!%$@^]?$"));
    return kWord.match(QString::fromLatin1(cell)).hasMatch() && parseNodeState(cell).state != NodeState::Unknown;
}

/// What a cell without a header can be by its looks.
QByteArray guessedColumn(const QByteArray &cell)
{
    static const QRegularExpression kCpus(QStringLiteral("^\\d+[KM]?(/\\d+[KM]?){3}$"));
    if (kCpus.match(QString::fromLatin1(cell)).hasMatch())
        return "CPUS(A/I/O/T)";
    if (isState(cell))
        return "STATE";
    return cell.startsWith("gpu:") ? QByteArray("GRES") : QByteArray();
}

QList<QByteArray> guessedColumns(const QList<QByteArray> &row)
{
    QList<QByteArray> columns;
    for (qsizetype i = 0; i < row.size(); ++i) {
        QByteArray name = guessedColumn(row[i]);
        if (name.isEmpty() && i < 2)
            name = i == 0 ? "NODELIST" : "PARTITION";
        if (name == "GRES" && columns.contains("GRES"))
            name = "GRES_USED";
        columns += name.isEmpty() || columns.contains(name) ? "column_" + QByteArray::number(i + 1) : name;
    }
    return columns;
}

void setState(SinfoRow &row, const QByteArray &text)
{
    // sinfo's short word for drained; in scontrol's "IDLE+DRAIN" it is a flag.
    static const QRegularExpression kDrain(QStringLiteral("^drain(?=[-*~#!%$@^]?$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    const NodeStateWords words =
        parseNodeState(QString::fromLatin1(text).replace(kDrain, QStringLiteral("drained")).toLatin1());
    if (!row.state || row.state == NodeState::Unknown) {
        row.state = words.state;
        row.stateText = QString::fromUtf8(text);
    }
    for (const QString &flag : words.flags) {
        if (!row.flags.contains(flag))
            row.flags += flag;
    }
}

std::optional<int> smallCount(const QByteArray &text)
{
    const auto count = parseSlurmCount(text.endsWith('+') ? text.chopped(1) : text);
    return count && *count >= 0 && *count <= std::numeric_limits<int>::max() ? std::optional(int(*count))
                                                                             : std::nullopt;
}

std::optional<int> gpusIn(const QByteArray &text)
{
    const auto gpus = gpusOfGres(parseGres(text));
    return gpus ? std::optional(gpus->total) : std::nullopt;
}

/// True when the column is one that rows have a member for.
bool setMember(SinfoRow &row, const QByteArray &column, const QByteArray &text)
{
    if (column == "NODELIST" || column == "HOSTNAMES") {
        if (row.nodeList.isEmpty())
            row.nodeList = slurmText(text);
    } else if (column == "PARTITION") {
        row.isDefault = text.endsWith('*');
        row.partition = QString::fromUtf8(text.endsWith('*') ? text.chopped(1) : text);
    } else if (column == "STATE" || column == "STATE_COMPLETE" || column == "STATECOMPLETE") {
        if (!isSlurmNothing(text))
            setState(row, text);
    } else if (column == "NODES") {
        row.nodes = smallCount(text);
    } else if (column == "CPUS") {
        row.cpus = smallCount(text);
    } else if (column == "CPUS(A/I/O/T)") {
        row.cpusAlloc = smallCount(text.split('/').value(0));
        if (!row.cpus)
            row.cpus = smallCount(text.split('/').value(3));
    } else if (column == "MEMORY") {
        row.memoryMiB = parseSlurmMemoryMiB(text.endsWith('+') ? text.chopped(1) : text);
    } else if (column == "ALLOCMEM") {
        row.allocMemoryMiB = parseSlurmMemoryMiB(text);
    } else if (column == "GRES") {
        row.gres = slurmText(text);
        row.gpus = gpusIn(text);
        if (text == "(null)")
            row.gpus = 0; // told, and none
    } else if (column == "GRES_USED") {
        row.gpusAlloc = gpusIn(text);
        return false;
    } else if (column == "REASON") {
        row.reason = slurmText(text) == QLatin1String("none") ? QString() : slurmText(text);
    } else {
        return false;
    }
    return true;
}

/// "%i", what versions before 23.02 print for a letter that they do not know.
bool isUnknownLetter(const QByteArray &cell)
{
    return cell.size() == 2 && cell[0] == '%' && isalpha(static_cast<unsigned char>(cell[1]));
}

SinfoRow rowOf(const QList<QByteArray> &columns, const QList<QByteArray> &cells)
{
    SinfoRow row;
    for (qsizetype i = 0; i < std::max(columns.size(), cells.size()); ++i) {
        const QByteArray column = columns.value(i, "column_" + QByteArray::number(i + 1));
        const QByteArray cell = cells.value(i);
        if (!setMember(row, column, cell))
            row.others.push_back(
                namedValue(column, {}, isSlurmNothing(cell) || isUnknownLetter(cell) ? QByteArray() : cell));
    }
    return row;
}

/// Lines cut at the widths of -O's fields (20 where none is told), as lines with separators. Empty where a line is not
/// as long as they are together.
QByteArray separatedByWidth(QByteArrayView text, const QByteArray &format, bool isTold)
{
    std::vector<qsizetype> widths;
    qsizetype sum = 0;
    for (const QByteArray &field : format.split(',')) {
        widths.push_back(std::clamp(field.contains(':') ? field.split(':').value(1).toInt() : 20, 1, 4096));
        sum += widths.back();
    }
    QByteArray separated;
    for (const QByteArray &line : plainLines(text)) {
        if (isSlurmDecoration(line) || isSlurmComplaint(line)) {
            separated += line + '\n';
            continue;
        }
        if (!isTold && std::abs(line.size() - sum) > widths.back())
            return {};
        qsizetype at = 0;
        for (const qsizetype width : widths) {
            separated += (at < line.size() ? line.mid(at, width).trimmed() : QByteArray()) + '\x1f';
            at += width;
        }
        separated += '\n';
    }
    return separated;
}

Result<SinfoTable> parseColumns(QByteArrayView text, const QList<QByteArray> &columns)
{
    static const QList<QByteArray> kFixture = columnsOfFormat("%N|%P|%T|%t|%c|%C|%O|%e|%m|%G|%f|%E|%H|%U|%w|%z|%i");
    const SlurmTable table = readSlurmTable(text, {kHeaderWords, "REASON", columns});
    SinfoTable result;
    result.errors = table.errors;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const QList<QByteArray> &cells = table.rows[i];
        if (!table.columns.isEmpty())
            result.rows.push_back(rowOf(table.columns, cells));
        else if (cells.size() == kFixture.size() || cells.size() == kFixture.size() - 1)
            result.rows.push_back(rowOf(kFixture, cells));
        else
            result.rows.push_back(rowOf(guessedColumns(cells), cells));
        if (const QByteArray &cluster = table.clusters[qsizetype(i)]; !cluster.isEmpty())
            result.rows.back().others.push_back({QStringLiteral("CLUSTER"), QString::fromUtf8(cluster)});
    }
    if (result.rows.empty() && result.errors.isEmpty() && table.columns.isEmpty())
        return failure(ErrorKind::Malformed);
    return result;
}

} // namespace

Result<SinfoTable> parseSinfo(QByteArrayView text, const QByteArray &format)
{
    // The fields that Paceline's own captures have, up to 22.05 and from 23.02 on.
    static const QByteArray kWidths[] = {
        "NodeList:20,PartitionName:12,StateLong:20,CPUsState:18,AllocMem:10,FreeMem:10,Memory:10,Gres:40,GresUsed:50,"
        "CPUsLoad:8,Reason:50,Timestamp:22,User:12",
        "NodeList:20,PartitionName:12,StateLong:20,StateComplete:40,CPUsState:18,AllocMem:10,FreeMem:10,Memory:10,"
        "Gres:40,GresUsed:50,CPUsLoad:8,Reason:50,Timestamp:22,User:12"};
    const bool isSeparated = text.contains('|') || text.contains('\x1f');
    if (!format.isEmpty() && (isSeparated || format.contains('%') || !format.contains(':')))
        return parseColumns(text, columnsOfFormat(format));
    if (!format.isEmpty())
        return parseColumns(separatedByWidth(text, format, true), columnsOfFormat(format));
    for (const QByteArray &fields : kWidths) {
        const QByteArray separated = isSeparated ? QByteArray() : separatedByWidth(text, fields, false);
        if (separated.contains('\x1f'))
            return parseColumns(separated, columnsOfFormat(fields));
    }
    return parseColumns(text, {});
}

} // namespace paceline
