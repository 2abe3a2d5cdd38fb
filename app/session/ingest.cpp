// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/ingest.h"

#include "app/session/runkeeper.h"
#include "backends/parsers/hostlist.h"
#include "backends/parsers/logs/logstream.h"
#include "backends/parsers/logs/patternset.h"
#include "backends/sources/logsource.h"
#include "backends/sources/probesource.h"
#include "backends/sources/runfilesource.h"
#include "backends/sources/slurmsource.h"

namespace paceline {

/// What the user added for a run, as it is remembered: a path a line.
static const QString kAddedFiles = QStringLiteral("files.added");

Ingest::Ingest(Relay &relay, const Clock &clock, History *history, const ClusterId &cluster)
    : m_clock(clock)
    , m_slurm(new SlurmSource(relay, clock, this))
    , m_logs(new LogSource(relay, clock, this))
    , m_files(new RunFileSource(relay, clock, this))
    , m_probe(new ProbeSource(relay, clock, this))
    , m_runs(new RunKeeper(history, cluster, clock, this))
    , m_cost(clock)
    , m_publishTimer(this)
{
    for (Source *source : std::initializer_list<Source *>{m_slurm, m_logs, m_files, m_probe})
        connect(source, &Source::batchReady, this, &Ingest::take);
    connect(m_logs, &LogSource::zoneKnown, m_files, &RunFileSource::setZone);
    connect(m_runs, &RunKeeper::recalled, this, &Ingest::goOn);
    connect(m_runs, &RunKeeper::remembered, this, [this](JobId job, const QMap<QString, QString> &told) {
        for (const QString &path : told.value(kAddedFiles).split(u'\n', Qt::SkipEmptyParts))
            m_files->add(job, path);
    });
    connect(m_runs, &RunKeeper::problemTold, this, [this](const Problem &problem) {
        Batch batch;
        batch.timeMs = problem.timeMs;
        batch.problems.push_back(problem);
        take(batch);
    });
    connect(&relay, &Relay::remoteCpu, this, [this](qint64 cpuMs) { m_cost.addRemoteCpu(cpuMs); });
    connect(&relay, &Relay::traffic, this, [this](qint64 requests, qint64 bytesIn, qint64 bytesOut) {
        m_cost.add(requests, bytesIn, bytesOut);
        Batch batch;
        batch.timeMs = m_clock.nowMs();
        batch.cost = m_cost.cost();
        take(batch);
    });
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setInterval(kPublishMs);
    connect(&m_publishTimer, &QTimer::timeout, this, &Ingest::publish);
}

Ingest::~Ingest() = default;

void Ingest::onLinkUp()
{
    m_cost.restart();
    m_slurm->resume();
    m_logs->resume();
    m_files->resume();
    tellLink(std::nullopt);
    applyInterest();
}

void Ingest::onLinkDown()
{
    m_slurm->pause();
    m_logs->pause();
    m_files->pause();
    tellLink(Error{ErrorKind::Disconnected, {}});
}

/// Everything that was read stays, and grows old: the problem says so until the link is back.
void Ingest::tellLink(const std::optional<Error> &error)
{
    if (!error && !m_linkWasLost)
        return;
    m_linkWasLost = error.has_value();
    Batch batch;
    batch.timeMs = m_clock.nowMs();
    batch.problems.push_back({Problem::Subject::Connection, JobId{}, error.value_or(Error{ErrorKind::Disconnected, {}}),
                              batch.timeMs, !error});
    take(batch);
}

void Ingest::setInterest(const Interest &interest)
{
    m_interest = interest;
    applyInterest();
}

void Ingest::setWatchOwnJobs(bool on)
{
    m_watchOwn = on;
    applyInterest();
}

void Ingest::setPatterns(const std::shared_ptr<const logs::PatternSet> &patterns)
{
    const QByteArray before = m_patterns ? m_patterns->fingerprint() : QByteArray();
    m_patterns = patterns;
    m_logs->setPatterns(patterns);
    if ((patterns ? patterns->fingerprint() : QByteArray()) == before)
        return;
    for (auto watched = m_watched.cbegin(); watched != m_watched.cend(); ++watched) {
        m_logs->unfollow(watched.key());
        m_store.readAnew(watched.key());
        followDetail(*watched);
    }
}

void Ingest::refresh()
{
    m_slurm->refresh();
}

void Ingest::applyInterest()
{
    m_slurm->setQueueInterest(m_interest.queue || m_watchOwn || !m_interest.jobs.isEmpty(),
                              m_interest.background ? kBackgroundQueueMs : kQueueMs);
    m_slurm->setNodesInterest(m_interest.nodes);
    updateWatched();
}

QSet<JobId> Ingest::ownRunningJobs() const
{
    QSet<JobId> own;
    if (!m_watchOwn || !m_jobs || m_user.isEmpty())
        return own;
    for (const auto &job : m_jobs->jobs) {
        if (job->user == m_user && job->state == JobState::Running && own.size() < kOwnJobsWatched)
            own.insert(job->id);
    }
    return own;
}

bool Ingest::isProbed(JobId job) const
{
    return m_interest.jobs.contains(job) || ownRunningJobs().contains(job);
}

void Ingest::updateWatched()
{
    const QSet<JobId> wanted = m_interest.jobs + m_interest.logs + m_interest.details + ownRunningJobs();
    const QList<JobId> present = m_watched.keys();
    for (const JobId job : present) {
        if (!wanted.contains(job))
            unwatch(job);
    }
    for (const JobId job : wanted) {
        if (!m_watched.contains(job)) {
            m_watched.insert(job, {});
            m_slurm->watchJob(job);
        } else {
            followDetail(m_watched.value(job));
            probeDetail(m_watched.value(job)); // the period may have changed
        }
    }
}

void Ingest::unwatch(JobId job)
{
    m_watched.remove(job);
    m_slurm->unwatchJob(job);
    m_logs->unfollow(job);
    m_files->unfollow(job);
    m_probe->unwatch(job);
    m_runs->forget(job);
    m_store.forget(job);
}

void Ingest::take(const Batch &batch)
{
    m_store.apply(batch);
    if (!batch.userName.isEmpty())
        m_user = batch.userName;
    if (batch.jobs) {
        m_jobs = batch.jobs;
        if (m_watchOwn)
            updateWatched();
    }
    for (const LogChunk &chunk : batch.logs)
        m_files->readLog(chunk);
    for (const JobDetail &detail : batch.details) {
        if (!m_watched.contains(detail.job.id))
            continue;
        m_watched.insert(detail.job.id, detail);
        followDetail(detail);
        probeDetail(detail);
    }
    if (!m_publishTimer.isActive())
        m_publishTimer.start();
}

void Ingest::followDetail(const JobDetail &detail)
{
    const Job &job = detail.job;
    const bool detailAlone =
        m_interest.details.contains(job.id) && !m_interest.logs.contains(job.id) && !isProbed(job.id);
    if (detailAlone || job.id.number == 0 || job.state == JobState::Pending || !m_runs->isReady(job.id))
        return;
    if (!job.stdoutPath.isEmpty())
        m_logs->follow(job.id, job.stdoutPath, job.startS.value_or(0) * 1000);
    if (!job.stdoutPath.isEmpty() && isFinished(job.state))
        m_logs->setEnded(job.id);
    followFiles(detail);
}

void Ingest::followFiles(const JobDetail &detail)
{
    const Job &job = detail.job;
    RunFileSource::Target target{.job = job.id,
                                 .name = job.name,
                                 .logPath = job.stdoutPath,
                                 .otherOutput = job.stderrPath,
                                 .workFolder = job.workDir,
                                 .startMs = job.startS.value_or(0) * 1000,
                                 .sharesFolder = sharesFolder(job),
                                 .isOver = isFinished(job.state)};
    for (const QString &node : expandHostList(job.nodeList).value_or(QStringList()))
        target.nodes.insert(node.section(u'.', 0, 0));
    m_files->follow(target);
}

/// What lies in the folder may be another job's.
bool Ingest::sharesFolder(const Job &job) const
{
    return m_jobs && std::any_of(m_jobs->jobs.begin(), m_jobs->jobs.end(), [&](const auto &other) {
               return other->id != job.id && other->state == JobState::Running && other->user == job.user &&
                      other->workDir == job.workDir;
           });
}

void Ingest::addRunFile(JobId job, const QString &path)
{
    m_files->add(job, path);
    m_runs->remember(job, kAddedFiles, m_files->added(job).join(u'\n'));
}

void Ingest::setRunFileRead(JobId job, const QString &path, bool isRead)
{
    m_files->setRead(job, path, isRead);
}

/// The log is read on behind what is saved of it, or anew where the user's patterns were others.
void Ingest::goOn(JobId id, const std::optional<SavedRun> &saved)
{
    const auto watched = m_watched.constFind(id);
    if (watched == m_watched.constEnd())
        return;
    const Job &job = watched->job;
    if (saved && saved->run->path() == job.stdoutPath && saved->place.canGoOn()) {
        m_store.restore(id, *saved->run, saved->place);
        if (logs::LogStream::fits(saved->place.state, m_patterns.get()))
            m_logs->follow(id, job.stdoutPath, job.startS.value_or(0) * 1000, saved->place);
        else
            m_store.readAnew(id);
    }
    if (saved && saved->run->path() == job.stdoutPath)
        goOnFiles(*watched, *saved);
    followDetail(*watched);
    if (!m_publishTimer.isActive())
        m_publishTimer.start();
}

/// Files whose reader can go on do; others are read anew, without a look for them.
void Ingest::goOnFiles(const JobDetail &detail, const SavedRun &saved)
{
    followFiles(detail);
    for (const auto &state : saved.files) {
        if (!state->file.isRead()) {
            m_files->goOn(detail.job.id, state->file, std::nullopt);
            continue;
        }
        const bool canGoOn = state->run && state->place && state->place->canGoOn();
        if (canGoOn)
            m_store.restore(detail.job.id, *state);
        m_files->goOn(detail.job.id, state->file, canGoOn ? state->place : std::nullopt);
    }
}

void Ingest::probeDetail(const JobDetail &detail)
{
    if (detail.job.id.number == 0)
        return;
    if (detail.job.state != JobState::Running || !isProbed(detail.job.id)) {
        m_probe->unwatch(detail.job.id);
        return;
    }
    const auto names = expandHostList(detail.job.nodeList);
    if (!names)
        return;
    std::vector<NodeName> nodes;
    for (const QString &name : *names)
        nodes.emplace_back(name);
    const bool looked = m_interest.jobs.contains(detail.job.id);
    m_probe->watch(detail.job.id, nodes, looked ? m_interest.samplePeriodMs : kOwnJobPeriodMs);
}

void Ingest::publish()
{
    const ChangeSet changes = m_store.takeChanges();
    m_runs->keep(changes.watched);
    if (!changes.isEmpty())
        emit changed(changes);
}

} // namespace paceline
