// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/parsers/sacct.h"

#include "backends/parsers/gres.h"
#include "backends/parsers/slurmstate.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/slurmtime.h"
#include "backends/parsers/tres.h"

#include <QHash>
#include <algorithm>

namespace paceline {

namespace {

using Setter = void (*)(SacctRow &, QByteArrayView);

std::optional<quint32> number(QByteArrayView text)
{
    const auto value = parseSlurmCount(text);
    return value && *value > 0 && *value <= 0xFFFFFFFF ? std::optional(quint32(*value)) : std::nullopt;
}

int smallCount(QByteArrayView text)
{
    return int(std::min<qint64>(parseSlurmCount(text).value_or(0), 1'000'000'000));
}

/// "7_[6,9%2]", "7_3.batch", "10+1", "6.extern": ids and step.
void setJobId(SacctRow &row, QByteArrayView text)
{
    const qsizetype dot = text.indexOf('.');
    const QByteArrayView id = dot < 0 ? text : text.first(dot);
    row.step = dot < 0 ? QString() : QString::fromUtf8(text.sliced(dot + 1));
    row.job.displayId = QString::fromUtf8(id);
    const qsizetype mark = std::max(id.indexOf('_'), id.indexOf('+'));
    const auto base = number(mark < 0 ? id : id.first(mark));
    if (row.job.id.number == 0)
        row.job.id.number = base.value_or(0);
    if (mark < 0)
        return;
    QByteArrayView rest = id.sliced(mark + 1);
    if (id[mark] == '+') {
        row.job.hetJobId = base;
        row.job.hetOffset = quint32(smallCount(rest));
        return;
    }
    row.job.arrayJobId = base;
    if (rest.startsWith('[') && rest.endsWith(']'))
        rest = rest.sliced(1, rest.size() - 2);
    row.job.arrayTask = QString::fromUtf8(rest);
}

void setRawId(SacctRow &row, QByteArrayView text)
{
    const qsizetype dot = text.indexOf('.');
    if (const auto raw = number(dot < 0 ? text : text.first(dot)))
        row.job.id.number = *raw;
}

void setState(SacctRow &row, QByteArrayView text)
{
    const JobStateWords words = parseJobState(text);
    row.job.state = words.state;
    row.job.flags = words.flags;
    row.job.stateText = QString::fromUtf8(text);
}

void setGpus(SacctRow &row, QByteArrayView text)
{
    if (const auto gpus = gpusOfTres(parseTres(text))) {
        row.job.gpus = gpus->total;
        row.job.gpuTypes = gpus->types;
    }
}

void setRequestedGpus(SacctRow &row, QByteArrayView text)
{
    if (!row.job.gpus)
        setGpus(row, text);
}

/// Up to 20.11: "gpu:a100:4", of the whole job.
void setGres(SacctRow &row, QByteArrayView text)
{
    const auto gpus = gpusOfGres(parseGres(text));
    if (row.job.gpus || !gpus)
        return;
    row.job.gpus = gpus->total;
    row.job.gpuTypes = gpus->types;
}

void setRawLimit(SacctRow &row, QByteArrayView text)
{
    if (const auto minutes = parseSlurmCount(text))
        row.job.timeLimit = {TimeLimit::Kind::Minutes, *minutes};
}

void setLimit(SacctRow &row, QByteArrayView text)
{
    if (row.job.timeLimit.kind == TimeLimit::Kind::Unknown)
        row.job.timeLimit = parseTimeLimit(text);
}

Setter setterOf(const QString &column)
{
    static const QHash<QString, Setter> kSetters = {
        {QStringLiteral("jobid"), setJobId},
        {QStringLiteral("jobidraw"), setRawId},
        {QStringLiteral("state"), setState},
        {QStringLiteral("alloctres"), setGpus},
        {QStringLiteral("reqtres"), setRequestedGpus},
        {QStringLiteral("timelimitraw"), setRawLimit},
        {QStringLiteral("timelimit"), setLimit},
        {QStringLiteral("jobname"), [](SacctRow &r, QByteArrayView t) { r.job.name = QString::fromUtf8(t); }},
        {QStringLiteral("user"), [](SacctRow &r, QByteArrayView t) { r.job.user = slurmText(t); }},
        {QStringLiteral("account"), [](SacctRow &r, QByteArrayView t) { r.job.account = slurmText(t); }},
        {QStringLiteral("qos"), [](SacctRow &r, QByteArrayView t) { r.job.qos = slurmText(t); }},
        {QStringLiteral("partition"), [](SacctRow &r, QByteArrayView t) { r.job.partition = slurmText(t); }},
        {QStringLiteral("exitcode"),
         [](SacctRow &r, QByteArrayView t) {
             if (!t.isEmpty())
                 r.job.exitCode = QString::fromUtf8(t);
         }},
        {QStringLiteral("derivedexitcode"),
         [](SacctRow &r, QByteArrayView t) {
             if (!t.isEmpty())
                 r.derivedExitCode = QString::fromUtf8(t);
         }},
        {QStringLiteral("submit"), [](SacctRow &r, QByteArrayView t) { r.job.submitS = parseEpochSeconds(t); }},
        {QStringLiteral("start"), [](SacctRow &r, QByteArrayView t) { r.job.startS = parseEpochSeconds(t); }},
        {QStringLiteral("end"), [](SacctRow &r, QByteArrayView t) { r.job.endS = parseEpochSeconds(t); }},
        {QStringLiteral("nnodes"), [](SacctRow &r, QByteArrayView t) { r.job.numNodes = smallCount(t); }},
        {QStringLiteral("ncpus"), [](SacctRow &r, QByteArrayView t) { r.job.numCpus = smallCount(t); }},
        {QStringLiteral("allocnodes"),
         [](SacctRow &r, QByteArrayView t) { r.job.numNodes = r.job.numNodes > 0 ? r.job.numNodes : smallCount(t); }},
        {QStringLiteral("alloccpus"),
         [](SacctRow &r, QByteArrayView t) { r.job.numCpus = r.job.numCpus > 0 ? r.job.numCpus : smallCount(t); }},
        {QStringLiteral("allocgres"), setGres},
        {QStringLiteral("reqgres"), setGres},
        {QStringLiteral("restarts"),
         [](SacctRow &r, QByteArrayView t) {
             if (parseSlurmCount(t))
                 r.job.restarts = smallCount(t);
         }},
        {QStringLiteral("stdout"), [](SacctRow &r, QByteArrayView t) { r.job.stdoutPath = slurmText(t); }},
        {QStringLiteral("nodelist"), [](SacctRow &r, QByteArrayView t) { r.job.nodeList = slurmText(t); }},
        {QStringLiteral("reason"), [](SacctRow &r, QByteArrayView t) { r.job.reason = slurmText(t); }},
        {QStringLiteral("workdir"), [](SacctRow &r, QByteArrayView t) { r.job.workDir = slurmText(t); }},
        {QStringLiteral("comment"), [](SacctRow &r, QByteArrayView t) { r.job.comment = slurmText(t); }},
        {QStringLiteral("submitline"), [](SacctRow &r, QByteArrayView t) { r.job.command = slurmText(t); }},
    };
    return kSetters.value(column.toLower(), nullptr);
}

QByteArrayView takeLine(QByteArrayView &text)
{
    const qsizetype end = text.indexOf('\n');
    const QByteArrayView line = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return line;
}

/// Records of at least count - 1 separators; shorter lines are joined with those that follow until there are enough.
std::vector<QByteArrayView> records(QByteArrayView text, char separator, qsizetype count)
{
    std::vector<QByteArrayView> found;
    const auto separators = [separator](QByteArrayView line) {
        return std::count(line.begin(), line.end(), separator);
    };
    while (!text.isEmpty()) {
        const QByteArrayView line = takeLine(text);
        const bool startsRecord = separators(line) >= count - 1;
        if (startsRecord || found.empty())
            found.push_back(line);
        else // the last field of the record before holds a line end
            found.back() = QByteArrayView(found.back().begin(), line.end());
    }
    return found;
}

std::optional<SacctRow> parseRow(QByteArrayView record, char separator, const QStringList &columns)
{
    SacctRow row;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const bool last = i + 1 == columns.size();
        const qsizetype end = last ? -1 : record.indexOf(separator);
        if (!last && end < 0)
            return std::nullopt;
        QByteArrayView value = last ? record : record.first(end);
        record = last ? QByteArrayView() : record.sliced(end + 1);
        if (last && value.endsWith(separator)) // -p and the delimiter of 20.11 end a line with one more
            value.chop(1);
        row.fields.insert(columns[i], QString::fromUtf8(value));
        if (const Setter set = setterOf(columns[i]))
            set(row, value);
    }
    if (row.job.id.number == 0)
        return std::nullopt;
    if (row.job.displayId.isEmpty())
        row.job.displayId = QString::number(row.job.id.number);
    return row;
}

} // namespace

QStringList sacctColumns()
{
    return QStringLiteral("JobIDRaw JobID State ExitCode DerivedExitCode Submit Start End TimelimitRaw Timelimit "
                          "Partition Account User QOS "
                          "NNodes NCPUS AllocTRES ReqTRES NodeList Reason WorkDir JobName")
        .split(u' ');
}

Result<SacctTable> parseSacct(QByteArrayView text, char separator, QStringList columns)
{
    if (columns.isEmpty()) {
        columns = QString::fromUtf8(takeLine(text)).split(QLatin1Char(separator));
        if (!columns.isEmpty() && columns.last().isEmpty())
            columns.removeLast();
    }
    const bool hasId = std::any_of(columns.begin(), columns.end(), [](const QString &column) {
        return column.compare(QLatin1String("JobID"), Qt::CaseInsensitive) == 0 ||
               column.compare(QLatin1String("JobIDRaw"), Qt::CaseInsensitive) == 0;
    });
    if (!hasId)
        return failure(ErrorKind::Malformed, columns.join(u' ').left(256));
    SacctTable table;
    for (const QByteArrayView record : records(text, separator, columns.size())) {
        if (auto row = parseRow(record, separator, columns))
            table.rows.push_back(std::move(*row));
        else
            ++table.badRows;
    }
    if (table.rows.empty() && table.badRows > 0)
        return failure(ErrorKind::Malformed, QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 256))));
    return table;
}

} // namespace paceline
