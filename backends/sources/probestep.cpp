// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/probestep.h"

#include "backends/core/logging.h"
#include "backends/core/text.h"
#include "backends/parsers/srun.h"
#include "backends/sources/probescript.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr int kCollectMs = 250, kAnswerMs = 2000, kFirstRateMs = 1000;
constexpr int kPendingMs = 15000, kLongestMs = 60000;
constexpr int kMaxFailures = 6, kMaxEndings = 3;
constexpr qint64 kOldStepMs = 75000; // longer than the relay of a lost connection can live
constexpr qsizetype kMaxLine = 256 << 10, kMaxErr = 8 << 10;
constexpr int kStopGraceMs = 15000;
constexpr int kSharedMs = 30000; // to wait for a step that shares GPUs before asking for one without

bool hasStepOfOurs(const QList<QByteArray> &lines)
{
    return std::any_of(lines.begin(), lines.end(),
                       [](const QByteArray &line) { return line.mid(line.indexOf('|') + 1) == "paceline"; });
}

/// The step waits for GPUs, or may not have them.
bool isBusy(const QByteArray &err)
{
    return err.contains("nodes are busy") || err.contains("step creation temporarily disabled") ||
           err.contains("generic resource") || err.contains("Invalid gres");
}

} // namespace

ProbeStep::ProbeStep(Relay &relay, const Clock &clock, JobId job, const std::vector<NodeName> &nodes, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_clock(clock)
    , m_table(job, nodes)
    , m_tickTimer(this)
    , m_collectTimer(this)
    , m_retryTimer(this)
    , m_sharedTimer(this)
{
    m_status.job = job;
    m_status.nodes = nodes;
    m_retryTimer.setSingleShot(true);
    m_sharedTimer.setSingleShot(true);
    m_collectTimer.setInterval(kCollectMs);
    connect(&m_tickTimer, &QTimer::timeout, this, &ProbeStep::tick);
    connect(&m_collectTimer, &QTimer::timeout, this, &ProbeStep::collect);
    connect(&m_retryTimer, &QTimer::timeout, this, &ProbeStep::check);
    connect(&m_sharedTimer, &QTimer::timeout, this, &ProbeStep::withoutGpus);
    connect(&relay, &Relay::streamData, this, &ProbeStep::onData);
    connect(&relay, &Relay::streamError, this, &ProbeStep::onError);
    connect(&relay, &Relay::streamEnded, this, &ProbeStep::onEnded);
}

ProbeStep::~ProbeStep()
{
    if (m_stream != 0)
        m_relay.stopStream(m_stream, kStopGraceMs);
}

void ProbeStep::setPeriod(int periodMs)
{
    m_periodMs = std::max(periodMs, 200);
    if (m_state == State::Running && m_tickTimer.interval() != m_periodMs)
        m_tickTimer.start(m_periodMs);
}

void ProbeStep::start()
{
    const bool mayHaveBegunAnew = m_state == State::Ended && m_status.why && m_status.why->kind == ErrorKind::JobEnded;
    if (m_state != State::Idle && !mayHaveBegunAnew)
        return;
    m_failures = m_endings = 0;
    m_oldStepSinceMs = 0;
    check();
}

void ProbeStep::stop()
{
    m_retryTimer.stop();
    m_tickTimer.stop();
    m_collectTimer.stop();
    m_sharedTimer.stop();
    if (m_stream != 0) {
        m_state = State::Stopping;
        m_relay.stopStream(m_stream, kStopGraceMs);
        return;
    }
    m_state = State::Ended;
    setStatus(ProbeStatus::Phase::Off, ProbeRung::QueueOnly, std::nullopt);
    emit ended();
}

void ProbeStep::check()
{
    m_state = State::Checking;
    setStatus(ProbeStatus::Phase::Starting, ProbeRung::OverlapStep, m_status.why);
    const QByteArray id = QByteArray::number(m_status.job.number);
    CommandRequest request;
    request.command = "squeue -h -j " + id + " -o '%T|%D' && squeue -h -s -j " + id + " -o '%i|%j'";
    request.key = "probe check " + id;
    m_relay.run(request).result.then(this, [this](const Result<CommandOutput> &answer) { onChecked(answer); });
}

void ProbeStep::onChecked(const Result<CommandOutput> &answer)
{
    if (m_state != State::Checking)
        return;
    if (!answer) {
        retry(answer.error(), answer.error().kind == ErrorKind::Disconnected ? m_reconnectMs : backOffMs());
        return;
    }
    if (answer->exitStatus != 0) {
        const Error why = srunFailure(answer->exitStatus, answer->err);
        if (why.kind == ErrorKind::JobEnded || why.kind == ErrorKind::NoSlurm)
            giveUp(why);
        else
            retry(why, backOffMs());
        return;
    }
    const QList<QByteArray> lines = answer->out.split('\n');
    const QByteArray state = lines.front().left(lines.front().indexOf('|'));
    if (state == "PENDING" || state == "CONFIGURING" || state == "REQUEUED" || state == "SUSPENDED" ||
        state == "REQUEUE_HOLD") {
        retry({ErrorKind::JobEnded, QString::fromUtf8(state)}, kPendingMs);
        return;
    }
    if (state != "RUNNING") {
        giveUp({ErrorKind::JobEnded, QString::fromUtf8(state)});
        return;
    }
    if (hasStepOfOurs(lines.mid(1))) {
        // A lost connection's step ends by itself. One that stays belongs to another Paceline of the same user.
        if (m_oldStepSinceMs == 0)
            m_oldStepSinceMs = m_clock.nowMs();
        if (m_clock.nowMs() - m_oldStepSinceMs < kOldStepMs) {
            retry(m_status.why.value_or(Error{ErrorKind::Disconnected, QStringLiteral("paceline")}), m_reconnectMs);
            return;
        }
    }
    open();
}

void ProbeStep::open()
{
    static const QByteArray script = probeScript();
    if (script.isEmpty() || m_status.nodes.empty()) {
        giveUp({ErrorKind::Internal, QStringLiteral("probe.sh")});
        return;
    }
    m_state = State::Opening;
    m_oldStepSinceMs = 0;
    m_toldPeriodMs = 0;
    m_buffer.clear();
    m_err.clear();
    m_table.restart();
    CommandRequest request;
    request.command = probeCommand(m_status.job, m_status.nodes.size(), script, m_gpuAccess);
    request.key = "probe " + QByteArray::number(m_status.job.number);
    m_stream = m_relay.openStream(request);
    if (m_gpuAccess == GpuAccess::Shared)
        m_sharedTimer.start(kSharedMs);
}

void ProbeStep::withoutGpus()
{
    m_sharedTimer.stop();
    if (m_state != State::Opening || m_gpuAccess == GpuAccess::None)
        return;
    m_state = State::Reopening;
    m_relay.stopStream(m_stream, kStopGraceMs); // a srun that waits for its step is ended with its session
}

void ProbeStep::onData(RequestId stream, const QByteArray &bytes)
{
    if (stream != m_stream || m_stream == 0)
        return;
    m_buffer += bytes;
    const qint64 nowMs = m_clock.nowMs();
    qsizetype start = 0;
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n', start)) {
        m_table.take(m_buffer.mid(start, end - start), nowMs);
        start = end + 1;
    }
    m_buffer.remove(0, start);
    if (m_buffer.size() > kMaxLine)
        m_buffer.clear();
    if (m_state == State::Opening && m_table.answeringNodes() > 0) {
        m_state = State::Running;
        m_sharedTimer.stop();
        m_failures = 0;
        setStatus(ProbeStatus::Phase::Running, ProbeRung::OverlapStep, std::nullopt);
        tick();
        m_tickTimer.start(m_periodMs);
        if (m_periodMs > kFirstRateMs)
            QTimer::singleShot(kFirstRateMs, this, [this] { tick(); });
    }
    if (m_state == State::Running)
        collect();
}

