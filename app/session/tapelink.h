// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostlink.h"
#include "app/session/hostspec.h"
#include "backends/core/clock.h"

#include <memory>

namespace paceline {

class LinkRelay;
class SessionClock;
class TapeClock;
class TapeRelay;

/// A recorded session as a host: loads the tape, sets the session's clock to the tape's time and answers from it. Lives
/// on the I/O thread.
class TapeLink final : public HostLink
{
    Q_OBJECT
public:
    TapeLink(HostSpec spec, LinkRelay &relay, SessionClock &clock);
    ~TapeLink() override;

    void connectToHost() override;
    void disconnectFromHost() override;
    void reconnectNow() override { connectToHost(); }
    void answer(quint64, bool, const QStringList &) override {}

private:
    void enter(ConnectionPhase phase, std::optional<Error> error = {});

    HostSpec m_spec;
    LinkRelay &m_relay;
    SessionClock &m_clock;
    SystemClock m_wallClock;
    ConnectionState m_state;
    std::shared_ptr<TapeClock> m_tapeClock;
    std::shared_ptr<TapeRelay> m_current;
};

} // namespace paceline
