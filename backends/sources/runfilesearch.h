// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace paceline {

/// Where to look for files of a run.
struct RunFileSearch
{
    qint64 sinceS = 0;            ///< only files written since then, UTC seconds by the host's clock; 0: any
    QStringList added = {};       ///< files and folders that the user named, whatever their age
    QStringList named = {};       ///< files and folders that the job named
    QStringList files = {};       ///< single files that the job named: its other output
    QStringList workFolders = {}; ///< looked at themselves, and known folders within
    QStringList jobNames = {};    ///< names that a folder of this job alone may have: its number, its name
};

/// One bounded look for /bin/sh; what it prints, parseFoundFiles reads. It runs at the lowest priority, reads at most
/// kMaxSearchEntries names kMaxSearchDepth folders deep for kSearchSeconds at most, and leaves out what is known to
/// hold many files and no metrics. Wants GNU find's -printf; without it nothing is found.
QByteArray runFileSearchCommand(const RunFileSearch &search);

constexpr int kMaxSearchEntries = 20'000, kMaxFoundFiles = 300, kMaxSearchDepth = 6, kSearchSeconds = 8;

} // namespace paceline
