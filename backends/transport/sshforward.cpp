// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshforward.h"

#include "backends/transport/sshlogin.h"
#include "backends/transport/sshwatch.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace paceline {

static constexpr qint64 kChunk = 64 << 10;

SshForward::SshForward(SshLogin &login, QString host, quint16 port, QObject *parent)
    : QObject(parent)
    , m_login(login)
    , m_channel(login.session())
    , m_host(std::move(host))
    , m_port(port)
{
}

SshForward::~SshForward()
{
    m_readable.reset();
    m_writable.reset();
    if (m_fd >= 0)
        ::close(m_fd);
}

void SshForward::start()
{
    connect(&m_login.watch(), &SshWatch::woken, this, &SshForward::pump);
    pump();
}

void SshForward::pump()
{
    SshSession &session = m_login.session();
    for (quint64 before = ~quint64(0); before != session.movedBytes() && !m_done;) {
        before = session.movedBytes();
        session.pump();
        if (m_open)
            move();
        else
            tryOpen();
    }
    if (m_open && !session.isAlive())
        shut();
    m_login.watch().update();
}

void SshForward::tryOpen()
{
    switch (m_channel.openForward(m_host, m_port)) {
    case SshStatus::Again:
        return;
    case SshStatus::Done:
        makeSocket();
        return;
    case SshStatus::Failed:
        break;
    }
    m_done = true;
    const auto kind = m_login.session().isAlive() ? ErrorKind::Unreachable : ErrorKind::Disconnected;
    const Error error{kind, m_login.session().errorText()};
    QMetaObject::invokeMethod(
        this, [this, error] { emit failed(error); }, Qt::QueuedConnection);
}

void SshForward::makeSocket()
{
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) != 0) {
        m_done = true;
        emit failed({ErrorKind::Internal, qt_error_string(errno)});
        return;
    }
    m_open = true;
    m_fd = pair[0];
    m_readable = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Read);
    m_writable = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Write);
    m_writable->setEnabled(false);
    connect(m_readable.get(), &QSocketNotifier::activated, this, &SshForward::pump);
    connect(m_writable.get(), &QSocketNotifier::activated, this, &SshForward::pump);
    emit opened(pair[1]);
}

void SshForward::move()
{
    while (m_fd >= 0 && toSocket()) {
    }
    while (m_fd >= 0 && toChannel()) {
    }
    if (m_fd < 0)
        return;
    m_writable->setEnabled(!m_down.isEmpty());
    m_readable->setEnabled(!m_peerClosed && m_up.size() < kChunk);
    if (m_peerClosed && m_up.isEmpty()) {
        m_channel.sendEof();
        shut();
    } else if (m_channel.isFinished() && m_down.isEmpty()) {
        shut();
    }
}

/// True when something moved.
bool SshForward::toSocket()
{
    if (m_down.isEmpty())
        m_down = m_channel.takeOutput(kChunk);
    if (m_down.isEmpty())
        return false;
    const ssize_t n = ::send(m_fd, m_down.constData(), size_t(m_down.size()), MSG_NOSIGNAL);
    if (n <= 0) {
        if (n < 0 && errno != EAGAIN && errno != EINTR)
            shut();
        return false;
    }
    m_down.remove(0, n);
    return true;
}

bool SshForward::toChannel()
{
    bool moved = false;
    if (!m_peerClosed && m_up.size() < kChunk) {
        QByteArray bytes(kChunk, Qt::Uninitialized);
        const ssize_t n = ::recv(m_fd, bytes.data(), size_t(bytes.size()), 0);
        m_peerClosed = n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR);
        if (n > 0) {
            m_up.append(bytes.constData(), n);
            moved = true;
        }
    }
    if (m_up.isEmpty())
        return moved;
    const qint64 written = m_channel.write(m_up.constData(), m_up.size());
    if (written < 0) {
        shut();
        return false;
    }
    m_up.remove(0, written);
    return moved && written > 0;
}

void SshForward::shut()
{
    if (m_fd < 0)
        return;
    // A notifier must not die inside its own signal.
    for (auto *notifier : {&m_readable, &m_writable}) {
        (*notifier)->setEnabled(false);
        notifier->release()->deleteLater();
    }
    ::close(std::exchange(m_fd, -1));
    m_done = true;
}

} // namespace paceline
