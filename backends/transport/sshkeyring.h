// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/sshagent.h"
#include "backends/transport/sshcertificate.h"
#include "backends/transport/sshconfig.h"
#include "backends/transport/sshkeyfile.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace paceline {

/// Which keys are offered to a host, and in which order: what the configuration names first, and never so many that the
/// server hangs up (sshd's MaxAuthTries is 6, and a password must still be possible). A plain value.
class SshKeyRing
{
public:
    static constexpr int kMaxOffered = 5;
    struct FileKey
    {
        SshKeyFile file;
        std::optional<SshCertificate> certificate;
    };

    SshKeyRing(const SshHostConfig &host, const std::vector<AgentIdentity> &inAgent, qint64 nowMs);

    std::vector<AgentIdentity> agentKeys; ///< to offer through the agent
    std::vector<FileKey> fileKeys;        ///< then these
    int leftOut = 0;                      ///< keys of the agent over the limit
    bool hasSecurityKey = false;          ///< a hardware key was skipped
    QStringList notes;                    ///< raw: what was skipped and why

    /// When the certificate behind an offered blob ends (UTC ms, 0: never); nothing for a plain key.
    std::optional<qint64> certificateExpiry(const QByteArray &blob) const;

private:
    void readFiles(const SshHostConfig &host);
    void readCertificates(const SshHostConfig &host, qint64 nowMs);
    void addConfigured(const std::vector<AgentIdentity> &inAgent);
    void addOthers(const SshHostConfig &host, const std::vector<AgentIdentity> &inAgent);
    bool isValid(const SshCertificate &certificate, const QString &where, qint64 nowMs);

    std::vector<SshKeyFile> m_files;
    std::vector<SshCertificate> m_certificates;
    QList<QByteArray> m_wanted; ///< public keys that the configuration names
};

} // namespace paceline
