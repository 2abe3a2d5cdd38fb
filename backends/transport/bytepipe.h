// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/login.h"

#include <QByteArray>
#include <QObject>

namespace paceline {

/// A remote (or local) /bin/sh as a pipe of bytes. Lives on the cluster's I/O thread; owned by its Relay.
/// Life: open() -> opened() -> any number of received() -> closed() exactly once. Or open() -> closed().
/// After closed() the object is spent. Pipes: LibsshPipe, SshProgramPipe, LocalPipe.
class BytePipe : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Starts the login and then `command` (one line, given to the login shell of the user). Returns at once.
    virtual void open(const QByteArray &command) = 0;
    /// Queues bytes for the command's stdin. Never blocks; memory is the only limit (see pendingBytes).
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes accepted by write() and not yet handed to the system or the SSH library.
    virtual qint64 pendingBytes() const = 0;
    /// Ends stdin and the connection; closed() follows with Cancelled.
    virtual void close() = 0;
    /// Answers a questionAsked(); late or unknown ids are ignored. accepted=false ends the login with Cancelled.
    virtual void answer(quint64 questionId, bool accepted, const QStringList &answers);
    /// After opened(): whether the same login would work again without asking anybody (agent, key without passphrase,
    /// valid certificate).
    virtual ReconnectMeans reconnectMeans() const { return ReconnectMeans::Silent; }

signals:
    void opened();
    void progressed(const paceline::LoginProgress &progress);
    void questionAsked(const paceline::LoginQuestion &question);
    /// The login used a certificate that ends then (UTC ms).
    void certificateUsed(qint64 expiresMs);
    void received(const QByteArray &bytes);
    /// Why it ended: Cancelled after close(), Disconnected when the peer ended it, or what kept open() from succeeding.
    void closed(const paceline::Error &reason);
};

} // namespace paceline
