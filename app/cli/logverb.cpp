// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"
#include "app/cli/jsonlines.h"
#include "app/cli/localverbs.h"
#include "app/cli/output.h"
#include "backends/parsers/logs/logstream.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>

namespace paceline::cli {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(paceline::cli)
};

constexpr qint64 kBlock = 1 << 20;
constexpr int kMaxFilesInFolder = 10'000;

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

int readFile(const QString &path, const LogOptions &options)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        printError(QStringLiteral("%1: %2").arg(path, file.errorString()));
        return Failed;
    }
    logs::LogStream stream({options.format, 0, 1});
    const auto print = [](const std::vector<logs::Reading> &readings) {
        for (const logs::Reading &reading : readings)
            printLine(recordLine(reading.record));
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

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Readable | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (it.hasNext() && files.size() < kMaxFilesInFolder)
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

int readLogs(const LogOptions &options)
{
    int good = 0, bad = 0;
    const auto count = [&](int status) { ++(status == Ok ? good : bad); };
    for (const QString &path : options.paths) {
        const bool isFolder = QFileInfo(path).isDir();
        if (!isFolder) {
            count(readFile(path, options));
            continue;
        }
        // What else lies in a folder is no failure.
        int readable = 0;
        for (const QString &file : filesIn(path))
            readable += readFile(file, options) == Ok ? 1 : 0;
        count(readable > 0 ? Ok : Failed);
    }
    if (bad == 0)
        return Ok;
    printError(Texts::tr("%n path(s) held no record of a known format.", nullptr, bad));
    return good > 0 ? Partial : Failed;
}

} // namespace paceline::cli
