// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshcertificate.h"

#include "backends/transport/sshwire.h"

#include <QList>

namespace paceline {

/// How many fields the public key itself has, after the nonce. 0: a type that is not known.
static int keyFields(const QByteArray &plainType)
{
    if (plainType == "ssh-ed25519")
        return 1;
    if (plainType == "ssh-rsa" || plainType.startsWith("ecdsa-sha2-") || plainType == "sk-ssh-ed25519@openssh.com")
        return 2;
    if (plainType == "sk-ecdsa-sha2-nistp256@openssh.com")
        return 3;
    return 0;
}

static qint64 msOf(quint64 seconds)
{
    constexpr quint64 kForever = quint64(1) << 53;
    return seconds >= kForever ? 0 : qint64(seconds) * 1000;
}

Result<SshCertificate> SshCertificate::fromBlob(const QByteArray &blob)
{
    SshWireReader reader(blob);
    SshCertificate certificate;
    certificate.blob = blob;
    certificate.type = reader.string();
    QByteArray plainType = certificate.type;
    plainType.replace("-cert-v01@openssh.com", plainType.startsWith("sk-") ? "@openssh.com" : "");
    const int fields = plainType == certificate.type ? 0 : keyFields(plainType);
    if (fields == 0)
        return failure(ErrorKind::Malformed, QString::fromLatin1(certificate.type.left(64)));
    reader.string(); // nonce
    certificate.plainKey = sshWireString(plainType);
    for (int i = 0; i < fields; ++i)
        certificate.plainKey += sshWireString(reader.string());
    reader.uint64(); // serial
    reader.uint32(); // user or host
    certificate.keyId = QString::fromUtf8(reader.string());
    reader.string(); // principals
    certificate.validFromMs = msOf(reader.uint64());
    certificate.expiresMs = msOf(reader.uint64());
    if (!reader.ok())
        return failure(ErrorKind::Malformed, QStringLiteral("short certificate"));
    return certificate;
}

Result<SshCertificate> SshCertificate::parse(const QByteArray &text)
{
    const QList<QByteArray> words = text.simplified().split(' ');
    if (words.size() < 2)
        return failure(ErrorKind::Malformed, QStringLiteral("no certificate"));
    return fromBlob(QByteArray::fromBase64(words[1]));
}

} // namespace paceline
