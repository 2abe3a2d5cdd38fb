// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/transport/sshsession.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <memory>

namespace paceline {

class SshLogin;

/// The way from one host of a ProxyJump to the next: a direct-tcpip channel with a local socket at its end, over which
/// the next login speaks. Pumps its session from then on. Same thread as the login, which must outlive it; owned by a
/// LibsshPipe.
class SshForward : public QObject
{
    Q_OBJECT
public:
    SshForward(SshLogin &login, QString host, quint16 port, QObject *parent = nullptr);
    ~SshForward() override;
    void start();

signals:
    /// fd belongs to the receiver. When the channel ends, it reads end of file.
    void opened(int fd);
    void failed(const paceline::Error &error);

private:
    void pump();
    void tryOpen();
    void makeSocket();
    void move();
    bool toSocket();
    bool toChannel();
    void shut();

    SshLogin &m_login;
    SshChannel m_channel;
    QString m_host;
    quint16 m_port;
    int m_fd = -1;
    std::unique_ptr<QSocketNotifier> m_readable, m_writable;
    QByteArray m_down, m_up; ///< from the channel to the socket, and back
    bool m_open = false, m_done = false, m_peerClosed = false;
};

} // namespace paceline