void ProbeStep::onError(RequestId stream, const QByteArray &bytes)
{
    if (stream != m_stream || m_stream == 0)
        return;
    m_err = (m_err + bytes).right(kMaxErr);
    if (isBusy(m_err))
        withoutGpus();
}

void ProbeStep::onEnded(RequestId stream, int exitStatus, const Error &reason)
{
    if (stream != m_stream || m_stream == 0)
        return;
    qCDebug(lcSource) << "step of job" << m_status.job.number << "ended:" << exitStatus << m_err.right(200);
    m_stream = 0;
    m_tickTimer.stop();
    m_collectTimer.stop();
    m_sharedTimer.stop();
    if (m_state == State::Stopping) {
        stop();
        return;
    }
    const bool isRefusedForGpus =
        m_state == State::Opening && m_gpuAccess == GpuAccess::Shared && isBusy(m_err) && exitStatus > 0;
    if (isRefusedForGpus || m_state == State::Reopening) {
        m_gpuAccess = GpuAccess::None;
        open();
        return;
    }
    const bool hadAnswered = m_state == State::Running;
    if (reason.kind == ErrorKind::Disconnected || reason.kind == ErrorKind::Cancelled) {
        retry(reason, m_reconnectMs);
        return;
    }
    const Error why = srunFailure(exitStatus, m_err);
    if (hadAnswered) { // whether the job is over, the check will tell
        if (++m_endings > kMaxEndings)
            giveUp(why);
        else
            retry(why, m_reconnectMs);
    } else if (why.kind == ErrorKind::ControllerDown ||
               (why.kind == ErrorKind::Internal && m_failures < kMaxFailures)) {
        retry(why, backOffMs());
    } else if (why.kind == ErrorKind::JobEnded) {
        retry(why, m_reconnectMs);
    } else {
        giveUp(why);
    }
}

