// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/transport/piperelay.h"

#include "backends/core/logging.h"
#include "backends/core/text.h"
#include "backends/transport/relayscript.h"

#include <QDateTime>

namespace paceline {

static constexpr int kMaxKills = 5; // then the process is beyond reach (a dead file system)

PipeRelay::PipeRelay(std::unique_ptr<BytePipe> pipe, PipeRelayOptions options, QObject *parent)
    : Relay(parent)
    , m_pipe(pipe.release())
    , m_options(std::move(options))
    , m_token(newRelayToken())
    , m_frames(m_token)
    , m_readyTimer(this)
    , m_beatTimer(this)
    , m_trafficTimer(this)
{
    m_pipe->setParent(this);
    m_readyTimer.setSingleShot(true);
    m_trafficTimer.setSingleShot(true);
    connect(m_pipe, &BytePipe::opened, this, &PipeRelay::pipeOpened);
    connect(m_pipe, &BytePipe::received, this, &PipeRelay::receive);
    connect(m_pipe, &BytePipe::closed, this, &PipeRelay::pipeClosed);
    connect(&m_beatTimer, &QTimer::timeout, this, &PipeRelay::beat);
    connect(&m_trafficTimer, &QTimer::timeout, this, &PipeRelay::reportTraffic);
    connect(&m_readyTimer, &QTimer::timeout, this, [this] {
        end({ErrorKind::ShellUnusable, QString::fromUtf8(m_frames.noise())});
    });
}

PipeRelay::~PipeRelay()
{
    m_pipe->disconnect(this);
    blockSignals(true);
    for (const JobPtr &job : std::as_const(m_byId))
        job->fail({ErrorKind::Cancelled, {}});
}

void PipeRelay::start()
{
    m_pipe->open(relayStartCommand(m_options.shell));
}

void PipeRelay::pipeOpened()
{
    m_pipeIsOpen = true;
    m_readyTimer.start(m_options.readyTimeoutMs);
    const QByteArray script = relayScriptLine(m_token, m_options.deadManS);
    m_bytesOut += script.size();
    m_pipe->write(script);
}

void PipeRelay::pipeClosed(const Error &reason)
{
    if (!m_isReady && m_pipeIsOpen && reason.kind == ErrorKind::Disconnected)
        end({ErrorKind::ShellUnusable, QString::fromUtf8(m_frames.noise()) + reason.detail});
    else
        end(reason);
}

void PipeRelay::receive(const QByteArray &bytes)
{
    m_sinceByte.start();
    m_bytesIn += bytes.size();
    reportTraffic();
    const Result<void> fed = m_frames.feed(bytes, [this](RelayFrame &&frame) {
        if (!m_endReason)
            take(std::move(frame));
    });
    if (!fed)
        return end(fed.error());
    const QList<JobPtr> jobs = m_bySlot.values(); // a slot of our signals may change the table
    for (const JobPtr &job : jobs)
        job->flush();
}

void PipeRelay::take(RelayFrame &&frame)
{
    if (frame.slot == 0) {
        if (frame.kind == 'R' && !m_isReady)
            becomeReady(frame.text);
        else if (frame.kind == 'G')
            takePong(frame);
        return;
    }
    const JobPtr job = m_bySlot.value(frame.slot);
    if (!job)
        return;
    if (frame.kind == 'E')
        return jobEnded(job, frame.text.toInt());
    if (job->isCondemned)
        return;
    job->take(std::move(frame));
    if (job->kind == RelayJob::Kind::Stream) {
        for (const QByteArray &line : static_cast<StreamJob &>(*job).released())
            send(line);
    }
}

void PipeRelay::becomeReady(const QByteArray &text)
{
    qCDebug(lcRelay) << "ready" << text << "after" << m_frames.noise().size() << "bytes of noise";
    m_isReady = true;
    m_readyTimer.stop();
    m_beatTimer.start(m_options.pingIntervalMs);
    beat();
    emit ready();
    sendWaiting();
}

void PipeRelay::jobEnded(const JobPtr &job, int status)
{
    if (job->isCondemned || job->ended(status) == RelayJob::After::Done) {
        forget(job);
        sendWaiting();
    } else if (const Result<QByteArray> line = job->requestLine(job->slotNumber); line) {
        send(*line);
    } else {
        job->fail(line.error());
        forget(job);
    }
}

void PipeRelay::enqueue(const JobPtr &job)
{
    if (m_endReason)
        return job->fail(*m_endReason);
    m_byId.insert(job->id, job);
    m_waiting.push_back(job);
    sendWaiting();
}

bool PipeRelay::mayStart(const RelayJob &job) const
{
    if (job.kind == RelayJob::Kind::Stream)
        return true;
    const auto busy = std::count_if(m_bySlot.begin(), m_bySlot.end(), [&](const JobPtr &other) {
        return other->kind == job.kind && !other->isCondemned;
    });
    return busy < (job.kind == RelayJob::Kind::Run ? m_options.maxRuns : m_options.maxPulls);
}

void PipeRelay::sendWaiting()
{
    if (!m_isReady || m_endReason)
        return;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (!mayStart(**it)) {
            ++it;
            continue;
        }
        const JobPtr job = *it;
        it = m_waiting.erase(it);
        startJob(job);
    }
}

