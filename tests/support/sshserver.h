// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace paceline {

struct SshServerOptions
{
    int maxSessions = 10;
    QByteArray banner = {};    ///< shown before the login; any bytes
    QString forceCommand = {}; ///< the user's command is in $SSH_ORIGINAL_COMMAND
    bool publicKey = true;
    bool password = false;            ///< needs hasOwnUser()
    bool keyboardInteractive = false; ///< needs hasOwnUser(); asks what pamAuth says
    QStringList pamAuth = {QStringLiteral("auth required pam_unix.so nodelay")};
    QString shell = QStringLiteral("/bin/bash"); ///< of the user; needs hasOwnUser()
    QStringList extraConfig = {};                ///< lines of sshd_config
    QStringList hostKeyTypes = {QStringLiteral("ed25519")};
};

/// A real sshd on 127.0.0.1, on a free port, with host keys, a user key and client files of its own in a temporary
/// folder. As root it runs in namespaces of its own with a user "alice" that exists only there, so that password, login
/// shell and start files are the test's; else it serves the current user by key alone. Everything it started ends with
/// it.
class SshServer
{
public:
    explicit SshServer(SshServerOptions options = {});
    ~SshServer();

    /// Empty, or why the server does not run: then skip or fail with it.
    QString start();
    void stop();
    /// Ends every session with TCP connections and all; the server goes on.
    void endSessions();
    /// Sends a signal to every process under the listening sshd: SIGSTOP makes the host hang.
    void signalSessions(int number);
    /// Replaces the host keys; takes effect at the next start().
    void renewHostKeys();

    /// Whether the user's password, shell and home are the test's own (it runs as root).
    static bool hasOwnUser();
    int port() const { return m_port; }
    QString userName() const;
    static QString password() { return QStringLiteral("correct horse"); }
    QString home() const;                                           ///< of the user; only meaningful with hasOwnUser()
    void writeHome(const QString &name, const QByteArray &content); ///< a start file such as .bashrc
    void authorize(const QString &publicKeyFile);
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    QString userKeyFile() const { return filePath(QStringLiteral("user_key")); }
    QString hostKeyFile(const QString &type = QStringLiteral("ed25519")) const
    {
        return filePath(QLatin1String("host_") + type);
    }
    QString knownHostsFile() const { return filePath(QStringLiteral("known_hosts")); }
    /// An ssh_config with the host "testhost" that logs in by key and asks nothing.
    QString clientConfigFile() const { return filePath(QStringLiteral("ssh_config")); }
    QByteArray log() const;
    /// Process numbers of everything that runs below the listening sshd, as seen by the test.
    QList<qint64> sessionProcesses() const;

private:
    void writeFiles();
    void writeNamespaceFiles();
    QByteArray serverConfig() const;
    QByteArray startScript() const;

    SshServerOptions m_options;
    QTemporaryDir m_folder;
    QProcess m_server;
    int m_port = 0;
};

} // namespace paceline
