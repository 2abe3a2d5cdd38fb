// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

namespace paceline {

class SshSession;

/// Tells when a session's socket has something to do. The notifiers are only the alarm: whoever is told pumps until
/// nothing moves and calls update(). A slow timer covers what lies decrypted inside the library. Same thread as the
/// session.
class SshWatch : public QObject
{
    Q_OBJECT
public:
    SshWatch(SshSession &session, int fd, QObject *parent = nullptr);
    /// Call after everything that may have queued output. Silent for good once the session is dead.
    void update();
    void stop();

signals:
    void woken();

private:
    SshSession &m_session;
    QSocketNotifier m_readable, m_writable;
    QTimer m_safety;
};

} // namespace paceline
