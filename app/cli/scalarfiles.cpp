// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/scalarfiles.h"

#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "app/cli/scalarlines.h"
#include "backends/parsers/events/eventfile.h"
#include "backends/parsers/events/filekind.h"

#include <QCoreApplication>
#include <QFile>

namespace paceline::cli {

using events::EventFileReader;
using events::FileKind;
using events::ScalarBatch;
using events::ScalarRun;
using events::WandbFileReader;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kBlock = 1 << 20;
constexpr std::size_t kMaxProblems = 1000;

FileKind kindOf(QIODevice &device, const QString &path)
{
    return events::fileKindOf(device.peek(events::kHeadBytes), path);
}

template <class Reader>
void take(const Reader &reader, const ScalarBatch &batch, int number, ScalarRun &run, ScalarFile &file)
{
    run.add(number, batch, [&](int tag) { return reader.tagName(tag); });
    file.records = reader.records();
    file.problemCount += qint64(batch.problems.size());
    for (const events::Problem &problem : batch.problems) {
        if (file.problems.size() < kMaxProblems)
            file.problems.push_back(problem);
    }
}

void readEvents(QIODevice &device, int number, ScalarRun &run, ScalarFile &file)
{
    EventFileReader reader;
    for (QByteArray block = device.read(kBlock); !block.isEmpty(); block = device.read(kBlock))
        take(reader, reader.read(block), number, run, file);
}

void readWandb(QIODevice &device, int number, ScalarRun &run, ScalarFile &file)
{
    WandbFileReader reader;
    for (QByteArray block = device.read(kBlock); !block.isEmpty(); block = device.read(kBlock))
        take(reader, reader.read(block), number, run, file);
    take(reader, reader.finish(), number, run, file);
    file.exit = reader.exit();
    file.summary = reader.summary();
}

/// Prints what is told of the file itself.
int tellFile(const ScalarFile &file, FileKind kind, bool explain)
{
    const QByteArray line = scalarFileLine(file);
    if (!line.isEmpty())
        printLine(line);
    if (file.problemCount > 0)
        printError(
            Texts::tr("%1: %n record(s) are damaged and left out.", nullptr, int(file.problemCount)).arg(file.path));
    if (explain)
        printError(
            QStringLiteral("%1: %2 (%3)")
                .arg(file.path, kind == FileKind::WandbFile ? QStringLiteral("wandb") : QStringLiteral("tfevents"))
                .arg(file.records));
    return file.problemCount > 0 ? Partial : file.records > 0 ? Ok : Failed;
}

int readInto(QIODevice &device, const QString &path, int number, ScalarRun &run, bool explain)
{
    ScalarFile file;
    file.path = path;
    const FileKind kind = kindOf(device, path);
    if (kind == FileKind::WandbFile)
        readWandb(device, number, run, file);
    else
        readEvents(device, number, run, file);
    return tellFile(file, kind, explain);
}

void print(const ScalarRun &run, const QString &name, const ScalarOptions &options)
{
    for (const events::ScalarCurve &curve : run.curves())
        printLine(curveLine(curve, name, options.points ? CurvePoints::Printed : CurvePoints::Left));
}

} // namespace

bool isScalarFile(QIODevice &device, const QString &path)
{
    return kindOf(device, path) != FileKind::Other;
}

int readScalarFile(QIODevice &device, const QString &path, const ScalarOptions &options)
{
    ScalarRun run;
    const int status = readInto(device, path, 0, run, options.explain);
    print(run, {}, options);
    return status;
}

int readScalarFolder(const QStringList &paths, const QString &run, const ScalarOptions &options)
{
    ScalarRun joined;
    int good = 0, partial = 0, number = 0;
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
            continue;
        }
        ScalarRun own;
        const bool isWandb = kindOf(file, path) == FileKind::WandbFile;
        const int status = readInto(file, path, number++, isWandb ? own : joined, options.explain);
        good += status == Ok;
        partial += status == Partial;
        if (isWandb)
            print(own, run, options);
    }
    print(joined, run, options);
    return partial > 0 ? Partial : good > 0 ? Ok : Failed;
}

} // namespace paceline::cli
