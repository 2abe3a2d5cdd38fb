// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/relay.h"

#include <atomic>
#include <memory>

namespace paceline {

/// The relay that sources keep for the life of a session, while connections come and go beneath it: forwards to the
/// present one, and answers Disconnected while there is none. Lives on the I/O thread; requests may come from any
/// thread.
class LinkRelay final : public Relay
{
    Q_OBJECT
public:
    using Relay::Relay;

    /// The connection that serves from now on; null for none. ready() tells the sources of a new one. Called on the I/O
    /// thread.
    void setRelay(std::shared_ptr<Relay> relay);
    bool isUp() const { return m_relay.load() != nullptr; }

    Pending<CommandOutput> run(const CommandRequest &request) override;
    Pending<FilePull> pull(const PullRequest &request) override;
    RequestId openStream(const CommandRequest &request) override;
    void sendLine(RequestId stream, const QByteArray &line) override;
    void stopStream(RequestId stream, int graceMs) override;
    void cancel(RequestId id) override;
    void shutdown() override;

private:
    std::atomic<std::shared_ptr<Relay>> m_relay;
};

} // namespace paceline
