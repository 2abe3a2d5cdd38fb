// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshwatch.h"

#include "backends/transport/sshsession.h"

namespace paceline {

static constexpr int kSafetyMs = 500;

SshWatch::SshWatch(SshSession &session, int fd, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_readable(fd, QSocketNotifier::Read)
    , m_writable(fd, QSocketNotifier::Write)
    , m_safety(this)
{
    connect(&m_readable, &QSocketNotifier::activated, this, &SshWatch::woken);
    connect(&m_writable, &QSocketNotifier::activated, this, &SshWatch::woken);
    connect(&m_safety, &QTimer::timeout, this, &SshWatch::woken);
    m_safety.start(kSafetyMs);
}

void SshWatch::update()
{
    if (!m_session.isAlive()) // the library has closed the socket
        stop();
    else
        m_writable.setEnabled(m_readable.isEnabled() && m_session.wantsToWrite());
}

void SshWatch::stop()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_safety.stop();
}

} // namespace paceline
