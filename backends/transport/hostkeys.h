// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace paceline {

/// A server's public key. blob: as in RFC 4253 section 6.6.
struct HostKey
{
    QByteArray type; ///< "ssh-ed25519"
    QByteArray blob;

    QString shortType() const;   ///< "ED25519", as ssh names it
    QString fingerprint() const; ///< "SHA256:..." without padding

    friend bool operator==(const HostKey &, const HostKey &) = default;
};

/// What the known_hosts files say about a key.
struct HostKeyVerdict
{
    enum class Kind { Known, Unknown, Changed, Revoked };
    Kind kind = Kind::Unknown;
    QString where;     ///< Changed, Revoked: "file:line"
    HostKey recorded;  ///< Changed: the key that was expected
    QString authority; ///< Unknown: "file:line" of the @cert-authority that vouches for the host, which we cannot check
};

/// Known hosts, as in sshd(8), SSH_KNOWN_HOSTS FILE FORMAT: plain and hashed names, patterns with negation, markers.
/// A plain value.
class KnownHosts
{
public:
    /// Files that do not exist count as empty, as for ssh.
    static KnownHosts load(const QStringList &files);
    void add(const QByteArray &text, const QString &file);

    /// name: a host key alias, "host" or "[host]:port". A host known at another port's name counts where its key is the
    /// same.
    HostKeyVerdict check(const QString &name, const HostKey &key) const;
    /// Key types recorded for the name, in the order of the files.
    QStringList types(const QString &name) const;
    /// "file:line" of a @cert-authority line for a host of which no key is recorded; else empty.
    QString onlyAuthority(const QString &name) const;

private:
    struct Line
    {
        enum class Marker { None, Revoked, Authority };
        Marker marker = Marker::None;
        QByteArray hosts;
        HostKey key;
        QString where;
    };
    static bool matches(const Line &line, const QByteArray &name);

    std::vector<Line> m_lines;
};

/// Host key algorithms in order of preference: first those of which a key is recorded.
QStringList preferredHostKeyTypes(const QStringList &recordedTypes);

/// The name under which a host's key is recorded.
QString hostKeyName(const QString &host, quint16 port);

enum class HostNameStyle { Plain, Hashed };
/// Appends a line to a known_hosts file (made with its folder, readable by the user alone).
/// Error: PermissionDenied, DiskFull.
Result<void> rememberHostKey(const QString &file, const QString &name, const HostKey &key, HostNameStyle style);

} // namespace paceline
