// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/sshconfig.h"
#include "tests/support/sshserver.h"

namespace paceline {

/// What a configuration would say about a test server: its user key, its host key known, no agent.
inline SshHostConfig hostOf(const SshServer &server, const QString &alias = QStringLiteral("testhost"))
{
    SshHostConfig host;
    host.alias = alias;
    host.hostName = QStringLiteral("127.0.0.1");
    host.port = quint16(server.port());
    host.user = server.userName();
    host.identityFiles = {server.userKeyFile()};
    host.userKnownHostsFiles = {server.knownHostsFile()};
    return host;
}

} // namespace paceline
