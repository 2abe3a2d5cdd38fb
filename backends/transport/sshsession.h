// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/transport/hostkeys.h"

#include <QByteArray>
#include <QStringList>
#include <memory>
#include <vector>

struct ssh_session_struct;
struct ssh_channel_struct;
struct ssh_event_struct;
struct ssh_key_struct;

namespace paceline {

enum class SshStatus { Again, Done, Failed };
/// Questions: keyboard-interactive wants answers. Failed: the session is broken.
enum class SshAuth { Again, Accepted, Partial, Denied, Questions, Failed };

struct SshKeyDeleter
{
    void operator()(ssh_key_struct *key) const;
};

/// A public or private key as the SSH library holds it. A value that can only be moved.
class SshKey
{
public:
    /// From the words of a .pub or -cert.pub file. Error: Malformed, Unsupported.
    static Result<SshKey> fromPublic(const QByteArray &type, const QByteArray &base64);
    /// From the text of a private key file. Error: PermissionDenied (needs a passphrase, or not this one), Malformed.
    static Result<SshKey> fromPrivate(const QByteArray &text, const QByteArray &passphrase);
    /// A private key that signs in with a certificate from now on.
    bool attachCertificate(const SshKey &certificate);
    ssh_key_struct *handle() const { return m_key.get(); }

private:
    std::unique_ptr<ssh_key_struct, SshKeyDeleter> m_key;
};

struct SshPrompts
{
    struct Prompt
    {
        QString text;
        bool echo = false;
    };
    QString name, instruction;
    std::vector<Prompt> prompts;
};

/// One SSH connection over a socket that is already connected, never blocking except where the agent makes it wait.
/// A call that returns Again must be repeated with the same arguments before any other of the same group.
/// Belongs to one thread; owned by its SshLogin.
class SshSession
{
public:
    struct Options
    {
        int fd = -1; ///< taken over
        QString host, user;
        quint16 port = 22;
        QStringList hostKeyTypes; ///< in order of preference; empty: the library's own
    };
    explicit SshSession(const Options &options);
    ~SshSession();
    SshSession(const SshSession &) = delete;
    SshSession &operator=(const SshSession &) = delete;

    SshStatus handshake();
    /// After the handshake.
    HostKey serverKey() const;
    QString cipher() const;
    QString banner() const;
    /// Methods that the server would take next, after a first refusal: "publickey", "password", "keyboard-interactive"
    /// ...
    QStringList methods() const;
    /// What the library or the server said last.
    QString errorText() const;

    SshAuth tryNone();
    /// Asks whether the server would take this public key.
    SshAuth offerKey(const SshKey &key);
    SshAuth tryKey(const SshKey &key);
    /// Tries what the agent behind the socket (taken over, once per session) offers.
    void setAgentSocket(int fd);
    SshAuth tryAgent();
    SshAuth tryPassword(const QByteArray &password);
    SshAuth tryInteractive();
    SshPrompts prompts() const;
    void setAnswers(const QList<QByteArray> &answers);

    int fd() const;
    bool isAlive() const;
    bool wantsToWrite() const;
    /// Bytes that came and went so far: no change means no progress.
    quint64 movedBytes() const;
    /// Handles what has arrived, once.
    void pump();

private:
    friend class SshChannel;
    struct Private;
    std::unique_ptr<Private> d;
};

/// One channel of a session, which must outlive it. What arrives is kept until taken.
class SshChannel
{
public:
    explicit SshChannel(SshSession &session);
    ~SshChannel();
    SshChannel(const SshChannel &) = delete;
    SshChannel &operator=(const SshChannel &) = delete;

    SshStatus openSession();
    SshStatus exec(const QByteArray &command);
    SshStatus openForward(const QString &host, quint16 port);
    /// How many bytes went out; fewer when the peer's window is full, -1 when the channel is broken.
    qint64 write(const char *bytes, qint64 size);
    void sendEof();
    void close();
    /// At most maxSize of the bytes that came; the window closes while they are not taken.
    QByteArray takeOutput(qint64 maxSize);
    qint64 outputSize() const;
    QByteArray errorTail() const; ///< of stderr, at most 4 KiB
    bool isFinished() const;      ///< no more output will come
    int exitStatus() const;       ///< -1 when none was told

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paceline
