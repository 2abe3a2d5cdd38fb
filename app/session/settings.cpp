// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/settings.h"

#include "backends/store/store.h"

#include <QSettings>
#include <QStandardPaths>
#include <algorithm>

namespace paceline {

static const QString kRecent = QStringLiteral("hosts/recent");
static const QString kWatchOwn = QStringLiteral("jobs/watchOwn");
static const QString kCounterMiB = QStringLiteral("memory/countersMiB");
static const QString kScheme = QStringLiteral("look/scheme");

Settings::Settings(QString path)
    : m_path(std::move(path))
{
    if (m_path.isEmpty())
        m_path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                 QStringLiteral("/paceline/paceline.ini");
}

static QSettings open(const QString &path)
{
    return QSettings(path, QSettings::IniFormat);
}

QStringList Settings::recentHosts() const
{
    return open(m_path).value(kRecent).toStringList();
}

void Settings::addRecentHost(const QString &host)
{
    QStringList hosts = recentHosts();
    hosts.removeAll(host);
    hosts.prepend(host);
    open(m_path).setValue(kRecent, hosts.mid(0, kMaxRecentHosts));
}

bool Settings::watchOwnJobs() const
{
    return open(m_path).value(kWatchOwn, true).toBool();
}

qint64 Settings::counterBytes() const
{
    bool isNumber = false;
    const qint64 mib = open(m_path).value(kCounterMiB).toLongLong(&isNumber);
    return isNumber && mib > 0 ? std::min<qint64>(mib, 1 << 20) << 20 : Store::kCounterBudget;
}

void Settings::setWatchOwnJobs(bool on)
{
    open(m_path).setValue(kWatchOwn, on);
}

QString Settings::historyPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/paceline/history.sqlite");
}

QString Settings::patternsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/paceline/patterns.json");
}

QString Settings::colorScheme() const
{
    return open(m_path).value(kScheme, QStringLiteral("system")).toString();
}

void Settings::setColorScheme(const QString &scheme)
{
    open(m_path).setValue(kScheme, scheme);
}

QByteArray Settings::state(const QString &name) const
{
    return open(m_path).value(QStringLiteral("state/") + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    open(m_path).setValue(QStringLiteral("state/") + name, state);
}

} // namespace paceline
