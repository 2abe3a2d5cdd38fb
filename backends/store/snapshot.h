// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/store/grid.h"
#include "backends/store/logtext.h"
#include "backends/store/run.h"

#include <QMap>
#include <memory>
#include <optional>

namespace paceline {

/// A file beside the log as it was read so far. Immutable.
struct RunFileState
{
    RunFile file;
    QString label;                  ///< of its curves
    std::shared_ptr<const Run> run; ///< its records; null until some came
    std::optional<LogPlace> place;  ///< behind the last record of run; empty where no other reader can go on
};

/// All that is known of one watched job, immutable and cheap to copy. Parts that did not change are the same objects as
/// in the snapshot before.
struct JobSnapshot
{
    JobId job;
    std::shared_ptr<const JobDetail> detail; ///< null until the first answer
    qint64 detailMs = 0;
    std::shared_ptr<const Run> run;    ///< of the log and the files beside it; null until one was found
    std::shared_ptr<const Run> logRun; ///< of the log alone; null until it was found
    std::vector<std::shared_ptr<const RunFileState>> files; ///< beside the log, in the order of their paths
    std::shared_ptr<const LogText> log;                     ///< null until a log was found
    std::optional<LogPlace> place;                          ///< of the log, behind the last record of logRun
    QMap<MetricId, std::shared_ptr<const Grid>> grids;      ///< node counters: metric -> nodes x time
    ProbeStatus probe;
    QMap<NodeName, NodeHardwarePtr> hardware; ///< of the nodes whose probe has spoken
    std::vector<Problem> problems;            ///< those not cleared
};

/// What one tick brings to the GUI. Null or empty members did not change.
struct ChangeSet
{
    std::shared_ptr<const JobList> jobs;
    std::shared_ptr<const NodeList> nodes;
    std::vector<std::shared_ptr<const JobSnapshot>> watched; ///< only those that changed
    std::optional<std::vector<Problem>> problems;            ///< all that are not cleared and concern no job
    std::optional<ObserverCost> cost;
    QString userName, clusterName, slurmVersion;

    bool isEmpty() const
    {
        return !jobs && !nodes && watched.empty() && !problems && !cost && userName.isEmpty() &&
               clusterName.isEmpty() && slurmVersion.isEmpty();
    }
};

} // namespace paceline

Q_DECLARE_METATYPE(paceline::ChangeSet)
