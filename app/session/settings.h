// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/benchmark.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace paceline {

/// What the program remembers between starts, in $XDG_CONFIG_HOME/paceline/paceline.ini. No secret is ever written.
/// Main thread.
class Settings
{
public:
    /// path: another file than the default, for tests.
    explicit Settings(QString path = {});

    static constexpr int kMaxRecentHosts = 12;
    /// Newest first.
    QStringList recentHosts() const;
    void addRecentHost(const QString &host);

    bool watchOwnJobs() const;
    void setWatchOwnJobs(bool on);

    /// What the counters of a cluster's watched jobs may take of the memory.
    qint64 counterBytes() const;

    /// Where runs are kept: in $XDG_DATA_HOME/paceline.
    static QString historyPath();

    /// Where the user's patterns of log lines are kept, beside these settings.
    static QString patternsPath();
    /// Where the user's baselines are kept, beside these settings.
    static QString baselinesPath();

    QString colorScheme() const; ///< "system", "light", "dark"
    void setColorScheme(const QString &scheme);

    /// What was chosen to compare jobs of this name with; empty where nothing was.
    BenchmarkChoice benchmarkChoice(const QString &jobName) const;
    void setBenchmarkChoice(const QString &jobName, const BenchmarkChoice &choice);

    /// State of windows, tables and splitters, by name.
    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);

private:
    QString m_path;
};

} // namespace paceline
