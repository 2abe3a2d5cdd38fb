// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"

#include <map>

namespace paceline {

/// Grows the runs of the files beside one job's log and hands out immutable states of them. Lives on the ingest thread.
class RunFiles
{
public:
    void apply(const RunFileChunk &chunk);
    /// The file was saved: what is read of it from the place on comes behind.
    void restore(const RunFileState &saved);
    bool isEmpty() const { return m_files.empty(); }

    std::vector<std::shared_ptr<const RunFileState>> snapshot();
    /// The log's run, which may be null, and those of files as one; null where nothing has a run.
    static std::shared_ptr<const Run> join(const std::shared_ptr<const Run> &log,
                                           const std::vector<std::shared_ptr<const RunFileState>> &files);

private:
    struct Entry
    {
        RunFile file;
        RunBuilder run;
        std::optional<LogPlace> place;
        std::shared_ptr<const RunFileState> last; ///< null once something changed
    };
    void label();

    std::map<QString, Entry> m_files; ///< by path
    std::map<QString, QString> m_labels;
};

} // namespace paceline
