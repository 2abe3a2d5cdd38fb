// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/batch.h"
#include "backends/parsers/probevalues.h"
#include "backends/sources/gpufeed.h"
#include "backends/sources/nodemeter.h"
#include "backends/sources/partcolumns.h"

#include <QHash>
#include <deque>
#include <map>

namespace paceline {

/// Joins the answers of a job's nodes into one column a metric and tick, on UTC, and knows which nodes are silent, and
/// what they consist of. No I/O, no timers: every call is told the time. Owned by a ProbeStep, on its thread.
class ProbeTable
{
public:
    static constexpr int kSilentTicks = 3;
    static constexpr qint64 kSilentMs = 5000, kSilentLeastMs = 2000;

    ProbeTable(JobId job, const std::vector<NodeName> &nodes);

    /// A new step answers from now on: its ranks are learned anew, rates begin anew.
    void restart();
    /// A tick line was sent. Returns its number, which counts from 1.
    qint64 send(qint64 nowMs);
    /// A line came. Lines of unknown ranks and foreign lines are counted and dropped.
    void take(const QByteArray &line, qint64 nowMs);
    /// Columns of the ticks that all nodes answered that are not silent, or whose time is over; in order of time.
    std::vector<SampleColumn> takeColumns(qint64 nowMs, qint64 deadlineMs);
    /// The nodes whose hardware is not what it was at the last call.
    std::vector<NodeHardwarePtr> takeHardware();
    /// A tick is still waiting for answers, or a node has yet to be found silent.
    bool isWaiting(qint64 nowMs) const;
    std::vector<NodeName> silentNodes(qint64 nowMs) const;
    qint64 silentSinceMs(qint64 nowMs) const;

    int answeringNodes() const; ///< nodes of which this step has said anything
    int badLines() const { return m_badLines; }
    QByteArray step() const { return m_step; }
    const std::vector<NodeName> &nodes() const { return m_names; }

private:
    struct NodeRow
    {
        bool isHere = false;       ///< its first line came
        qint64 waitingSinceMs = 0; ///< when the oldest tick without an answer was sent; 0: none
        qint64 answeredTick = 0;
        std::optional<ProbeSample> last;
        NodeMeter meter;
        GpuFeed gpus;
        CounterReport files; ///< of the sample whose closing line is to come
        std::vector<FabricPort> ports;
        QStringList notReadable;
        std::vector<int> slurmGpus;
        NodeHardwarePtr hardware;          ///< as told last
        std::optional<double> utcOffsetMs; ///< UTC less uptime: the least of all answers is the truest
    };
    struct NodeValues
    {
        std::vector<ProbeValue> ofAll; ///< that every node has
        std::vector<PartValue> ofSome;
    };
    struct Tick
    {
        qint64 number = 0, sentMs = 0;
        std::map<std::size_t, NodeValues> values; ///< by row
        std::vector<double> times;                ///< UTC of the samples by the nodes' own clocks
    };
    std::optional<std::size_t> rowOf(const ProbeLine &line);
    void greet(NodeRow &row, const ProbeLine &line);
    void takeFiles(NodeRow &row, const ProbeLine &line);
    void takeSample(std::size_t index, ProbeLine &line, qint64 nowMs);
    void lookAtHardware(std::size_t index, const ProbeLine &line);
    bool isSilent(const NodeRow &row, qint64 nowMs) const;
    void emitColumns(const Tick &tick, std::vector<SampleColumn> &columns);
    qint64 sentMs(qint64 tick) const;

    JobId m_job;
    std::vector<NodeName> m_names;
    Entities m_entities; ///< the same
    PartColumns m_parts;
    std::vector<NodeHardwarePtr> m_newHardware;
    QHash<NodeName, std::size_t> m_rowOfNode;
    std::vector<NodeRow> m_rows;
    QHash<int, std::size_t> m_rowOfRank;
    std::deque<Tick> m_open;
    std::deque<std::pair<qint64, qint64>> m_sent; ///< number and time of the last ticks
    qint64 m_lastTick = 0, m_lastTimeMs = 0, m_startedMs = 0;
    int m_badLines = 0;
    QByteArray m_step;
};

} // namespace paceline
