// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>

namespace paceline {

/// A user certificate as OpenSSH writes it (PROTOCOL.certkeys). A plain value.
struct SshCertificate
{
    QByteArray type; ///< "ssh-ed25519-cert-v01@openssh.com"
    QByteArray blob;
    QByteArray plainKey; ///< blob of the public key that it certifies
    QString keyId;
    qint64 validFromMs = 0; ///< UTC
    qint64 expiresMs = 0;   ///< UTC; 0: never

    /// From the text of a -cert.pub file. Error: Malformed.
    static Result<SshCertificate> parse(const QByteArray &text);
    static Result<SshCertificate> fromBlob(const QByteArray &blob);
    bool isValidAt(qint64 nowMs) const { return nowMs >= validFromMs && (expiresMs == 0 || nowMs < expiresMs); }
};

} // namespace paceline
