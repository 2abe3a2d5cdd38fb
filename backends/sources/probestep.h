// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/sources/probescript.h"
#include "backends/sources/probetable.h"
#include "backends/transport/relay.h"

#include <QObject>
#include <QTimer>

namespace paceline {

/// The one job step that samples one watched job: looks for a step of ours that is still there, starts `srun --overlap`
/// through the relay, sends the ticks, notices silence, and starts again after a lost connection. Ingest thread; owned
/// by ProbeSource.
class ProbeStep final : public QObject
{
    Q_OBJECT
public:
    ProbeStep(Relay &relay, const Clock &clock, JobId job, const std::vector<NodeName> &nodes,
              QObject *parent = nullptr);
    ~ProbeStep() override;

    JobId job() const { return m_status.job; }
    const std::vector<NodeName> &nodes() const { return m_status.nodes; }
    const ProbeStatus &status() const { return m_status; }
    void setPeriod(int periodMs);
    void setReconnectMs(int ms) { m_reconnectMs = ms; }
    void start();
    /// Ends the step by the end of its input; ended() follows, at once when nothing runs.
    void stop();

signals:
    void batchReady(const paceline::Batch &batch);
    void ended();

private:
    enum class State { Idle, Checking, Opening, Reopening, Running, Waiting, Stopping, Ended };

    void check();
    void onChecked(const Result<CommandOutput> &answer);
    void open();
    void withoutGpus();
    void onData(RequestId stream, const QByteArray &bytes);
    void onError(RequestId stream, const QByteArray &bytes);
    void onEnded(RequestId stream, int exitStatus, const Error &reason);
    void tick();
    void collect();
    void retry(const Error &why, int delayMs);
    void giveUp(const Error &why);
    void setStatus(ProbeStatus::Phase phase, ProbeRung rung, const std::optional<Error> &why);
    int backOffMs();

    Relay &m_relay;
    const Clock &m_clock;
    State m_state = State::Idle;
    GpuAccess m_gpuAccess = GpuAccess::Shared;
    ProbeStatus m_status;
    ProbeTable m_table;
    RequestId m_stream = 0;
    QByteArray m_buffer, m_err;
    int m_periodMs = 2000, m_reconnectMs = 3000;
    int m_toldPeriodMs = 0; ///< the probe's GPU tools keep it
    int m_failures = 0;     ///< in a row, without an answer in between
    int m_endings = 0;      ///< of a step that had answered, while the job went on
    qint64 m_oldStepSinceMs = 0;
    QTimer m_tickTimer, m_collectTimer, m_retryTimer, m_sharedTimer;
};

} // namespace paceline
