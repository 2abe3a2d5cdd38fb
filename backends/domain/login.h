// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <vector>

namespace paceline {

/// The steps of reaching a host, for the progress line of the connect dialog and for the doctor.
enum class LoginStep {
    ReadingConfig,
    Resolving,
    Connecting,
    KeyExchange,
    CheckingHostKey,
    Authenticating,
    StartingShell,
    Ready
};

struct LoginProgress
{
    LoginStep step = LoginStep::ReadingConfig;
    QString host; ///< the hop that this step concerns, for ProxyJump chains
    QString note; ///< raw: method tried, address, banner line

    friend bool operator==(const LoginProgress &, const LoginProgress &) = default;
};

/// A question that only the person can answer. Words of the server are shown as they are, as plain text.
struct LoginQuestion
{
    enum class Kind {
        HostKey,    ///< unknown host key: answer "yes" (remember), "once", or cancel
        Passphrase, ///< of a key file
        Password,
        Interactive, ///< keyboard-interactive: any number of prompts, also none
        Program      ///< a prompt of the user's ssh program, through SSH_ASKPASS
    };
    struct Prompt
    {
        QString text;
        bool echo = false;
    };

    quint64 id = 0;
    Kind kind = Kind::Interactive;
    QString host, user;
    QString name, instruction;    ///< of keyboard-interactive
    std::vector<Prompt> prompts;  ///< one answer each
    QString keyFile;              ///< Passphrase
    QString keyType, fingerprint; ///< HostKey: "ED25519", "SHA256:..."
    bool retry = false;           ///< a passphrase did not open the key file
};

/// Whether a connection may be made again without asking anybody.
enum class ReconnectMeans { Silent, NeedsPerson };

} // namespace paceline

Q_DECLARE_METATYPE(paceline::LoginProgress)
Q_DECLARE_METATYPE(paceline::LoginQuestion)
Q_DECLARE_METATYPE(paceline::Error)
