// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace paceline {

/// The running test cluster as a C++ test sees it: a thin front of the command `cluster` (tests/support/cluster). Calls
/// block: test thread only.
class TestCluster
{
public:
    struct Run
    {
        int exitStatus;
        QByteArray out, err;
    };

    /// From PACELINE_CLUSTER and PACELINE_CLUSTER_RUN; isUp() is false without them, and then the test must fail, not
    /// skip.
    TestCluster();
    bool isUp() const;
    QString runFolder() const { return m_run; }
    QString sshConfig() const { return m_run + QStringLiteral("/client/ssh_config"); }

    /// `cluster VERB ARGUMENTS`, with extra environment.
    Run call(const QStringList &arguments, const QStringList &environment = {}, int timeoutMs = 60000) const;
    /// A command as root on a host of the cluster.
    Run on(const QString &host, const QString &shellCommand, int timeoutMs = 30000) const;
    /// A command as a user on the login node, in the home folder.
    Run as(const QString &user, const QString &shellCommand, int timeoutMs = 30000) const;
    /// Starts the PyTorch job as alice; 0 when sbatch refused.
    JobId submitTraining(const QStringList &environment, const QStringList &sbatchOptions = {}) const;
    QString stateOf(JobId job) const;
    QByteArray readHomeFile(const QString &user, const QString &name) const;

    /// An ssh configuration in folder with one host "through-proxy" that reaches the login node through 127.0.0.1:port.
    /// Returns its path.
    QString writeProxyConfig(const QTemporaryDir &folder, quint16 port) const;

private:
    QString m_command, m_run;
};

} // namespace paceline
