// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/sshagent.h"

#include "backends/transport/sshwire.h"

#include <QFile>
#include <cerrno>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace paceline {

static constexpr char kFailure = 5;
static constexpr char kRequestIdentities = 11;
static constexpr char kIdentitiesAnswer = 12;
static constexpr char kSignRequest = 13;
static constexpr quint32 kMaxMessage = 256 << 10;
static constexpr int kListTimeoutMs = 5000;

QByteArray AgentIdentity::type() const
{
    return SshWireReader(blob).string();
}

Result<std::vector<AgentIdentity>> parseAgentIdentities(const QByteArray &message)
{
    SshWireReader reader(message);
    if (reader.byte() != kIdentitiesAnswer)
        return failure(ErrorKind::Malformed, QStringLiteral("agent refused"));
    const quint32 count = reader.uint32();
    std::vector<AgentIdentity> identities;
    for (quint32 i = 0; i < count && reader.ok(); ++i) {
        AgentIdentity identity;
        identity.blob = reader.string();
        identity.comment = QString::fromUtf8(reader.string());
        identities.push_back(std::move(identity));
    }
    if (!reader.ok())
        return failure(ErrorKind::Malformed, QStringLiteral("short agent answer"));
    return identities;
}

AgentList::AgentList(const QString &socketPath, QObject *parent)
    : QObject(parent)
    , m_path(socketPath)
    , m_socket(this)
    , m_limit(this)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish({}); });
    connect(&m_socket, &QLocalSocket::connected, this,
            [this] { m_socket.write(sshWireString(QByteArray(1, kRequestIdentities))); });
    connect(&m_socket, &QLocalSocket::readyRead, this, &AgentList::read);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { finish({}); });
}

void AgentList::start()
{
    m_limit.start(kListTimeoutMs);
    if (m_path.isEmpty())
        QMetaObject::invokeMethod(
            this, [this] { finish({}); }, Qt::QueuedConnection);
    else
        m_socket.connectToServer(m_path);
}

void AgentList::read()
{
    m_answer += m_socket.readAll();
    if (m_answer.size() < 4)
        return;
    const quint32 size = SshWireReader(m_answer).uint32();
    if (size > kMaxMessage)
        finish({});
    else if (m_answer.size() >= 4 + qsizetype(size))
        finish(parseAgentIdentities(m_answer.mid(4, qsizetype(size))).value_or(std::vector<AgentIdentity>()));
}

void AgentList::finish(const std::vector<AgentIdentity> &identities)
{
    if (std::exchange(m_done, true))
        return;
    m_limit.stop();
    m_socket.abort();
    emit listed(identities);
}

static bool readWhole(int fd, char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t n = ::recv(fd, bytes, size, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        size -= size_t(n);
    }
    return true;
}

static bool writeWhole(int fd, const QByteArray &message)
{
    for (qsizetype at = 0; at < message.size();) {
        const ssize_t n = ::send(fd, message.constData() + at, size_t(message.size() - at), MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += n;
    }
    return true;
}

/// One length-prefixed message without its length; empty when the peer is gone or talks nonsense.
static QByteArray readMessage(int fd)
{
    QByteArray length(4, Qt::Uninitialized);
    if (!readWhole(fd, length.data(), 4))
        return {};
    const quint32 size = SshWireReader(length).uint32();
    QByteArray message(qsizetype(std::min(size, kMaxMessage)), Qt::Uninitialized);
    if (size > kMaxMessage || !readWhole(fd, message.data(), size))
        return {};
    return message;
}

AgentFilter::AgentFilter(QString socketPath, std::vector<AgentIdentity> offered)
    : m_path(std::move(socketPath))
    , m_offered(std::move(offered))
{
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return;
    m_ours = pair[0];
    m_theirs = pair[1];
    m_thread = std::thread([this] { serve(); });
}

AgentFilter::~AgentFilter()
{
    if (m_ours >= 0)
        ::shutdown(m_ours, SHUT_RDWR);
    if (const int agent = m_agent; agent >= 0)
        ::shutdown(agent, SHUT_RDWR);
    if (m_thread.joinable())
        m_thread.join();
    if (m_ours >= 0)
        ::close(m_ours);
    if (m_theirs >= 0)
        ::close(m_theirs);
}

int AgentFilter::takeSocket()
{
    return std::exchange(m_theirs, -1);
}

QByteArray AgentFilter::signedWith() const
{
    const std::lock_guard lock(m_mutex);
    return m_signedWith;
}

void AgentFilter::serve()
{
    for (QByteArray request = readMessage(m_ours); !request.isEmpty(); request = readMessage(m_ours)) {
        if (!writeWhole(m_ours, sshWireString(reply(request))))
            return;
    }
}

QByteArray AgentFilter::reply(const QByteArray &request)
{
    if (request[0] == kRequestIdentities) {
        QByteArray answer = kIdentitiesAnswer + sshWireUint32(quint32(m_offered.size()));
        for (const AgentIdentity &identity : m_offered)
            answer += sshWireString(identity.blob) + sshWireString(identity.comment.toUtf8());
        return answer;
    }
    SshWireReader reader(request);
    if (reader.byte() != kSignRequest)
        return QByteArray(1, kFailure);
    const QByteArray wanted = reader.string();
    for (const AgentIdentity &identity : m_offered) {
        if (identity.blob != wanted)
            continue;
        {
            const std::lock_guard lock(m_mutex);
            m_signedWith = wanted;
        }
        const QByteArray signer = identity.signWith.isEmpty() ? wanted : identity.signWith;
        return forward(kSignRequest + sshWireString(signer) + request.mid(reader.position()));
    }
    return QByteArray(1, kFailure);
}

/// Waits for the agent as long as the person takes to touch or confirm; the destructor ends it.
QByteArray AgentFilter::forward(const QByteArray &request)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_path);
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return QByteArray(1, kFailure);
    std::copy(path.cbegin(), path.cend(), address.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return QByteArray(1, kFailure);
    m_agent = fd;
    QByteArray answer;
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        writeWhole(fd, sshWireString(request)))
        answer = readMessage(fd);
    m_agent = -1;
    ::close(fd);
    return answer.isEmpty() ? QByteArray(1, kFailure) : answer;
}

} // namespace paceline
