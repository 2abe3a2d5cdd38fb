// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/backoff.h"
#include "app/session/hostlink.h"
#include "app/session/hostspec.h"
#include "backends/core/clock.h"
#include "backends/transport/bytepipe.h"
#include "backends/transport/relay.h"

#include <QPointer>
#include <QTimer>
#include <functional>
#include <memory>

namespace paceline {

class LinkRelay;

/// How a Link makes its parts; tests put their own in.
struct LinkParts
{
    using PipeReady = std::function<void(Result<std::unique_ptr<BytePipe>>)>;
    /// Reads the host's configuration and makes the pipe that serves it; calls back once, on the thread of context.
    std::function<void(const HostSpec &spec, QObject *context, PipeReady done)> makePipe;
    /// Opens the pipe and speaks over it.
    std::function<std::shared_ptr<Relay>(std::unique_ptr<BytePipe> pipe)> makeRelay;
};

/// Keeps one host connected: logs in, notices the end, waits and tries again, but never by itself what a person must
/// answer or what the server refused. Lives on the I/O thread of its cluster; owned by the session.
class Link final : public HostLink
{
    Q_OBJECT
public:
    Link(HostSpec spec, LinkParts parts, LinkRelay &relay, const Clock &clock);

    void connectToHost() override;
    void disconnectFromHost() override;
    void reconnectNow() override;
    void answer(quint64 questionId, bool accepted, const QStringList &answers) override;

private:
    void attempt();
    void usePipe(quint64 attempt, Result<std::unique_ptr<BytePipe>> made);
    void watch(BytePipe *pipe);
    void onReady();
    void onEnded(quint64 attempt, const Error &reason);
    void afterLoss(const Error &reason);
    void enter(ConnectionPhase phase, std::optional<Error> error = {});

    HostSpec m_spec;
    LinkParts m_parts;
    LinkRelay &m_relay;
    const Clock &m_clock;
    ConnectionState m_state;
    Backoff m_backoff;
    QTimer m_retry;
    std::shared_ptr<Relay> m_current;
    QPointer<BytePipe> m_pipe;
    quint64 m_attempt = 0;      ///< answers of an older attempt are stale
    bool m_silent = false;      ///< the last login asked nobody anything
    bool m_asked = false;       ///< the present login asked something
    bool m_askedSecret = false; ///< the present login asked for more than the trust in a host key, which is recorded
    bool m_byItself = false;    ///< the present attempt was started by the retry timer: it may not ask
};

} // namespace paceline
