// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/clustersession.h"

#include "app/session/ingest.h"
#include "app/session/link.h"
#include "app/session/linkparts.h"
#include "app/session/linkrelay.h"
#include "app/session/sessionclock.h"
#include "app/session/tapelink.h"
#include "backends/transport/recordingrelay.h"
#include "resources/resources.h"

#include <QThread>

namespace paceline {

struct ClusterSession::Private
{
    HostSpec spec;
    ConnectionState state;
    QMap<QString, Interest> interests;
    SessionClock clock;
    QThread ioThread, ingestThread;
    // Each lives on its thread and is deleted there when the thread ends.
    LinkRelay *relay = nullptr;
    RecordingRelay *recorder = nullptr;
    HostLink *link = nullptr;
    Ingest *ingest = nullptr;

    /// Runs call(object) on the object's own thread.
    template <class T, class F>
    static void post(T *object, F call)
    {
        QMetaObject::invokeMethod(
            object, [object, call = std::move(call)] { call(*object); }, Qt::QueuedConnection);
    }
};

static void moveTo(QThread &thread, QObject *object)
{
    object->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, object, &QObject::deleteLater);
}

ClusterSession::ClusterSession(HostSpec spec, QObject *parent, History *history)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    initResources();
    qRegisterMetaType<ConnectionState>();
    qRegisterMetaType<LoginQuestion>();
    qRegisterMetaType<ChangeSet>();
    d->spec = std::move(spec);
    d->relay = new LinkRelay;
    const bool taped = d->spec.isTaped();
    if (taped)
        d->link = new TapeLink(d->spec, *d->relay, d->clock);
    else
        d->link = new Link(d->spec, makeLinkParts(), *d->relay, d->clock);
    d->recorder = new RecordingRelay(*d->relay, d->clock);
    d->ingest = new Ingest(*d->recorder, d->clock, taped ? nullptr : history, d->spec.clusterId());
    connect(d->link, &HostLink::stateChanged, this, [this](const ConnectionState &state) {
        d->state = state;
        emit connectionChanged(state);
    });
    connect(d->link, &HostLink::questionAsked, this, &ClusterSession::questionAsked);
    connect(d->link, &HostLink::up, d->ingest, &Ingest::onLinkUp);
    connect(d->link, &HostLink::down, d->ingest, &Ingest::onLinkDown);
    connect(d->ingest, &Ingest::changed, this, &ClusterSession::changed);
    // Deleted in this order: a recording is closed by the clock of the tape, which the link owns.
    moveTo(d->ioThread, d->recorder);
    moveTo(d->ioThread, d->link);
    moveTo(d->ioThread, d->relay);
    connect(d->recorder, &RecordingRelay::recordingFailed, this, &ClusterSession::recordingFailed);
    moveTo(d->ingestThread, d->ingest);
    d->ioThread.setObjectName(QStringLiteral("paceline-io"));
    d->ingestThread.setObjectName(QStringLiteral("paceline-ingest"));
    d->ioThread.start();
    d->ingestThread.start();
}

ClusterSession::~ClusterSession()
{
    // The sources go first: they hold references to the relay and the clock.
    d->ingestThread.quit();
    d->ingestThread.wait();
    Private::post(d->link, [](HostLink &link) { link.disconnectFromHost(); });
    Private::post(d->relay, [thread = &d->ioThread](LinkRelay &) { thread->quit(); });
    d->ioThread.wait();
}

const HostSpec &ClusterSession::spec() const
{
    return d->spec;
}

const ConnectionState &ClusterSession::connection() const
{
    return d->state;
}

const Clock &ClusterSession::clock() const
{
    return d->clock;
}

void ClusterSession::connectToHost()
{
    Private::post(d->link, [](HostLink &link) { link.connectToHost(); });
}

void ClusterSession::disconnectFromHost()
{
    Private::post(d->link, [](HostLink &link) { link.disconnectFromHost(); });
}

void ClusterSession::reconnectNow()
{
    Private::post(d->link, [](HostLink &link) { link.reconnectNow(); });
}

void ClusterSession::answer(quint64 questionId, bool accepted, const QStringList &answers)
{
    Private::post(d->link, [=](HostLink &link) { link.answer(questionId, accepted, answers); });
}

void ClusterSession::setInterest(const QString &viewer, const Interest &interest)
{
    if (interest == Interest{})
        d->interests.remove(viewer);
    else
        d->interests.insert(viewer, interest);
    Private::post(d->ingest, [all = merged(d->interests)](Ingest &ingest) { ingest.setInterest(all); });
}

void ClusterSession::setWatchOwnJobs(bool on)
{
    Private::post(d->ingest, [on](Ingest &ingest) { ingest.setWatchOwnJobs(on); });
}

void ClusterSession::setCounterBudget(qint64 bytes)
{
    Private::post(d->ingest, [bytes](Ingest &ingest) { ingest.setCounterBudget(bytes); });
}

void ClusterSession::setPatterns(std::shared_ptr<const logs::PatternSet> patterns)
{
    Private::post(d->ingest, [patterns = std::move(patterns)](Ingest &ingest) { ingest.setPatterns(patterns); });
}

void ClusterSession::refreshQueue()
{
    Private::post(d->ingest, [](Ingest &ingest) { ingest.refresh(); });
}

void ClusterSession::addRunFile(JobId job, const QString &path)
{
    Private::post(d->ingest, [job, path](Ingest &ingest) { ingest.addRunFile(job, path); });
}

void ClusterSession::setRunFileRead(JobId job, const QString &path, bool isRead)
{
    Private::post(d->ingest, [job, path, isRead](Ingest &ingest) { ingest.setRunFileRead(job, path, isRead); });
}

void ClusterSession::record(const QString &path)
{
    Private::post(d->recorder, [path, host = d->spec.host](RecordingRelay &recorder) {
        recorder.stopRecording();
        if (path.isEmpty())
            return;
        const auto started = recorder.startRecording(path, host);
        if (!started)
            emit recorder.recordingFailed(started.error());
    });
}

} // namespace paceline
