// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/sessionverb.h"

#include <QMap>

namespace paceline::cli {

/// `watch HOST JOB`: one line for each thing that happens to a job, until it is over and its log is read.
class WatchVerb final : public JobVerb
{
    Q_OBJECT
public:
    WatchVerb(HostSpec spec, QString job);

protected:
    Interest jobInterest(JobId job) const override;
    Patience patience() const override { return Patience::Endless; }
    void onJob(const JobSnapshot &snapshot) override;
    void onChanged(const ChangeSet &changes) override;
    void onConnectionChanged(const ConnectionState &state) override;

private:
    void tellState(const JobSnapshot &snapshot);
    void tellRecords(const Run &run, const QString &file);
    void tellFile(qint64 timeMs, const RunFileState &state);
    void tellSamples(const Grid &grid);
    void tellSilence(const ProbeStatus &probe);
    void tellProblems(const std::vector<Problem> &now, std::vector<Problem> &before);
    void endWhenOver(const JobSnapshot &snapshot);

    std::optional<JobDetail> m_detail;
    QMap<QString, std::size_t> m_records;  ///< told so far, by file; the log is the one without a name
    QMap<QString, RunFile::State> m_files; ///< as told
    QMap<MetricId, qint64> m_sampledTo;
    std::vector<NodeName> m_silent;
    std::vector<Problem> m_jobProblems, m_clusterProblems;
    bool m_linkLost = false;
    QTimer m_end;
};

/// `tail HOST JOB`: the last lines of a job's log, and with follow those to come.
class TailVerb final : public JobVerb
{
    Q_OBJECT
public:
    struct Options
    {
        qint64 lines = 10;
        bool follow = false;
    };
    TailVerb(HostSpec spec, QString job, Options options);

protected:
    Interest jobInterest(JobId job) const override;
    Patience patience() const override { return m_options.follow ? Patience::Endless : Patience::OneShot; }
    void onJob(const JobSnapshot &snapshot) override;

private:
    void print(const LogText &log, bool unfinishedToo);

    Options m_options;
    qint64 m_next = 0; ///< number of the next line to print; 0: none printed yet
};

} // namespace paceline::cli
