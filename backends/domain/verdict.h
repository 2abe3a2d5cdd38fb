// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/ids.h"

#include <QStringList>
#include <limits>
#include <optional>
#include <vector>

namespace paceline {

/// How a job or a cluster stands, from the best to what needs a person most.
enum class Severity { Well, Idle, Waiting, Attention, Failed };

/// What a statement rests on. points 0: told by Slurm or the program itself, not measured.
struct Evidence
{
    qint64 points = 0;           ///< records, samples or nodes that were looked at
    qint64 fromMs = 0, toMs = 0; ///< UTC; 0: no times known
    bool isEnough = true;        ///< false: an impression, to be said with its doubt

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// One finding in numbers; the words are made in widgets/format/verdicttext. a, b and texts mean what What says; times
/// are UTC ms.
struct Statement
{
    enum class What {
        // the state of a job
        JobUnknown,  ///< not in the queue
        Waiting,     ///< texts: Slurm's reason; a: estimated start or NaN; b: waits since
        NeverStarts, ///< texts: Slurm's reason; waiting is in vain
        Starting,    ///< a: since
        Running,     ///< a: ms so far, b: ms of the limit or NaN
        Suspended,   ///< a: started
        Ended,       ///< texts: state word of Slurm, exit code; a: number of JobState; b: end or NaN
        // training
        Learning,        ///< texts: metric; a: value at the beginning, b: value now
        NotLearning,     ///< as Learning: no change beyond its own noise
        LossRising,      ///< texts: metric; a: best value so far, b: value now
        LossNotANumber,  ///< texts: metric; a: first step seen so, or NaN
        TooFewPoints,    ///< texts: metric, or empty where no curve was found; a: points so far
        NoCurves,        ///< the log is read, but no known format was recognised in it
        Throughput,      ///< texts: metric; a: value now, b: value before or NaN
        Slower,          ///< texts: metric; a: value now, b: value before; since: sinceMs
        BesidePublished, ///< a: share of the fastest that is published, b: of the slowest; texts: suite or empty, the
                         ///< one publisher or empty, accelerators, their name
        BeyondPublished, ///< as BesidePublished, from scales that were not published
        Progress,        ///< a: step, b: of all
        EndsBeforeLimit, ///< a: forecast end, b: ms to spare or NaN where there is no limit
        ReachesLimit,    ///< a: step at the limit, b: all steps
        LimitNear,       ///< a: ms left; nothing tells how much work is left
        LimitAt,         ///< a: time of the limit, which is far; nothing tells how much work is left
        OutputInBlocks,  ///< waits in the program's buffer; a: bytes of a block, b: ms between blocks
        NoOutput,        ///< sinceMs; a: usual ms between lines, or NaN
        // hardware and reading
        NodesSilent,     ///< texts: names; a: how many, b: of all; sinceMs
        NodesIdle,       ///< texts: names; a: how many, b: of all
        GpusIdle,        ///< texts: "node/GPU"; a: how many, b: of all
        GpusThrottled,   ///< texts: "node/GPU"; a: how many, b: of all; sinceMs
        CountersLimited, ///< a: number of ProbeRung, b: number of ErrorKind or NaN
        LogProblem,      ///< a: number of ErrorKind; texts: path
        // a node
        NodeUnknown, ///< Slurm has not told of it
        NodeUp,      ///< texts: Slurm's state; a: jobs of which we know that run there
        NodeOut,     ///< takes no work; texts: Slurm's state, reason, who gave it
        // the cluster
        NoData,         ///< nothing came yet
        DataStale,      ///< sinceMs: age of the last good data
        ControllerDown, ///< sinceMs
        Disconnected,   ///< sinceMs
        MyJobs,         ///< a: running, b: waiting; texts: the user, or none for everybody
        NextStart,      ///< texts: name of my job; a: estimated start
        FreeNodes,      ///< a: idle nodes, b: free GPUs or NaN where there are none
        NodesOut,       ///< a: nodes that take no work, b: of all
        BadRows         ///< a: rows of the queue that could not be read
    };

    What what = What::NoData;
    Severity severity = Severity::Well;
    double a = std::numeric_limits<double>::quiet_NaN();
    double b = std::numeric_limits<double>::quiet_NaN();
    qint64 sinceMs = 0;
    QStringList texts = {}; ///< as the cluster wrote them, not yet safe to show
    Evidence evidence = {};
};

/// Statements in order of weight, the most severe first. judgedMs is the clock's time, so that ages can be told.
struct Verdict
{
    Severity severity = Severity::Idle;
    std::vector<Statement> statements;
    qint64 judgedMs = 0;

    const Statement *find(Statement::What what) const;
};

/// For scripts: 0 well, idle or waiting, 4 attention, 5 failed (1 to 3 are the command's own).
int severityExitStatus(Severity severity);

} // namespace paceline
