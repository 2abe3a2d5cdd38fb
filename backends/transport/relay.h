// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <optional>

namespace paceline {

using RequestId = quint64;

/// A number that no other request or stream of this process has, whichever relay serves it: what is late for an ended
/// connection can never be taken for something of the next one. Never 0.
RequestId newRequestId();

struct CommandOutput
{
    int exitStatus = 0; ///< 128 + n when ended by signal n
    QByteArray out, err;
    bool truncated = false; ///< out was longer than the request's maxBytes
};

/// How a stream's output is read on the host; what arrives is the same, but for NUL bytes, which only Bytes keeps.
enum class StreamReading {
    Automatic, ///< by lines, by pieces while many lines come
    Lines,     ///< no process per line: the cheapest for a few short lines a second
    Bytes      ///< two short processes per piece: for binary data and long lines
};

struct CommandRequest
{
    QByteArray command; ///< for /bin/sh -c; quote arguments with shellQuoted
    int timeoutMs = 12000;
    qint64 maxBytes = 64 << 20;                       ///< of out; err is limited to 64 KiB
    QByteArray key = {};                              ///< names the request in a tape; the command itself when empty
    StreamReading reading = StreamReading::Automatic; ///< of a stream
};

struct FilePull
{
    QByteArray bytes;
    qint64 offset = 0; ///< of bytes
    qint64 size = 0;   ///< of the file at that moment
    quint64 inode = 0, device = 0;
    qint64 mtimeMs = 0; ///< UTC by the host's clock
};

struct PullRequest
{
    QByteArray path;
    qint64 offset = 0;
    qint64 maxBytes = 1 << 20;
    int timeoutMs = 30000;
};

template <class T>
struct Pending
{
    RequestId id = 0;
    QFuture<Result<T>> result; ///< always finishes, with a value or an Error (TimedOut, Cancelled, Disconnected,
                               ///< NotFound, PermissionDenied ...)
};

/// What may be asked of a reached host. The two seams of Paceline are BytePipe and this; real ones are PipeRelay (a
/// shell script at the other end of a BytePipe) and TapeRelay (a recorded session). Every method may be called from any
/// thread; signals are emitted on the relay's own thread, so connect with a context object. A stream that ends says so
/// exactly once.
class Relay : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual Pending<CommandOutput> run(const CommandRequest &request) = 0;
    /// Up to maxBytes of a file from offset, the file opened anew for it. offset beyond the size gives no bytes and the
    /// size.
    virtual Pending<FilePull> pull(const PullRequest &request) = 0;
    /// Starts a command that keeps running, its stdin a pipe that sendLine feeds. Data come as streamData. It has no
    /// time-out.
    virtual RequestId openStream(const CommandRequest &request) = 0;
    /// More than 32 KiB are held back while the command says nothing, so that one that reads nothing holds up nobody.
    virtual void sendLine(RequestId stream, const QByteArray &line) = 0;
    /// Closes the stream's stdin; what still runs gets TERM after graceMs. streamEnded follows.
    virtual void stopStream(RequestId stream, int graceMs = 1000) = 0;
    /// Ends a request early; its result is Cancelled.
    virtual void cancel(RequestId id) = 0;
    /// Ends the relay; every pending request finishes with Cancelled.
    virtual void shutdown() = 0;

signals:
    void ready();
    /// Never emitted twice. Cancelled after shutdown().
    void ended(const paceline::Error &reason);
    void streamData(paceline::RequestId stream, const QByteArray &out);
    void streamError(paceline::RequestId stream, const QByteArray &err);
    /// exitStatus -1: the command's end was not seen, reason tells why (Cancelled, Disconnected). Otherwise it ended
    /// with that status; then reason is Cancelled if we asked for it, and Error{} if it ended by itself.
    void streamEnded(paceline::RequestId stream, int exitStatus, const paceline::Error &reason);
    /// Once a second while something moved: totals since the start.
    void traffic(qint64 requests, qint64 bytesIn, qint64 bytesOut);
    /// Round trip of the last ping, milliseconds; the host's clock minus ours, milliseconds, where the host tells it.
    void pinged(int roundTripMs, std::optional<qint64> hostOffsetMs);
    /// CPU time, user and system, that the relay and the commands that ended have used on the host since the start.
    /// With each ping.
    void remoteCpu(qint64 cpuMs);
};

} // namespace paceline
