// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parseslurm.h"

#include "app/cli/exitstatus.h"
#include "app/cli/jsonlines.h"
#include "app/cli/jsonobject.h"
#include "app/cli/output.h"
#include "app/cli/parsetables.h"
#include "backends/parsers/cells.h"
#include "backends/parsers/outputpath.h"
#include "backends/parsers/sacctcapture.h"
#include "backends/parsers/scontroljob.h"
#include "backends/parsers/scontrolnode.h"
#include "backends/parsers/scontroltext.h"
#include "backends/parsers/slurmjson.h"
#include "backends/parsers/slurmtable.h"
#include "backends/parsers/slurmtext.h"
#include "backends/parsers/squeue.h"
#include "backends/parsers/squeuetable.h"

#include <QCoreApplication>
#include <QSet>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

/// The printed time where it is local time, which no number of seconds can stand for.
QString localTime(const QString &printed)
{
    const QString text = slurmText(printed.trimmed().toUtf8());
    return text == QLatin1String("0") || text == QLatin1String("INVALID") ? QString() : text;
}

/// The field of that name, however it is written.
QString fieldOf(const QMap<QString, QString> &fields, const char *name)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key().compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return *it;
    }
    return {};
}

TimeTexts timesOf(const QMap<QString, QString> &fields, const char *submit, const char *start, const char *end)
{
    const auto time = [&fields](const char *key) { return localTime(fieldOf(fields, key)); };
    return {time(submit), time(start), time(end)};
}

/// Takes out of text the lines by which the tool complains between its records.
QStringList takeComplaints(QByteArray &text, QByteArrayView key)
{
    QStringList complaints;
    QList<QByteArray> kept;
    for (const QByteArray &line : text.split('\n')) {
        const bool isOfRecord = line.startsWith(key) || line.startsWith(' ') || line.contains('=');
        if (!line.trimmed().isEmpty() && !isOfRecord && isSlurmComplaint(line))
            complaints += QString::fromUtf8(line.trimmed());
        else
            kept += line;
    }
    text = kept.join('\n');
    return complaints;
}

/// Fields that no key tells, under their own names.
std::vector<NamedValue> otherFields(const QMap<QString, QString> &fields, const QSet<QString> &told)
{
    std::vector<NamedValue> others;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!told.contains(it.key().toLower()))
            others.push_back(namedValue(it.key().toUtf8(), {}, slurmText(it->trimmed().toUtf8()).toUtf8()));
    }
    return others;
}

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

/// Records with 0x1f between their fields and 0x1e at their end, as Paceline asks for them.
int parseOwnQueue(const CapturedFile &file)
{
    const SqueueFormat format;
    int bad = 0;
    for (QByteArray record : file.text.split(format.recordEnd)) {
        // The nonce and the line end of the record before.
        if (const qsizetype end = record.indexOf('\n');
            end >= 0 && end <= 32 && !record.left(end).contains(format.separator))
            record = record.mid(end + 1);
        if (record.trimmed().isEmpty())
            continue;
        const auto job = parseSqueueRecord(record, format);
        if (!job) {
            ++bad;
            printRow(file, errorLine(QString::fromUtf8(record)));
            continue;
        }
        const QList<QByteArray> cells = record.split(format.separator);
        const auto time = [&](char letter) {
            return localTime(QString::fromUtf8(cells.value(format.letters.indexOf(letter))));
        };
        printRow(file, parsedJobLine(*job, {time('V'), time('S'), time('e')}, {}));
    }
    return parsedAllBut(bad);
}

int parseSqueue(const CapturedFile &file)
{
    if (isSlurmJson(file.text))
        return parseJsonFile(file);
    if (file.text.contains('\x1e') || (file.text.contains('\x1f') && file.format.isEmpty()))
        return parseOwnQueue(file);
    const auto table = parseSqueueTable(file.text, file.format.toUtf8());
    if (!table) {
        printError(Texts::tr("The fields of this output are not known. Give squeue's format with --format."));
        return Failed;
    }
    for (const SqueueRow &row : table->rows)
        printRow(file, parsedJobLine(row.job, {row.submit, row.start, row.end}, {row.step, row.others, {}}));
    return printComplaints(file, table->errors, !table->rows.empty());
}

