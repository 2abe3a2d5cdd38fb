// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"

#include <memory>

namespace paceline {

/// The in-memory truth of one cluster: batches in, change sets out. Lives on the ingest thread; no I/O, no Qt event
/// loop.
class Store
{
public:
    /// Enough for the least detail of 1,024 nodes with 8 GPUs and 20 counters each, see GridRetention.
    static constexpr qint64 kCounterBudget = 1'900'000'000;

    Store();
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    void apply(const Batch &batch);
    /// All that changed since the last call; the caller asks at most ten times a second.
    ChangeSet takeChanges();
    /// The job's run was saved: what is read of its log from place on comes behind it. A log that turns out to be
    /// another one takes the run's place. To be called before anything of the log comes.
    void restore(JobId job, const Run &run, const LogPlace &place);
    /// The job's log is read from its beginning once more, as the next thing that comes of it. What was read before is
    /// shown until its records come, and they take its place.
    void readAnew(JobId job);
    /// The same for a file beside the log.
    void restore(JobId job, const RunFileState &file);
    /// How many bytes the counters of all watched jobs may take: small jobs keep their detail longer, and a job that is
    /// too large for it keeps less. What exceeds it goes as new samples come.
    void setCounterBudget(qint64 bytes);
    /// Drops what is held about a job that nobody watches any more.
    void forget(JobId job);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace paceline
