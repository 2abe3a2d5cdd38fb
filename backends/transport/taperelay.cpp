// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/taperelay.h"

#include <algorithm>
#include <cmath>

namespace paceline {

/// A replay asks a little earlier than the recording did: an answer that comes so soon is taken.
static constexpr qint64 kAheadMs = 15000;
/// While the clock is paused, and at high speeds.
static constexpr int kMinWaitMs = 20, kMaxWaitMs = 500;

using Event = Tape::StreamEvent;

template <class T>
static Pending<T> finished(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    Pending<T> pending{newRequestId(), promise.future()};
    promise.addResult(std::move(result));
    promise.finish();
    return pending;
}

TapeRelay::TapeRelay(std::shared_ptr<const Tape> tape, const TapeClock &clock, QObject *parent)
    : Relay(parent)
    , m_tape(std::move(tape))
    , m_clock(clock)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TapeRelay::playAll);
}

void TapeRelay::start()
{
    QMetaObject::invokeMethod(this, &Relay::ready, Qt::QueuedConnection);
}

/// The last entry at or before nowMs, else the first if it comes soon, else none.
template <class Entry>
static const Entry *entryAt(const std::vector<Entry> &entries, qint64 nowMs)
{
    const auto after = std::upper_bound(entries.begin(), entries.end(), nowMs,
                                        [](qint64 timeMs, const Entry &entry) { return timeMs < entry.timeMs; });
    if (after != entries.begin())
        return &*std::prev(after);
    return after != entries.end() && after->timeMs <= nowMs + kAheadMs ? &*after : nullptr;
}

Result<CommandOutput> TapeRelay::answer(const QByteArray &key) const
{
    const auto found = m_tape->answers.constFind(key);
    const Tape::Answer *entry = found == m_tape->answers.cend() ? nullptr : entryAt(*found, m_clock.nowMs());
    if (!entry)
        return failure(ErrorKind::NotFound, QString::fromUtf8(key));
    return entry->result;
}

Result<FilePull> TapeRelay::content(const PullRequest &request) const
{
    const auto found = m_tape->files.constFind(request.path);
    const Tape::Growth *last = found == m_tape->files.cend() ? nullptr : entryAt(*found, m_clock.nowMs());
    if (!last)
        return failure(ErrorKind::NotFound, QString::fromUtf8(request.path));
    if (!last->pull)
        return last->pull;
    FilePull pull = *last->pull;
    pull.offset = request.offset;
    const qint64 end = std::min(pull.size, request.offset + std::max<qint64>(0, request.maxBytes));
    // What the recording never read is blank lines, so that offsets stay true.
    pull.bytes = QByteArray(std::max<qint64>(0, end - request.offset), '\n');
    for (const Tape::Growth *entry = found->data(); entry <= last; ++entry) {
        const Result<FilePull> &piece = entry->pull;
        if (!piece || piece->inode != pull.inode || piece->device != pull.device)
            continue;
        const qint64 from = std::max(piece->offset, request.offset);
        const qint64 to = std::min(piece->offset + piece->bytes.size(), end);
        if (from < to)
            std::copy_n(piece->bytes.constData() + (from - piece->offset), to - from,
                        pull.bytes.begin() + (from - request.offset));
    }
    return pull;
}

void TapeRelay::answered(qint64 bytes)
{
    QMetaObject::invokeMethod(
        this,
        [this, bytes] {
            m_bytes += bytes;
            emit traffic(++m_requests, m_bytes, 0);
        },
        Qt::QueuedConnection);
}

Pending<CommandOutput> TapeRelay::run(const CommandRequest &request)
{
    if (m_hasEnded)
        return finished<CommandOutput>(failure(ErrorKind::Cancelled));
    Result<CommandOutput> result = answer(request.key.isEmpty() ? request.command : request.key);
    answered(result ? result->out.size() : 0);
    return finished(std::move(result));
}

Pending<FilePull> TapeRelay::pull(const PullRequest &request)
{
    if (m_hasEnded)
        return finished<FilePull>(failure(ErrorKind::Cancelled));
    Result<FilePull> result = content(request);
    answered(result ? result->bytes.size() : 0);
    return finished(std::move(result));
}

RequestId TapeRelay::openStream(const CommandRequest &request)
{
    const RequestId stream = newRequestId();
    const QByteArray key = request.key.isEmpty() ? request.command : request.key;
    QMetaObject::invokeMethod(
        this, [this, stream, key, nowMs = m_clock.nowMs()] { beginStream(stream, key, nowMs); }, Qt::QueuedConnection);
    return stream;
}

