// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/sources/slurmsource.h"

#include "backends/core/logging.h"
#include "backends/core/whenfinished.h"
#include "backends/parsers/outputpath.h"
#include "backends/parsers/sacct.h"
#include "backends/parsers/scontroljob.h"
#include "backends/parsers/scontrolnode.h"
#include "backends/parsers/slurmtext.h"
#include "backends/transport/relay.h"

#include <algorithm>

namespace paceline {

namespace {

constexpr int kIdentityPeriodMs = 60'000;
constexpr int kMaxHistoryTries = 4;

SqueueFormat formatWithNonce()
{
    SqueueFormat format;
    format.nonce = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    return format;
}

} // namespace

SlurmSource::SlurmSource(Relay &relay, const Clock &clock, QObject *parent)
    : Source(parent)
    , m_relay(relay)
    , m_clock(clock)
    , m_jitter([] { return QRandomGenerator::global()->bounded(2.0) - 1.0; })
    , m_format(formatWithNonce())
    , m_reader(m_format)
{
    qRegisterMetaType<Batch>();
    m_timer.setParent(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SlurmSource::tick);
    connect(&relay, &Relay::ready, this, &SlurmSource::resume);
}

SlurmSource::~SlurmSource() = default;

void SlurmSource::setQueueInterest(bool wanted, int periodMs)
{
    m_queue.setWanted(wanted, periodMs, m_clock.nowMs());
    askIdentity();
    tick();
}

void SlurmSource::setNodesInterest(bool wanted, int periodMs)
{
    m_nodes.setWanted(wanted, periodMs, m_clock.nowMs());
    askIdentity();
    tick();
}

void SlurmSource::watchJob(JobId job)
{
    if (job.number == 0 || m_watches.contains(job))
        return;
    m_watches[job].schedule.setWanted(true, kDetailPeriodMs, m_clock.nowMs());
    if (m_jobs)
        lookAtWatched(*m_jobs);
    askIdentity();
    tick();
}

void SlurmSource::unwatchJob(JobId job)
{
    m_watches.erase(job);
    m_problems.erase({Problem::Subject::Job, job});
    arm();
}

void SlurmSource::refresh()
{
    const qint64 now = m_clock.nowMs();
    m_queue.hasten(now);
    m_nodes.hasten(now);
    m_identity.hasten(now);
    for (auto &[job, watch] : m_watches)
        watch.schedule.hasten(now);
    tick();
}

void SlurmSource::pause()
{
    m_paused = true;
    arm();
}

void SlurmSource::resume()
{
    m_paused = false;
    refresh();
}

/// Asked until it is known, as long as anything is looked at.
void SlurmSource::askIdentity()
{
    const bool known = !m_who.clusterName.isEmpty();
    m_identity.setWanted(!known && (m_queue.isWanted() || m_nodes.isWanted() || !m_watches.empty()), kIdentityPeriodMs,
                         m_clock.nowMs());
}

void SlurmSource::tick()
{
    if (m_paused)
        return;
    const qint64 now = m_clock.nowMs();
    const auto start = [&](PollSchedule &schedule, const CommandRequest &request, Handler take) {
        if (!schedule.isDue(now))
            return;
        schedule.started(now);
        ask(request, [this, take](const Answer &answer) { (this->*take)(answer); });
    };
    start(m_identity, slurmIdentityCommand(), &SlurmSource::takeIdentity);
    start(m_queue, slurmQueueCommand(m_format), &SlurmSource::takeQueue);
    start(m_nodes, slurmNodesCommand(), &SlurmSource::takeNodes);
    std::vector<JobId> due;
    for (const auto &[job, watch] : m_watches) {
        if (watch.schedule.isDue(now))
            due.push_back(job);
    }
    for (const JobId job : due)
        askDetail(job);
    arm();
}

/// Wakes up when the next request is due, and not at all when nothing is looked at.
void SlurmSource::arm()
{
    qint64 next = -1;
    const auto consider = [&next](const PollSchedule &schedule) {
        if (schedule.nextMs() >= 0 && (next < 0 || schedule.nextMs() < next))
            next = schedule.nextMs();
    };
    consider(m_identity);
    consider(m_queue);
    consider(m_nodes);
    for (const auto &[job, watch] : m_watches)
        consider(watch.schedule);
    if (next < 0 || m_paused) {
        m_timer.stop();
        return;
    }
    // A tape's clock may run faster than the timer's, and a wall clock may be set.
    m_timer.start(int(std::clamp<qint64>(next - m_clock.nowMs(), 20, 5000)));
}

void SlurmSource::ask(const CommandRequest &request, std::function<void(const Answer &)> then)
{
    whenFinished(m_relay.run(request).result, this, std::move(then));
}

Result<QByteArray> SlurmSource::outputOf(const Answer &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->exitStatus != 0)
        return tl::unexpected(slurmFailure(answer->exitStatus, answer->err));
    return answer->out;
}