void PipeRelay::startJob(const JobPtr &job)
{
    int slotNumber = 1;
    while (m_bySlot.contains(slotNumber))
        ++slotNumber;
    const Result<QByteArray> line = job->requestLine(slotNumber);
    if (!line) {
        m_byId.remove(job->id);
        return job->fail(line.error());
    }
    job->slotNumber = slotNumber;
    m_bySlot.insert(slotNumber, job);
    ++m_requests;
    send(*line);
    job->timer.setSingleShot(true);
    if (job->timeoutMs > 0) {
        connect(&job->timer, &QTimer::timeout, this, [this, weak = std::weak_ptr(job)] {
            if (const JobPtr late = weak.lock())
                condemn(late, {ErrorKind::TimedOut, QStringLiteral("%1 ms").arg(late->timeoutMs)});
        });
        job->timer.start(job->timeoutMs);
    }
    if (job->kind == RelayJob::Kind::Stream) {
        for (const QByteArray &early : static_cast<StreamJob &>(*job).released())
            send(early);
    }
}

// Answers now, and ends on the host what still runs there; the slot is free only when that has ended.
void PipeRelay::condemn(const JobPtr &job, const Error &error)
{
    if (job->isCondemned)
        return;
    job->isCondemned = true;
    job->fail(error);
    if (job->slotNumber == 0) {
        std::erase(m_waiting, job);
        m_byId.remove(job->id);
        return;
    }
    signalAgain(job);
    sendWaiting();
}

void PipeRelay::signalJob(const JobPtr &job, const char *signal)
{
    if (!m_endReason && m_bySlot.value(job->slotNumber) == job)
        send("K " + QByteArray::number(job->slotNumber) + ' ' + signal);
}

// TERM, then KILL until the host says that it is gone.
void PipeRelay::signalAgain(const JobPtr &job)
{
    signalJob(job, job->signalsSent == 0 ? "USR1" : "USR2");
    if (++job->signalsSent > kMaxKills)
        return;
    job->timer.disconnect(this);
    connect(&job->timer, &QTimer::timeout, this, [this, weak = std::weak_ptr(job)] {
        if (const JobPtr stubborn = weak.lock())
            signalAgain(stubborn);
    });
    job->timer.start(m_options.killGraceMs);
}

void PipeRelay::forget(const JobPtr &job)
{
    job->timer.stop();
    m_bySlot.remove(job->slotNumber);
    m_byId.remove(job->id);
}

void PipeRelay::sendStreamLine(RequestId stream, const QByteArray &line)
{
    const JobPtr job = m_byId.value(stream);
    if (!job || job->kind != RelayJob::Kind::Stream || static_cast<StreamJob &>(*job).isStopped)
        return;
    if (const QByteArray request = static_cast<StreamJob &>(*job).lineFor(line); !request.isEmpty())
        send(request);
}

