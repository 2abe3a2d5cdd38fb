// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QStringList>

namespace paceline {

/// One file of a dump.
struct DumpedFile
{
    QByteArray host; ///< "node1" of "node1: /sys/..." where a dump holds several hosts
    QByteArray path, content;
};

struct PathDump
{
    QList<DumpedFile> files;
    QStringList errors; ///< complaints of grep, cat and the like
    QList<QByteArray> otherLines;
};

/// Files of /sys and /proc in one output: "path:content" (`grep -H . ...`), "path content", "path=content", and
/// "==> path <==" with the content below (head, tail). Content ends at a NUL.
PathDump readPathDump(QByteArrayView text);

} // namespace paceline
