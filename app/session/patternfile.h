// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/logpattern.h"

#include <QString>
#include <vector>

namespace paceline {

/// A file of patterns: the user's own, or one that somebody shared. A plain value; every call opens the file anew.
class PatternFile
{
public:
    explicit PatternFile(QString path)
        : m_path(std::move(path))
    {
    }

    const QString &path() const { return m_path; }
    /// Errors: NotFound, PermissionDenied, and those of logs::readPatterns.
    Result<std::vector<LogPattern>> load() const;
    /// Replaces the file as a whole and makes its folder. A file that load() refuses is kept beside it, as
    /// NAME.unreadable. Errors: PermissionDenied, DiskFull.
    Result<void> save(const std::vector<LogPattern> &patterns) const;

private:
    QString m_path;
};

} // namespace paceline