void TapeRelay::beginStream(RequestId stream, const QByteArray &key, qint64 nowMs)
{
    const auto found = m_tape->streams.constFind(key);
    if (m_hasEnded || found == m_tape->streams.cend())
        return emit streamEnded(stream, -1,
                                {m_hasEnded ? ErrorKind::Cancelled : ErrorKind::NotFound, QString::fromUtf8(key)});
    Playing playing{.events = &*found};
    const auto first = std::lower_bound(found->begin(), found->end(), nowMs,
                                        [](const Event &event, qint64 timeMs) { return event.timeMs < timeMs; });
    playing.next = size_t(first - found->begin());
    playing.isFed =
        std::any_of(found->begin(), found->end(), [](const Event &e) { return e.kind == Event::Kind::LineSent; });
    m_streams.insert(stream, playing);
    if (playing.isFed)
        greet(stream);
    schedule();
}

// What a fed stream says before the first line: the client may wait for it. Of several recorded streams, the one that
// was open at this time.
void TapeRelay::greet(RequestId stream)
{
    const std::vector<Event> &events = *m_streams[stream].events;
    size_t at = m_streams[stream].next;
    while (at > 0 && (at == events.size() || events[at].kind != Event::Kind::Opened))
        --at;
    for (; at < events.size() && events[at].kind != Event::Kind::LineSent && m_streams.contains(stream); ++at) {
        if (events[at].kind == Event::Kind::Data)
            emit streamData(stream, events[at].bytes);
    }
}

// Gives what was answered to the last line that had been sent by this time of the tape; after the end, to the last of
// all.
void TapeRelay::answerLine(RequestId stream, const QByteArray &line)
{
    if (!m_streams.contains(stream))
        return;
    const std::vector<Event> &events = *m_streams[stream].events;
    const qint64 nowMs = m_clock.nowMs();
    size_t asked = events.size();
    for (size_t i = 0; i < events.size() && (asked == events.size() || events[i].timeMs <= nowMs); ++i) {
        if (events[i].kind == Event::Kind::LineSent)
            asked = i;
    }
    for (size_t i = asked + 1; i < events.size() && events[i].kind != Event::Kind::LineSent; ++i) {
        if (events[i].kind == Event::Kind::Data && m_streams.contains(stream))
            emit streamData(stream, m_refit ? m_refit(events[i].bytes, line) : events[i].bytes);
    }
    const Event &last = events.back();
    if (last.kind == Event::Kind::Ended && last.exitStatus >= 0 && last.timeMs <= nowMs)
        endStream(stream, last.exitStatus, Error{});
}

// Gives what is due. The end of a recorded stream counts only if none of the same key follows: the recording had lost
// its connection.
void TapeRelay::play(RequestId stream)
{
    const qint64 nowMs = m_clock.nowMs();
    while (m_streams.contains(stream)) {
        Playing &playing = m_streams[stream];
        if (playing.next >= playing.events->size() || (*playing.events)[playing.next].timeMs > nowMs)
            return;
        const Event &event = (*playing.events)[playing.next++];
        const bool isLast = playing.next == playing.events->size();
        if (event.kind == Event::Kind::Data)
            emit streamData(stream, event.bytes);
        else if (event.kind == Event::Kind::ErrorData)
            emit streamError(stream, event.bytes);
        else if (event.kind == Event::Kind::Ended && isLast && event.exitStatus >= 0)
            endStream(stream, event.exitStatus, Error{});
    }
}

void TapeRelay::playAll()
{
    const QList<RequestId> streams = m_streams.keys();
    for (const RequestId stream : streams) {
        if (!m_streams.value(stream).isFed)
            play(stream);
    }
    schedule();
}

void TapeRelay::schedule()
{
    std::optional<qint64> nextMs;
    for (const Playing &playing : std::as_const(m_streams)) {
        if (!playing.isFed && playing.next < playing.events->size())
            nextMs = std::min((*playing.events)[playing.next].timeMs, nextMs.value_or(INT64_MAX));
    }
    if (!nextMs)
        return;
    const double speed = m_clock.speed();
    const double waitMs = speed > 0 ? std::ceil(double(*nextMs - m_clock.nowMs()) / speed) : kMaxWaitMs;
    m_timer.start(int(std::clamp<double>(waitMs, kMinWaitMs, kMaxWaitMs)));
}

void TapeRelay::endStream(RequestId stream, int exitStatus, const Error &reason)
{
    if (m_streams.remove(stream) > 0)
        emit streamEnded(stream, exitStatus, reason);
}

void TapeRelay::sendLine(RequestId stream, const QByteArray &line)
{
    QMetaObject::invokeMethod(
        this, [this, stream, line] { answerLine(stream, line); }, Qt::QueuedConnection);
}

void TapeRelay::stopStream(RequestId stream, int)
{
    QMetaObject::invokeMethod(
        this,
        [this, stream] {
            endStream(stream, 0, {ErrorKind::Cancelled, {}});
        },
        Qt::QueuedConnection);
}

void TapeRelay::cancel(RequestId id)
{
    stopStream(id, 0);
}

void TapeRelay::shutdown()
{
    if (m_hasEnded.exchange(true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        const QList<RequestId> streams = m_streams.keys();
        for (const RequestId stream : streams)
            endStream(stream, -1, {ErrorKind::Cancelled, {}});
        m_timer.stop();
        emit ended({ErrorKind::Cancelled, {}});
    });
}

} // namespace paceline
