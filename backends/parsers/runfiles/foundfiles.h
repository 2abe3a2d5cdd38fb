// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/runfile.h"

#include <QByteArrayView>
#include <QSet>
#include <QStringList>
#include <optional>
#include <vector>

namespace paceline {

/// A file as a look at the folders saw it.
struct FoundFile
{
    QString path;
    qint64 size = 0;
    qint64 mtimeS = 0;                                ///< UTC seconds by the host's clock
    RunFile::Reason reason = RunFile::Reason::Beside; ///< Added and Named: itself, or a folder around it

    friend bool operator==(const FoundFile &, const FoundFile &) = default;
};

struct FoundFiles
{
    std::vector<FoundFile> files; ///< each path once
    bool isWhole = false;         ///< everything that was to be looked at was
};

/// Rows "a|n|b size mtime path" (added, named, beside) and at last "end 0|1" (1: whole), as runFileSearchCommand has
/// them printed. Rows that are none are left out. Errors: Malformed without the last row.
Result<FoundFiles> parseFoundFiles(QByteArrayView out);

/// What the name of a file tells of its contents; empty where it is none that holds metrics by its name.
std::optional<RunFile::Kind> runFileKindOf(QStringView path);

/// The node in "events.out.tfevents.<seconds>.<node>.<pid>.<n>", up to its first dot; empty where there is none.
QString nodeOfEventFile(QStringView path);

/// The job that files were looked for.
struct RunFileOwner
{
    quint32 job = 0;
    QSet<QString> nodes = {};   ///< up to the first dot
    QSet<QString> leftOut = {}; ///< paths: the log itself
    bool sharesFolder = false;  ///< another job runs in the same working folder
};
/// The file with the reason why it is taken for the job's own; empty where it is another one's. Its state is Ambiguous
/// where another job works in the same folder and nothing but the place speaks for this one.
std::optional<RunFile> runFileOf(const FoundFile &found, const RunFileOwner &owner);

} // namespace paceline
