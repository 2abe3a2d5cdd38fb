// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/jobfilter.h"

#include <QString>
#include <vector>

namespace paceline {

/// Columns of the job table; the first ten are shown by default.
enum class JobColumn {
    State,
    Name,
    Id,
    User,
    Partition,
    Nodes,
    Gpus,
    Elapsed,
    Start,
    Reason,
    Account,
    Qos,
    Cpus,
    NodeList,
    Count
};

/// Which jobs are listed, in which order and under which array. Pure: index in, positions out.
struct JobArrangement
{
    /// Jobs order[begin, end). An array with more than one listed member has its members as children; all else is one
    /// job.
    struct Group
    {
        quint32 begin, end;
        bool isArray() const { return end - begin > 1; }
    };
    std::vector<quint32> order; ///< rows of the index
    std::vector<Group> groups;
};

struct JobSort
{
    JobColumn column = JobColumn::Count; ///< Count: by state, the newest first
    bool descending = false;
};

struct JobView
{
    QString user; ///< only this user's jobs; empty: all
    JobFilter filter;
    JobSort sort;
    double nowS = 0;
};

/// All rows of the index in the order of sort; ties keep the queue's order.
std::vector<quint32> sortRows(const JobIndex &index, const JobSort &sort, double nowS);
/// Picks what the view lists out of rows that are sorted already (so that a keystroke sorts nothing) and gathers
/// arrays.
JobArrangement arrange(const JobIndex &index, const std::vector<quint32> &sorted, const JobView &view);

} // namespace paceline
