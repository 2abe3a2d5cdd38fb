// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/entity.h"
#include "backends/domain/metric.h"
#include "backends/parsers/probe.h"

#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace paceline {

/// One metric of a node or of a part of it at one tick.
struct PartValue
{
    MetricId metric;
    Entity::Kind kind = Entity::Kind::Node;
    QString id = {}, label = {};
    float value = kMissing;
};

/// "mlx5_0/1", or "cxi0" where a device is its only port.
QString portName(const PortCounters &port);

/// Turns the counters that not every node has, and not every sample holds, into values: rates over the node's own time
/// since the sample that told the counter last. Owned by a row of ProbeTable, on its thread.
class NodeMeter
{
public:
    /// Values of this sample. Nothing of a counter that was read for the first time; kMissing of one that went back
    /// (wrap, reset), so that its interval is a gap.
    std::vector<PartValue> take(const ProbeSample &sample);

private:
    struct Reading
    {
        double uptimeS = 0;
        quint64 value = 0;
    };
    void gauge(const char *metric, const std::optional<double> &value);
    /// Adds the rate of one counter, times factor, to the metric's value of this entity.
    void rate(const char *metric, const PartValue &entity, const QString &counter, const std::optional<quint64> &value,
              double factor = 1);
    void takeJob(const ProbeSample &sample);
    void takeFabric(const ProbeSample &sample);
    void takeFileSystems(const ProbeSample &sample);
    void takePower(const ProbeSample &sample);

    double m_uptimeS = 0;
    quint64 m_jiffies = 0, m_jobCpuUs = 0; ///< of the sample before; 0: not told
    QHash<QString, Reading> m_readings;
    QHash<QString, std::size_t> m_sums; ///< of this sample: where the value of a metric and entity stands
    std::vector<PartValue> m_values;
};

} // namespace paceline
