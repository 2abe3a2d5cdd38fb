// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The public-key half of SshLogin.
#include "backends/transport/sshagent.h"
#include "backends/transport/sshkeyring.h"
#include "backends/transport/sshlogin.h"

#include <QDateTime>

namespace paceline {

static constexpr int kMaxPassphraseTries = 3;

void SshLogin::stepCollectKeys()
{
    m_agentList = std::make_unique<AgentList>(m_host.identityAgent);
    connect(m_agentList.get(), &AgentList::listed, this, &SshLogin::onKeysListed);
    go(&SshLogin::stepIdle);
    m_agentList->start();
}

void SshLogin::onKeysListed(const std::vector<AgentIdentity> &inAgent)
{
    m_keys = std::make_unique<SshKeyRing>(m_host, inAgent, QDateTime::currentMSecsSinceEpoch());
    go(&SshLogin::stepNextMethod);
    advance();
}

bool SshLogin::startPublicKey()
{
    if (!m_keys || !m_methods.contains(QLatin1String("publickey")))
        return false;
    if (!m_triedAgent && !m_keys->agentKeys.empty()) {
        m_triedAgent = true;
        if (!m_agent) {
            m_agent = std::make_unique<AgentFilter>(m_host.identityAgent, m_keys->agentKeys);
            m_session->setAgentSocket(m_agent->takeSocket());
        }
        note(LoginStep::Authenticating, QStringLiteral("publickey: agent"));
        go(&SshLogin::stepAgent);
        return true;
    }
    if (m_file >= m_keys->fileKeys.size())
        return false;
    note(LoginStep::Authenticating, QLatin1String("publickey: ") + m_keys->fileKeys[m_file].file.path);
    go(&SshLogin::stepOfferFile);
    return true;
}

void SshLogin::stepAgent()
{
    const SshAuth outcome = m_session->tryAgent();
    if (outcome == SshAuth::Accepted || outcome == SshAuth::Partial) {
        if (const auto expiry = m_keys->certificateExpiry(m_agent->signedWith()))
            emit certificateUsed(*expiry);
    }
    onAuth(outcome, QStringLiteral("publickey: agent, %1 keys").arg(m_keys->agentKeys.size()), kPersonMs);
}

void SshLogin::nextFile(const QString &why)
{
    m_refused += QLatin1String("publickey: ") + m_keys->fileKeys[m_file].file.path + why;
    ++m_file;
    m_publicKey.reset();
    m_privateKey.reset();
    m_passphraseTries = 0;
    go(&SshLogin::stepNextMethod);
}

void SshLogin::stepOfferFile()
{
    const SshKeyRing::FileKey &key = m_keys->fileKeys[m_file];
    if (!m_publicKey) {
        const QByteArray type = key.certificate ? key.certificate->type : key.file.publicType();
        const QByteArray blob = key.certificate ? key.certificate->blob : key.file.publicKey;
        auto parsed = SshKey::fromPublic(type, blob.toBase64());
        if (!parsed) { // an old format: only the private half tells
            go(&SshLogin::stepSignFile);
            return;
        }
        m_publicKey = std::move(*parsed);
    }
    const SshAuth outcome = m_session->offerKey(*m_publicKey);
    if (outcome == SshAuth::Accepted) {
        m_limit.stop();
        go(&SshLogin::stepSignFile);
    } else if (outcome == SshAuth::Denied) {
        m_limit.stop();
        nextFile({});
    } else {
        onAuth(outcome, key.file.path, kServerMs);
    }
}

/// False while a person is asked, or when the file is given up.
bool SshLogin::openKeyFile()
{
    const SshKeyRing::FileKey &key = m_keys->fileKeys[m_file];
    if (!key.file.encrypted || !m_passphrase.isEmpty()) {
        auto opened = SshKey::fromPrivate(key.file.text, m_passphrase);
        wipeSecret(m_passphrase);
        if (opened && (!key.certificate || opened->attachCertificate(*m_publicKey))) {
            m_privateKey = std::move(*opened);
            return true;
        }
        if (!key.file.encrypted || opened) {
            nextFile(QStringLiteral(": unreadable"));
            return false;
        }
    }
    if (m_passphraseTries >= kMaxPassphraseTries) {
        nextFile(QStringLiteral(": passphrase"));
        return false;
    }
    LoginQuestion question;
    question.kind = LoginQuestion::Kind::Passphrase;
    question.keyFile = key.file.path;
    question.retry = m_passphraseTries++ > 0;
    question.prompts.resize(1);
    ask(std::move(question));
    return false;
}

void SshLogin::stepSignFile()
{
    if (!m_privateKey && !openKeyFile())
        return;
    const SshKeyRing::FileKey &key = m_keys->fileKeys[m_file];
    const SshAuth outcome = m_session->tryKey(*m_privateKey);
    if (outcome == SshAuth::Denied) {
        m_limit.stop();
        nextFile({});
        return;
    }
    if ((outcome == SshAuth::Accepted || outcome == SshAuth::Partial) && key.certificate)
        emit certificateUsed(key.certificate->expiresMs);
    if (outcome == SshAuth::Partial) {
        ++m_file;
        m_publicKey.reset();
        m_privateKey.reset();
    }
    onAuth(outcome, QLatin1String("publickey: ") + key.file.path, kServerMs);
}

} // namespace paceline
