// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshkeyring.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>

namespace paceline {

/// The blob of a public key file ("type base64 comment"), or nothing.
static QByteArray readPublicFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> words = file.read(64 << 10).simplified().split(' ');
    return words.size() >= 2 && !words[0].startsWith('-') ? QByteArray::fromBase64(words[1]) : QByteArray();
}

SshKeyRing::SshKeyRing(const SshHostConfig &host, const std::vector<AgentIdentity> &inAgent, qint64 nowMs)
{
    readFiles(host);
    readCertificates(host, nowMs);
    std::vector<AgentIdentity> usable;
    for (const AgentIdentity &identity : inAgent) {
        const auto certificate = SshCertificate::fromBlob(identity.blob);
        if (!certificate) {
            usable.push_back(identity);
        } else if (isValid(*certificate, identity.comment, nowMs)) {
            m_certificates.push_back(*certificate);
            usable.push_back(identity);
        }
    }
    addConfigured(usable);
    addOthers(host, usable);
}

void SshKeyRing::readFiles(const SshHostConfig &host)
{
    for (const QString &path : host.identityFiles) {
        auto key = SshKeyFile::read(path);
        if (key) {
            if (!key->publicKey.isEmpty())
                m_wanted += key->publicKey;
            m_files.push_back(std::move(*key));
            continue;
        }
        // A public key stands for its private half in the agent.
        QByteArray blob = readPublicFile(path);
        if (blob.isEmpty())
            blob = readPublicFile(path + QLatin1String(".pub"));
        if (!blob.isEmpty())
            m_wanted += blob;
        else if (key.error().kind != ErrorKind::NotFound)
            notes += key.error().detail;
    }
}

bool SshKeyRing::isValid(const SshCertificate &certificate, const QString &where, qint64 nowMs)
{
    if (certificate.isValidAt(nowMs))
        return true;
    const QString until = QDateTime::fromMSecsSinceEpoch(certificate.expiresMs, Qt::UTC).toString(Qt::ISODate);
    notes += QStringLiteral("certificate %1 (%2) was valid until %3").arg(certificate.keyId, where, until);
    return false;
}

void SshKeyRing::readCertificates(const SshHostConfig &host, qint64 nowMs)
{
    QStringList paths = host.certificateFiles;
    for (const QString &path : host.identityFiles)
        paths += path + QLatin1String("-cert.pub");
    paths.removeDuplicates();
    for (const QString &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto certificate = SshCertificate::parse(file.read(64 << 10));
        if (!certificate)
            notes += path;
        else if (isValid(*certificate, path, nowMs))
            m_certificates.push_back(*certificate);
    }
}

void SshKeyRing::addConfigured(const std::vector<AgentIdentity> &inAgent)
{
    const auto holds = [&](const QByteArray &blob) {
        return std::any_of(inAgent.cbegin(), inAgent.cend(), [&](const AgentIdentity &i) { return i.blob == blob; });
    };
    for (const SshCertificate &certificate : m_certificates) {
        const bool wanted = m_wanted.contains(certificate.plainKey);
        if (wanted && holds(certificate.blob))
            agentKeys.push_back({certificate.blob, certificate.keyId});
        else if (!holds(certificate.blob) && holds(certificate.plainKey))
            agentKeys.push_back({certificate.blob, certificate.keyId, certificate.plainKey});
    }
    for (const QByteArray &blob : std::as_const(m_wanted))
        if (holds(blob))
            agentKeys.push_back({blob, {}});
    for (const SshKeyFile &file : m_files) {
        if (!file.publicKey.isEmpty() && holds(file.publicKey))
            continue;
        if (file.isSecurityKey()) {
            hasSecurityKey = true;
            notes += QStringLiteral("%1: %2").arg(file.path, QString::fromLatin1(file.publicType()));
            continue;
        }
        for (const SshCertificate &certificate : m_certificates)
            if (certificate.plainKey == file.publicKey)
                fileKeys.push_back({file, certificate});
        fileKeys.push_back({file, {}});
    }
}

void SshKeyRing::addOthers(const SshHostConfig &host, const std::vector<AgentIdentity> &inAgent)
{
    for (const AgentIdentity &identity : inAgent) {
        const bool offered = std::any_of(agentKeys.cbegin(), agentKeys.cend(),
                                         [&](const AgentIdentity &i) { return i.blob == identity.blob; });
        if (host.identitiesOnly || offered)
            continue;
        if (int(agentKeys.size() + fileKeys.size()) < kMaxOffered)
            agentKeys.push_back(identity);
        else
            ++leftOut;
    }
}

std::optional<qint64> SshKeyRing::certificateExpiry(const QByteArray &blob) const
{
    for (const SshCertificate &certificate : m_certificates)
        if (certificate.blob == blob)
            return certificate.expiresMs;
    return {};
}

} // namespace paceline
