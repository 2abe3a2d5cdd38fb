// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/link.h"

#include "app/session/linkrelay.h"
#include "backends/core/logging.h"

namespace paceline {

Link::Link(HostSpec spec, LinkParts parts, LinkRelay &relay, const Clock &clock)
    : m_spec(std::move(spec))
    , m_parts(std::move(parts))
    , m_relay(relay)
    , m_clock(clock)
    , m_backoff(quint32(clock.nowMs()))
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        m_byItself = true;
        attempt();
    });
}

void Link::connectToHost()
{
    if (m_state.phase == ConnectionPhase::Connecting || m_state.phase == ConnectionPhase::Connected)
        return;
    reconnectNow();
}

void Link::reconnectNow()
{
    m_retry.stop();
    m_byItself = false;
    m_backoff.reset();
    attempt();
}

void Link::attempt()
{
    const quint64 number = ++m_attempt;
    m_asked = m_askedSecret = false;
    m_state.progress = {};
    enter(m_byItself ? ConnectionPhase::Reconnecting : ConnectionPhase::Connecting);
    m_parts.makePipe(m_spec, this,
                     [this, number](Result<std::unique_ptr<BytePipe>> made) { usePipe(number, std::move(made)); });
}

void Link::usePipe(quint64 attempt, Result<std::unique_ptr<BytePipe>> made)
{
    if (attempt != m_attempt)
        return;
    if (!made) {
        onEnded(attempt, made.error());
        return;
    }
    watch(made->get());
    m_current = m_parts.makeRelay(std::move(*made));
    connect(m_current.get(), &Relay::ready, this, [this, attempt] {
        if (attempt == m_attempt)
            onReady();
    });
    connect(m_current.get(), &Relay::ended, this, [this, attempt](const Error &reason) { onEnded(attempt, reason); });
    connect(m_current.get(), &Relay::pinged, this, [this](int roundTripMs, std::optional<qint64>) {
        if (m_state.phase != ConnectionPhase::Connected)
            return;
        m_state.roundTripMs = roundTripMs;
        emit stateChanged(m_state);
    });
}

void Link::watch(BytePipe *pipe)
{
    m_pipe = pipe;
    m_state.pipe = pipe->objectName();
    m_state.certificateExpiresMs = 0;
    connect(pipe, &BytePipe::progressed, this, [this](const LoginProgress &progress) {
        m_state.progress = progress;
        emit stateChanged(m_state);
    });
    connect(pipe, &BytePipe::certificateUsed, this,
            [this](qint64 expiresMs) { m_state.certificateExpiresMs = expiresMs; });
    connect(pipe, &BytePipe::questionAsked, this, [this](const LoginQuestion &question) {
        m_asked = true;
        m_askedSecret = m_askedSecret || question.kind != LoginQuestion::Kind::HostKey;
        if (m_byItself) // nobody asked for this login: wait until somebody does
            m_pipe->answer(question.id, false, {});
        else
            emit questionAsked(question);
    });
}

void Link::onReady()
{
    m_silent = !m_askedSecret && (!m_pipe || m_pipe->reconnectMeans() == ReconnectMeans::Silent);
    m_byItself = false;
    m_backoff.reset();
    m_relay.setRelay(m_current);
    m_state.progress.step = LoginStep::Ready;
    enter(ConnectionPhase::Connected);
    emit up();
}

void Link::onEnded(quint64 attempt, const Error &reason)
{
    if (attempt != m_attempt)
        return;
    qCDebug(lcSession) << "link ended:" << int(reason.kind) << reason.detail;
    ++m_attempt;
    const bool wasConnected = m_state.phase == ConnectionPhase::Connected;
    m_relay.setRelay(nullptr);
    m_current.reset();
    m_pipe.clear();
    m_state.roundTripMs.reset();
    if (wasConnected)
        emit down();
    if (m_byItself && m_asked) {
        m_silent = false;
        enter(ConnectionPhase::WaitingForPerson, Error{ErrorKind::NeedsInteraction, reason.detail});
    } else if (!wasConnected && !m_byItself) {
        enter(reason.kind == ErrorKind::Cancelled ? ConnectionPhase::Disconnected : ConnectionPhase::Failed, reason);
    } else {
        afterLoss(reason);
    }
}

void Link::afterLoss(const Error &reason)
{
    if (!isWorthRetrying(reason.kind)) {
        enter(ConnectionPhase::Failed, reason);
    } else if (!m_silent) {
        enter(ConnectionPhase::WaitingForPerson, reason);
    } else {
        const int waitMs = m_backoff.nextMs();
        m_state.nextTryMs = m_clock.nowMs() + waitMs;
        m_retry.start(waitMs);
        enter(ConnectionPhase::Reconnecting, reason);
    }
}

void Link::disconnectFromHost()
{
    m_retry.stop();
    ++m_attempt;
    const bool wasConnected = m_state.phase == ConnectionPhase::Connected;
    m_relay.setRelay(nullptr);
    if (m_current)
        m_current->shutdown();
    m_current.reset();
    if (wasConnected)
        emit down();
    enter(ConnectionPhase::Disconnected);
}

void Link::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    if (m_pipe)
        m_pipe->answer(questionId, accepted, answers);
}

void Link::enter(ConnectionPhase phase, std::optional<Error> error)
{
    if (m_state.phase != phase)
        m_state.sinceMs = m_clock.nowMs();
    m_state.phase = phase;
    m_state.error = std::move(error);
    emit stateChanged(m_state);
}

} // namespace paceline
