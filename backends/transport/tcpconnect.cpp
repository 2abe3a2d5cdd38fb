// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/tcpconnect.h"

#include <QHostInfo>
#include <cerrno>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace paceline {

static constexpr int kNextAddressMs = 250;
// Unacknowledged data end the connection after this time: a peer that is gone is noticed by the kernel too.
static constexpr unsigned kUserTimeoutMs = 30000;

struct TcpConnect::Attempt
{
    QHostAddress address;
    int fd = -1;
    std::unique_ptr<QSocketNotifier> writable;

    ~Attempt()
    {
        writable.reset();
        if (fd >= 0)
            ::close(fd);
    }
};

QList<QHostAddress> interleavedAddresses(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return {};
    const auto first = addresses.first().protocol();
    QList<QHostAddress> same, other, result;
    for (const QHostAddress &address : addresses)
        (address.protocol() == first ? same : other) += address;
    for (qsizetype i = 0; i < std::max(same.size(), other.size()); ++i) {
        if (i < same.size())
            result += same[i];
        if (i < other.size())
            result += other[i];
    }
    return result;
}

TcpConnect::TcpConnect(QObject *parent)
    : QObject(parent)
    , m_next(this)
    , m_limit(this)
{
    m_next.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TcpConnect::tryNext);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        m_failures += QStringLiteral("no answer within %1 s").arg(m_limit.interval() / 1000);
        finishFailed(ErrorKind::Unreachable, m_failures.join(QLatin1String("; ")));
    });
}

TcpConnect::~TcpConnect()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void TcpConnect::start(const QString &host, quint16 port, Family family, int timeoutMs)
{
    m_host = host;
    m_port = port;
    m_family = family;
    m_limit.start(timeoutMs);
    m_lookup = QHostInfo::lookupHost(host, this, &TcpConnect::onResolved);
}

void TcpConnect::onResolved(const QHostInfo &info)
{
    m_lookup = -1;
    if (m_done)
        return;
    QList<QHostAddress> addresses;
    for (const QHostAddress &address : info.addresses()) {
        const bool is4 = address.protocol() == QAbstractSocket::IPv4Protocol;
        if (m_family == Family::Any || (m_family == Family::Ipv4) == is4)
            addresses += address;
    }
    if (addresses.isEmpty()) {
        finishFailed(ErrorKind::NameUnknown, m_host + QLatin1String(": ") + info.errorString());
        return;
    }
    m_waiting = interleavedAddresses(addresses);
    emit resolved(m_waiting.first().toString());
    tryNext();
}

static socklen_t fill(sockaddr_storage &storage, const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *in = reinterpret_cast<sockaddr_in *>(&storage);
        in->sin_family = AF_INET;
        in->sin_port = htons(port);
        in->sin_addr.s_addr = htonl(address.toIPv4Address());
        return sizeof *in;
    }
    auto *in6 = reinterpret_cast<sockaddr_in6 *>(&storage);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    in6->sin6_family = AF_INET6;
    in6->sin6_port = htons(port);
    std::copy(std::begin(bytes.c), std::end(bytes.c), in6->sin6_addr.s6_addr);
    in6->sin6_scope_id = ::if_nametoindex(address.scopeId().toLocal8Bit().constData());
    return sizeof *in6;
}

void TcpConnect::tryNext()
{
    if (m_done || m_waiting.isEmpty())
        return;
    auto attempt = std::make_unique<Attempt>();
    attempt->address = m_waiting.takeFirst();
    sockaddr_storage storage{};
    const socklen_t size = fill(storage, attempt->address, m_port);
    attempt->fd = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    Attempt *raw = attempt.get();
    m_attempts.push_back(std::move(attempt));
    if (raw->fd < 0 ||
        (::connect(raw->fd, reinterpret_cast<sockaddr *>(&storage), size) != 0 && errno != EINPROGRESS)) {
        drop(raw, errno);
        return;
    }
    raw->writable = std::make_unique<QSocketNotifier>(raw->fd, QSocketNotifier::Write);
    connect(raw->writable.get(), &QSocketNotifier::activated, this, [this, raw] { onWritable(raw); });
    if (!m_waiting.isEmpty())
        m_next.start(kNextAddressMs);
}

static void tune(int fd)
{
    const int on = 1, idleS = 10, intervalS = 5, probes = 3;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idleS, sizeof idleS);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &intervalS, sizeof intervalS);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
    ::setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &kUserTimeoutMs, sizeof kUserTimeoutMs);
}

void TcpConnect::onWritable(Attempt *attempt)
{
    if (m_done)
        return;
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(attempt->fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) {
        drop(attempt, error);
        return;
    }
    m_done = true;
    m_next.stop();
    m_limit.stop();
    for (const auto &each : m_attempts)
        if (each->writable)
            each->writable->setEnabled(false);
    const int fd = std::exchange(attempt->fd, -1);
    tune(fd);
    emit connected(fd, attempt->address.toString());
}

void TcpConnect::drop(Attempt *attempt, int errorNumber)
{
    m_failures +=
        QStringLiteral("%1 port %2: %3").arg(attempt->address.toString()).arg(m_port).arg(qt_error_string(errorNumber));
    if (attempt->writable)
        attempt->writable->setEnabled(false);
    // A notifier must not die inside its own signal.
    const auto mine =
        std::find_if(m_attempts.begin(), m_attempts.end(), [&](const auto &a) { return a.get() == attempt; });
    if (attempt->writable)
        attempt->writable.release()->deleteLater();
    m_attempts.erase(mine);
    m_next.stop();
    if (!m_waiting.isEmpty())
        tryNext();
    else if (m_attempts.empty())
        finishFailed(ErrorKind::Unreachable, m_failures.join(QLatin1String("; ")));
}

void TcpConnect::finishFailed(ErrorKind kind, const QString &detail)
{
    if (std::exchange(m_done, true))
        return;
    m_next.stop();
    m_limit.stop();
    m_attempts.clear();
    emit failed({kind, detail});
}

} // namespace paceline
