// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/libsshpipe.h"

#include "backends/transport/sshforward.h"
#include "backends/transport/sshlogin.h"
#include "backends/transport/sshwatch.h"
#include "backends/transport/tcpconnect.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QPointer>

namespace paceline {

// Handed on in pieces that stay in the cache and below malloc's threshold for mapping memory anew: 256 KiB cost twice
// the CPU.
static constexpr qint64 kReadBytes = 64 << 10;
// So long one wake-up may take before timers and other sockets of the thread get their turn.
static constexpr qint64 kTurnMs = 20;

LibsshPipe::LibsshPipe(SshRoute route, QObject *parent)
    : BytePipe(parent)
    , m_route(std::move(route))
{
    setObjectName(QStringLiteral("libssh"));
}

LibsshPipe::~LibsshPipe()
{
    m_shell.reset();
    while (!m_hops.empty())
        m_hops.pop_back();
}

static TcpConnect::Family familyOf(const QString &name)
{
    if (name == QLatin1String("inet"))
        return TcpConnect::Family::Ipv4;
    return name == QLatin1String("inet6") ? TcpConnect::Family::Ipv6 : TcpConnect::Family::Any;
}

void LibsshPipe::open(const QByteArray &command)
{
    Q_ASSERT(!m_route.empty());
    m_command = command;
    const SshHostConfig &first = m_route.front();
    m_tcp = std::make_unique<TcpConnect>();
    connect(m_tcp.get(), &TcpConnect::resolved, this, [this](const QString &address) {
        emit progressed({LoginStep::Connecting, m_route.front().alias, address});
    });
    connect(m_tcp.get(), &TcpConnect::connected, this, [this](int fd) { startHop(fd); });
    connect(m_tcp.get(), &TcpConnect::failed, this, [this](const Error &error) { end(error.kind, error.detail); });
    emit progressed({LoginStep::Resolving, first.alias, first.hostName});
    m_tcp->start(first.hostName, first.port, familyOf(first.addressFamily), first.connectTimeoutMs);
}

void LibsshPipe::startHop(int fd)
{
    auto login = std::make_unique<SshLogin>(m_route[m_hops.size()]);
    connect(login.get(), &SshLogin::progressed, this, &BytePipe::progressed);
    connect(login.get(), &SshLogin::questionAsked, this, &BytePipe::questionAsked);
    connect(login.get(), &SshLogin::loggedIn, this, &LibsshPipe::onLoggedIn);
    connect(login.get(), &SshLogin::failed, this, [this](const Error &error) { end(error.kind, error.detail); });
    connect(login.get(), &SshLogin::certificateUsed, this, [this](qint64 expiresMs) {
        if (expiresMs > 0)
            m_certificateExpiresMs = std::min(expiresMs, m_certificateExpiresMs.value_or(expiresMs));
        emit certificateUsed(expiresMs);
    });
    SshLogin *raw = login.get();
    m_hops.push_back({std::move(login), nullptr});
    raw->start(fd);
}

void LibsshPipe::onLoggedIn()
{
    if (m_ended)
        return;
    if (m_hops.size() < m_route.size())
        startForward();
    else
        startShell();
}

void LibsshPipe::startForward()
{
    const SshHostConfig &next = m_route[m_hops.size()];
    emit progressed({LoginStep::Connecting, next.alias, next.hostName});
    Hop &hop = m_hops.back();
    hop.forward = std::make_unique<SshForward>(*hop.login, next.hostName, next.port);
    connect(hop.forward.get(), &SshForward::opened, this, [this](int fd) { startHop(fd); });
    connect(hop.forward.get(), &SshForward::failed, this,
            [this](const Error &error) { end(error.kind, error.detail); });
    hop.forward->start();
}

void LibsshPipe::startShell()
{
    SshLogin &login = *m_hops.back().login;
    emit progressed({LoginStep::StartingShell, login.host().alias, {}});
    m_shell = std::make_unique<SshChannel>(login.session());
    m_shellState = Shell::Opening;
    connect(&login.watch(), &SshWatch::woken, this, &LibsshPipe::pump);
    pump();
}

void LibsshPipe::stepShell()
{
    const bool opening = m_shellState == Shell::Opening;
    const SshStatus status = opening ? m_shell->openSession() : m_shell->exec(m_command);
    if (status == SshStatus::Failed) {
        const SshSession &session = m_hops.back().login->session();
        end(session.isAlive() ? ErrorKind::Refused : ErrorKind::Disconnected, session.errorText());
    } else if (status == SshStatus::Done) {
        m_shellState = opening ? Shell::Starting : Shell::Running;
        if (opening)
            stepShell();
        else
            emit opened();
    }
}

void LibsshPipe::pump()
{
    if (m_pumping || m_ended || !m_shell)
        return;
    m_pumping = true;
    const QPointer<LibsshPipe> alive(this);
    SshSession &session = m_hops.back().login->session();
    QElapsedTimer turn;
    turn.start();
    for (quint64 before = ~quint64(0); before != session.movedBytes() && turn.elapsed() < kTurnMs;) {
        before = session.movedBytes();
        session.pump();
        if (m_shellState != Shell::Running)
            stepShell();
        else
            flush();
        if (!alive || m_ended || (m_shell->outputSize() >= kReadBytes && !deliver()))
            return;
    }
    m_hops.back().login->watch().update();
    if (!deliver())
        return;
    m_pumping = false;
    checkEnd();
}

/// False when a receiver ended or deleted the pipe.
bool LibsshPipe::deliver()
{
    const QPointer<LibsshPipe> alive(this);
    while (m_shell->outputSize() > 0) {
        emit received(m_shell->takeOutput(kReadBytes * 2));
        if (!alive || m_ended)
            return false;
    }
    return true;
}

void LibsshPipe::checkEnd()
{
    const SshSession &session = m_hops.back().login->session();
    if (m_shellState == Shell::Running && m_shell->isFinished()) {
        QString detail = QString::fromUtf8(m_shell->errorTail()).trimmed();
        if (m_shell->exitStatus() >= 0)
            detail = QStringLiteral("exit status %1 %2").arg(m_shell->exitStatus()).arg(detail).trimmed();
        end(ErrorKind::Disconnected, detail);
    } else if (!session.isAlive()) {
        end(ErrorKind::Disconnected, session.errorText());
    }
}

void LibsshPipe::write(const QByteArray &bytes)
{
    if (m_ended)
        return;
    m_backlog += bytes;
    if (m_shellState != Shell::Running || std::exchange(m_flushQueued, true))
        return;
    // Lines written in one go leave as one packet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_flushQueued = false;
            if (m_ended)
                return;
            flush();
            m_hops.back().login->watch().update();
        },
        Qt::QueuedConnection);
}

