// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>

namespace paceline {

/// What a private key file tells without its passphrase. A plain value.
struct SshKeyFile
{
    QString path;
    QByteArray text;      ///< as read
    QByteArray publicKey; ///< blob; empty where the format hides it and no .pub file lies beside
    bool encrypted = false;

    /// Errors: NotFound, PermissionDenied, Malformed (not a private key), TooLarge (over 64 KiB).
    static Result<SshKeyFile> read(const QString &path);
    QByteArray publicType() const;
    /// A key that lives in a hardware token, which only OpenSSH can ask.
    bool isSecurityKey() const { return publicType().startsWith("sk-"); }
};

} // namespace paceline
