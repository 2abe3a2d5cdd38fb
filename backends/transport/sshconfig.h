// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace paceline {

/// A host as the user names it: "alias", "user@host", "user@host:port", "[v6]:port", "ssh://user@host:port".
struct SshTarget
{
    QString host, user; ///< user empty: as configured
    quint16 port = 0;   ///< 0: as configured

    /// Error: Malformed (empty, starts with '-', holds blanks, control characters or what a shell would act on).
    static Result<SshTarget> parse(const QString &text);
    QString toString() const;

    friend bool operator==(const SshTarget &, const SshTarget &) = default;
};

/// One directive: the keyword in lower case and its argument as written.
struct SshOption
{
    QByteArray key, value;
};

/// Everything that reaching one host takes, after the configuration was read. A plain value.
struct SshHostConfig
{
    enum class HostKeyCheck { Ask, Strict, AcceptNew, Off };

    QString alias; ///< as the user named it
    QString hostName, user;
    quint16 port = 22;
    QString addressFamily;     ///< "any", "inet", "inet6"
    QStringList identityFiles; ///< absolute, in order of trial; the usual ones where none is configured
    QStringList certificateFiles;
    bool identitiesOnly = false;
    QString identityAgent; ///< socket path; empty: no agent
    bool publicKey = true, password = true, interactive = true;
    QString hostKeyAlias;
    QStringList userKnownHostsFiles, globalKnownHostsFiles;
    HostKeyCheck hostKeyCheck = HostKeyCheck::Ask;
    bool hashKnownHosts = false;
    QStringList proxyJump; ///< first hop first
    QString proxyCommand;
    QString controlPath; ///< of connection sharing; empty: none
    bool controlMasterOpen = false;
    int connectTimeoutMs = 15000;
    QStringList needsOpenSsh; ///< raw reasons why only the ssh program can serve this host; empty: we can

    /// The name under which the host's key is recorded.
    QString hostKeyName() const;
    /// Keyword's first value wins, as in ssh_config(5); lists add up. target's own user and port win over all.
    static SshHostConfig fromOptions(const SshTarget &target, const QList<SshOption> &options);
};

/// The hosts to pass through, the target last.
using SshRoute = std::vector<SshHostConfig>;

/// The output of `ssh -G`.
QList<SshOption> parseSshDashG(const QByteArray &text);

/// Arguments of a directive: blanks separate, quotes keep together, # ends them.
QList<QByteArray> sshConfigWords(const QByteArray &text);

} // namespace paceline