int parseScontrolJob(const CapturedFile &file)
{
    if (isSlurmJson(file.text))
        return parseJsonFile(file);
    static const QSet<QString> kTold = wordSet(
        "jobid jobname jobstate reason account qos partition arrayjobid arraytaskid hetjobid hetjoboffset packjobid "
        "packjoboffset nodelist numnodes numcpus timelimit submittime starttime endtime exitcode restarts workdir");
    QByteArray text = file.text;
    const QStringList complaints = takeComplaints(text, "JobId=");
    auto details = parseScontrolJobs(text);
    if (!details && complaints.isEmpty())
        return details.error().kind == ErrorKind::NotFound ? Ok : parseFailed(details.error());
    for (JobDetail &detail : details.value_or(std::vector<JobDetail>())) {
        detail.job.stdoutPath = expandOutputPath(detail.job.stdoutPath, detail);
        printRow(file, parsedJobLine(detail.job, timesOf(detail.fields, "SubmitTime", "StartTime", "EndTime"),
                                     {{}, otherFields(detail.fields, kTold), {}}));
    }
    return printComplaints(file, complaints, details.has_value());
}

int parseScontrolNode(const CapturedFile &file)
{
    if (isSlurmJson(file.text))
        return parseJsonFile(file);
    QByteArray text = file.text;
    const QStringList complaints = takeComplaints(text, "NodeName=");
    const auto list = parseScontrolNodes(text);
    if (!list && complaints.isEmpty())
        return parseFailed(list.error());
    QMap<QString, std::vector<NamedValue>> fields;
    for (const QByteArrayView record : scontrolRecords(text, "NodeName=", false)) {
        std::vector<NamedValue> values;
        for (const auto &[key, value] : splitNodeRecord(record))
            values.push_back(namedValue(key.toByteArray(), {}, slurmText(value).toUtf8()));
        if (!values.empty())
            fields.insert(values.front().text.value_or(QString()), values);
    }
    if (list) {
        for (const auto &node : list->nodes)
            printRow(file, parsedNodeLine(*node, fields.value(node->name.value)));
    }
    const int status = printComplaints(file, complaints, list.has_value());
    return status == Ok ? parsedAllBut(list->badRows) : status;
}

/// One job with the steps that follow it. Steps whose job is not there stand for themselves.
struct SacctJob
{
    const SacctRow *job = nullptr;
    std::vector<const SacctRow *> steps;
};

std::vector<SacctJob> sacctJobs(const SacctTable &table)
{
    std::vector<SacctJob> jobs;
    for (const SacctRow &row : table.rows) {
        const bool follows = !row.step.isEmpty() && !jobs.empty() && jobs.back().job->step.isEmpty() &&
                             jobs.back().job->job.displayId == row.job.displayId;
        if (follows)
            jobs.back().steps.push_back(&row);
        else
            jobs.push_back({&row, {}});
    }
    return jobs;
}

int parseSacctFile(const CapturedFile &file)
{
    if (isSlurmJson(file.text))
        return parseJsonFile(file);
    static const QSet<QString> kTold =
        wordSet("jobid jobname user state reason account qos partition nodelist nnodes ncpus submit "
                "start end exitcode restarts stdout workdir");
    const auto capture = parseSacctCapture(file.text, file.format.toUtf8());
    if (!capture)
        return parseFailed(capture.error());
    for (const SacctJob &entry : sacctJobs(capture->table)) {
        ParsedExtras extras{entry.job->step, otherFields(entry.job->fields, kTold), {}};
        for (const SacctRow *step : entry.steps) {
            JsonObject object;
            object.add("step", step->step);
            extras.steps += object.addAll(otherFields(step->fields, {})).line();
        }
        printRow(file, parsedJobLine(entry.job->job, timesOf(entry.job->fields, "Submit", "Start", "End"), extras));
    }
    const int status = printComplaints(file, capture->errors, !capture->table.rows.empty());
    return status == Ok ? parsedAllBut(capture->table.badRows) : status;
}

} // namespace

const QMap<QString, FileParser> &slurmParsers()
{
    static const QMap<QString, FileParser> kParsers = {
        {QStringLiteral("squeue"), parseSqueue},
        {QStringLiteral("scontrol-job"), parseScontrolJob},
        {QStringLiteral("scontrol-node"), parseScontrolNode},
        {QStringLiteral("sacct"), parseSacctFile},
    };
    return kParsers;
}

} // namespace paceline::cli
