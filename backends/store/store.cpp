// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/store.h"

#include "backends/store/gridbuilder.h"
#include "backends/store/runfiles.h"

#include <QHash>
#include <algorithm>
#include <map>
#include <utility>

namespace paceline {

namespace {

/// Rows that say the same as before are the same objects, so that views may compare pointers.
template <class List, class Row, class Key>
std::shared_ptr<const List> sharingRows(const std::shared_ptr<const List> &before,
                                        const std::shared_ptr<const List> &now,
                                        std::vector<std::shared_ptr<const Row>> List::*rows, Key keyOf)
{
    if (!before)
        return now;
    QHash<decltype(keyOf(std::declval<const Row &>())), std::shared_ptr<const Row>> known;
    known.reserve(qsizetype(((*before).*rows).size()));
    for (const auto &row : (*before).*rows)
        known.insert(keyOf(*row), row);
    std::shared_ptr<List> shared;
    for (std::size_t i = 0; i < ((*now).*rows).size(); ++i) {
        const auto &row = ((*now).*rows)[i];
        const auto old = known.value(keyOf(*row));
        if (!old || old == row || !(*old == *row))
            continue;
        if (!shared)
            shared = std::make_shared<List>(*now);
        ((*shared).*rows)[i] = old;
    }
    return shared ? shared : now;
}

/// Replaces, adds or clears what one subject complains about. Returns whether anything changed.
bool note(std::vector<Problem> &problems, const Problem &problem)
{
    const auto same =
        std::find_if(problems.begin(), problems.end(), [&](const Problem &p) { return p.subject == problem.subject; });
    if (problem.cleared) {
        if (same == problems.end())
            return false;
        problems.erase(same);
        return true;
    }
    if (same == problems.end()) {
        problems.push_back(problem);
        return true;
    }
    if (same->error == problem.error)
        return false; // since when it lasts stays what it was
    *same = problem;
    return true;
}

/// All that grows about one watched job.
class WatchedJob
{
public:
    explicit WatchedJob(JobId job) { m_now.job = m_now.probe.job = job; }

    void apply(const JobDetail &detail, qint64 timeMs)
    {
        if (!m_now.detail || !(*m_now.detail == detail))
            m_now.detail = std::make_shared<const JobDetail>(detail);
        m_now.detailMs = timeMs;
        m_isChanged = true;
        for (const NodeHardwarePtr &hardware : std::as_const(m_toldHardware))
            allocate(hardware);
    }
    void apply(const NodeHardwarePtr &hardware)
    {
        m_toldHardware.insert(hardware->node, hardware);
        allocate(hardware);
    }
    void apply(const LogChunk &chunk)
    {
        const bool isOtherFile = m_hasLog && m_path != chunk.path;
        if (isOtherFile || chunk.event == LogChunk::Event::Truncated || chunk.event == LogChunk::Event::Replaced) {
            if (m_isRestored)
                m_run = RunBuilder();
            else
                m_run.breakLine();
        }
        const bool wasSeen = chunk.event != LogChunk::Event::Deleted && chunk.event != LogChunk::Event::Unreadable;
        m_isRestored = m_isRestored && !wasSeen;
        if (chunk.place)
            m_place = chunk.place;
        m_path = chunk.path;
        m_run.setSource(chunk.path, chunk.format);
        m_run.append(chunk.records);
        m_log.apply(chunk);
        m_hasLog = m_isChanged = true;
        m_isReadAnew = m_isReadAnew && chunk.event == LogChunk::Event::Appended && chunk.records.empty();
    }
    void readAnew()
    {
        m_run = RunBuilder();
        m_isRestored = false;
        m_place.reset();
        if (!m_isReadAnew)
            m_now.log = m_log.snapshot();
        m_log = LogTextBuilder();
        m_isReadAnew = m_hasLog && m_now.logRun; // where nothing was read, nothing is kept
    }
    void apply(const RunFileChunk &chunk)
    {
        m_files.apply(chunk);
        m_isChanged = true;
    }
    void restore(const RunFileState &file)
    {
        m_files.restore(file);
        m_isChanged = true;
    }
    void restore(const Run &run, const LogPlace &place)
    {
        m_run.goOn(run);
        m_log.goOn(run.path(), run.format(), qint64(run.size()));
        m_path = run.path();
        m_now.logRun = m_run.snapshot();
        m_now.place = m_place = place;
        m_hasLog = m_isRestored = m_isChanged = true;
    }
    void apply(const SampleColumn &column)
    {
        if (!column.entities || column.values.size() != column.entities->size())
            return;
        auto grid = m_grids.find(column.metric);
        if (grid == m_grids.end())
            grid = m_grids.try_emplace(column.metric, column.metric, column.entities, m_retention).first;
        grid->second.append(column.timeMs, column.entities, column.values);
        m_isChanged = true;
    }
    void apply(const ProbeStatus &status)
    {
        m_isChanged = m_isChanged || !(m_now.probe == status);
        m_now.probe = status;
    }
    void apply(const Problem &problem) { m_isChanged = note(m_now.problems, problem) || m_isChanged; }

