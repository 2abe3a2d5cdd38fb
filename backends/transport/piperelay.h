// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/bytepipe.h"
#include "backends/transport/relay.h"
#include "backends/transport/relayframes.h"
#include "backends/transport/relayjob.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <deque>
#include <memory>

namespace paceline {

/// Intervals, so that tests need not wait for them.
struct PipeRelayOptions
{
    QByteArray shell = "/bin/sh";
    int readyTimeoutMs = 20000; ///< from the pipe's opened() to the relay's first frame
    int pingIntervalMs = 4000;
    int silenceMs = 11000;  ///< without a byte while a ping is out: the link is dead
    int deadManS = 25;      ///< the host ends the relay after one to two of these without a ping
    int killGraceMs = 2000; ///< from TERM to KILL
    int clockEveryPings = 15;
    int maxRuns = 8, maxPulls = 4;
};

/// The Relay over a BytePipe: sends the script of resources/relay, hands requests to it and takes its frames apart.
/// Create it anywhere, move it to the cluster's I/O thread, then call start() there. It owns the pipe; listen to the
/// pipe's questions and progress directly.
class PipeRelay final : public Relay
{
    Q_OBJECT
public:
    explicit PipeRelay(std::unique_ptr<BytePipe> pipe, PipeRelayOptions options = {}, QObject *parent = nullptr);
    ~PipeRelay() override;

    /// Opens the pipe. ready() or ended() follows.
    void start();
    BytePipe &pipe() { return *m_pipe; }

    Pending<CommandOutput> run(const CommandRequest &request) override;
    Pending<FilePull> pull(const PullRequest &request) override;
    RequestId openStream(const CommandRequest &request) override;
    void sendLine(RequestId stream, const QByteArray &line) override;
    void stopStream(RequestId stream, int graceMs = 1000) override;
    void cancel(RequestId id) override;
    void shutdown() override;

private:
    using JobPtr = std::shared_ptr<RelayJob>;

    void pipeOpened();
    void pipeClosed(const Error &reason);
    void receive(const QByteArray &bytes);
    void take(RelayFrame &&frame);
    void becomeReady(const QByteArray &text);
    void takePong(const RelayFrame &frame);
    void jobEnded(const JobPtr &job, int status);

    void enqueue(const JobPtr &job);
    void sendWaiting();
    bool mayStart(const RelayJob &job) const;
    void startJob(const JobPtr &job);
    void condemn(const JobPtr &job, const Error &error);
    void signalJob(const JobPtr &job, const char *signal);
    void signalAgain(const JobPtr &job);
    void forget(const JobPtr &job);
    void sendStreamLine(RequestId stream, const QByteArray &line);
    void stopStreamNow(RequestId stream, int graceMs);
    void cancelNow(RequestId id);

    void send(const QByteArray &line);
    void beat();
    void reportTraffic();
    void end(const Error &reason);

    BytePipe *m_pipe;
    PipeRelayOptions m_options;
    QByteArray m_token;
    RelayFrames m_frames;
    BulkPace m_pace;
    QHash<int, JobPtr> m_bySlot;
    QHash<RequestId, JobPtr> m_byId;
    std::deque<JobPtr> m_waiting;
    std::optional<Error> m_endReason;
    bool m_isReady = false, m_pipeIsOpen = false;

    QTimer m_readyTimer, m_beatTimer, m_trafficTimer;
    QElapsedTimer m_sinceByte;
    struct Ping
    {
        quint64 number = 0;
        qint64 sentMs = 0; ///< our clock, UTC
        QElapsedTimer since;
    };
    std::deque<Ping> m_pings;
    quint64 m_pingCount = 0;
    qint64 m_requests = 0, m_bytesIn = 0, m_bytesOut = 0;
};

} // namespace paceline
