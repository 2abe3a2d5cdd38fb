// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"
#include "backends/transport/sshconfig.h"

#include <memory>
#include <optional>
#include <vector>

namespace paceline {

class SshChannel;
class SshForward;
class SshLogin;
class TcpConnect;

/// A pipe over the SSH library: connects to the first host of the route, logs in to each in turn, and runs the command
/// on the last. One SSH session channel there in all. Lives on the cluster's I/O thread; owned by its Relay.
class LibsshPipe final : public BytePipe
{
    Q_OBJECT
public:
    /// route: at least one host, as SshRouteReader gives it.
    explicit LibsshPipe(SshRoute route, QObject *parent = nullptr);
    ~LibsshPipe() override;

    void open(const QByteArray &command) override;
    void write(const QByteArray &bytes) override;
    qint64 pendingBytes() const override { return m_backlog.size(); }
    void close() override;
    void answer(quint64 questionId, bool accepted, const QStringList &answers) override;
    ReconnectMeans reconnectMeans() const override;
    /// The negotiated cipher of the last host, once logged in.
    QString cipher() const;

private:
    struct Hop
    {
        std::unique_ptr<SshLogin> login;
        std::unique_ptr<SshForward> forward; ///< to the next host
    };
    enum class Shell { None, Opening, Starting, Running };

    void startHop(int fd);
    void onLoggedIn();
    void startForward();
    void startShell();
    void pump();
    void stepShell();
    void flush();
    bool deliver();
    void checkEnd();
    void end(ErrorKind kind, const QString &detail);

    SshRoute m_route;
    QByteArray m_command;
    std::unique_ptr<TcpConnect> m_tcp;
    std::vector<Hop> m_hops;
    std::unique_ptr<SshChannel> m_shell;
    Shell m_shellState = Shell::None;
    QByteArray m_backlog;
    std::optional<qint64> m_certificateExpiresMs;
    bool m_flushQueued = false, m_pumping = false, m_ended = false;
};

} // namespace paceline
