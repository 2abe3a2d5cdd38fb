// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/sshconfig.h"

#include <QObject>
#include <QProcess>
#include <memory>

namespace paceline {

/// Reads how a host is reached, with every host to pass through: by `ssh -G`, which knows exactly, or by ourselves
/// where OpenSSH is not installed. Lives on the thread of its caller and never blocks it. Emits ready() or failed()
/// once.
class SshRouteReader : public QObject
{
    Q_OBJECT
public:
    explicit SshRouteReader(QObject *parent = nullptr);
    ~SshRouteReader() override;

    /// configFile as after ssh's -F; empty: the user's and the system's. sshProgram empty: read by ourselves.
    void start(const SshTarget &target, const QString &configFile, const QString &sshProgram);
    /// The ssh program of this machine, or empty.
    static QString findSshProgram();

signals:
    void ready(const paceline::SshRoute &route);
    /// Malformed (configuration, jumps without end), NotFound (the file).
    void failed(const paceline::Error &error);

private:
    void readOne();
    void onHostRead(SshHostConfig host);
    void checkMaster();
    QProcess *makeProcess(const QStringList &before, const SshTarget &target);
    void finish();
    void fail(const Error &error);

    SshTarget m_target, m_current;
    QString m_configFile, m_program, m_controlPath;
    QStringList m_jumps; ///< before m_current, said by the host after it
    SshRoute m_route;    ///< so far, the target last
};

} // namespace paceline
