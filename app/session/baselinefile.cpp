// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/baselinefile.h"

#include "backends/catalogue/baselinetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace paceline {

namespace {

constexpr qint64 kMostBytes = 32 << 20; // what parseOwnBaselines takes

} // namespace

Result<OwnBaselines> BaselineFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return failure(ErrorKind::NotFound, m_path);
    // A pipe or a device may have no end.
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::PermissionDenied, m_path + QStringLiteral(": ") + file.errorString());
    auto read = parseOwnBaselines(file.read(kMostBytes + 1));
    if (!read)
        return failure(read.error().kind, m_path + QStringLiteral(": ") + read.error().detail);
    return read;
}

Result<void> BaselineFile::save(const std::vector<Baseline> &records) const
{
    const auto before = load();
    if (before ? before->badRows > 0 : before.error().kind != ErrorKind::NotFound) {
        const QString aside = m_path + QStringLiteral(".unreadable");
        QFile::remove(aside);
        QFile::rename(m_path, aside);
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::PermissionDenied, m_path + QStringLiteral(": ") + file.errorString());
    QByteArrayList lines;
    for (const Baseline &record : records)
        lines.append(baselineJson(record));
    const QByteArray json = "[\n" + lines.join(",\n") + "\n]\n";
    if (file.write(json) != json.size() || !file.commit())
        return failure(ErrorKind::DiskFull, m_path + QStringLiteral(": ") + file.errorString());
    return {};
}

} // namespace paceline