/// Remembers what fails and tells about changes only. A missing link says nothing about Slurm, and the link speaks for
/// itself.
PollSchedule::Outcome SlurmSource::settle(Problem::Subject subject, JobId job, const std::optional<Error> &error)
{
    using Outcome = PollSchedule::Outcome;
    if (error && (error->kind == ErrorKind::Disconnected || error->kind == ErrorKind::Cancelled))
        return Outcome::NotAsked;
    const auto known = m_problems.find({subject, job});
    const Outcome outcome = error ? Outcome::Failed : Outcome::Answered;
    if (error ? known != m_problems.end() && known->second == *error : known == m_problems.end())
        return outcome;
    Problem problem{subject, job, error ? *error : known->second, m_clock.nowMs(), !error};
    if (error)
        m_problems[{subject, job}] = *error;
    else
        m_problems.erase(known);
    Batch batch;
    batch.problems.push_back(std::move(problem));
    publish(std::move(batch));
    return outcome;
}

void SlurmSource::publish(Batch batch)
{
    batch.timeMs = m_clock.nowMs();
    emit batchReady(batch);
}

void SlurmSource::takeIdentity(const Answer &answer)
{
    const qint64 now = m_clock.nowMs();
    if (!answer) {
        m_identity.finished(PollSchedule::Outcome::NotAsked, now, m_jitter());
        arm();
        return;
    }
    m_who = parseSlurmIdentity(answer->out);
    Batch batch;
    batch.userName = m_who.userName;
    batch.clusterName = m_who.clusterName;
    batch.slurmVersion = m_who.slurmVersion;
    const bool whole = !m_who.clusterName.isEmpty();
    m_identity.finished(whole ? PollSchedule::Outcome::Answered : PollSchedule::Outcome::Failed, now, m_jitter());
    askIdentity();
    publish(std::move(batch));
    arm();
}

void SlurmSource::takeQueue(const Answer &answer)
{
    const auto jobs = outputOf(answer).and_then([this](const QByteArray &text) { return m_reader.read(text); });
    const auto outcome = settle(Problem::Subject::Queue, {}, jobs ? std::nullopt : std::optional(jobs.error()));
    m_queue.finished(outcome, m_clock.nowMs(), m_jitter());
    if (jobs) {
        JobList list = *jobs;
        list.gpusPending = askMissingGpus();
        publishJobs(std::move(list));
        lookAtWatched(*m_jobs);
    }
    tick();
}

void SlurmSource::publishJobs(JobList jobs)
{
    jobs.takenMs = m_clock.nowMs();
    Batch batch;
    m_jobs = std::make_shared<const JobList>(std::move(jobs));
    batch.jobs = m_jobs;
    publish(std::move(batch));
}

