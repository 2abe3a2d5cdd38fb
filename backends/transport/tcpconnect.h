// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QObject>
#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <vector>

namespace paceline {

/// The order in which addresses are tried (RFC 8305 section 4): families alternate, the first one first.
QList<QHostAddress> interleavedAddresses(const QList<QHostAddress> &addresses);

/// Resolves a name and connects to the address that answers first, without blocking (Happy Eyeballs, RFC 8305).
/// Lives on the thread of its caller. Emits connected() or failed() once.
class TcpConnect : public QObject
{
    Q_OBJECT
public:
    enum class Family { Any, Ipv4, Ipv6 };
    explicit TcpConnect(QObject *parent = nullptr);
    ~TcpConnect() override;

    void start(const QString &host, quint16 port, Family family = Family::Any, int timeoutMs = 15000);

signals:
    void resolved(const QString &firstAddress);
    /// fd: non-blocking, no delay, keep-alive; it belongs to the receiver.
    void connected(int fd, const QString &address);
    /// NameUnknown, Unreachable.
    void failed(const paceline::Error &error);

private:
    struct Attempt;
    void onResolved(const QHostInfo &info);
    void tryNext();
    void onWritable(Attempt *attempt);
    void drop(Attempt *attempt, int errorNumber);
    void finishFailed(ErrorKind kind, const QString &detail);

    QString m_host;
    quint16 m_port = 22;
    Family m_family = Family::Any;
    int m_lookup = -1;
    QList<QHostAddress> m_waiting;
    std::vector<std::unique_ptr<Attempt>> m_attempts;
    QStringList m_failures;
    QTimer m_next, m_limit;
    bool m_done = false;
};

} // namespace paceline
