// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/tapelink.h"

#include "app/session/linkrelay.h"
#include "app/session/sessionclock.h"
#include "backends/parsers/probe.h"
#include "backends/transport/taperelay.h"

namespace paceline {

TapeLink::TapeLink(HostSpec spec, LinkRelay &relay, SessionClock &clock)
    : m_spec(std::move(spec))
    , m_relay(relay)
    , m_clock(clock)
{
    m_state.pipe = QStringLiteral("tape");
}

TapeLink::~TapeLink() = default;

void TapeLink::connectToHost()
{
    if (m_state.phase == ConnectionPhase::Connected)
        return;
    enter(ConnectionPhase::Connecting);
    const bool builtIn = m_spec.kind == HostSpec::Kind::Demo;
    const auto tape = Tape::load(builtIn ? QStringLiteral(":/demo.paceline") : m_spec.host);
    if (!tape) {
        enter(ConnectionPhase::Failed, tape.error());
        return;
    }
    m_tapeClock = std::make_shared<TapeClock>((*tape)->startMs, (*tape)->endMs, m_wallClock, m_spec.speed);
    m_clock.follow(m_tapeClock);
    m_current = std::make_shared<TapeRelay>(*tape, *m_tapeClock);
    m_current->setRefit(refitProbeAnswer);
    m_current->start();
    m_relay.setRelay(m_current);
    enter(ConnectionPhase::Connected);
    emit up();
}

void TapeLink::disconnectFromHost()
{
    m_relay.setRelay(nullptr);
    m_current.reset();
    const bool wasConnected = m_state.phase == ConnectionPhase::Connected;
    enter(ConnectionPhase::Disconnected);
    if (wasConnected)
        emit down();
}

void TapeLink::enter(ConnectionPhase phase, std::optional<Error> error)
{
    m_state.phase = phase;
    m_state.sinceMs = m_clock.nowMs();
    m_state.error = std::move(error);
    emit stateChanged(m_state);
}

} // namespace paceline
