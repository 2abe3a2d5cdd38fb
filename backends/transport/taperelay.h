// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/relay.h"
#include "backends/transport/tape.h"
#include "backends/transport/tapeclock.h"

#include <QHash>
#include <QTimer>
#include <functional>
#include <memory>

namespace paceline {

/// A Relay that answers from a tape: with what was recorded last at or before the clock, for the same key. A key or
/// file that the tape does not know is NotFound. Streams give their data as their time comes, or, where the recorded
/// one was fed by lines, when a line is sent. After the end it stays as it was. Lives on the I/O thread like any relay;
/// call start() there. The clock outlives it.
class TapeRelay final : public Relay
{
    Q_OBJECT
public:
    TapeRelay(std::shared_ptr<const Tape> tape, const TapeClock &clock, QObject *parent = nullptr);

    /// ready() follows.
    void start();

    /// Makes a recorded answer fit the line that was sent now: where lines carry numbers, those of the recording
    /// differ. Called before start().
    using Refit = std::function<QByteArray(const QByteArray &answer, const QByteArray &line)>;
    void setRefit(Refit refit) { m_refit = std::move(refit); }

    Pending<CommandOutput> run(const CommandRequest &request) override;
    Pending<FilePull> pull(const PullRequest &request) override;
    RequestId openStream(const CommandRequest &request) override;
    void sendLine(RequestId stream, const QByteArray &line) override;
    void stopStream(RequestId stream, int graceMs = 1000) override;
    void cancel(RequestId id) override;
    void shutdown() override;

private:
    struct Playing
    {
        const std::vector<Tape::StreamEvent> *events = nullptr;
        size_t next = 0;
        bool isFed = false; ///< by lines
    };

    Result<CommandOutput> answer(const QByteArray &key) const;
    Result<FilePull> content(const PullRequest &request) const;
    void beginStream(RequestId stream, const QByteArray &key, qint64 nowMs);
    void play(RequestId stream);
    void greet(RequestId stream);
    void answerLine(RequestId stream, const QByteArray &line);
    void playAll();
    void schedule();
    void endStream(RequestId stream, int exitStatus, const Error &reason);
    void answered(qint64 bytes);

    Refit m_refit;
    std::shared_ptr<const Tape> m_tape;
    const TapeClock &m_clock;
    QHash<RequestId, Playing> m_streams;
    QTimer m_timer;
    qint64 m_requests = 0, m_bytes = 0;
    std::atomic<bool> m_hasEnded = false;
};

} // namespace paceline
