// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessionverb.h"

namespace paceline::cli {

/// `jobs HOST`: one line for each job of the queue.
class JobsVerb final : public SessionVerb
{
public:
    using SessionVerb::SessionVerb;

protected:
    Interest interest() const override;
    void onChanged(const ChangeSet &changes) override;
};

/// `nodes HOST`: one line for each node.
class NodesVerb final : public SessionVerb
{
public:
    using SessionVerb::SessionVerb;

protected:
    Interest interest() const override;
    void onChanged(const ChangeSet &changes) override;
};

/// `job HOST JOB`: all that is told about one job.
class JobDetailVerb final : public JobVerb
{
public:
    using JobVerb::JobVerb;

protected:
    Interest jobInterest(JobId job) const override;
    void onJob(const JobSnapshot &snapshot) override;
};

/// `verdict HOST`: how the cluster stands for this user; the exit state tells the severity.
class ClusterVerdictVerb final : public SessionVerb
{
public:
    using SessionVerb::SessionVerb;

protected:
    Interest interest() const override;
    void onChanged(const ChangeSet &changes) override;
};

/// `verdict HOST JOB`: how a job stands.
class JobVerdictVerb final : public JobVerb
{
    Q_OBJECT
public:
    JobVerdictVerb(HostSpec spec, QString job);

protected:
    Interest jobInterest(JobId job) const override;
    void onJob(const JobSnapshot &snapshot) override;

private:
    void judge();

    std::optional<JobSnapshot> m_snapshot;
    QTimer m_waitForLog;
};

} // namespace paceline::cli
