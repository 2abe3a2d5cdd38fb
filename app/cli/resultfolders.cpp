// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resultfolders.h"

#include <QDir>

namespace paceline::cli {

namespace {

constexpr int kMaxDepth = 16;

void find(const QDir &folder, const QStringList &names, int depth, std::vector<ResultFolder> &found)
{
    ResultFolder here{folder.path(), {}};
    for (const QString &name : folder.entryList(names, QDir::Files | QDir::Readable, QDir::Name))
        here.logs.append(folder.filePath(name));
    if (!here.logs.isEmpty()) {
        found.push_back(std::move(here));
        return;
    }
    if (depth == 0)
        return;
    const QDir::Filters filters = QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks;
    for (const QString &name : folder.entryList(filters, QDir::Name))
        find(QDir(folder.filePath(name)), names, depth - 1, found);
}

} // namespace

std::vector<ResultFolder> findResultFolders(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    std::vector<ResultFolder> found;
    find(QDir(clean), {QStringLiteral("result_*.txt")}, kMaxDepth, found);
    if (found.empty())
        find(QDir(clean), {QStringLiteral("*.txt"), QStringLiteral("*.log"), QStringLiteral("*.out")}, kMaxDepth,
             found);
    return found;
}

} // namespace paceline::cli