/// GPUs that a started job holds are told by another listing, asked once for each job that is new among the started.
bool SlurmSource::askMissingGpus()
{
    const std::vector<JobId> missing = m_reader.withoutGpus();
    QSet<JobId> started(missing.begin(), missing.end());
    m_gpusAsked.intersect(started); // forgets the jobs that are gone
    std::vector<JobId> unasked;
    std::copy_if(missing.begin(), missing.end(), std::back_inserter(unasked),
                 [this](JobId job) { return !m_gpusAsked.contains(job); });
    if (unasked.empty() || m_gpusUnderWay)
        return m_gpusUnderWay;
    m_gpusUnderWay = true;
    ask(slurmGpusCommand(unasked), [this, unasked](const Answer &answer) { takeGpus(answer, unasked); });
    return true;
}

void SlurmSource::takeGpus(const Answer &answer, const std::vector<JobId> &asked)
{
    m_gpusUnderWay = false;
    const auto text = outputOf(answer);
    if (!text) // a job that ended in between, or a tool without this field: the list is right without it
        qCDebug(lcSource) << "GPUs of started jobs not told:" << text.error().detail;
    // No answer at all: asked again with the next list.
    if (text || (text.error().kind != ErrorKind::Disconnected && text.error().kind != ErrorKind::TimedOut))
        m_gpusAsked.unite(QSet<JobId>(asked.begin(), asked.end()));
    publishJobs(m_reader.addGpus(text ? parseSqueueGpus(*text) : JobGpus()));
}

void SlurmSource::takeNodes(const Answer &answer)
{
    auto nodes = outputOf(answer).and_then([](const QByteArray &text) { return parseScontrolNodes(text); });
    const auto outcome = settle(Problem::Subject::Nodes, {}, nodes ? std::nullopt : std::optional(nodes.error()));
    m_nodes.finished(outcome, m_clock.nowMs(), m_jitter());
    if (nodes) {
        nodes->takenMs = m_clock.nowMs();
        nodes->defaultPartition = m_who.defaultPartition;
        Batch batch;
        batch.nodes = std::make_shared<const NodeList>(std::move(*nodes));
        publish(std::move(batch));
    }
    arm();
}

/// A watched job that changed, came back or left the queue is looked at now.
void SlurmSource::lookAtWatched(const JobList &jobs)
{
    if (m_watches.empty())
        return;
    std::map<JobId, std::shared_ptr<const Job>> rows;
    for (const auto &job : jobs.jobs) {
        if (m_watches.contains(job->id))
            rows[job->id] = job;
    }
    for (auto &[id, watch] : m_watches) {
        const auto found = rows.find(id);
        const auto row = found == rows.end() ? nullptr : found->second;
        const bool changed =
            row && watch.row &&
            (row->state != watch.row->state || row->flags != watch.row->flags || row->nodeList != watch.row->nodeList);
        const bool left = !row && watch.wasInQueue;
        if (row && watch.isOver) { // requeued
            watch.isOver = false;
            watch.schedule.setWanted(true, kDetailPeriodMs, m_clock.nowMs());
        }
        if (changed || left || (row && !watch.row && watch.detail && watch.detail->job.state != row->state))
            watch.schedule.makeDue(m_clock.nowMs());
        watch.wasInQueue = row != nullptr;
        watch.row = row;
    }
}

void SlurmSource::askDetail(JobId job)
{
    m_watches[job].schedule.started(m_clock.nowMs());
    ask(slurmJobCommand(job), [this, job](const Answer &answer) { takeDetail(job, answer); });
}

void SlurmSource::takeDetail(JobId job, const Answer &answer)
{
    if (!m_watches.contains(job))
        return;
    auto details = outputOf(answer).and_then([](const QByteArray &text) { return parseScontrolJobs(text); });
    if (!details && details.error().kind == ErrorKind::NotFound) {
        askHistory(job); // scontrol forgets a job some minutes after its end
        return;
    }
    Watch &watch = m_watches[job];
    const auto outcome = settle(Problem::Subject::Job, job, details ? std::nullopt : std::optional(details.error()));
    watch.schedule.finished(outcome, m_clock.nowMs(), m_jitter());
    if (details) {
        // The number of an array names its pending rest and all its tasks.
        const auto own =
            std::find_if(details->begin(), details->end(), [job](const JobDetail &d) { return d.job.id == job; });
        publishDetail(job, own == details->end() ? std::move(details->front()) : std::move(*own));
    }
    arm();
}

