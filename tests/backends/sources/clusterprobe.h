// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/sources/probesource.h"
#include "backends/transport/pipefactory.h"
#include "backends/transport/piperelay.h"
#include "tests/support/testcluster.h"

#include <QTest>
#include <cmath>
#include <memory>

namespace paceline {

/// A probe source that reaches the test cluster as one of its users, and what it has said so far. Test thread only.
class ClusterProbe : public QObject
{
    Q_OBJECT
public:
    /// Logs in; isReady() follows.
    explicit ClusterProbe(const TestCluster &cluster, const QString &user)
    {
        PipeSpec spec;
        spec.host = user + QStringLiteral("@vclogin");
        spec.configFile = cluster.sshConfig();
        makePipe(spec, this, [this](Result<std::unique_ptr<BytePipe>> pipe) {
            if (!pipe)
                return;
            m_relay = std::make_unique<PipeRelay>(std::move(*pipe));
            connect(m_relay.get(), &Relay::ready, this, [this] {
                m_source = std::make_unique<ProbeSource>(*m_relay, m_clock);
                connect(m_source.get(), &Source::batchReady, this,
                        [this](const Batch &batch) { m_batches.push_back(batch); });
            });
            m_relay->start();
        });
    }
    ~ClusterProbe() override
    {
        m_source.reset();
        m_relay.reset();
    }
    bool isReady() const { return m_source != nullptr; }
    ProbeSource &source() { return *m_source; }
    /// Ends the connection without a word to the step.
    void cut() { m_relay->pipe().close(); }

    ProbeStatus status() const
    {
        for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) {
            if (!batch->probes.empty())
                return batch->probes.back();
        }
        return {};
    }
    /// Columns of metric in which every node has a value.
    int fullColumns(const char *metric) const
    {
        int count = 0;
        for (const Batch &batch : m_batches) {
            for (const SampleColumn &column : batch.samples) {
                const bool isFull =
                    std::none_of(column.values.begin(), column.values.end(), [](float v) { return std::isnan(v); });
                count += column.metric.value == QLatin1String(metric) && isFull ? 1 : 0;
            }
        }
        return count;
    }
    /// The last column of metric.
    SampleColumn last(const char *metric) const
    {
        for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) {
            for (const SampleColumn &column : batch->samples) {
                if (column.metric.value == QLatin1String(metric))
                    return column;
            }
        }
        return {};
    }

    /// What a node consists of, as far as was told.
    NodeHardware hardware(const NodeName &node) const
    {
        for (auto batch = m_batches.rbegin(); batch != m_batches.rend(); ++batch) {
            for (const HardwareReport &report : batch->hardware) {
                if (report.hardware->node == node)
                    return *report.hardware;
            }
        }
        return {};
    }

private:
    SystemClock m_clock;
    std::unique_ptr<PipeRelay> m_relay;
    std::unique_ptr<ProbeSource> m_source;
    std::vector<Batch> m_batches;
};

inline std::vector<NodeName> clusterNodes(int count)
{
    std::vector<NodeName> nodes;
    for (int i = 1; i <= count; ++i)
        nodes.emplace_back(QStringLiteral("n%1").arg(i, 3, 10, QLatin1Char('0')));
    return nodes;
}

/// Submits a job on the first nodes of the cluster that holds all its CPUs and memory in a step of its own; 0 when
/// refused.
inline JobId submitHolder(const TestCluster &cluster, int nodes, int seconds)
{
    const TestCluster::Run run = cluster.as(
        QStringLiteral("alice"), QStringLiteral("printf '#!/bin/sh\\nsrun sleep %1\\n' >hold.sh; sbatch --parsable "
                                                "-N%2 -w n[001-%3] --ntasks-per-node=2 --gres=gpu:4 -t 5 hold.sh")
                                     .arg(seconds)
                                     .arg(nodes)
                                     .arg(nodes, 3, 10, QLatin1Char('0')));
    return JobId{run.out.trimmed().toUInt()};
}

} // namespace paceline
