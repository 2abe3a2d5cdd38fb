// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace paceline {

/// The command for the login shell (POSIX shells, csh, tcsh, fish): starts `shell`, which reads the relay's script as
/// its first line.
QByteArray relayStartCommand(const QByteArray &shell = "/bin/sh");

/// The first line for that shell: resources/relay/relay.sh with its settings. The token holds letters and digits only.
QByteArray relayScriptLine(const QByteArray &token, int deadManS);

/// Sixteen random bytes as hexadecimal digits.
QByteArray newRelayToken();

} // namespace paceline
