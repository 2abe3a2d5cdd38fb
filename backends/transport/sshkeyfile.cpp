// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshkeyfile.h"

#include "backends/transport/sshwire.h"

#include <QFile>
#include <QFileInfo>

namespace paceline {

static constexpr qint64 kMaxKeyFileBytes = 64 << 10;

/// OpenSSH's own format (PROTOCOL.key) holds the public key in the clear.
static void readOpenSshContainer(const QByteArray &text, SshKeyFile &key)
{
    static const QByteArray kMagic("openssh-key-v1\0", 15);
    const qsizetype begin = text.indexOf('\n');
    const qsizetype end = text.indexOf("-----END");
    const QByteArray body = QByteArray::fromBase64(text.mid(begin, end - begin));
    if (begin < 0 || !body.startsWith(kMagic))
        return;
    SshWireReader reader(body.mid(kMagic.size()));
    key.encrypted = reader.string() != "none";
    reader.string(); // key derivation
    reader.string(); // its options
    reader.uint32(); // number of keys
    key.publicKey = reader.string();
}

Result<SshKeyFile> SshKeyFile::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorKind::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::PermissionDenied, path + QLatin1String(": ") + file.errorString());
    SshKeyFile key;
    key.path = path;
    key.text = file.read(kMaxKeyFileBytes + 1);
    if (key.text.size() > kMaxKeyFileBytes)
        return failure(ErrorKind::TooLarge, path);
    if (!key.text.contains("-----BEGIN ") || !key.text.contains("PRIVATE KEY-----"))
        return failure(ErrorKind::Malformed, path);
    key.encrypted = key.text.contains("Proc-Type: 4,ENCRYPTED") || key.text.contains("BEGIN ENCRYPTED PRIVATE KEY");
    if (key.text.contains("BEGIN OPENSSH PRIVATE KEY"))
        readOpenSshContainer(key.text, key);
    QFile beside(path + QLatin1String(".pub"));
    if (key.publicKey.isEmpty() && beside.open(QIODevice::ReadOnly))
        key.publicKey = QByteArray::fromBase64(beside.read(kMaxKeyFileBytes).simplified().split(' ').value(1));
    return key;
}

QByteArray SshKeyFile::publicType() const
{
    return SshWireReader(publicKey).string();
}

} // namespace paceline
