// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logfolder.h"

#include "backends/parsers/events/filekind.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace paceline::cli {
namespace {

constexpr int kMaxDepth = 8;
constexpr int kMaxNames = 100'000;

/// Names that programs and schedulers give to logs.
bool isLogName(const QString &name)
{
    static const QRegularExpression known(
        QStringLiteral(
            R"(^(metrics\.(csv|json|jsonl)|results\.csv|lcurve\.out|scalars\.json|log|stdout|stderr|output)$)"
            R"(|^(slurm|log|stdout|stderr)[-_.])"
            R"(|\.(log|log\.json|jsonl|out|err|txt)(\.\d+)?$|\.[oe]\d+$)"),
        QRegularExpression::CaseInsensitiveOption);
    return known.match(name).hasMatch();
}

class Walk
{
public:
    explicit Walk(const QString &root)
        : m_root(root)
    {
    }
    LogFolder take() &&
    {
        visit(m_root.path(), 0);
        return std::move(m_found);
    }

private:
    void visit(const QString &path, int depth)
    {
        QStringList files, folders;
        QDirIterator it(path, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Readable | QDir::NoSymLinks);
        for (; it.hasNext() && m_names < kMaxNames; ++m_names) {
            const QString entry = it.next();
            (it.fileInfo().isDir() ? folders : files).append(entry);
        }
        m_found.isWhole = m_found.isWhole && !it.hasNext();
        files.sort();
        folders.sort();
        QStringList scalars;
        for (const QString &file : std::as_const(files)) {
            if (events::fileKindOf({}, file) != events::FileKind::Other)
                scalars.append(file);
            else if (isLogName(file.mid(file.lastIndexOf(u'/') + 1)))
                m_found.texts.append(file);
        }
        if (!scalars.isEmpty())
            m_found.runs.emplace_back(m_root.relativeFilePath(path), scalars);
        if (depth < kMaxDepth) {
            for (const QString &folder : std::as_const(folders))
                visit(folder, depth + 1);
        } else {
            m_found.isWhole = m_found.isWhole && folders.isEmpty();
        }
    }

    QDir m_root;
    LogFolder m_found;
    int m_names = 0;
};

} // namespace

LogFolder findLogs(const QString &folder)
{
    return Walk(folder).take();
}

} // namespace paceline::cli
