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
static const QString kBenchmark = QStringLiteral("benchmark"), kAccelerator = QStringLiteral("accelerator"),
                     kBillion = QStringLiteral("parametersBillion"),
                     kPerAccelerator = QStringLiteral("ratePerAccelerator");

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

QString Settings::baselinesPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/paceline/baselines.json");
}

QString Settings::colorScheme() const
{
    return open(m_path).value(kScheme, QStringLiteral("system")).toString();
}

void Settings::setColorScheme(const QString &scheme)
{
    open(m_path).setValue(kScheme, scheme);
}

static QString benchmarkGroup(const QString &jobName)
{
    return QStringLiteral("benchmarks/job-") + QString::fromLatin1(jobName.toUtf8().toPercentEncoding());
}

BenchmarkChoice Settings::benchmarkChoice(const QString &jobName) const
{
    QSettings settings(m_path, QSettings::IniFormat);
    settings.beginGroup(benchmarkGroup(jobName));
    BenchmarkChoice choice;
    if (settings.contains(kBenchmark))
        choice.benchmark = settings.value(kBenchmark).toString();
    if (settings.contains(kAccelerator))
        choice.accelerator = settings.value(kAccelerator).toString();
    if (const double billion = settings.value(kBillion).toDouble(); billion > 0)
        choice.parametersBillion = billion;
    if (settings.contains(kPerAccelerator))
        choice.scope = settings.value(kPerAccelerator).toBool() ? RateScope::PerAccelerator : RateScope::WholeJob;
    return choice;
}

void Settings::setBenchmarkChoice(const QString &jobName, const BenchmarkChoice &choice)
{
    QSettings settings(m_path, QSettings::IniFormat);
    settings.remove(benchmarkGroup(jobName));
    settings.beginGroup(benchmarkGroup(jobName));
    if (choice.benchmark)
        settings.setValue(kBenchmark, *choice.benchmark);
    if (choice.accelerator)
        settings.setValue(kAccelerator, *choice.accelerator);
    if (choice.parametersBillion)
        settings.setValue(kBillion, *choice.parametersBillion);
    if (choice.scope)
        settings.setValue(kPerAccelerator, *choice.scope == RateScope::PerAccelerator);
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
