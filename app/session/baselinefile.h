// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/catalogue/ownbaselines.h"

#include <QString>

namespace paceline {

/// A file of baselines of one's own: the user's, or one that is imported. A plain value; every call opens the file
/// anew.
class BaselineFile
{
public:
    explicit BaselineFile(QString path)
        : m_path(std::move(path))
    {
    }

    const QString &path() const { return m_path; }
    /// Errors: NotFound, PermissionDenied, and those of parseOwnBaselines.
    Result<OwnBaselines> load() const;
    /// Replaces the file as a whole, as a JSON list with one record a line, and makes its folder. A file that load()
    /// refuses, or of which it leaves out rows, is kept beside it, as NAME.unreadable. Errors: PermissionDenied,
    /// DiskFull.
    Result<void> save(const std::vector<Baseline> &records) const;

private:
    QString m_path;
};

} // namespace paceline
