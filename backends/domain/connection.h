// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"

#include <QString>
#include <optional>

namespace paceline {

enum class ConnectionPhase { Disconnected, Connecting, Connected, Reconnecting, WaitingForPerson, Failed };

struct ConnectionState
{
    ConnectionPhase phase = ConnectionPhase::Disconnected;
    LoginProgress progress;          ///< while Connecting
    std::optional<Error> error;      ///< why Failed, Reconnecting or WaitingForPerson
    qint64 sinceMs = 0;              ///< UTC, when this phase began
    qint64 nextTryMs = 0;            ///< Reconnecting: when the next attempt starts
    qint64 certificateExpiresMs = 0; ///< 0: no certificate in use
    QString pipe;                    ///< "libssh", "ssh", "local", "tape"
    std::optional<int> roundTripMs;

    friend bool operator==(const ConnectionState &, const ConnectionState &) = default;
};

} // namespace paceline

Q_DECLARE_METATYPE(paceline::ConnectionState)