void ProbeStep::tick()
{
    if (m_state != State::Running)
        return;
    const qint64 nowMs = m_clock.nowMs();
    QByteArray line = QByteArray::number(m_table.send(nowMs));
    if (m_toldPeriodMs != m_periodMs)
        line += ' ' + QByteArray::number(m_periodMs);
    m_toldPeriodMs = m_periodMs;
    m_relay.sendLine(m_stream, line);
    collect();
    if (!m_collectTimer.isActive())
        m_collectTimer.start();
}

void ProbeStep::collect()
{
    const qint64 nowMs = m_clock.nowMs();
    Batch batch;
    batch.timeMs = nowMs;
    batch.samples = m_table.takeColumns(nowMs, std::min(m_periodMs, kAnswerMs));
    for (const NodeHardwarePtr &hardware : m_table.takeHardware())
        batch.hardware.push_back({m_status.job, hardware});
    std::vector<NodeName> silent = m_table.silentNodes(nowMs);
    if (silent != m_status.silentNodes) {
        m_status.silentSinceMs = silent.empty() ? 0 : m_table.silentSinceMs(nowMs);
        m_status.silentNodes = std::move(silent);
        batch.probes.push_back(m_status);
    }
    if (!m_table.isWaiting(nowMs))
        m_collectTimer.stop();
    if (!batch.samples.empty() || !batch.probes.empty() || !batch.hardware.empty())
        emit batchReady(batch);
}

void ProbeStep::retry(const Error &why, int delayMs)
{
    m_state = State::Waiting;
    setStatus(ProbeStatus::Phase::Starting, ProbeRung::OverlapStep, why);
    m_retryTimer.start(delayMs);
}

void ProbeStep::giveUp(const Error &why)
{
    m_state = State::Ended;
    setStatus(ProbeStatus::Phase::Stopped, ProbeRung::QueueOnly, why);
}

int ProbeStep::backOffMs()
{
    return std::min(kLongestMs, 5000 << std::min(m_failures++, 4));
}

void ProbeStep::setStatus(ProbeStatus::Phase phase, ProbeRung rung, const std::optional<Error> &why)
{
    ProbeStatus status = m_status;
    status.phase = phase;
    status.rung = rung;
    status.why = why;
    if (phase != ProbeStatus::Phase::Running) {
        status.silentNodes.clear();
        status.silentSinceMs = 0;
    }
    if (status == m_status)
        return;
    m_status = std::move(status);
    Batch batch;
    batch.timeMs = m_clock.nowMs();
    batch.probes.push_back(m_status);
    emit batchReady(batch);
}

} // namespace paceline