void SlurmSource::askHistory(JobId job)
{
    ++m_watches[job].historyTries;
    ask(slurmHistoryCommand(job), [this, job](const Answer &answer) { takeHistory(job, answer); });
}

void SlurmSource::takeHistory(JobId job, const Answer &answer)
{
    if (!m_watches.contains(job))
        return;
    Watch &watch = m_watches[job];
    const auto table =
        outputOf(answer).and_then([](const QByteArray &text) { return parseSacct(text, '\x1f', sacctColumns()); });
    const SacctRow *row = nullptr;
    for (std::size_t i = 0; table && i < table->rows.size(); ++i) {
        if (table->rows[i].job.id == job)
            row = &table->rows[i]; // the last one: after a requeue there are several
    }
    std::optional<Error> error;
    if (!table) // no accounting here, most often: then nobody knows the job any more
        error = answer ? Error{ErrorKind::NotFound, table.error().detail} : table.error();
    else if (!row)
        error = Error{ErrorKind::NotFound, QString::number(job.number)};
    // The database may lag behind the controller, and may be absent.
    const bool settled = row && isFinished(row->job.state);
    const bool again = !settled && watch.historyTries < kMaxHistoryTries;
    const auto outcome = settle(Problem::Subject::Job, job, again && !error ? std::nullopt : error);
    watch.schedule.finished(outcome, m_clock.nowMs(), m_jitter());
    if (again)
        watch.schedule.hasten(m_clock.nowMs());
    else if (!settled && outcome != PollSchedule::Outcome::NotAsked)
        watch.schedule.setWanted(false, kDetailPeriodMs, m_clock.nowMs());
    if (row) {
        JobDetail detail = watch.detail.value_or(JobDetail());
        const Job before = detail.job;
        detail.job = row->job;
        detail.job.stdoutPath = before.stdoutPath;
        detail.job.stderrPath = before.stderrPath;
        detail.job.comment = before.comment;
        detail.job.command = before.command;
        detail.job.restarts = before.restarts;
        detail.allocTres = parseTres(row->fields.value(QStringLiteral("AllocTRES")).toUtf8());
        detail.allocations.clear();
        publishDetail(job, std::move(detail));
    }
    arm();
}

void SlurmSource::publishDetail(JobId job, JobDetail detail)
{
    Watch &watch = m_watches[job];
    Job &facts = detail.job;
    if (watch.row && facts.id == watch.row->id) {
        // squeue's answer ends each row with a nonce; a name that imitates scontrol's keys can bend only scontrol's
        // answer.
        facts.name = watch.row->name;
        facts.user = watch.row->user;
        facts.displayId = watch.row->displayId;
        if (!facts.gpus) {
            facts.gpus = watch.row->gpus;
            facts.gpuTypes = watch.row->gpuTypes;
        }
    }
    facts.stdoutPath = expandOutputPath(facts.stdoutPath, detail, m_who.slurmVersion);
    facts.stderrPath = expandOutputPath(facts.stderrPath, detail, m_who.slurmVersion);
    // COMPLETING still changes; an ended job does not, unless the queue shows it again.
    watch.isOver = isFinished(facts.state) && !facts.flags.contains(QLatin1String("COMPLETING"));
    if (watch.isOver && watch.schedule.isWanted())
        watch.schedule.setWanted(false, kDetailPeriodMs, m_clock.nowMs());
    watch.detail = detail;
    Batch batch;
    batch.details.push_back(std::move(detail));
    publish(std::move(batch));
}

} // namespace paceline
