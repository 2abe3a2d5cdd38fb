// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/transport/relay.h"
#include "backends/transport/tapewriter.h"

#include <QHash>

namespace paceline {

/// Passes every request on to another relay and, while recording, writes what comes back to a tape. Lives on the thread
/// of the relay beneath, which must outlive it. Recording may start and stop at any time; streams that run already are
/// recorded from then on.
class RecordingRelay final : public Relay
{
    Q_OBJECT
public:
    RecordingRelay(Relay &inner, const Clock &clock, QObject *parent = nullptr);
    ~RecordingRelay() override;

    /// On the relay's thread. Errors: PermissionDenied, DiskFull.
    Result<void> startRecording(const QString &path, const QString &host, TapeScrub scrub = {});
    void stopRecording();
    bool isRecording() const { return m_writer.isOpen(); }

    Pending<CommandOutput> run(const CommandRequest &request) override;
    Pending<FilePull> pull(const PullRequest &request) override;
    RequestId openStream(const CommandRequest &request) override;
    void sendLine(RequestId stream, const QByteArray &line) override;
    void stopStream(RequestId stream, int graceMs = 1000) override;
    void cancel(RequestId id) override;
    void shutdown() override;

signals:
    /// The tape could not be written on; recording has stopped.
    void recordingFailed(const paceline::Error &reason);

private:
    void note(RequestId stream, Tape::StreamEvent event);
    void checkWriter();

    Relay &m_inner;
    const Clock &m_clock;
    TapeWriter m_writer;
    QHash<RequestId, QByteArray> m_keys; ///< of the streams that run
};

} // namespace paceline
