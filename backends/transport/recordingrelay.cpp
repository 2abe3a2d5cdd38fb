// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/recordingrelay.h"

#include <QPointer>

namespace paceline {

using Event = Tape::StreamEvent;

static QByteArray keyOf(const CommandRequest &request)
{
    return request.key.isEmpty() ? request.command : request.key;
}

RecordingRelay::RecordingRelay(Relay &inner, const Clock &clock, QObject *parent)
    : Relay(parent)
    , m_inner(inner)
    , m_clock(clock)
{
    connect(&inner, &Relay::ready, this, &Relay::ready);
    connect(&inner, &Relay::ended, this, &Relay::ended);
    connect(&inner, &Relay::traffic, this, &Relay::traffic);
    connect(&inner, &Relay::pinged, this, &Relay::pinged);
    connect(&inner, &Relay::remoteCpu, this, &Relay::remoteCpu);
    connect(&inner, &Relay::streamData, this, [this](RequestId stream, const QByteArray &bytes) {
        note(stream, {.kind = Event::Kind::Data, .bytes = bytes});
        emit streamData(stream, bytes);
    });
    connect(&inner, &Relay::streamError, this, [this](RequestId stream, const QByteArray &bytes) {
        note(stream, {.kind = Event::Kind::ErrorData, .bytes = bytes});
        emit streamError(stream, bytes);
    });
    connect(&inner, &Relay::streamEnded, this, [this](RequestId stream, int status, const Error &reason) {
        note(stream, {.kind = Event::Kind::Ended, .exitStatus = status});
        m_keys.remove(stream);
        emit streamEnded(stream, status, reason);
    });
}

RecordingRelay::~RecordingRelay()
{
    stopRecording();
}

Result<void> RecordingRelay::startRecording(const QString &path, const QString &host, TapeScrub scrub)
{
    return m_writer.open(path, host, m_clock.nowMs(), std::move(scrub));
}

void RecordingRelay::stopRecording()
{
    m_writer.close(m_clock.nowMs());
}

void RecordingRelay::note(RequestId stream, Event event)
{
    if (!isRecording() || !m_keys.contains(stream))
        return;
    event.timeMs = m_clock.nowMs();
    m_writer.streamEvent(m_keys.value(stream), event);
    checkWriter();
}

void RecordingRelay::checkWriter()
{
    if (!m_writer.error())
        return;
    const Error reason = *m_writer.error();
    stopRecording();
    emit recordingFailed(reason);
}

// An answer that only tells of our own connection says nothing about the host.
static bool isOfTheHost(const std::optional<ErrorKind> &error)
{
    return error != ErrorKind::Cancelled && error != ErrorKind::Disconnected;
}

template <class T>
static std::optional<ErrorKind> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().kind);
}

Pending<CommandOutput> RecordingRelay::run(const CommandRequest &request)
{
    Pending<CommandOutput> pending = m_inner.run(request);
    // Results are posted to our thread, whoever finishes them.
    pending.result =
        pending.result.then([self = QPointer(this), key = keyOf(request)](const Result<CommandOutput> &result) {
            if (self && isOfTheHost(errorOf(result)))
                QMetaObject::invokeMethod(self, [self, key, result] {
                    if (!self->isRecording())
                        return;
                    self->m_writer.answer(self->m_clock.nowMs(), key, result);
                    self->checkWriter();
                });
            return result;
        });
    return pending;
}

Pending<FilePull> RecordingRelay::pull(const PullRequest &request)
{
    Pending<FilePull> pending = m_inner.pull(request);
    pending.result = pending.result.then([self = QPointer(this), path = request.path](const Result<FilePull> &result) {
        if (self && isOfTheHost(errorOf(result)))
            QMetaObject::invokeMethod(self, [self, path, result] {
                if (!self->isRecording())
                    return;
                self->m_writer.growth(self->m_clock.nowMs(), path, result);
                self->checkWriter();
            });
        return result;
    });
    return pending;
}

RequestId RecordingRelay::openStream(const CommandRequest &request)
{
    const RequestId stream = m_inner.openStream(request);
    QMetaObject::invokeMethod(this, [this, stream, key = keyOf(request)] {
        m_keys.insert(stream, key);
        note(stream, {.kind = Event::Kind::Opened});
    });
    return stream;
}

void RecordingRelay::sendLine(RequestId stream, const QByteArray &line)
{
    // What was sent is not kept, only that it was: a sample was asked for.
    QMetaObject::invokeMethod(this, [this, stream] { note(stream, {.kind = Event::Kind::LineSent}); });
    m_inner.sendLine(stream, line);
}

void RecordingRelay::stopStream(RequestId stream, int graceMs)
{
    m_inner.stopStream(stream, graceMs);
}

void RecordingRelay::cancel(RequestId id)
{
    m_inner.cancel(id);
}

void RecordingRelay::shutdown()
{
    m_inner.shutdown();
}

} // namespace paceline
