// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/relay.h"
#include "backends/transport/relayframes.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>
#include <memory>

namespace paceline {

/// One request that PipeRelay serves, on its thread. It knows its line to the host and what the frames mean; when it
/// may run, its slot and its time-out are PipeRelay's.
class RelayJob
{
public:
    enum class Kind { Run, Pull, Stream };
    enum class After { Done, Again };

    RelayJob(RequestId requestId, Kind jobKind, int timeout)
        : id(requestId)
        , kind(jobKind)
        , timeoutMs(timeout)
    {
    }
    virtual ~RelayJob() = default;
    Q_DISABLE_COPY_MOVE(RelayJob)

    /// An error keeps the request from being sent.
    virtual Result<QByteArray> requestLine(int onSlot) = 0;
    virtual void take(RelayFrame &&frame) = 0;
    /// The host is done. Again: requestLine is sent once more.
    virtual After ended(int status) = 0;
    /// Gives the answer early. The first answer counts.
    virtual void fail(const Error &error) = 0;
    /// After each batch of frames.
    virtual void flush() {}

    const RequestId id;
    const Kind kind;
    const int timeoutMs;      ///< 0: none
    int slotNumber = 0;       ///< 0: waits
    bool isCondemned = false; ///< answered; only the host's end is still awaited
    int signalsSent = 0;
    QTimer timer;
};

/// One word in a request line of the relay: as shellQuoted, and without a line end.
QByteArray relayWord(const QByteArray &word);

/// Chooses how many bytes are asked for at once, so that other answers wait for about a tenth of a second at most.
class BulkPace
{
public:
    qint64 chunk() const { return m_chunk; }
    qint64 frame() const;
    void took(qint64 bytes, qint64 elapsedMs);

private:
    qint64 m_chunk = 256 << 10;
};

/// A promise that is always kept: Cancelled if nobody answers.
template <class T>
class RelayAnswer
{
public:
    RelayAnswer() { m_promise.start(); }
    ~RelayAnswer() { finish(failure(ErrorKind::Cancelled)); }
    Q_DISABLE_COPY_MOVE(RelayAnswer)
    QFuture<Result<T>> future() { return m_promise.future(); }
    void finish(Result<T> result)
    {
        if (m_isDone)
            return;
        m_isDone = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_isDone = false;
};

class RunJob final : public RelayJob
{
public:
    RunJob(RequestId requestId, CommandRequest request);
    QFuture<Result<CommandOutput>> future() { return m_answer.future(); }
    Result<QByteArray> requestLine(int onSlot) override;
    void take(RelayFrame &&frame) override;
    After ended(int status) override;
    void fail(const Error &error) override { m_answer.finish(tl::unexpected(error)); }

private:
    CommandRequest m_request;
    CommandOutput m_output;
    RelayAnswer<CommandOutput> m_answer;
};

class PullJob final : public RelayJob
{
public:
    PullJob(RequestId requestId, PullRequest request, BulkPace &pace);
    QFuture<Result<FilePull>> future() { return m_answer.future(); }
    Result<QByteArray> requestLine(int onSlot) override;
    void take(RelayFrame &&frame) override;
    After ended(int status) override;
    void fail(const Error &error) override { m_answer.finish(tl::unexpected(error)); }

private:
    void readFacts(const QByteArray &text);

    PullRequest m_request;
    BulkPace &m_pace;
    FilePull m_pull;
    QByteArray m_round; ///< bytes of the piece under way
    qint64 m_roundSize = 0;
    QElapsedTimer m_roundTime;
    std::optional<Error> m_error;
    bool m_isFirst = true, m_isOther = false;
    RelayAnswer<FilePull> m_answer;
};

class StreamJob final : public RelayJob
{
public:
    StreamJob(RequestId requestId, CommandRequest request, Relay &relay);
    Result<QByteArray> requestLine(int onSlot) override;
    void take(RelayFrame &&frame) override;
    After ended(int status) override;
    void fail(const Error &error) override;
    void flush() override;

    /// The line to the host; empty while it has to wait.
    QByteArray lineFor(const QByteArray &line);
    /// Lines that waited and may go now.
    QList<QByteArray> released();
    bool isStopped = false;

private:
    static constexpr qint64 kUnreadLimit = 32 << 10;

    CommandRequest m_request;
    Relay &m_relay;
    QByteArray m_out, m_err;
    QList<QByteArray> m_held;
    qint64 m_unread = 0; ///< sent since the command last said something
    bool m_hasEnded = false;
};

} // namespace paceline
