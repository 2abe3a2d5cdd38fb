// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"
#include "backends/transport/hostkeys.h"
#include "backends/transport/sshconfig.h"
#include "backends/transport/sshsession.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace paceline {

class AgentFilter;
class AgentList;
struct AgentIdentity;
class SshKeyRing;
class SshWatch;

/// Overwrites a secret before its memory is given back. Best effort: copies inside Qt stay.
inline void wipeSecret(QByteArray &secret)
{
    secret.fill('\0');
    secret.clear();
}

/// Logs in to one host over a connected socket: handshake, host key, then each way of signing in that the server takes,
/// once. What a person was asked and the server refused ends the login. Lives on the I/O thread; owned by a LibsshPipe.
/// start() -> progressed(), questionAsked() ... -> loggedIn() or failed(), once.
class SshLogin : public QObject
{
    Q_OBJECT
public:
    explicit SshLogin(SshHostConfig host, QObject *parent = nullptr);
    ~SshLogin() override;

    /// Takes the descriptor over.
    void start(int fd);
    void answer(quint64 questionId, bool accepted, const QStringList &answers);
    const SshHostConfig &host() const { return m_host; }
    /// Whether the same login would ask a person again.
    bool askedPerson() const { return m_askedPerson; }

    /// After loggedIn(); both live as long as this object.
    SshSession &session() { return *m_session; }
    SshWatch &watch() { return *m_watch; }

signals:
    void progressed(const paceline::LoginProgress &progress);
    void questionAsked(const paceline::LoginQuestion &question);
    void certificateUsed(qint64 expiresMs);
    void loggedIn();
    void failed(const paceline::Error &error);

private:
    using Step = void (SshLogin::*)();
    static constexpr int kServerMs = 30000;
    /// sshd's LoginGraceTime is 120 s: so long a push may take to be confirmed.
    static constexpr int kPersonMs = 130000;

    /// Runs the present step until it has to wait for the server or for a person.
    void advance();
    void go(Step step);
    void wait(int limitMs);
    void stepHandshake();
    void stepHostKey();
    void stepNone();
    void stepCollectKeys();
    void stepNextMethod();
    void stepAgent();
    void stepOfferFile();
    void stepSignFile();
    void stepInteractive();
    void stepPassword();
    void stepIdle() { m_waiting = true; }

    void onKeysListed(const std::vector<AgentIdentity> &inAgent);
    bool startPublicKey();
    bool openKeyFile();
    void nextFile(const QString &why);
    void acceptHostKey(const HostKey &key, bool remember);
    void ask(LoginQuestion question);
    void onInteractiveAnswers(const QStringList &answers);
    /// What follows from the server's word on the method just tried.
    void onAuth(SshAuth outcome, const QString &method, int limitMs);
    void onExhausted();
    void finish();
    void note(LoginStep step, const QString &text = {});
    void fail(ErrorKind kind, const QString &detail);
    void failBroken();

    SshHostConfig m_host;
    KnownHosts m_known;
    std::unique_ptr<SshSession> m_session;
    std::unique_ptr<SshWatch> m_watch;
    std::unique_ptr<AgentList> m_agentList;
    std::unique_ptr<SshKeyRing> m_keys;
    std::unique_ptr<AgentFilter> m_agent;
    QTimer m_limit;
    Step m_step = nullptr;
    bool m_waiting = false, m_running = false, m_done = false;

    std::optional<LoginQuestion> m_question;
    bool m_askedPerson = false;
    bool m_personAnswered = false; ///< the method being tried carries what a person typed

    QStringList m_methods; ///< that the server takes now
    QStringList m_refused; ///< for the error's detail
    bool m_triedAgent = false, m_triedInteractive = false, m_triedPassword = false;
    int m_partials = 0, m_rounds = 0;
    size_t m_file = 0; ///< index of the key file being tried
    std::optional<SshKey> m_publicKey, m_privateKey;
    int m_passphraseTries = 0;
    QByteArray m_passphrase, m_password;
    HostKey m_serverKey;
};

} // namespace paceline
