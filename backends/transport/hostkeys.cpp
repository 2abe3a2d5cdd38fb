// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/hostkeys.h"

#include "backends/transport/sshpattern.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace paceline {

QString HostKey::shortType() const
{
    if (type.startsWith("ecdsa-sha2-"))
        return QStringLiteral("ECDSA");
    if (type == "ssh-rsa" || type.startsWith("rsa-"))
        return QStringLiteral("RSA");
    if (type == "ssh-ed25519")
        return QStringLiteral("ED25519");
    return QString::fromLatin1(type);
}

QString HostKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QLatin1String("SHA256:") + QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString hostKeyName(const QString &host, quint16 port)
{
    return port == 22 ? host.toLower() : QStringLiteral("[%1]:%2").arg(host.toLower()).arg(port);
}

QStringList preferredHostKeyTypes(const QStringList &recordedTypes)
{
    static const QStringList kAll =
        QStringLiteral("ssh-ed25519 ecdsa-sha2-nistp256 ecdsa-sha2-nistp384 ecdsa-sha2-nistp521 "
                       "rsa-sha2-512 rsa-sha2-256")
            .split(QLatin1Char(' '));
    QStringList order;
    for (const QString &type : recordedTypes) {
        if (type == QLatin1String("ssh-rsa"))
            order << QStringLiteral("rsa-sha2-512") << QStringLiteral("rsa-sha2-256");
        else if (kAll.contains(type))
            order += type;
    }
    order += kAll;
    order.removeDuplicates();
    return order;
}

/// "|1|salt|hash", the HMAC-SHA1 of the name keyed with the salt.
static bool matchesHashed(const QByteArray &hashed, const QByteArray &name)
{
    const QList<QByteArray> parts = hashed.split('|');
    if (parts.size() != 4 || parts[1] != "1")
        return false;
    const QByteArray salt = QByteArray::fromBase64(parts[2]);
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1) == QByteArray::fromBase64(parts[3]);
}

bool KnownHosts::matches(const Line &line, const QByteArray &name)
{
    if (line.hosts.startsWith('|'))
        return matchesHashed(line.hosts, name);
    return matchesSshPatterns(line.hosts.toLower().split(','), name);
}

KnownHosts KnownHosts::load(const QStringList &files)
{
    KnownHosts known;
    for (const QString &path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            known.add(file.read(64 << 20), path);
    }
    return known;
}

void KnownHosts::add(const QByteArray &text, const QString &file)
{
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        QList<QByteArray> words = raw.simplified().split(' ');
        if (words.first().isEmpty() || words.first().startsWith('#'))
            continue;
        Line line;
        if (words.first().startsWith('@')) {
            if (words.first() == "@revoked")
                line.marker = Line::Marker::Revoked;
            else if (words.first() == "@cert-authority")
                line.marker = Line::Marker::Authority;
            else
                continue;
            words.removeFirst();
        }
        if (words.size() < 3)
            continue;
        line.hosts = words[0];
        line.key = {words[1], QByteArray::fromBase64(words[2])};
        line.where = QStringLiteral("%1:%2").arg(file).arg(number);
        m_lines.push_back(std::move(line));
    }
}

/// "host" of "[host]:port", else empty.
static QByteArray withoutPort(const QByteArray &name)
{
    return name.startsWith('[') ? name.mid(1, name.lastIndexOf(']') - 1) : QByteArray();
}

HostKeyVerdict KnownHosts::check(const QString &name, const HostKey &key) const
{
    const QByteArray wanted = name.toUtf8().toLower();
    const QByteArray bare = withoutPort(wanted);
    HostKeyVerdict verdict;
    bool known = false;
    bool knownBare = false;
    for (const Line &line : m_lines) {
        const bool here = matches(line, wanted);
        const bool same = line.key.blob == key.blob;
        if (line.marker == Line::Marker::Revoked) {
            if (same && (here || (!bare.isEmpty() && matches(line, bare))))
                return {HostKeyVerdict::Kind::Revoked, line.where, {}, {}};
        } else if (line.marker == Line::Marker::Authority) {
            if (here && verdict.authority.isEmpty())
                verdict.authority = line.where;
        } else if (here) {
            known = known || same;
            // The line of the same type is the one to mend; any other type only serves where there is none.
            if (!same &&
                (verdict.where.isEmpty() || (line.key.type == key.type && verdict.recorded.type != key.type))) {
                verdict.where = line.where;
                verdict.recorded = line.key;
            }
        } else if (same && !bare.isEmpty()) {
            knownBare = knownBare || matches(line, bare);
        }
    }
    if (known)
        return {HostKeyVerdict::Kind::Known, {}, {}, {}};
    if (!verdict.where.isEmpty())
        verdict.kind = HostKeyVerdict::Kind::Changed;
    else if (knownBare)
        verdict.kind = HostKeyVerdict::Kind::Known;
    return verdict;
}

QStringList KnownHosts::types(const QString &name) const
{
    const QByteArray wanted = name.toUtf8().toLower();
    QStringList types;
    for (const Line &line : m_lines) {
        const QString type = QString::fromLatin1(line.key.type);
        if (line.marker == Line::Marker::None && !types.contains(type) && matches(line, wanted))
            types += type;
    }
    return types;
}

QString KnownHosts::onlyAuthority(const QString &name) const
{
    const QByteArray wanted = name.toUtf8().toLower();
    QString authority;
    for (const Line &line : m_lines) {
        if (line.marker == Line::Marker::Revoked || !matches(line, wanted))
            continue;
        if (line.marker == Line::Marker::None)
            return {};
        if (authority.isEmpty())
            authority = line.where;
    }
    return authority;
}

static QByteArray hashedName(const QByteArray &name)
{
    QByteArray salt(20, Qt::Uninitialized);
    for (char &byte : salt)
        byte = char(QRandomGenerator::system()->bounded(256));
    const QByteArray hash = QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
    return "|1|" + salt.toBase64() + '|' + hash.toBase64();
}

Result<void> rememberHostKey(const QString &path, const QString &name, const HostKey &key, HostNameStyle style)
{
    const QDir folder = QFileInfo(path).dir();
    if (!folder.exists()) {
        if (!folder.mkpath(QStringLiteral(".")))
            return failure(ErrorKind::PermissionDenied, folder.path());
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QFile file(path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::ReadWrite))
        return failure(ErrorKind::PermissionDenied, path + QLatin1String(": ") + file.errorString());
    if (isNew)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QByteArray line;
    if (file.size() > 0) {
        file.seek(file.size() - 1);
        if (file.read(1) != "\n")
            line = "\n";
    }
    file.seek(file.size());
    line += (style == HostNameStyle::Hashed ? hashedName(name.toUtf8()) : name.toUtf8()) + ' ' + key.type + ' ' +
            key.blob.toBase64() + '\n';
    if (file.write(line) != line.size() || !file.flush())
        return failure(ErrorKind::DiskFull, path + QLatin1String(": ") + file.errorString());
    return {};
}

} // namespace paceline
