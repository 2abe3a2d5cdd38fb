// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fileparser.h"

#include "app/cli/exitstatus.h"
#include "app/cli/jsonlines.h"
#include "app/cli/output.h"

#include <QCoreApplication>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

} // namespace

void printRow(const CapturedFile &file, const QByteArray &line)
{
    QByteArray labelled = line;
    if (!file.task.isEmpty())
        labelled.insert(1, "\"task\":\"" + file.task.toUtf8() + "\",");
    // A label is letters, digits, dots and dashes; it needs no escapes.
    if (!file.node.isEmpty() && !line.startsWith("{\"node\":"))
        labelled.insert(1, "\"node\":\"" + file.node.toUtf8() + "\",");
    printLine(labelled);
}

int parseFailed(const Error &error)
{
    printError(error);
    return Failed;
}

int parsedAllBut(int badRows)
{
    if (badRows == 0)
        return Ok;
    printError(Texts::tr("%n row(s) could not be read.", nullptr, badRows));
    return Partial;
}

int printComplaints(const CapturedFile &file, const QStringList &complaints, bool hasRows)
{
    int errors = 0;
    for (const QString &complaint : complaints) {
        printRow(file, errorLine(complaint));
        errors += complaint.startsWith(QLatin1String("warning"), Qt::CaseInsensitive) ? 0 : 1;
    }
    if (errors == 0)
        return Ok;
    printError(Texts::tr("%n line(s) hold an error of the tool.", nullptr, errors));
    return hasRows ? Partial : Failed;
}

} // namespace paceline::cli
