// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"
#include "app/cli/fileparser.h"
#include "app/cli/jsonlines.h"
#include "app/cli/localverbs.h"
#include "app/cli/output.h"
#include "app/cli/parsegpu.h"
#include "app/cli/parsenetwork.h"
#include "app/cli/parsesqueue.h"
#include "app/cli/parsetables.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/outputpath.h"
#include "backends/parsers/sacct.h"
#include "backends/parsers/scontroljob.h"
#include "backends/parsers/scontrolnode.h"
#include "backends/parsers/scontroltext.h"
#include "backends/parsers/slurmtext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMap>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kMaxFile = 1LL << 30;

/// The printed time where it is local time, which no number of seconds can stand for.
QString localTime(const QString &printed)
{
    return slurmText(printed.toUtf8()).contains(u'T') ? printed : QString();
}

TimeTexts timesOf(const QMap<QString, QString> &fields, const char *submit, const char *start, const char *end)
{
    const auto time = [&fields](const char *key) { return localTime(fields.value(QLatin1String(key))); };
    return {time(submit), time(start), time(end)};
}

int parseSqueue(const CapturedFile &file)
{
    const auto queue = readCapturedQueue(file.text, file.format);
    if (!queue) {
        printError(Texts::tr("The fields of this output are not known. Give squeue's format with --format."));
        return Failed;
    }
    int bad = 0;
    for (const QByteArray &record : queue->records) {
        const auto job = parseSqueueRecord(record, queue->format);
        if (!job) {
            ++bad;
            printLine(errorLine(QString::fromUtf8(record)));
            continue;
        }
        const auto time = [&](char letter) {
            return localTime(QString::fromUtf8(squeueField(record, queue->format, letter)));
        };
        printLine(parsedJobLine(*job, {time('V'), time('S'), time('e')}));
    }
    return parsedAllBut(bad);
}

int parseScontrolJob(const CapturedFile &file)
{
    auto details = parseScontrolJobs(file.text);
    if (!details)
        return parseFailed(details.error());
    for (JobDetail &detail : *details) {
        detail.job.stdoutPath = expandOutputPath(detail.job.stdoutPath, detail);
        printLine(parsedJobLine(detail.job, timesOf(detail.fields, "SubmitTime", "StartTime", "EndTime")));
    }
    return Ok;
}

int parseScontrolNode(const CapturedFile &file)
{
    const auto list = parseScontrolNodes(file.text);
    if (!list)
        return parseFailed(list.error());
    QMap<QString, QString> gres;
    for (const QByteArrayView record : scontrolRecords(file.text, "NodeName=", false)) {
        QString name;
        for (const auto &[key, value] : splitScontrolRecord(record, {})) {
            if (key == QByteArrayView("NodeName"))
                name = QString::fromUtf8(value);
            else if (key == QByteArrayView("Gres"))
                gres.insert(name, slurmText(value));
        }
    }
    for (const auto &node : list->nodes)
        printLine(parsedNodeLine(*node, gres.value(node->name.value)));
    return parsedAllBut(list->badRows);
}

int parseSacctFile(const CapturedFile &file)
{
    const char separator = file.text.contains('\x1f') ? '\x1f' : '|';
    const auto table = parseSacct(file.text, separator);
    if (!table)
        return parseFailed(table.error());
    for (const SacctRow &row : table->rows) {
        if (row.step.isEmpty())
            printLine(parsedJobLine(row.job, timesOf(row.fields, "Submit", "Start", "End")));
    }
    return parsedAllBut(table->badRows);
}

int parseHostLists(const CapturedFile &file)
{
    int bad = 0;
    for (const QByteArray &line : file.text.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QString list = QString::fromUtf8(line.trimmed());
        const auto hosts = expandHostList(list);
        printLine(hosts ? hostListLine(list, *hosts) : errorLine(list));
        bad += hosts ? 0 : 1;
    }
    return parsedAllBut(bad);
}

QMap<QString, FileParser> parsers()
{
    QMap<QString, FileParser> parsers = {
        {QStringLiteral("squeue"), parseSqueue},
        {QStringLiteral("scontrol-job"), parseScontrolJob},
        {QStringLiteral("scontrol-node"), parseScontrolNode},
        {QStringLiteral("sacct"), parseSacctFile},
        {QStringLiteral("hostlist"), parseHostLists},
    };
    parsers.insert(gpuParsers());
    parsers.insert(networkParsers());
    parsers.insert(tableParsers());
    return parsers;
}

} // namespace

QStringList parseKinds()
{
    return parsers().keys();
}

int parseFile(const QString &kind, const QString &path, const QString &squeueFormat)
{
    const FileParser parse = parsers().value(kind);
    if (!parse) {
        printError(
            Texts::tr("No such kind of output: %1. Known are %2.").arg(kind, parseKinds().join(QStringLiteral(", "))));
        return Usage;
    }
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
        return Failed;
    }
    const QByteArray text = file.read(kMaxFile);
    if (text.trimmed().isEmpty()) {
        printError(Texts::tr("%1 is empty.").arg(path));
        return Failed;
    }
    return parse({text, path == QLatin1String("-") ? QString() : QFileInfo(path).fileName(), squeueFormat});
}

} // namespace paceline::cli
