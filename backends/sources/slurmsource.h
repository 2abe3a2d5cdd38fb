// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/clock.h"
#include "backends/parsers/squeue.h"
#include "backends/sources/pollschedule.h"
#include "backends/sources/slurmcommands.h"
#include "backends/sources/source.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>
#include <functional>
#include <map>

namespace paceline {

class Relay;

/// The queue, the nodes and the watched jobs of a Slurm cluster. One squeue feeds all views. Lives on the ingest
/// thread; owned by the session. Relay and clock outlive it. Etiquette: see PollSchedule. Batches carry the whole list
/// each time; after a failure nothing but a Problem. Jobs that end or leave the queue get their last detail from
/// scontrol, or from sacct once scontrol forgot them.
class SlurmSource final : public Source
{
    Q_OBJECT
public:
    static constexpr int kDefaultQueueMs = 30'000;
    static constexpr int kDefaultNodesMs = 60'000;
    static constexpr int kDetailPeriodMs = 30'000;

    SlurmSource(Relay &relay, const Clock &clock, QObject *parent = nullptr);
    ~SlurmSource() override;

    void setQueueInterest(bool wanted, int periodMs = kDefaultQueueMs);
    void setNodesInterest(bool wanted, int periodMs = kDefaultNodesMs);
    /// Details at once, then every 30 s and whenever the queue shows that something changed. Counted once, however
    /// often called.
    void watchJob(paceline::JobId job);
    void unwatchJob(paceline::JobId job);
    /// Asks anew what is looked at, as early as the etiquette allows.
    void refresh();
    /// The link is gone: nothing is asked until resume(), which refreshes.
    void pause();
    void resume();

    /// Starts what is due. Called by a timer of its own; tests move the clock and call it.
    void tick();
    /// Fixed for tests: from -1 to 1.
    void setJitter(std::function<double()> jitter) { m_jitter = std::move(jitter); }

private:
    struct Watch
    {
        PollSchedule schedule;
        std::shared_ptr<const Job> row;  ///< as the queue showed it last
        std::optional<JobDetail> detail; ///< the last one
        bool wasInQueue = false, isOver = false;
        int historyTries = 0;
    };
    using Answer = Result<CommandOutput>;
    using Handler = void (SlurmSource::*)(const Answer &);

    void ask(const CommandRequest &request, std::function<void(const Answer &)> then);
    /// The answer of a command that ended with 0, else why not.
    static Result<QByteArray> outputOf(const Answer &answer);
    void askIdentity();
    void takeIdentity(const Answer &answer);
    void takeQueue(const Answer &answer);
    void takeGpus(const Answer &answer, const std::vector<JobId> &asked);
    void takeNodes(const Answer &answer);
    void askDetail(JobId job);
    void takeDetail(JobId job, const Answer &answer);
    void askHistory(JobId job);
    void takeHistory(JobId job, const Answer &answer);
    void publishDetail(JobId job, JobDetail detail);
    void publishJobs(JobList jobs);
    void lookAtWatched(const JobList &jobs);
    /// True while their answer is awaited.
    bool askMissingGpus();

    PollSchedule::Outcome settle(Problem::Subject subject, JobId job, const std::optional<Error> &error);
    void publish(Batch batch);
    void arm();

    Relay &m_relay;
    const Clock &m_clock;
    std::function<double()> m_jitter;
    QTimer m_timer; ///< a child, so that it moves to the ingest thread too
    bool m_paused = false;
    PollSchedule m_queue, m_nodes, m_identity;
    SlurmIdentity m_who;
    SqueueFormat m_format;
    SqueueReader m_reader;
    std::shared_ptr<const JobList> m_jobs; ///< as published last
    QSet<JobId> m_gpusAsked;
    bool m_gpusUnderWay = false;
    std::map<JobId, Watch> m_watches;
    std::map<std::pair<Problem::Subject, JobId>, Error> m_problems;
};

} // namespace paceline