void PipeRelay::stopStreamNow(RequestId stream, int graceMs)
{
    const JobPtr job = m_byId.value(stream);
    if (!job || job->kind != RelayJob::Kind::Stream || std::exchange(static_cast<StreamJob &>(*job).isStopped, true))
        return;
    if (job->slotNumber == 0)
        return condemn(job, {ErrorKind::Cancelled, {}});
    signalJob(job, "HUP");
    connect(&job->timer, &QTimer::timeout, this, [this, weak = std::weak_ptr(job)] {
        if (const JobPtr stubborn = weak.lock())
            signalAgain(stubborn);
    });
    job->timer.start(graceMs);
}

void PipeRelay::cancelNow(RequestId id)
{
    const JobPtr job = m_byId.value(id);
    if (!job)
        return;
    if (job->kind == RelayJob::Kind::Stream)
        stopStreamNow(id, 0);
    else
        condemn(job, {ErrorKind::Cancelled, {}});
}

void PipeRelay::send(const QByteArray &line)
{
    m_bytesOut += line.size() + 1;
    m_pipe->write(line + '\n');
    reportTraffic();
}

void PipeRelay::end(const Error &reason)
{
    if (m_endReason)
        return;
    qCDebug(lcRelay) << "ends:" << int(reason.kind) << displayText(reason.detail, 200);
    m_endReason = reason;
    m_readyTimer.stop();
    m_beatTimer.stop();
    m_trafficTimer.stop();
    m_pipe->disconnect(this);
    const ErrorKind kind = reason.kind == ErrorKind::Cancelled ? ErrorKind::Cancelled : ErrorKind::Disconnected;
    const QHash<RequestId, JobPtr> jobs = std::exchange(m_byId, {});
    m_bySlot.clear();
    m_waiting.clear();
    for (const JobPtr &job : jobs) {
        job->timer.stop();
        job->fail({kind, reason.detail});
    }
    m_pipe->close();
    emit ended(reason);
}

// ---- called from any thread

Pending<CommandOutput> PipeRelay::run(const CommandRequest &request)
{
    auto job = std::make_shared<RunJob>(newRequestId(), request);
    job->timer.moveToThread(thread());
    Pending<CommandOutput> pending{job->id, job->future()};
    QMetaObject::invokeMethod(this, [this, job] { enqueue(job); });
    return pending;
}

Pending<FilePull> PipeRelay::pull(const PullRequest &request)
{
    auto job = std::make_shared<PullJob>(newRequestId(), request, m_pace);
    job->timer.moveToThread(thread());
    Pending<FilePull> pending{job->id, job->future()};
    QMetaObject::invokeMethod(this, [this, job] { enqueue(job); });
    return pending;
}

RequestId PipeRelay::openStream(const CommandRequest &request)
{
    auto job = std::make_shared<StreamJob>(newRequestId(), request, *this);
    job->timer.moveToThread(thread());
    // Queued even on our own thread: the caller learns the id before it learns of the end.
    QMetaObject::invokeMethod(
        this, [this, job] { enqueue(job); }, Qt::QueuedConnection);
    return job->id;
}

void PipeRelay::sendLine(RequestId stream, const QByteArray &line)
{
    QMetaObject::invokeMethod(
        this, [this, stream, line] { sendStreamLine(stream, line); }, Qt::QueuedConnection);
}

void PipeRelay::stopStream(RequestId stream, int graceMs)
{
    QMetaObject::invokeMethod(
        this, [this, stream, graceMs] { stopStreamNow(stream, graceMs); }, Qt::QueuedConnection);
}

void PipeRelay::cancel(RequestId id)
{
    QMetaObject::invokeMethod(
        this, [this, id] { cancelNow(id); }, Qt::QueuedConnection);
}

void PipeRelay::shutdown()
{
    QMetaObject::invokeMethod(this, [this] { end({ErrorKind::Cancelled, {}}); });
}

} // namespace paceline
