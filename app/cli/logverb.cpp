// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"
#include "app/cli/jsonlines.h"
#include "app/cli/localverbs.h"
#include "app/cli/logfolder.h"
#include "app/cli/output.h"
#include "app/cli/scalarfiles.h"
#include "app/session/patternfile.h"
#include "app/session/settings.h"
#include "backends/parsers/events/filekind.h"
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/patternset.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kBlock = 1 << 20;

void explain(const QString &path, const logs::LogStream &stream)
{
    QStringList formats;
    for (const auto &[name, count] : stream.formats())
        formats.append(QStringLiteral("%1 (%2)").arg(name).arg(count));
    printError(QStringLiteral("%1: %2").arg(path, formats.isEmpty() ? Texts::tr("no known format")
                                                                    : formats.join(QStringLiteral(", "))));
    for (const auto &puzzle : stream.firstPuzzles())
        printError(Texts::tr("%1: line %2 looks like metrics and was not understood: %3")
                       .arg(path)
                       .arg(puzzle.line)
                       .arg(QString::fromUtf8(puzzle.text)));
}

using Patterns = std::shared_ptr<const logs::PatternSet>;

/// Those of the file that was given, then the user's own. Without the first nothing is read; without the second all
/// else is.
Result<Patterns> patternsFor(const LogOptions &options)
{
    std::vector<LogPattern> all;
    if (!options.patterns.isEmpty()) {
        auto given = PatternFile(options.patterns).load();
        if (!given)
            return tl::unexpected(given.error());
        all = std::move(*given);
    }
    if (options.ownPatterns && options.format.isEmpty()) {
        const auto own = PatternFile(Settings::patternsPath()).load();
        if (own)
            all.insert(all.end(), own->begin(), own->end());
        else if (own.error().kind != ErrorKind::NotFound)
            printError(own.error(), {});
    }
    return std::make_shared<const logs::PatternSet>(all);
}

int readFile(const QString &path, const LogOptions &options, const Patterns &patterns)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
        return Failed;
    }
    if (isScalarFile(file, path))
        return readScalarFile(file, path, {options.points, options.explain});
    logs::LogStream stream(logs::LogStream::Start{.format = options.format, .patterns = patterns});
    const auto print = [](const std::vector<logs::Reading> &readings) {
        for (const logs::Reading &reading : readings) {
            if (reading.record.kind != RecordKind::Param)
                printLine(recordLine(reading.record));
        }
    };
    while (true) {
        const QByteArray block = file.read(kBlock);
        if (block.isEmpty())
            break;
        print(stream.read(block));
    }
    // A last line without its end may have been cut in the middle of a number: it gives no record, and a record over
    // several lines that it may belong to is not whole.
    if (!stream.isInLine())
        print(stream.finish());
    if (options.explain)
        explain(path, stream);
    return stream.formats().empty() ? Failed : Ok;
}

int readFolder(const QString &path, const LogOptions &options, const Patterns &patterns)
{
    const LogFolder folder = findLogs(path);
    int good = 0, partial = 0;
    const auto count = [&](int status) {
        good += status == Ok;
        partial += status == Partial;
    };
    for (const auto &[run, files] : folder.runs)
        count(readScalarFolder(files, run, {options.points, options.explain}));
    for (const QString &file : folder.texts)
        count(readFile(file, options, patterns));
    if (!folder.isWhole)
        printError(Texts::tr("%1: holds more than is looked through.").arg(path));
    // What else lies in a folder is no failure.
    return partial > 0 || (good > 0 && !folder.isWhole) ? Partial : good > 0 ? Ok : Failed;
}

/// The paths, those of event files of one folder together: they are one run.
QList<QStringList> grouped(const QStringList &paths)
{
    QList<QStringList> groups;
    QHash<QString, qsizetype> groupOfFolder;
    for (const QString &path : paths) {
        const bool isEventFile =
            events::fileKindOf({}, path) == events::FileKind::EventFile && QFileInfo(path).isFile();
        const QString folder = isEventFile ? QFileInfo(path).absolutePath() : QString();
        if (isEventFile && groupOfFolder.contains(folder)) {
            groups[groupOfFolder.value(folder)].append(path);
            continue;
        }
        if (isEventFile)
            groupOfFolder.insert(folder, groups.size());
        groups.append({path});
    }
    return groups;
}

} // namespace

int readLogs(const LogOptions &options)
{
    const auto patterns = patternsFor(options);
    if (!patterns) {
        printError(patterns.error(), {});
        return Failed;
    }
    int good = 0, partial = 0, bad = 0;
    for (const QStringList &group : grouped(options.paths)) {
        const QString &path = group.first();
        const int status = group.size() > 1          ? readScalarFolder(group, {}, {options.points, options.explain})
                           : QFileInfo(path).isDir() ? readFolder(path, options, *patterns)
                                                     : readFile(path, options, *patterns);
        ++(status == Ok ? good : status == Partial ? partial : bad);
    }
    if (bad == 0)
        return partial > 0 ? Partial : Ok;
    printError(Texts::tr("%n path(s) held no record of a known format.", nullptr, bad));
    return good + partial > 0 ? Partial : Failed;
}

} // namespace paceline::cli
