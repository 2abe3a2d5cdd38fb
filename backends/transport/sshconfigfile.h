// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/sshconfig.h"

namespace paceline {

/// The files that ssh would read: configFile alone (as after -F; "none" is none), or the user's and the system's.
QStringList sshConfigFiles(const QString &configFile);

/// What the configuration says about a host, read by ourselves where OpenSSH is not installed. A subset of
/// ssh_config(5): Host, Match with all, host, originalhost, user, localuser, final and canonical, Include; what it
/// cannot judge (Match exec ...) stands in needsOpenSsh with file and line. Errors: NotFound (a named file), Malformed
/// (Include without end).
Result<SshHostConfig> readSshConfig(const SshTarget &target, const QString &configFile);

/// The hosts that the files name, without patterns, in their order, Includes followed: names for people to choose from.
QStringList listSshHosts(const QString &configFile);

} // namespace paceline
