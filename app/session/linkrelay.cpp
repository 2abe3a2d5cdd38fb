// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/linkrelay.h"

#include <QMetaObject>
#include <QPromise>

namespace paceline {

template <class T>
static Pending<T> refused()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(failure(ErrorKind::Disconnected));
    promise.finish();
    return {0, promise.future()};
}

void LinkRelay::setRelay(std::shared_ptr<Relay> relay)
{
    if (const auto old = m_relay.load())
        old->disconnect(this);
    if (relay) {
        const Relay *r = relay.get();
        connect(r, &Relay::streamData, this, &Relay::streamData);
        connect(r, &Relay::streamError, this, &Relay::streamError);
        connect(r, &Relay::streamEnded, this, &Relay::streamEnded);
        connect(r, &Relay::traffic, this, &Relay::traffic);
        connect(r, &Relay::remoteCpu, this, &Relay::remoteCpu);
        connect(r, &Relay::pinged, this, &Relay::pinged);
    }
    const bool isUp = relay != nullptr;
    m_relay.store(std::move(relay));
    if (isUp)
        emit ready();
}

Pending<CommandOutput> LinkRelay::run(const CommandRequest &request)
{
    const auto relay = m_relay.load();
    return relay ? relay->run(request) : refused<CommandOutput>();
}

Pending<FilePull> LinkRelay::pull(const PullRequest &request)
{
    const auto relay = m_relay.load();
    return relay ? relay->pull(request) : refused<FilePull>();
}

RequestId LinkRelay::openStream(const CommandRequest &request)
{
    if (const auto relay = m_relay.load())
        return relay->openStream(request);
    const RequestId id = newRequestId();
    // Queued: the caller must know the id before it hears that the stream has ended.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            emit streamEnded(id, -1, Error{ErrorKind::Disconnected, {}});
        },
        Qt::QueuedConnection);
    return id;
}

void LinkRelay::sendLine(RequestId stream, const QByteArray &line)
{
    if (const auto relay = m_relay.load())
        relay->sendLine(stream, line);
}

void LinkRelay::stopStream(RequestId stream, int graceMs)
{
    if (const auto relay = m_relay.load())
        relay->stopStream(stream, graceMs);
}

void LinkRelay::cancel(RequestId id)
{
    if (const auto relay = m_relay.load())
        relay->cancel(id);
}

void LinkRelay::shutdown()
{
    if (const auto relay = m_relay.load())
        relay->shutdown();
}

} // namespace paceline
