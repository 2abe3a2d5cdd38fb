// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QLocalSocket>
#include <QObject>
#include <QString>
#include <QTimer>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace paceline {

/// A key that an agent holds.
struct AgentIdentity
{
    QByteArray blob;
    QString comment;
    QByteArray signWith =
        {}; ///< the key that signs for it, where it differs: a certificate file for a key in the agent

    QByteArray type() const;
};

/// The identities of an SSH2_AGENT_IDENTITIES_ANSWER (draft-miller-ssh-agent). Error: Malformed.
Result<std::vector<AgentIdentity>> parseAgentIdentities(const QByteArray &message);

/// Asks an agent which keys it holds. Lives on the thread of its caller; emits listed() once; no agent gives no keys.
class AgentList : public QObject
{
    Q_OBJECT
public:
    explicit AgentList(const QString &socketPath, QObject *parent = nullptr);
    void start();

signals:
    void listed(const std::vector<paceline::AgentIdentity> &identities);

private:
    void read();
    void finish(const std::vector<AgentIdentity> &identities);

    QString m_path;
    QLocalSocket m_socket;
    QTimer m_limit;
    QByteArray m_answer;
    bool m_done = false;
};

/// An agent of our own in front of the user's: offers only the keys it is told to, and passes signing on. Runs a
/// thread, because the SSH library waits for its agent. Owned by an SshLogin.
class AgentFilter
{
public:
    AgentFilter(QString socketPath, std::vector<AgentIdentity> offered);
    ~AgentFilter();
    AgentFilter(const AgentFilter &) = delete;
    AgentFilter &operator=(const AgentFilter &) = delete;

    /// The end for the library, which takes it over; -1 when the system has no more descriptors.
    int takeSocket();
    /// The identity that signed last.
    QByteArray signedWith() const;

private:
    void serve();
    QByteArray reply(const QByteArray &request);
    QByteArray forward(const QByteArray &request);

    QString m_path;
    std::vector<AgentIdentity> m_offered;
    int m_ours = -1, m_theirs = -1;
    std::atomic<int> m_agent = -1;
    mutable std::mutex m_mutex;
    QByteArray m_signedWith;
    std::thread m_thread;
};

} // namespace paceline
