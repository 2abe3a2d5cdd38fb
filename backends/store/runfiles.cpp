// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/runfiles.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr qsizetype kMaxParts = 4; ///< of a path that make a label

/// The last count parts of a path.
QString ending(const QString &path, qsizetype count)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return parts.mid(std::max<qsizetype>(0, parts.size() - count)).join(u'/');
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// What names a file's curves: of event files the folder, which their writer chose; else its name.
QString namedBy(const RunFile &file)
{
    return file.kind == RunFile::Kind::EventFile ? folderOf(file.path) : file.path;
}

} // namespace

void RunFiles::apply(const RunFileChunk &chunk)
{
    const QString &path = chunk.file.path;
    if (chunk.isGone) {
        m_files.erase(path);
        label();
        return;
    }
    const bool isNew = m_files.find(path) == m_files.end();
    Entry &entry = m_files[path];
    entry.file = chunk.file;
    entry.last.reset();
    if (chunk.startsAnew) {
        entry.run = RunBuilder();
        entry.place.reset();
    }
    entry.run.setSource(path, chunk.file.format);
    entry.run.append(chunk.records);
    if (chunk.place)
        entry.place = chunk.place;
    if (isNew)
        label();
}

void RunFiles::restore(const RunFileState &saved)
{
    Entry &entry = m_files[saved.file.path];
    entry.file = saved.file;
    entry.place = saved.place;
    entry.last.reset();
    if (saved.run)
        entry.run.goOn(*saved.run);
    label();
}

/// As few parts of the path as tell it from every other one.
void RunFiles::label()
{
    std::map<QString, QString> labels;
    for (const auto &[path, entry] : m_files) {
        const QString own = namedBy(entry.file);
        qsizetype parts = 1;
        const auto isTaken = [&] {
            return std::any_of(m_files.begin(), m_files.end(), [&](const auto &other) {
                const QString theirs = namedBy(other.second.file);
                return theirs != own && ending(theirs, parts) == ending(own, parts);
            });
        };
        while (parts < kMaxParts && isTaken())
            ++parts;
        labels[path] = ending(own, parts);
    }
    for (auto &[path, entry] : m_files) {
        if (m_labels.find(path) == m_labels.end() || m_labels[path] != labels[path])
            entry.last.reset();
    }
    m_labels = std::move(labels);
}

std::vector<std::shared_ptr<const RunFileState>> RunFiles::snapshot()
{
    std::vector<std::shared_ptr<const RunFileState>> states;
    for (auto &[path, entry] : m_files) {
        if (!entry.last) {
            std::shared_ptr<const Run> run = entry.run.snapshot();
            entry.last = std::make_shared<const RunFileState>(
                RunFileState{entry.file, m_labels[path], run->size() > 0 ? std::move(run) : nullptr, entry.place});
        }
        states.push_back(entry.last);
    }
    return states;
}

std::shared_ptr<const Run> RunFiles::join(const std::shared_ptr<const Run> &log,
                                          const std::vector<std::shared_ptr<const RunFileState>> &files)
{
    std::vector<RunPart> parts;
    if (log)
        parts.push_back({log, QStringLiteral("log"), {}, RunPart::kLog, false});
    for (const auto &state : files) {
        const RunFile &file = state->file;
        if (!state->run)
            continue;
        const bool isChained = file.kind == RunFile::Kind::EventFile;
        parts.push_back({state->run, state->label, isChained ? folderOf(file.path) : QString(), int(file.kind),
                         file.printsTimes()});
    }
    return Run::join(std::move(parts));
}

} // namespace paceline
