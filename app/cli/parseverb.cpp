// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"
#include "app/cli/fileparser.h"
#include "app/cli/jsonlines.h"
#include "app/cli/localverbs.h"
#include "app/cli/output.h"
#include "app/cli/parsegpu.h"
#include "app/cli/parsenetwork.h"
#include "app/cli/parseslurm.h"
#include "app/cli/parsetables.h"
#include "backends/parsers/capture.h"
#include "backends/parsers/hostlist.h"

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

int parseHostLists(const CapturedFile &file)
{
    int bad = 0;
    for (const QByteArray &line : file.text.split('\n')) {
        if (line.trimmed().isEmpty() || line.startsWith("$ "))
            continue;
        const QString list = QString::fromUtf8(line.trimmed());
        const auto hosts = expandHostList(list);
        printRow(file, hosts ? hostListLine(list, *hosts) : errorLine(list));
        bad += hosts ? 0 : 1;
    }
    return parsedAllBut(bad);
}

/// Kinds of which lines "name: value" are the tool's own.
LineShape shapeOf(const QString &kind)
{
    static const QStringList kNamed = {
        QStringLiteral("infiniband"), QStringLiteral("efa"),        QStringLiteral("cxi"),
        QStringLiteral("net-dev"),    QStringLiteral("lustre"),     QStringLiteral("cray-pm"),
        QStringLiteral("pressure"),   QStringLiteral("mountstats"), QStringLiteral("hostlist")};
    return kNamed.contains(kind) ? LineShape::NameAndColon : LineShape::Any;
}

/// Failed when nothing could be read, Partial when something could not.
int together(int before, int status)
{
    return before == status || before < 0 ? status : Partial;
}

QMap<QString, FileParser> parsers()
{
    QMap<QString, FileParser> parsers = {{QStringLiteral("hostlist"), parseHostLists}};
    parsers.insert(slurmParsers());
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
    const QString name = path == QLatin1String("-") ? QString() : QFileInfo(path).fileName();
    int status = -1;
    for (const Capture &capture : readCapture(text, shapeOf(kind)))
        status = together(status, parse({capture.text, capture.node, capture.task, name, squeueFormat}));
    return status;
}

} // namespace paceline::cli
