// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/analysis/runspeed.h"
#include "backends/domain/batch.h"
#include "backends/store/snapshot.h"

namespace paceline {

/// Names a run in the history. Slurm uses the numbers of jobs anew after years; the file then tells the difference.
struct RunKey
{
    ClusterId cluster;
    JobId job;

    friend auto operator<=>(const RunKey &, const RunKey &) = default;
};

/// A run as it was saved last, and where its log goes on.
struct SavedRun
{
    RunKey key;
    std::shared_ptr<const Run> run; ///< of the log
    LogPlace place;
    std::vector<std::shared_ptr<const RunFileState>> files = {}; ///< beside it
    qint64 revision = 0;                                         ///< counts the times that it was written
};

/// A run without its points.
struct SavedRunEntry
{
    JobId job;
    QString name, user, state, path, format;
    std::optional<qint64> submitS, startS, endS; ///< UTC seconds
    std::optional<qint64> totalSteps;
    qint64 records = 0;
    bool isFinished = false;
    std::optional<qint64> nodes = {}, gpus = {}, cpus = {};
    QString gpuType = {}; ///< where it has one kind
    std::optional<RunSpeed> speed = {};
};

} // namespace paceline
