// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"
#include "backends/domain/entity.h"
#include "backends/domain/job.h"
#include "backends/domain/metric.h"
#include "backends/domain/node.h"
#include "backends/domain/nodehardware.h"
#include "backends/domain/record.h"
#include "backends/domain/runfile.h"

#include <QByteArray>
#include <QMetaType>
#include <memory>
#include <optional>
#include <vector>

namespace paceline {

/// One metric, one time, a column of entities. values[i] belongs to (*entities)[i]; missing is kMissing.
struct SampleColumn
{
    JobId job;
    MetricId metric;
    qint64 timeMs = 0; ///< UTC, node offset already taken off
    Entities entities;
    std::vector<float> values;
};

/// Where a log was read to, so that reading goes on there after the program was started again.
struct LogPlace
{
    quint64 inode = 0, device = 0;
    qint64 offset = 0;     ///< every record before it was handed on, and none behind it
    qint64 line = 1;       ///< that the byte at offset belongs to
    int segment = 0;       ///< of that line, from 0
    QByteArray known = {}; ///< the bytes before offset, 64 at most
    QByteArray state = {}; ///< of the readers, see logs::LogStream::Place; empty where no other one can go on
    qint64 timeMs = 0;     ///< when the file was read to there

    /// Else the log is read from its beginning.
    bool canGoOn() const { return !state.isEmpty(); }
    friend bool operator==(const LogPlace &, const LogPlace &) = default;
};

/// A log that grows in whole blocks, because the program's output waits in a buffer.
struct OutputBlocks
{
    int bytes = 0;       ///< of a block
    qint64 periodMs = 0; ///< from one growth to the next, on the mean

    friend bool operator==(const OutputBlocks &, const OutputBlocks &) = default;
};

/// New bytes of a followed log and what they say. One is produced for each pull that brought something.
struct LogChunk
{
    JobId job;
    QString path;
    enum class Event { Appended, Truncated, Replaced, Deleted, Unreadable, CaughtUp };
    Event event = Event::Appended;
    qint64 offset = 0;    ///< of bytes in the file
    QByteArray bytes;     ///< whole lines, plus at the end of a file an unfinished one
    qint64 firstLine = 1; ///< number of the first line in bytes
    std::vector<LogRecord> records;
    QString format;                          ///< name of the recognised format, empty while none is
    qint64 fileSize = 0;                     ///< as of this pull; offset + bytes.size() < fileSize means a backlog
    qint64 timeMs = 0;                       ///< of the pull, UTC of the host
    std::optional<LogPlace> place = {};      ///< behind this chunk; empty while records of a backlog are held back
    std::optional<OutputBlocks> blocks = {}; ///< as of the look before
};

/// What is known of a file beside a log, and the records that were new in it.
struct RunFileChunk
{
    JobId job;
    RunFile file;
    bool startsAnew = false; ///< it is read from its beginning: what came of it before is void
    bool isGone = false;     ///< it is no file of the run any more
    std::vector<LogRecord> records = {};
    std::optional<LogPlace> place = {}; ///< behind these records, where they leave one
};

/// The ladder of ways to a job's counters, best first.
enum class ProbeRung { OverlapStep, SshToNode, FileByJob, Sstat, QueueOnly };

/// How the counters of a job are read at present, and why not better.
struct ProbeStatus
{
    enum class Phase { Off, Starting, Running, Stopped };
    JobId job;
    ProbeRung rung = ProbeRung::QueueOnly;
    Phase phase = Phase::Off;
    std::optional<Error> why;          ///< why the better rungs do not serve
    std::vector<NodeName> nodes;       ///< all nodes of the job
    std::vector<NodeName> silentNodes; ///< answered before, or should have, and do not
    qint64 silentSinceMs = 0;

    friend bool operator==(const ProbeStatus &, const ProbeStatus &) = default;
};

/// A poll or request that failed; what it concerns keeps its last data.
struct Problem
{
    enum class Subject { Queue, Nodes, Job, Log, Probe, Connection, History };
    Subject subject = Subject::Queue;
    JobId job; ///< 0 when it concerns no job
    Error error;
    qint64 timeMs = 0;
    bool cleared = false; ///< the same subject works again

    friend bool operator==(const Problem &, const Problem &) = default;
};

/// What watching costs the cluster, since the connection began.
struct ObserverCost
{
    qint64 requests = 0, bytesIn = 0, bytesOut = 0;
    double requestsPerMinute = 0, bytesPerSecond = 0; ///< over the last minute
    std::optional<double> remoteCpuPercent;           ///< of one core of the login node, over the last minute

    friend bool operator==(const ObserverCost &, const ObserverCost &) = default;
};

/// Everything that one poll or one stream frame produced, and the only thing that crosses threads on its way to the
/// Store.
struct Batch
{
    qint64 timeMs = 0;
    std::shared_ptr<const JobList> jobs; ///< null: this batch says nothing about the queue
    std::shared_ptr<const NodeList> nodes;
    std::vector<JobDetail> details;
    std::vector<SampleColumn> samples;
    std::vector<LogChunk> logs;
    std::vector<RunFileChunk> runFiles;
    std::vector<ProbeStatus> probes;
    std::vector<HardwareReport> hardware;
    std::vector<Problem> problems;
    std::optional<ObserverCost> cost;
    QString userName, clusterName, slurmVersion; ///< once known, else empty
};

} // namespace paceline

Q_DECLARE_METATYPE(paceline::Batch)
