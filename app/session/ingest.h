// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/costmeter.h"
#include "app/session/interest.h"
#include "backends/core/clock.h"
#include "backends/store/store.h"
#include "backends/transport/relay.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace paceline {

class History;
class LogSource;
namespace logs {
class PatternSet;
}
class ProbeSource;
class RunFileSource;
class RunKeeper;
class SlurmSource;
struct SavedRun;

/// The ingest side of one cluster: owns the sources and the store, turns interest into work for the sources and batches
/// into change sets. Lives on the ingest thread; owned by the session. The relay and the clock outlive it.
class Ingest : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPublishMs = 100; ///< at most ten change sets a second
    static constexpr int kOwnJobsWatched = 4;
    static constexpr int kOwnJobPeriodMs = 10000;
    static constexpr int kQueueMs = 30000;
    static constexpr int kBackgroundQueueMs = 120000;

    /// history: where runs are kept under the cluster's name; null: nowhere. It outlives this.
    Ingest(Relay &relay, const Clock &clock, History *history = nullptr, const ClusterId &cluster = {});
    ~Ingest() override;

    void onLinkUp();
    void onLinkDown();
    void setInterest(const Interest &interest);
    void setWatchOwnJobs(bool on);
    void setCounterBudget(qint64 bytes) { m_store.setCounterBudget(bytes); }
    /// The user's patterns. Where they read otherwise than those before, logs that are followed are read anew.
    void setPatterns(const std::shared_ptr<const logs::PatternSet> &patterns);
    void refresh();
    /// A file or folder that the user names for a watched job's run.
    void addRunFile(JobId job, const QString &path);
    /// Whether a file that was found is read.
    void setRunFileRead(JobId job, const QString &path, bool isRead);

signals:
    void changed(const paceline::ChangeSet &changes);

private:
    void applyInterest();
    void updateWatched();
    QSet<JobId> ownRunningJobs() const;
    /// Counters are wanted, not only the log or the detail.
    bool isProbed(JobId job) const;
    void unwatch(JobId job);
    void take(const Batch &batch);
    void followDetail(const JobDetail &detail);
    void followFiles(const JobDetail &detail);
    void goOnFiles(const JobDetail &detail, const SavedRun &saved);
    bool sharesFolder(const Job &job) const;
    void goOn(JobId job, const std::optional<SavedRun> &saved);
    void probeDetail(const JobDetail &detail);
    void publish();
    void tellLink(const std::optional<Error> &error);

    const Clock &m_clock;
    Store m_store;
    // Children of this object, so that they move to the ingest thread with it.
    SlurmSource *m_slurm;
    LogSource *m_logs;
    RunFileSource *m_files;
    ProbeSource *m_probe;
    RunKeeper *m_runs;
    CostMeter m_cost;
    QTimer m_publishTimer;
    Interest m_interest;
    bool m_watchOwn = false;
    bool m_linkWasLost = false;
    QString m_user;
    std::shared_ptr<const logs::PatternSet> m_patterns;
    std::shared_ptr<const JobList> m_jobs;
    QHash<JobId, JobDetail> m_watched; ///< what is watched now, with its last detail
};

} // namespace paceline