void LibsshPipe::flush()
{
    while (!m_backlog.isEmpty()) {
        const qint64 n = m_shell->write(m_backlog.constData(), m_backlog.size());
        if (n <= 0) // a full window, or a broken channel, which checkEnd finds
            return;
        m_backlog.remove(0, n);
    }
}

void LibsshPipe::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    if (!m_ended && !m_hops.empty())
        m_hops.back().login->answer(questionId, accepted, answers);
}

ReconnectMeans LibsshPipe::reconnectMeans() const
{
    if (m_certificateExpiresMs && *m_certificateExpiresMs <= QDateTime::currentMSecsSinceEpoch())
        return ReconnectMeans::NeedsPerson;
    const bool asked =
        std::any_of(m_hops.cbegin(), m_hops.cend(), [](const Hop &hop) { return hop.login->askedPerson(); });
    return asked ? ReconnectMeans::NeedsPerson : ReconnectMeans::Silent;
}

QString LibsshPipe::cipher() const
{
    return m_hops.empty() ? QString() : m_hops.back().login->session().cipher();
}

void LibsshPipe::close()
{
    if (m_ended)
        return;
    if (m_shellState == Shell::Running) {
        flush();
        m_shell->sendEof();
        m_shell->close();
        m_hops.back().login->session().pump();
    }
    end(ErrorKind::Cancelled, {});
}

void LibsshPipe::end(ErrorKind kind, const QString &detail)
{
    if (std::exchange(m_ended, true))
        return;
    m_backlog.clear();
    const Error reason{kind, detail};
    // Later, because this may have been called from inside a login, a forward or a receiver.
    QMetaObject::invokeMethod(
        this,
        [this, reason] {
            m_tcp.reset();
            m_shell.reset();
            while (!m_hops.empty())
                m_hops.pop_back();
            emit closed(reason);
        },
        Qt::QueuedConnection);
}

} // namespace paceline
