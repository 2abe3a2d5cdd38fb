// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/patternfile.h"

#include "backends/parsers/logs/patternjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace paceline {

Result<std::vector<LogPattern>> PatternFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return failure(ErrorKind::NotFound, m_path);
    // A pipe or a device may have no end.
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::PermissionDenied, m_path + QStringLiteral(": ") + file.errorString());
    auto patterns = logs::readPatterns(file.read(logs::kMaxPatternFile + 1));
    if (!patterns)
        return failure(patterns.error().kind, m_path + QStringLiteral(": ") + patterns.error().detail);
    return patterns;
}

Result<void> PatternFile::save(const std::vector<LogPattern> &patterns) const
{
    const auto before = load();
    if (!before && before.error().kind != ErrorKind::NotFound) {
        const QString aside = m_path + QStringLiteral(".unreadable");
        QFile::remove(aside);
        QFile::rename(m_path, aside);
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray json = logs::patternsJson(patterns);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::PermissionDenied, m_path + QStringLiteral(": ") + file.errorString());
    if (file.write(json) != json.size() || !file.commit())
        return failure(ErrorKind::DiskFull, m_path + QStringLiteral(": ") + file.errorString());
    return {};
}

} // namespace paceline