    /// Of all counters together.
    qint64 rows() const
    {
        qint64 rows = 0;
        for (const auto &[metric, grid] : m_grids)
            rows += qint64(grid.entities()->size());
        return rows;
    }
    void setRetention(const GridRetention &retention)
    {
        m_retention = retention;
        for (auto &[metric, grid] : m_grids)
            grid.setRetention(retention);
    }

    bool isChanged() const { return m_isChanged; }
    std::shared_ptr<const JobSnapshot> take()
    {
        m_isChanged = false;
        if (m_hasLog && !m_isReadAnew) {
            m_now.logRun = m_run.snapshot();
            m_now.log = m_log.snapshot();
            m_now.place = m_place;
        }
        joinRuns();
        for (auto &[metric, grid] : m_grids)
            m_now.grids.insert(metric, grid.snapshot());
        return std::make_shared<const JobSnapshot>(m_now);
    }

private:
    /// Which of the node's GPUs are the job's: its detail tells, else what Slurm told the probe.
    void allocate(const NodeHardwarePtr &told)
    {
        std::optional<std::vector<int>> indices;
        if (!told->slurmGpus.empty())
            indices = told->slurmGpus;
        for (const NodeAllocation &allocation :
             m_now.detail ? m_now.detail->allocations : std::vector<NodeAllocation>()) {
            if (std::find(allocation.nodes.begin(), allocation.nodes.end(), told->node) != allocation.nodes.end())
                indices = allocation.gpuIndices;
        }
        NodeHardware hardware = *told;
        setAllocation(hardware, indices);
        NodeHardwarePtr &shown = m_now.hardware[told->node];
        if (shown && *shown == hardware)
            return;
        shown = std::make_shared<const NodeHardware>(std::move(hardware));
        m_isChanged = true;
    }

    /// Of parts that did not change, the joined run is the one of before.
    void joinRuns()
    {
        std::vector<std::shared_ptr<const RunFileState>> files = m_files.snapshot();
        if (m_now.run && m_joinedLog == m_now.logRun && files == m_now.files)
            return;
        m_now.files = std::move(files);
        m_joinedLog = m_now.logRun;
        m_now.run = RunFiles::join(m_now.logRun, m_now.files);
    }

    JobSnapshot m_now;
    RunBuilder m_run;
    LogTextBuilder m_log;
    std::optional<LogPlace> m_place; ///< behind the last record of m_run
    RunFiles m_files;
    std::shared_ptr<const Run> m_joinedLog; ///< the log's part of m_now.run
    std::map<MetricId, GridBuilder> m_grids;
    GridRetention m_retention = GridRetention::least();
    QMap<NodeName, NodeHardwarePtr> m_toldHardware; ///< without what the job holds of it
    QString m_path;
    bool m_hasLog = false;
    bool m_isRestored = false; ///< the run was saved, and its log was not looked at yet
    bool m_isReadAnew = false; ///< m_now shows what was read before
    bool m_isChanged = true;
};

} // namespace

struct Store::Private
{
    WatchedJob &watched(JobId job) { return jobs.try_emplace(job, job).first->second; }
    /// Every row of every job gets the same share of the budget.
    void shareBudget()
    {
        qint64 all = 0;
        for (const auto &[id, job] : jobs)
            all += job.rows();
        if (all == 0 || std::exchange(rows, all) == all)
            return;
        const GridRetention retention = GridRetention::fitting(budget / all);
        for (auto &[id, job] : jobs)
            job.setRetention(retention);
    }

    qint64 budget = Store::kCounterBudget;
    qint64 rows = 0; ///< that the budget was shared among
    std::map<JobId, WatchedJob> jobs;
    std::shared_ptr<const JobList> queue;
    std::shared_ptr<const NodeList> nodes;
    std::vector<Problem> problems;
    ChangeSet pending; ///< without watched, which is made when asked for
};

Store::Store()
    : d(std::make_unique<Private>())
{
}
Store::~Store() = default;

void Store::apply(const Batch &batch)
{
    if (batch.jobs) {
        d->queue = sharingRows(d->queue, batch.jobs, &JobList::jobs, [](const Job &job) { return job.id; });
        d->pending.jobs = d->queue;
    }
    if (batch.nodes) {
        d->nodes = sharingRows(d->nodes, batch.nodes, &NodeList::nodes, [](const Node &node) { return node.name; });
        d->pending.nodes = d->nodes;
    }
    for (const JobDetail &detail : batch.details)
        d->watched(detail.job.id).apply(detail, batch.timeMs);
    for (const LogChunk &chunk : batch.logs)
        d->watched(chunk.job).apply(chunk);
    for (const RunFileChunk &chunk : batch.runFiles)
        d->watched(chunk.job).apply(chunk);
    for (const SampleColumn &column : batch.samples)
        d->watched(column.job).apply(column);
    if (!batch.samples.empty())
        d->shareBudget();
    for (const HardwareReport &report : batch.hardware)
        d->watched(report.job).apply(report.hardware);
    for (const ProbeStatus &status : batch.probes)
        d->watched(status.job).apply(status);
    for (const Problem &problem : batch.problems) {
        if (problem.job.number != 0)
            d->watched(problem.job).apply(problem);
        else if (note(d->problems, problem))
            d->pending.problems = d->problems;
    }
    if (batch.cost)
        d->pending.cost = batch.cost;
    if (!batch.userName.isEmpty())
        d->pending.userName = batch.userName;
    if (!batch.clusterName.isEmpty())
        d->pending.clusterName = batch.clusterName;
    if (!batch.slurmVersion.isEmpty())
        d->pending.slurmVersion = batch.slurmVersion;
}

ChangeSet Store::takeChanges()
{
    ChangeSet changes = std::exchange(d->pending, {});
    for (auto &[id, job] : d->jobs) {
        if (job.isChanged())
            changes.watched.push_back(job.take());
    }
    return changes;
}

void Store::restore(JobId job, const Run &run, const LogPlace &place)
{
    d->watched(job).restore(run, place);
}

void Store::readAnew(JobId job)
{
    if (const auto known = d->jobs.find(job); known != d->jobs.end())
        known->second.readAnew();
}

void Store::restore(JobId job, const RunFileState &file)
{
    d->watched(job).restore(file);
}

void Store::setCounterBudget(qint64 bytes)
{
    d->budget = std::max<qint64>(bytes, 0);
    d->rows = 0;
    d->shareBudget();
}

void Store::forget(JobId job)
{
    d->jobs.erase(job);
}

} // namespace paceline
